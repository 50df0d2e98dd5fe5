// A server of a folder with the page, as an office would set one up.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';

const types = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder with the page's own policy as a header, too. Where `admit` gives false for a file's name, the connection
 * breaks, as if there were none. Gives the server and its address.
 */
export async function serveFolder(folder, admit = () => true) {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url, 'http://x').pathname) || 'index.html';
    if (!admit(name)) return void request.socket.destroy();
    // Asked for beside whatever is not the page itself.
    if (name === 'favicon.ico') return void response.writeHead(204).end();
    try {
      const body = await readFile(join(folder, name));
      const index = await readFile(join(folder, 'index.html'), 'utf8');
      // The service worker fetches the page's own files; nothing else does.
      const policy = name === 'sw.js' ? "default-src 'none'; connect-src 'self'" : /Content-Security-Policy" content="([^"]*)"/.exec(index)[1];
      response.writeHead(200, {
        'Content-Type': `${types[extname(name)] ?? 'application/octet-stream'}; charset=utf-8`,
        'Content-Security-Policy': policy,
        'Cache-Control': 'no-cache',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}
