// LibreOffice Calc, headless: it stands in for Excel and WPS, which open our files and save them in their own way.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Character sets by their numbers in LibreOffice's filters. */
export const charset = { utf8: 76, gb18030: 85, utf16: 65535 };

/** A place for LibreOffice to work in; gone when the test ends. */
export async function office(t) {
  const folder = await mkdtemp(join(tmpdir(), 'selfscore-office-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  let count = 0;
  const convert = async (name, bytes, filters, format, ending) => {
    const work = join(folder, String(count += 1));
    await mkdir(work);
    await writeFile(join(work, name), bytes);
    await run('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', ...filters,
      '--convert-to', format, '--outdir', join(work, 'out'), join(work, name)], { timeout: 120_000 });
    return readFile(join(work, 'out', name.replace(/\.[^.]*$/, `.${ending}`)));
  };
  return {
    /** Opens a table as a spreadsheet does that looks for dates and numbers (Chinese), and saves it. */
    saveTable(bytes, { charset, delimiter = ',', quoted = false }) {
      const tokens = (separator, set, all) => `${separator.charCodeAt(0)},34,${set},1,,2052,${all},true`;
      return convert('表.csv', bytes, [`--infilter=CSV:${tokens(',', 76, false)}`],
        `csv:Text - txt - csv (StarCalc):${tokens(delimiter, charset, quoted)}`, 'csv');
    },
  };
}
