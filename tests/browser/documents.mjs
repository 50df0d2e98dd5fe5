// Form documents to begin with, and their check code, made here without the program.
import { createHash } from 'node:crypto';

/** The sample of the format's description: 76.00 of 95 points. */
export const sample = () => ({
  format: 'selfscore/form',
  version: 1,
  scheme: { id: 'business-environment-2021', revision: 1 },
  unit: '区教育局',
  filled_by: '张三',
  reviewed_by: '李四',
  phone: '000-0000',
  filled_on: '2022-01-10',
  answers: {
    tasks: {
      tasks: [{
        number: '1', title: '义务教育入学“一网通办”', role: 'lead', completion: '85', in_debugging: false,
        claim: '80', note: '12项材料已精简10项', evidence: ['1-1'],
      }],
      note: '',
      evidence: [],
    },
    leadership: { choice: 'with_meetings', note: '', evidence: [] },
    measures: { met: true, occurrences: { no_schedule: 1 }, note: '未列时间表', evidence: ['3-1'] },
    implementation: { occurrences: { off_schedule: 2, late_reports: 0 }, note: '', evidence: [] },
    publication: { done: ['guidance', 'website'], note: '', evidence: ['5-1', '5-2'] },
    learning: { occurrences: { visits: 1, trainings: 2 }, note: '', evidence: [] },
    publicity: { note: '区级媒体报道3次', evidence: [] },
  },
  evidence: [{ number: '1-1', name: '1-1_实施方案.pdf', bytes: 1234, sha256: 'ab'.repeat(32) }],
  score: {
    total: '76.00',
    criteria: {
      tasks: '48.00', leadership: '4.00', measures: '4.00', implementation: '11.00', publication: '6.00',
      learning: '3.00',
    },
  },
  exported_at: '2022-01-12T09:30:00+08:00',
});

/**
 * RFC 8785 for what a form holds: texts, whole numbers, flags, lists, objects. JavaScript's own
 * spelling of these is the canonical one, and its order of strings, by UTF-16 units, too.
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(',')}}`;
}

/** The check code that a document should carry. */
export function checkCode({ sha256, ...document }) {
  return createHash('sha256').update(canonical(document)).digest('hex');
}

/** The document with its check code. */
export const sealed = (document) => ({ ...document, sha256: checkCode(document) });

/** A document as a file to open. */
export const asFile = (name, document) => ({
  name,
  buffer: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document, null, 2)),
});

/** What two exports of the same answers have in common. */
export function lasting({ exported_at, sha256, ...document }) {
  return document;
}
