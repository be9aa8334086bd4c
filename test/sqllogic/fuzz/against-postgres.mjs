// Random queries over random tables, compared with a PostgreSQL 15 that it starts itself.
//   node test/sqllogic/fuzz/against-postgres.mjs [--seed 1] [--count 1000] [--only FEATURE …] [--out FOLDER] [--excused]
// Needs a built server (node scripts/build.mjs server). --out: the statements of rounds with differences go there;
// --excused: prints the differences too that docs/sql.md admits (surface/exceptions.ts).
import {spawnSync} from 'node:child_process';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const outfile = join(root, 'dist/fuzz-against-postgres.mjs');
await build({
  entryPoints: [join(here, 'surface/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const {status} = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {cwd: root, stdio: 'inherit'});
process.exitCode = status ?? 1;
