// Many forms by SurveyJS: one survey, which is given the data of each form.
import { Model } from 'survey-core';
import { columns } from '../tasks.mjs';
import { offer } from '../batch.mjs';
import { survey } from './engine.mjs';

const model = new Model(survey(columns));

offer((tasks) => {
  model.data = { tasks };
  return model.getValue('total').toFixed(2);
});
