// The form by hand: plain DOM, and decimal.js for the total.
import { table } from '../table.mjs';
import { asked, sampleTasks } from '../tasks.mjs';
import { total } from './engine.mjs';

const tasks = sampleTasks(asked());
const output = document.getElementById('total');
const show = () => { output.textContent = total(tasks); };

table(tasks, (row, column, value) => {
  tasks[row][column] = value;
  show();
});
show();
