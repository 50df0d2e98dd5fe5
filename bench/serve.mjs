// Serves a folder over loopback, packed with gzip as hosts do; every side alike, packed before anything is measured.
import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** Gives the address, and the bytes of every file by its name. */
export async function serve(folder) {
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const packed = new Map([...files].map(([name, bytes]) => [name, gzipSync(bytes, { level: 9 })]));
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname.slice(1) || 'index.html';
    if (!packed.has(name)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': `${types[extname(name)] ?? 'application/octet-stream'}; charset=utf-8`,
      'Content-Encoding': 'gzip',
    });
    response.end(packed.get(name));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, files, close: () => server.close() };
}
