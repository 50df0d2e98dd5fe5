// Loads the script interface in Node.
import { createRequire } from 'node:module';

export const selfscore = createRequire(import.meta.url)('../../dist/node/selfscore.js');
