// A node:test reporter that leaves the figures of a run behind as JSON, and what failed in a line each, for test.mjs. Suites are not tests.
import { relative, resolve } from 'node:path';

/** node:test reports a file in which no test ran as one test, named after the file. */
const isFile = ({ name, file }) => file !== undefined && resolve(name) === resolve(file);

export default async function* report(source) {
  const figures = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of source) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (type === 'test:fail' || isFile(data)) {
      figures.failed += 1;
      figures.failures.push(`${relative('.', data.file ?? '')}: ${data.name}: ${data.details?.error?.message ?? 'no test ran'}`);
    } else if (data.skip !== undefined || data.todo !== undefined) figures.skipped += 1;
    else figures.passed += 1;
  }
  yield JSON.stringify(figures);
}
