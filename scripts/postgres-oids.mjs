// Writes src/expr/postgres-oids.ts: pg_proc.oid of every function, operator, cast, aggregate and set-returning function
// of the registry that a Postgres 15 has, by signature.
//   node scripts/postgres-oids.mjs 'postgres://postgres@localhost:5432/postgres'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import pg from 'pg';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/expr/postgres-oids.ts');

/** The registry, bundled so that Node can load TypeScript. */
async function signatures() {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-oids-'));
  const outfile = join(folder, 'registry.mjs');
  const stdin = `
    export {allFunctions, allAggregates} from './src/expr/registry.ts';
    export {allTableFunctions} from './src/expr/table-functions.ts';`;
  await build({
    stdin: {contents: stdin, resolveDir: root, loader: 'ts'},
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['*/kernels.js'],
    outfile,
    logLevel: 'error',
  });
  const registry = await import(pathToFileURL(outfile).href);
  rmSync(folder, {recursive: true});
  return [...registry.allFunctions(), ...registry.allAggregates(), ...registry.allTableFunctions()];
}

const names = `
  select oid, case when typelem <> 0 and typlen = -1 then (select typname::text || '[]' from pg_type e where e.oid = t.typelem)
    else typname end as name from pg_type t`;
const functions = `
  select p.oid, p.proname::text as name, array(select n.name::text from unnest(p.proargtypes) with ordinality a(oid, at)
    join names n on n.oid = a.oid order by at) as args from pg_proc p`;
const operators = `
  select o.oprcode::oid as oid, o.oprname::text as name, array(select n.name::text from unnest(array[o.oprleft, o.oprright])
    with ordinality a(oid, at) join names n on n.oid = a.oid order by at) as args from pg_operator o`;
const casts = `
  select c.castfunc as oid, 'cast' as name, array[s.name::text, t.name::text] as args from pg_cast c
    join names s on s.oid = c.castsource join names t on t.oid = c.casttarget where c.castfunc <> 0`;

async function postgresOids(url) {
  const client = new pg.Client(url);
  await client.connect();
  const {rows} = await client.query(
    `with names as (${names}) select * from (${functions} union all ${operators} union all ${casts}) f order by oid`,
  );
  await client.end();
  const oids = new Map();
  for (const {oid, name, args} of rows) {
    const signature = `${name}(${args.join(',')})`;
    if (!oids.has(signature)) oids.set(signature, Number(oid));
  }
  return oids;
}

const rows = await signatures();
const oids = await postgresOids(process.argv[2]);
const lines = [...new Set(rows.map(row => row.signature))]
  .filter(signature => oids.has(signature))
  .sort()
  .map(signature => `  ${JSON.stringify(signature).replace(/^"|"$/g, "'")}: ${oids.get(signature)},`);
const [head] = readFileSync(target, 'utf8').split('= {');
writeFileSync(target, `${head}= {\n${lines.join('\n')}\n};\n`);
const own = rows.filter(row => !oids.has(row.signature)).map(row => row.signature);
console.log(`${lines.length} of Postgres; ${own.length} of our own:\n${own.join('\n')}`);
