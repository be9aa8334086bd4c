import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {TestPostgres} from '../../../support/postgres.ts';
import {TestServer} from '../../../support/server.ts';
import {connect} from '../case.ts';
import {mustBeDocumented} from './exceptions.ts';
import {features} from './queries.ts';
import {reportOf} from './report.ts';
import {type Excused, type Finding, Round, type Tally} from './rounds.ts';

const {values} = parseArgs({
  options: {
    seed: {type: 'string', default: '1'},
    count: {type: 'string', default: '1000'},
    only: {type: 'string', multiple: true},
    out: {type: 'string'},
    excused: {type: 'boolean', default: false},
  },
});
const only = values.only ?? features;
mustBeDocumented('docs/sql.md');
const [server, theirs] = await Promise.all([TestServer.start(), TestPostgres.start()]);
const millrace = await connect(server.url);
const postgres = await connect(theirs.url);
await postgres.query("SET statement_timeout = '5s'");
const tallies = new Map<string, Tally>();
const findings: Finding[] = [];
const excused: Excused[] = [];
let asked = 0;
try {
  for (let seed = Number(values.seed); asked < Number(values.count); seed++) {
    const round = new Round({millrace, postgres}, seed, only, tallies);
    asked += await round.run();
    for (const {feature, text} of round.findings) {
      process.stdout.write(`\nseed ${seed}, ${feature}: ${text}\n`);
      if (values.out) writeFileSync(`${values.out}/${seed}.sql`, round.statements);
    }
    for (const {feature, text} of values.excused ? round.excused : []) {
      process.stdout.write(`\nseed ${seed}, ${feature}, excused: ${text}\n`);
    }
    findings.push(...round.findings);
    excused.push(...round.excused);
  }
} finally {
  process.stdout.write(`${reportOf(tallies, findings, excused, asked)}\n`);
  await millrace.end();
  await postgres.end();
  await server.dispose();
  await theirs.dispose();
}
process.exitCode = findings.length > 0 ? 1 : 0;
