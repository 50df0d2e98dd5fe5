// The survey: a dynamic matrix of tasks, and an expression that gives the total by a function of its own, which SurveyJS
// reckons faster than an expression in each row. The formula is that of schemes/business-environment-2021.json
// ("over_tasks") and core/src/scoring/tasks.rs; the engine's `round` rounds it once.
import { FunctionFactory } from 'survey-core';

FunctionFactory.Instance.register('taskPoints', ([tasks]) => {
  let sum = 0;
  let weight = 0;
  for (const task of tasks ?? []) {
    const own = task.role === 'lead' ? 1 : 0.5;
    const completion = Number(task.completion);
    const full = task.in_debugging === true || completion >= 100;
    sum += own * (full ? 100 : completion < 60 ? 0 : Number(task.claim ?? 0));
    weight += own;
  }
  return weight === 0 ? 0 : (60 * sum) / (100 * weight);
});

const cells = {
  number: { cellType: 'text' },
  title: { cellType: 'text' },
  role: { cellType: 'dropdown', choices: [{ value: 'lead', text: '牵头' }, { value: 'supporting', text: '配合' }] },
  completion: { cellType: 'text', inputType: 'number' },
  in_debugging: { cellType: 'boolean', renderAs: 'checkbox' },
  claim: { cellType: 'text', inputType: 'number' },
  note: { cellType: 'text' },
  evidence: { cellType: 'text' },
};

/** The survey of forms with the named columns. */
export const survey = (columns) => ({
  textUpdateMode: 'onTyping',
  showNavigationButtons: false,
  elements: [
    {
      type: 'expression', name: 'total', expression: 'round(taskPoints({tasks}), 2)',
      displayStyle: 'decimal', minimumFractionDigits: 2, maximumFractionDigits: 2,
    },
    {
      type: 'matrixdynamic', name: 'tasks', rowCount: 0, maxRowCount: 5000,
      columns: columns.map((name) => ({ name, ...cells[name] })),
    },
  ],
});
