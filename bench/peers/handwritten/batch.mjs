// Many forms by decimal.js, one after the other.
import { total } from './engine.mjs';
import { offer } from '../batch.mjs';

offer(total);
