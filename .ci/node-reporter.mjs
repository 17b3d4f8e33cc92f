// A node:test reporter that leaves the figures of a run behind as JSON, for test.mjs. Suites are not tests.
export default async function* report(source) {
  const figures = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (type === 'test:fail' && data.details?.type !== 'suite') figures.failed += 1;
    else if (data.details?.type === 'suite') continue;
    else if (data.skip !== undefined || data.todo !== undefined) figures.skipped += 1;
    else figures.passed += 1;
  }
  yield JSON.stringify(figures);
}
