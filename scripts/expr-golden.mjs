// Writes src/expr/fixtures/postgres-results.json: what a Postgres 15 answers to calls of every function, operator and
// cast of the registry over sample values, and to every set-returning function.
//   node scripts/expr-golden.mjs 'postgres://postgres@localhost:5432/postgres'
// The session's TimeZone is Europe/Berlin; the cluster's collation must be C.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import pg from 'pg';
import {samples, samplesOf, skipped} from './expr-samples.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/expr/fixtures/postgres-results.json');
const CASES = 14;

async function registry() {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-golden-'));
  const outfile = join(folder, 'registry.mjs');
  const stdin = `
    export {allAggregates, allFunctions} from './src/expr/registry.ts';
    export {allTableFunctions} from './src/expr/table-functions.ts';
    export {shortTypeName} from './src/expr/short-names.ts';`;
  await build({
    stdin: {contents: stdin, resolveDir: root, loader: 'ts'},
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['*/kernels.js'],
    outfile,
    logLevel: 'error',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, {recursive: true});
  return loaded;
}

/** A small generator of fixed sequence, so that a fixture made anew differs only where it must. */
function random(seed) {
  let state = seed >>> 0 || 1;
  return n => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function hash(text) {
  let h = 0;
  for (const c of text) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0;
  return h;
}

/** Concrete argument types of a call: polymorphic parameters in a few instances, variadic ones repeated. */
function instances(row, typeName) {
  const names = row.kind === 'cast' ? [row.signature.slice(5, row.signature.lastIndexOf(','))] : row.args.map(typeName);
  if (row.variadic) {
    const fixed = names.slice(0, -1);
    const lists =
      names.at(-1) === 'any'
        ? [
            ['int4', 'text'],
            ['text', 'bool', 'float8', 'numeric'],
            ['text', 'date'],
          ]
        : [['text'], ['text', 'text']];
    return lists.map(list => [...fixed, ...list]);
  }
  const elements = ['int4', 'text', 'numeric'];
  if (names.some(name => /^anycompatible/.test(name))) {
    return elements.map(e => names.map(n => (n === 'anycompatiblearray' ? `${e}[]` : n === 'anycompatible' ? e : n)));
  }
  if (names.includes('anyarray'))
    return ['int4', 'text', 'float8'].map(e => names.map(n => (n === 'anyarray' ? `${e}[]` : n)));
  if (names.some(n => /^any/.test(n))) {
    return [
      'int4',
      'bool',
      'numeric',
      'timestamp',
      'float8',
      'bpchar',
      'uuid',
      'jsonb',
      'int4[]',
      'timestamptz',
      'bytea',
    ]
      .filter(e => !(names.includes('anynonarray') && e.endsWith(']')))
      .map(e => names.map(n => (/^any/.test(n) ? e : n)));
  }
  return [names];
}

function literal(value, type) {
  const sql = type.replace(/^char$/, '"char"').replace(/^char\[/, '"char"[');
  return value === null ? `NULL::${sql}` : `'${value.replaceAll("'", "''")}'::${sql}`;
}

function callText(row, types, args) {
  const values = args.map((value, i) => literal(value, types[i]));
  if (row.kind === 'cast') {
    const to = row.signature.slice(row.signature.lastIndexOf(',') + 1, -1).replace(/^char$/, '"char"');
    return `cast(${values[0]} as ${to})`;
  }
  if (row.kind === 'operator')
    return `${values.length > 1 ? `${values[0]} ` : ''}OPERATOR(pg_catalog.${row.name}) ${values.at(-1)}`;
  return `pg_catalog."${row.name}"(${values.join(', ')})`;
}

function cases(row, types) {
  const choices = types.map((type, i) => samplesOf(row.name, i, type));
  const next = random(hash(row.signature + types.join()));
  const total = choices.reduce((product, list) => product * list.length, 1);
  const wanted = Math.min(total, CASES);
  const seen = new Map();
  for (let tries = 0; seen.size < wanted && tries < 20 * CASES; tries++) {
    const args = total <= CASES ? pick(choices, tries) : choices.map(list => list[next(list.length)]);
    if (args) seen.set(JSON.stringify(args), args);
  }
  return [...seen.values()];
}

function pick(choices, index) {
  return choices.map(list => {
    const value = list[index % list.length];
    index = Math.floor(index / list.length);
    return value;
  });
}

const {allAggregates, allFunctions, allTableFunctions, shortTypeName} = await registry();
const client = new pg.Client({connectionString: process.argv[2], types: {getTypeParser: () => value => value}});
await client.connect();
await client.query(`set timezone = 'Europe/Berlin'; set datestyle = 'ISO, MDY'; set extra_float_digits = 1`);

async function answer(sql) {
  try {
    const {rows} = await client.query({text: sql, rowMode: 'array'});
    return {rows};
  } catch (error) {
    return {error: [error.code, error.message]};
  }
}

const functions = [];
for (const row of allFunctions()) {
  if (skipped(row)) continue;
  for (const types of instances(row, shortTypeName)) {
    const results = [];
    for (const args of cases(row, types)) {
      const got = await answer(`select ${callText(row, types, args)}`);
      results.push([args, got.error ?? got.rows[0][0]]);
    }
    functions.push({signature: row.signature, types, results});
  }
}

const tables = [];
for (const row of allTableFunctions()) {
  for (const types of instances(row, shortTypeName)) {
    const results = [];
    for (const args of cases(row, types).slice(0, 8)) {
      const values = args.map((value, i) => literal(value, types[i])).join(', ');
      const got = await answer(`select * from pg_catalog."${row.name}"(${values}) limit 40`);
      results.push([args, got.error ? {error: got.error} : got.rows]);
    }
    tables.push({signature: row.signature, types, results});
  }
}
/** Multisets of sample values; for numerics also of a declared precision. */
const aggregates = [];
for (const row of allAggregates()) {
  if (
    row.args.length !== 1 ||
    !['sum', 'avg', 'min', 'max', 'count', 'bool_and', 'bool_or', 'every'].includes(row.name)
  )
    continue;
  const type = shortTypeName(row.args[0])
    .replace(/^any$/, 'text')
    .replace(/^anyarray$/, 'int4[]');
  for (const declared of type === 'numeric' ? ['numeric', 'numeric(10,2)', 'numeric(25,4)', 'numeric(38,5)'] : [type]) {
    const results = [];
    for (const values of multisets(type, declared)) {
      const list = values.map(value => `(${literal(value, declared)})`).join(', ');
      const from = list === '' ? `(select null::${declared} where false) v(x)` : `(values ${list}) v(x)`;
      const got = await answer(`select pg_catalog."${row.name}"(x) from ${from}`);
      results.push([values, got.error ?? got.rows[0][0]]);
    }
    aggregates.push({signature: row.signature, type: declared, results});
  }
}
await client.end();

function multisets(type, declared) {
  const all = samplesOf('', 0, type).filter(value => declared === type || /^-?\d{0,8}(\.\d+)?$/.test(value));
  const next = random(hash(declared));
  const sets = [[], [null], [all[0]], all.slice(0, 3), [null, ...all.slice(1, 4)]];
  for (let i = 0; i < 10; i++) {
    sets.push(Array.from({length: 1 + next(6)}, () => (next(6) === 0 ? null : all[next(all.length)])));
  }
  return sets;
}

mkdirSync(dirname(target), {recursive: true});
const lines = list => list.map(item => JSON.stringify(item)).join(',\n');
writeFileSync(
  target,
  `{"functions": [\n${lines(functions)}\n],\n"tables": [\n${lines(tables)}\n],\n"aggregates": [\n${lines(aggregates)}\n]}\n`,
);
const calls = functions.reduce((sum, {results}) => sum + results.length, 0);
console.log(
  `${functions.length} signatures, ${calls} calls; ${tables.length} set-returning; ${Object.keys(samples).length} types`,
);
