import { readFileSync } from 'node:fs';

// Adds up the reports of several test runs into one line; a step that failed without a failed test counts as one.
const [failedSteps = '0', ...files] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

const numberAt = (report: object, key: string): number => {
  const value: unknown = Reflect.get(report, key);
  return typeof value === 'number' ? value : 0;
};

for (const file of files) {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof report !== 'object' || report === null) throw new Error(`${file} is not a test report`);
  total.passed += numberAt(report, 'numPassedTests');
  total.failed += numberAt(report, 'numFailedTests');
  total.skipped += numberAt(report, 'numPendingTests');
}
total.failed = Math.max(total.failed, Number(failedSteps));
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
