/** The numbers of a run of `node --test`, as JSON: its tests, not the groups that hold them. */
export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass' && !data.skip && !data.todo) counts.passed++;
    if (type === 'test:fail') counts.failed++;
  }
  yield JSON.stringify(counts);
}
