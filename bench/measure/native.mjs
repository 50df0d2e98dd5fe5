// The native core on one core beside our page, on the native benchmark's own forms of 50 tasks (core/benches/checking).
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ours } from './batch.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const block = 1_000;

/** Runs the benchmark, as it was built or by cargo, which builds it; gives what it prints. */
function run(program, args) {
  const cargo = ['bench', '--quiet', '--locked', '--profile', 'native', '-p', 'selfscore-core', '--bench', 'checking', '--'];
  const [command, before] = program ? [program, []] : ['cargo', cargo];
  const done = spawnSync(command, [...before, ...args], { cwd: root, maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error('the native benchmark failed');
  return done.stdout;
}

/** Writes so many of the benchmark's forms, the same thousand again and again. */
export async function nativeForms(program, file, forms) {
  const lines = run(program, ['--lines', String(block)]);
  const out = createWriteStream(file);
  for (let done = 0; done < forms; done += block) if (!out.write(lines)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  return { file, forms };
}

/** Forms a second of one native core, and of the page by one worker and by one a core: all rounds, in turn. */
export async function besideNative(browser, side, stream, { program, workers, rounds }) {
  const all = { native: [], one: [], all: [] };
  for (let round = 0; round < rounds; round += 1) {
    const printed = run(program, ['--bench', String(stream.forms)]).toString();
    const row = printed.split('\n').find((line) => line.startsWith(`${stream.forms} |`));
    all.native.push(Number(row.split('|').at(-1)));
    all.one.push(stream.forms / (await ours(browser, side, stream, 1)).seconds);
    all.all.push(stream.forms / (await ours(browser, side, stream, workers)).seconds);
  }
  return all;
}
