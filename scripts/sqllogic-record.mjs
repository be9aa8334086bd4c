// Asks a running PostgreSQL for the results and SQLSTATEs of test/sqllogic and writes them into the files.
//   node scripts/sqllogic-record.mjs [--check] postgres://USER@HOST:PORT/DB [FILE …]
// --check: writes nothing, prints the records that PostgreSQL answers otherwise, and how many it was asked.
// The database is one of encoding UTF8 with LC_COLLATE C and LC_CTYPE C.UTF-8, as Millrace is.
// Files whose first line is `# millrace` are left alone. Prints what changed.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import pg from 'pg';

const check = process.argv[2] === '--check';
const [url, ...chosen] = process.argv.slice(check ? 3 : 2);
let asked = 0;
let different = 0;
const folder = new URL('../test/sqllogic', import.meta.url).pathname;
const files =
  chosen.length > 0
    ? chosen
    : readdirSync(folder)
        .filter(name => name.endsWith('.slt'))
        .map(name => join(folder, name));
const raw = {getTypeParser: () => value => value};

function formatRow(row) {
  return row
    .map(value => {
      if (value === null) return 'NULL';
      return value === '' ? '(empty)' : value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('|', '\\|');
    })
    .join('|');
}

function errorText({message, detail, hint}) {
  return [message, detail && `DETAIL: ${detail}`, hint && `HINT: ${hint}`]
    .filter(Boolean)
    .flatMap(part => part.split('\n'));
}

async function record(file) {
  const text = readFileSync(file, 'utf8');
  if (text.startsWith('# millrace')) return;
  const clients = new Map();
  const connection = async name => {
    if (clients.has(name)) return clients.get(name);
    const client = new pg.Client({connectionString: url, types: raw});
    await client.connect();
    await client.query("SET search_path = slt; SET timezone = 'UTC'; SET lc_monetary='C'");
    clients.set(name, client);
    return client;
  };
  await (await connection('')).query('DROP SCHEMA IF EXISTS slt CASCADE; CREATE SCHEMA slt');
  const blocks = text.replace(/\n+$/, '').split(/\n{2,}/);
  const written = [];
  for (const block of blocks) {
    const lines = block.split('\n');
    const first = lines.findIndex(line => !line.startsWith('#'));
    if (first < 0) {
      written.push(block);
      continue;
    }
    const comments = lines.slice(0, first);
    const [head, ...rest] = lines.slice(first);
    const rule = rest.indexOf('----');
    const sql = (rule < 0 ? rest : rest.slice(0, rule)).join('\n');
    const name = head.split(' ').find(word => word.startsWith('@')) ?? '';
    const client = await connection(name);
    const suffix = name && ` ${name}`;
    if (head.startsWith('statement')) {
      let verdict = `statement ok${suffix}`;
      let text = [];
      try {
        await client.query(sql);
      } catch (error) {
        verdict = `statement error ${error.code}${suffix}`;
        if (rule >= 0) text = ['----', ...errorText(error)];
      }
      written.push([...comments, verdict, sql, ...text].join('\n'));
      continue;
    }
    try {
      const {rows} = await client.query({text: sql, rowMode: 'array'});
      const result = rows.map(formatRow);
      if (head.includes('rowsort')) result.sort();
      written.push([...comments, head, sql, '----', ...result].join('\n'));
    } catch (error) {
      written.push(
        [...comments, `statement error ${error.code}${suffix}`, sql, '----', ...errorText(error)].join('\n'),
      );
      console.log(`${file}: ${error.message}: ${sql}`);
    }
  }
  for (const client of clients.values()) await client.end();
  const result = `${written.join('\n\n')}\n`;
  asked += written.filter(block => /^(?:statement|query)/m.test(block)).length;
  if (check) {
    blocks.forEach((block, i) => {
      if (block === written[i]) return;
      different++;
      console.log(`${file}:\n${block}\nPostgreSQL:\n${written[i]}\n`);
    });
  } else if (result !== text) {
    writeFileSync(file, result);
    console.log(`${file}: written`);
  }
}

for (const file of files) await record(file);
if (check) {
  console.log(`${asked} records asked, ${different} different`);
  process.exitCode = different > 0 ? 1 : 0;
}
