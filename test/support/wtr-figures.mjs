import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

function count(suite, figures) {
  for (const test of suite.tests) {
    if (test.skipped) figures.skipped += 1;
    else if (test.passed) figures.passed += 1;
    else figures.failed += 1;
  }
  for (const inner of suite.suites) count(inner, figures);
}

function* failures(suite, place) {
  for (const test of suite.tests) if (!test.passed && !test.skipped) yield `${place} ${test.name}: ${test.error?.message ?? 'failed'}`;
  for (const inner of suite.suites) yield* failures(inner, `${place} ${inner.name}`);
}

/** Leaves the figures of a run behind as JSON, and what failed in a line each. A file that broke, or that holds no test, counts as one failed test. */
export function figuresReporter(path) {
  return {
    onTestRunFinished({ sessions }) {
      const figures = { passed: 0, failed: 0, skipped: 0, browsers: {}, failures: [] };
      for (const session of sessions) {
        const own = { passed: 0, failed: 0, skipped: 0 };
        if (session.testResults) count(session.testResults, own);
        const empty = own.passed + own.failed + own.skipped === 0;
        if (own.failed === 0 && (empty || !session.passed || session.errors.length > 0)) own.failed = 1;
        for (const [name, number] of Object.entries(own)) figures[name] += number;
        const browser = session.browser.name;
        const place = `${relative('.', session.testFile)} in ${browser}:`;
        if (session.testResults) figures.failures.push(...failures(session.testResults, place));
        figures.failures.push(...session.errors.map(({ message }) => `${place} ${message}`));
        figures.browsers[browser] = (figures.browsers[browser] ?? 0) + own.passed;
      }
      writeFileSync(path, JSON.stringify(figures));
    },
  };
}
