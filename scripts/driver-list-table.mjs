// Runs the tests that drivers ship, those of test/driver-lists, against PostgreSQL 15 and against Millrace and prints the table
// of docs/clients/README.md; what is neither passed nor excused goes to standard error. `DRIVER_LISTS=a,b npm run driver-lists`;
// with OUTPUT_FOLDER what the lists print and their results are kept there.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {testSupport} from './test-support.mjs';

const {count, differences, driverLists, excuses, runOnBoth} = await testSupport(['driver-lists']);
const folder = process.env.OUTPUT_FOLDER;
console.log("| driver's tests | PostgreSQL 15 | Millrace | what fails here alone |\n|---|---|---|---|");
for (const list of driverLists()) {
  const begun = Date.now();
  const runs = await runOnBoth(list);
  const {failed, stale} = differences(list, runs.postgres, runs.millrace);
  const reasons = [...excuses(list, runs.postgres, runs.millrace)].map(([reason, tests]) => `${reason} (${tests})`);
  const cells = [runs.postgres, runs.millrace].map(
    run => `${count(run, 'passed')} passed, ${count(run, 'failed')} failed`,
  );
  console.log(`| ${[list.title, ...cells, reasons.join('; ')].join(' | ')} |`);
  console.error(`${list.name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  for (const id of failed) console.error(`FAILED ${id}`);
  for (const pattern of stale) console.error(`STALE ${pattern}`);
  if (!folder) continue;
  for (const [server, {output, outcomes}] of Object.entries(runs)) {
    writeFileSync(join(folder, `${list.name}-${server}.log`), output);
    writeFileSync(
      join(folder, `${list.name}-${server}.txt`),
      [...outcomes].map(([id, outcome]) => `${outcome}\t${id}\n`).join(''),
    );
  }
}
