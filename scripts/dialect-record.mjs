// Asks a running PostgreSQL for the results of the translations in test/dialects/cases and writes them into the files.
//   node scripts/dialect-record.mjs postgres://USER@HOST:PORT/DB
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import pg from 'pg';

const folder = new URL('../test/dialects/cases', import.meta.url).pathname;
const tables = readFileSync(join(folder, '../tables.sql'), 'utf8');
const client = new pg.Client({connectionString: process.argv[2], types: {getTypeParser: () => value => value}});
await client.connect();
for (const name of readdirSync(folder)) {
  const blocks = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n\n');
  const written = [];
  for (const block of blocks) {
    const lines = block.split('\n').filter(line => !line.startsWith('= '));
    const translation = lines.find(line => line.startsWith('=> '));
    if (translation) lines.push(...(await rows(translation.slice(3).replaceAll('\\n', '\n'))));
    written.push(lines.join('\n'));
  }
  writeFileSync(join(folder, name), `${written.join('\n\n')}\n`);
}
await client.end();

async function rows(sql) {
  await client.query('DROP SCHEMA IF EXISTS dialects CASCADE; CREATE SCHEMA dialects; SET search_path = dialects');
  await client.query("SET timezone = 'UTC'");
  await client.query(tables);
  try {
    const result = await client.query({text: sql, rowMode: 'array'});
    return result.rows.map(row => `= ${JSON.stringify(row)}`);
  } catch (error) {
    // Windows of streams are not PostgreSQL's.
    console.log(`${error.message}: ${sql}`);
    return [];
  }
}
