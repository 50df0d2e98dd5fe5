// Loads parts of the module. Each piece's bytes come by a script of its own (in the one file they stand before this), and it
// is put beside the module, whose memory, table and globals are what it imports.
import { initSync } from './selfscore.js';

const started = {};

const coming = {};

// A file may bring several pieces.
function load(file) {
  if (!coming[file]) {
    coming[file] = new Promise((done, failed) => {
      const script = document.createElement('script');
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => { script.remove(); failed(new Error(file)); };
      script.src = file;
      document.body.appendChild(script);
    });
    // What did not come may come the next time.
    coming[file].catch(() => { delete coming[file]; });
  }
  return coming[file];
}

function bring(piece) {
  const given = () => (window.selfscoreParts || {})[piece];
  return given() ? Promise.resolve(given()) : load(files[piece]).then(given);
}

function start(piece) {
  if (!started[piece]) {
    started[piece] = bring(piece).then((bytes) => WebAssembly.compile(bytes())).then((module) => {
      const shared = Object.assign({}, initSync());
      // Builds for development check that parts belong together by a number of that name.
      for (const { name } of WebAssembly.Module.imports(module)) if (name.startsWith('__canary')) shared[name] = ~0xdead;
      return WebAssembly.instantiate(module, { __wasm_split: shared });
    });
    started[piece].catch(() => { delete started[piece]; });
  }
  return started[piece];
}

function part(pieces) {
  return (callback, data) => {
    const tell = (came) => initSync().__indirect_function_table.get(callback)(data, came);
    // What pieces share stands before what needs it.
    const shared = pieces.slice(0, -1), own = pieces.slice(-1);
    Promise.all(shared.map(start)).then(() => Promise.all(own.map(start))).then(
      () => tell(true),
      (error) => { console.warn(String(error)); tell(false); },
    );
  };
}
