// A form of the default scheme as the page reads it (docs/form-format.md), made here without the program.
import { createHash } from 'node:crypto';
import { exact } from './exact.mjs';

/** What the answers beside the tasks come to, as worked out by hand: 4 + 4 + 11 + 6 + 3. */
const rest = { implementation: '11.00', leadership: '4.00', learning: '3.00', measures: '4.00', publication: '6.00' };
export const restInCents = 2_800n;

const said = { evidence: ['1-1'], note: '按时完成' };
const answers = {
  implementation: { ...said, occurrences: { late_reports: 0, off_schedule: 2 } },
  leadership: { choice: 'with_meetings', ...said },
  learning: { ...said, occurrences: { trainings: 2, visits: 1 } },
  measures: { evidence: ['1-1'], met: true, note: '未列时间表', occurrences: { no_schedule: 1 } },
  publication: { done: ['guidance', 'website'], ...said },
  publicity: said,
};

/**
 * A complete form with these tasks, stating the exact figures. Members stand in the order of their names, so that
 * its plain text is its canonical one (RFC 8785).
 */
export function documentOf(tasks, district = '甲区') {
  const cents = exact(tasks);
  const listed = tasks.map((task) => ({
    ...(task.claim === '' ? {} : { claim: task.claim }),
    completion: task.completion, evidence: ['1-1'], in_debugging: task.in_debugging, note: task.note, number: task.number,
    role: task.role, title: task.title,
  }));
  const { implementation, leadership, learning, measures, publication, publicity } = answers;
  return {
    answers: {
      implementation, leadership, learning, measures, publication, publicity,
      tasks: { evidence: ['1-1'], note: '', tasks: listed },
    },
    district,
    evidence: [{ bytes: 1234, name: '1-1_实施方案.pdf', number: '1-1', sha256: 'ab'.repeat(32) }],
    exported_at: '2022-01-12T09:30:00+08:00',
    filled_by: '张三',
    filled_on: '2022-01-10',
    format: 'selfscore/form',
    phone: '000-0000',
    reviewed_by: '李四',
    scheme: { id: 'business-environment-2021', revision: 1 },
    score: { criteria: { ...rest, tasks: text(cents) }, total: text(cents + restInCents) },
    unit: '区教育局',
    version: 1,
  };
}

/** The document on one line with its check code. */
export function sealed(document) {
  const canonical = JSON.stringify(document);
  const code = createHash('sha256').update(canonical).digest('hex');
  return `${canonical.slice(0, -1)},"sha256":"${code}"}`;
}

/** Cents as points with two places. */
export const text = (cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
