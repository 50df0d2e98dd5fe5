// The form as a table of inputs that write cells; the total is read from its cell.
import { table } from '../table.mjs';
import { asked, sampleTasks } from '../tasks.mjs';
import { cell, cells, sheetOf } from './engine.mjs';

const tasks = sampleTasks(asked());
const sheet = sheetOf(tasks);
const output = document.getElementById('total');
const show = () => { output.textContent = sheet.total(); };

table(tasks, (row, column, value) => {
  if (!(column in cells)) return;
  sheet.set(row, cells[column], cell(column, value));
  show();
});
show();
