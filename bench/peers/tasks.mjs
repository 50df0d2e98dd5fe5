// The form that every side shows: the columns of the page's task table, and the tasks that stand in it.

/** A task's members, in the order of the columns. */
export const columns = ['number', 'title', 'role', 'completion', 'in_debugging', 'claim', 'note', 'evidence'];

/** So many tasks, lead and supporting in turn, each at a judged share. */
export const sampleTasks = (count) => Array.from({ length: count }, (_, at) => ({
  number: `${at + 1}`,
  title: `第 ${at + 1} 项任务，名称和通知里的一样长`,
  role: at % 2 === 0 ? 'lead' : 'supporting',
  completion: '85',
  in_debugging: false,
  claim: at === lever(count) ? '5' : '80',
  note: '尚有两项待接入，预计下月完成',
  evidence: '1-1',
}));

/** The place of the lead task in the middle, whose claim is typed at: 5 and 95 in turn change the total of any form. */
export const lever = (count) => (count >> 2) * 2;

/** How many tasks the address asks for. */
export const asked = () => Number(location.hash.slice(1)) || 1;
