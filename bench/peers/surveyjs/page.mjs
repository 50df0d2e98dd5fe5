// The form as a survey, drawn by SurveyJS' own renderer without a framework.
import { Model } from 'survey-core';
import 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import { asked, columns, sampleTasks } from '../tasks.mjs';
import { survey } from './engine.mjs';

const number = ({ completion, claim, ...task }) => ({ ...task, completion: Number(completion), claim: Number(claim) });
const model = new Model(survey(columns));
model.data = { tasks: sampleTasks(asked()).map(number) };
model.render(document.getElementById('survey'));
