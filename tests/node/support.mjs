// Loads the page's own module in Node: the same wasm, under wasm-bindgen's loader for Node.
import { createRequire } from 'node:module';

/** What the page has as `window.selfscore`, without `start()` having been called. */
export const selfscore = createRequire(import.meta.url)('../../dist/node/selfscore.js');
