// Asks a running PostgreSQL which words its dictionaries leave out, for src/expr/text-search/stop-words.ts.
//   node scripts/text-search-words.mjs postgres://SUPERUSER@HOST:PORT/DB
import {writeFileSync} from 'node:fs';
import pg from 'pg';
import snowball from 'snowball-stemmers';

const client = new pg.Client({connectionString: process.argv[2]});
await client.connect();
const languages = [];
for (const language of snowball.algorithms().sort()) {
  const known = await client.query('SELECT 1 FROM pg_ts_dict WHERE dictname = $1', [`${language}_stem`]);
  if (known.rowCount === 0) continue;
  const {rows} = await client.query(
    `SELECT word FROM (SELECT DISTINCT word FROM pg_config, regexp_split_to_table(
       pg_read_file(setting || '/tsearch_data/' || $1 || '.stop', 0, 1000000, true), '\\s+') word WHERE name = 'SHAREDIR') words
     WHERE word <> '' AND ts_lexize(($1 || '_stem')::regdictionary, word) = '{}' ORDER BY word COLLATE "C"`,
    [language],
  );
  languages.push([language, rows.map(({word}) => word)]);
}
await client.end();

const lines = [
  '/** Words that say too little to be looked for, as PostgreSQL 15 leaves them out (scripts/text-search-words.mjs). */',
  'export const stopWords: Readonly<Record<string, string>> = {',
  ...languages.flatMap(([language, words]) => {
    const folded = [''];
    for (const word of words) {
      if (folded.at(-1).length + word.length > 105) folded.push('');
      folded.push(`${folded.pop()} ${word}`.trimStart());
    }
    return [`  ${language}: \``, ...folded.map(line => `    ${line}`.trimEnd()), '  `,'];
  }),
  '};',
];
writeFileSync(new URL('../src/expr/text-search/stop-words.ts', import.meta.url), `${lines.join('\n')}\n`);
