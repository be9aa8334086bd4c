// Adds up vitest's JSON reports and prints the closing line of .ci/run; exits 1 unless everything passed.
//   node scripts/ci-summary.mjs FAILED_STEPS REPORT.json …
import {existsSync, readFileSync} from 'node:fs';

const [failedSteps, ...reports] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const report of reports) {
  if (!existsSync(report)) {
    console.log(`no report ${report}: its tests did not run`);
    failed++;
    continue;
  }
  const {numPassedTests, numFailedTests, numPendingTests, numTotalTests, testResults} = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests;
  failed += numFailedTests + (numTotalTests === 0 ? 1 : 0);
  for (const file of testResults) printFailures(file);
  // A file that cannot be loaded has no failed test of its own.
  failed += testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length;
  if (numPendingTests > 0) {
    console.log(`${report}: ${numPendingTests} tests were skipped; a test that lacks its service must fail`);
    failed += numPendingTests;
  }
}
if (Number(failedSteps) > 0 && failed === 0) failed = Number(failedSteps);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** What failed, once more at the end, where a log that was cut still shows it. */
function printFailures({name, status, message, assertionResults}) {
  const failures = assertionResults.filter(test => test.status === 'failed');
  for (const {fullName, failureMessages} of failures)
    console.log(`FAILED ${name}: ${fullName}\n${first(failureMessages[0])}`);
  if (status === 'failed' && assertionResults.length === 0) console.log(`FAILED ${name}\n${first(message)}`);
}

function first(message) {
  return (message ?? '').split('\n').slice(0, 4).join('\n');
}
