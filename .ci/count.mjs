// Prints "PASSED FAILED SKIPPED" of one vitest run: count.mjs REPORT_FILE EXIT_STATUS
import { readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);

function counts() {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    // A file that cannot be loaded has no test that could fail.
    const broken = report.testResults.filter(result => result.status === 'failed' && result.assertionResults.length === 0);
    return [report.numPassedTests, report.numFailedTests + broken.length, skipped];
  } catch {
    return [0, 0, 0];
  }
}

const [passed, failed, skipped] = counts();
const isUnexplained = status !== '0' && failed === 0;
// A run that claims success without one test is a broken count, not a success.
const isEmpty = status === '0' && passed + failed + skipped === 0;
process.stdout.write(`${passed} ${isUnexplained || isEmpty ? 1 : failed} ${skipped}\n`);
