// Waiting for a state instead of for luck.
import { deepEqual } from 'node:assert/strict';

/** Reads until what is read is what is expected; fails with the last that was read. */
export async function shows(read, expected, { timeout = 15_000 } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return deepEqual(await read(), expected);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** Reads until what is read satisfies; gives it. */
export async function until(read, satisfies, { timeout = 15_000 } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await read();
    if (satisfies(found)) return found;
    if (Date.now() > end) throw new Error(`not in ${timeout} ms; the last seen: ${JSON.stringify(found)}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
