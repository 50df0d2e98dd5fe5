// Prints what the build weighs. The command line names cargo's folder.
import { measured } from './measured.mjs';

const row = (name, numbers) =>
  console.log(name.padEnd(36) + numbers.map((n) => String(n).padStart(12)).join(''));

row('bytes', ['raw', 'gzip', 'brotli']);
for (const [name, sizes] of measured(process.argv[2])) row(name, sizes);
