// The example of work safety filled in: everything at its best, except what is given otherwise.

/**
 * Fills in every criterion. With nothing given, everything that is not settled at the check has its
 * full marks: 100 each of 责任落实, 监督检查 and 宣传培训, 8 of 附加分, nothing off, no veto.
 */
export async function fillWorkSafety(form, given = {}) {
  const { pledges, closed, best } = { pledges: 'all', closed: '5', best: '80', ...given };
  const words = pledges === 'all' ? ['制定责任清单', '分解到科室', '向社会公开'] : [];
  for (const label of words) await form.answer('pledges', label);
  if (words.length === 0) await form.block('pledges').locator('label.none input').check();
  const values = { meetings: '12', planned: '100', remedied: '95', remedy_days: '5', trained: '95', found: best, alarms: '3' };
  for (const [criterion, text] of Object.entries(values)) await form.value(criterion, text);
  const counts = [
    ['returns', 'tardy', '0'], ['cases', 'closed', closed], ['campaign', 'undone', '0'], ['courses', 'course', '5'],
    ['courses', 'drill', '3'], ['mishaps', 'mishap', '0'], ['mishaps', 'hidden_one', '0'],
  ];
  for (const [criterion, item, times] of counts) await form.count(criterion, item, times);
  await form.say('/answers/campaign/flags/watched', '否');
  await form.scores('jury', '100', '100', '100');
  await form.addEntry('articles', { title: '隐患排查做法', level: '省级以上', placement: '头版头条' }); // 2 × 2
  await form.addEntry('articles', { title: '演练信息', level: '市级' }); // 1
  await form.addEntry('honours', { title: '责任制', level: '省级以上' }); // 3
  await form.answer('blamed', '没有被通报');
  await form.answer('vetoed', '以上情形都没有发生');
}
