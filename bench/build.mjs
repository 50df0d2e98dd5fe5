// Bundles the peers, each into a folder of its own: page and batch, as they would be put on a host.
import { build } from 'esbuild';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));
/** By name, with the page of each: two have the same table. */
const pages = { surveyjs: 'surveyjs/index.html', hyperformula: 'table.html', handwritten: 'table.html' };
export const peers = Object.keys(pages);

/** Builds them all; gives the folder of each by its name. */
export async function buildPeers() {
  const built = join(here, 'built');
  await rm(built, { recursive: true, force: true });
  const folders = {};
  for (const peer of peers) {
    const from = join(here, 'peers', peer);
    const outdir = (folders[peer] = join(built, peer));
    await mkdir(outdir, { recursive: true });
    await build({
      entryPoints: [join(from, 'page.mjs'), join(from, 'batch.mjs')],
      bundle: true, minify: true, format: 'iife', target: 'chrome100', outdir, logLevel: 'error', legalComments: 'none',
    });
    await copyFile(join(here, 'peers', pages[peer]), join(outdir, 'index.html'));
    await copyFile(join(here, 'peers/batch.html'), join(outdir, 'batch.html'));
  }
  return folders;
}
