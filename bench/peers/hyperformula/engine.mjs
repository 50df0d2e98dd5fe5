// A sheet of HyperFormula: a task a row, and one cell with the total. The formula is that of
// schemes/business-environment-2021.json ("over_tasks") and core/src/scoring/tasks.rs; ROUND rounds it once.
import { HyperFormula } from 'hyperformula';

/** Places of the columns that count. */
export const cells = { role: 0, completion: 1, in_debugging: 2, claim: 3 };

const number = (text) => (text === '' ? null : Number(text));

/** What stands in the cells of a task. */
export const row = (task) => [task.role, number(task.completion), task.in_debugging, number(task.claim)];

/** What stands in the cell of one of its columns. */
export const cell = (column, value) => (column === 'completion' || column === 'claim' ? number(value) : value);

/** A sheet with so many tasks. */
export function sheetOf(tasks) {
  const formulas = (at) => [
    `=IF(A${at}="lead",1,0.5)`,
    `=IF(OR(C${at},B${at}>=100),100,IF(B${at}<60,0,D${at}))`,
  ];
  const rows = tasks.map((task, at) => [...row(task), ...formulas(at + 1)]);
  const last = tasks.length;
  rows[0].push(`=ROUND(60*SUMPRODUCT(E1:E${last},F1:F${last})/(100*SUM(E1:E${last})),2)`);
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' });
  return {
    set: (row, column, contents) => engine.setCellContents({ sheet: 0, row, col: column }, contents),
    total: () => engine.getCellValue({ sheet: 0, row: 0, col: 6 }).toFixed(2),
  };
}
