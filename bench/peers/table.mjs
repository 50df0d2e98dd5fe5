// A table of inputs, a task a row, in plain DOM.
import { columns } from './tasks.mjs';

function field(column, value) {
  if (column === 'role') {
    const select = document.createElement('select');
    select.append(new Option('牵头', 'lead'), new Option('配合', 'supporting'));
    select.value = value;
    return select;
  }
  const input = document.createElement('input');
  if (column === 'in_debugging') {
    input.type = 'checkbox';
    input.checked = value;
  } else {
    input.value = value;
  }
  return input;
}

/** Fills the table of the page, and calls `changed(row, column, value)` for whatever is typed. */
export function table(tasks, changed) {
  const body = document.querySelector('tbody');
  tasks.forEach((task, row) => {
    const line = document.createElement('tr');
    for (const column of columns) {
      const input = field(column, task[column]);
      input.dataset.row = row;
      input.dataset.column = column;
      line.appendChild(document.createElement('td')).append(input);
    }
    body.append(line);
  });
  body.addEventListener('input', ({ target }) => {
    const { row, column } = target.dataset;
    changed(Number(row), column, target.type === 'checkbox' ? target.checked : target.value);
  });
}
