// The sides that are measured: where each is, and how one finds its first input, its last task, its total and a claim.
import { join } from 'node:path';
import { buildPeers } from './build.mjs';
import { documentOf, sealed } from './document.mjs';
import { sampleTasks } from './peers/tasks.mjs';
import { serve } from './serve.mjs';

const drawnTable = {
  first: 'tbody input',
  last: (tasks) => `[data-row="${tasks - 1}"][data-column="evidence"]`,
  claim: (row) => `[data-row="${row}"][data-column="claim"]`,
  total: '#total',
};

const looks = {
  ours: {
    name: 'this page',
    first: '[data-field="/unit"]',
    last: (tasks) => `[data-field="/answers/tasks/tasks/${tasks - 1}/evidence"]`,
    claim: (row) => `[data-field="/answers/tasks/tasks/${row}/claim"]`,
    total: '[data-total]',
  },
  surveyjs: {
    name: 'SurveyJS',
    first: 'tbody input',
    last: (tasks) => `[aria-label="row ${tasks}, column evidence"]`,
    claim: (row) => `[aria-label="row ${row + 1}, column claim"]`,
    total: '.sd-expression',
  },
  hyperformula: { name: 'HyperFormula', ...drawnTable },
  handwritten: { name: 'hand-written', ...drawnTable },
};

/** Builds and serves all sides; ours from the folder of the built page. */
export async function sides(dist) {
  const folders = { ours: join(dist, 'site'), ...await buildPeers() };
  const all = [];
  for (const [key, look] of Object.entries(looks)) all.push({ key, ...look, ...await serve(folders[key]) });
  return all;
}

/**
 * Opens a form of so many tasks in a tab that is nowhere yet. Gives the milliseconds from the start of the navigation
 * to the first input, and to the last task. The peers make their form at once; ours opens a file with it, and the
 * time between the first input and the choice of the file, which is not the page's, is left out.
 */
export async function openForm(side, { page }, tasks) {
  const seen = (selector) => page.evaluate((selector) => window.watched.seen(selector), selector);
  await page.goto(side.key === 'ours' ? side.url : `${side.url}#${tasks}`, { waitUntil: 'commit' });
  const ready = await seen(side.first);
  if (side.key !== 'ours') return { ready, whole: await seen(side.last(tasks)) };
  const form = Buffer.from(sealed(documentOf(sampleTasks(tasks))));
  await page.locator('[data-import="form"]').setInputFiles({ name: 'form.json', mimeType: 'application/json', buffer: form });
  const last = await seen(side.last(tasks));
  return { ready, whole: ready + last - await page.evaluate(() => window.watched.chosen) };
}
