// Asks a running PostgreSQL what every code of its client encodings stands for, and how every character is written in them, and
// writes src/expr/text/encodings-data.ts, which encoding-table.ts reads.
//   node scripts/encodings/record.mjs postgres://USER@HOST:PORT/DB      (a database of encoding UTF8; two functions stay behind)
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import pg from 'pg';

const single =
  'LATIN1 LATIN2 LATIN3 LATIN4 LATIN5 LATIN6 LATIN7 LATIN8 LATIN9 LATIN10 ISO_8859_5 ISO_8859_6 ISO_8859_7 ISO_8859_8 ' +
  'WIN1250 WIN1251 WIN1252 WIN1253 WIN1254 WIN1255 WIN1256 WIN1257 WIN1258 WIN866 WIN874 KOI8R KOI8U';
// Those that have rows of a table in common stand together: they are packed as one.
const multiple = 'EUC_CN GBK GB18030 EUC_KR UHC JOHAB EUC_JP SJIS EUC_JIS_2004 SHIFT_JIS_2004 BIG5 EUC_TW';
const has = {
  threes: ['EUC_JP', 'EUC_JIS_2004'],
  fours: ['EUC_TW'],
  plane2: ['EUC_TW', 'EUC_JIS_2004', 'SHIFT_JIS_2004'],
  pairs: ['EUC_JIS_2004', 'SHIFT_JIS_2004'],
};

const client = new pg.Client({connectionString: process.argv[2]});
await client.connect();
await client.query(`
  CREATE OR REPLACE FUNCTION encoded(c int, e name) RETURNS bytea LANGUAGE plpgsql AS
    $$ BEGIN RETURN convert_to(chr(c), e); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;
  CREATE OR REPLACE FUNCTION decoded(b bytea, e name) RETURNS text LANGUAGE plpgsql AS
    $$ BEGIN RETURN convert_from(b, e); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$`);

const rowsOf = async (text, ...values) => (await client.query({text, values, rowMode: 'array'})).rows;
const codeOf = bytes => [...bytes].reduce((code, byte) => code * 256 + byte, 0);
const linear = bytes => ((bytes[0] - 129) * 10 + bytes[1] - 48) * 1260 + (bytes[2] - 129) * 10 + bytes[3] - 48;

async function charactersOf(name) {
  const wide = multiple.includes(name);
  const candidates = [
    'SELECT i FROM generate_series(1, 255) i',
    wide && 'SELECT i*256+j FROM generate_series(128, 255) i, generate_series(0, 255) j',
    has.threes.includes(name) &&
      "SELECT x'8f0000'::int+i*256+j FROM generate_series(128, 255) i, generate_series(128, 255) j",
    has.fours.includes(name) &&
      "SELECT x'8ea00000'::bigint+k*65536+i*256+j FROM generate_series(1,15) k, generate_series(128,255) i, generate_series(128,255) j",
  ].filter(Boolean);
  const rows = await rowsOf(
    `SELECT b, t FROM (SELECT b, decoded(b, $1) AS t FROM (
       SELECT decode(CASE WHEN length(to_hex(i)) % 2 = 1 THEN '0' ELSE '' END || to_hex(i), 'hex')
       FROM (${candidates.join(' UNION ALL ')}) AS codes(i)) AS each(b)) AS found
     WHERE t IS NOT NULL ORDER BY length(b), b`,
    name,
  );
  const singles = new Set(rows.filter(([bytes]) => bytes.length === 1).map(([bytes]) => bytes[0]));
  return rows
    .filter(([bytes, text]) => {
      const size = [...text].length;
      return size === 1 || (size === 2 && has.pairs.includes(name) && !singles.has(bytes[0]));
    })
    .map(([bytes, text]) => [codeOf(bytes), text]);
}

async function codesOf(name) {
  const more = has.plane2.includes(name) ? 'UNION ALL SELECT generate_series(131072, 196607)' : '';
  const rows = await rowsOf(
    `SELECT c, b FROM (SELECT c, encoded(c, $1) AS b FROM (SELECT generate_series(1, 65535) ${more}) AS points(c)
       WHERE c NOT BETWEEN 55296 AND 57343) AS each WHERE b IS NOT NULL ORDER BY b`,
    name,
  );
  return rows.map(([point, bytes]) => [codeOf(bytes), String.fromCodePoint(point), bytes]);
}

/** Codes that follow one another, as [first, count]; beside them their characters. */
function packed(entries) {
  const runs = [];
  for (const [code] of entries) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === code) last[1]++;
    else runs.push([code, 1]);
  }
  return [runs, entries.map(([, text]) => text).join('')];
}

const tables = {};
for (const name of `${single} ${multiple}`.split(' ')) {
  const characters = await charactersOf(name);
  const codes = await codesOf(name);
  // GB18030's codes of four bytes: numbered through, most are as far from each other as their characters are.
  const fours = [];
  for (const [, text, bytes] of codes.filter(([, , {length}]) => name === 'GB18030' && length === 4)) {
    const [at, point] = [linear(bytes), text.codePointAt(0)];
    const last = fours.at(-1);
    if (last && last[0] + last[2] === at && last[1] + last[2] === point) last[2]++;
    else fours.push([at, point, 1]);
  }
  const plain = codes.filter(([, , {length}]) => name !== 'GB18030' || length < 4);
  const first = new Map();
  for (const [code, text] of characters) if (!first.has(text)) first.set(text, code);
  const pairs = characters.filter(([, text]) => [...text].length === 2);
  const table = {
    decode: packed(characters.filter(([, text]) => [...text].length === 1)),
    // What is not written by the least of its codes.
    encode: packed(plain.filter(([code, text]) => first.get(text) !== code)),
  };
  if (pairs.length > 0) table.pairs = pairs;
  if (fours.length > 0) table.fours = fours;
  tables[name] = table;
  const written = new Set(plain.map(([, text]) => text));
  const lost = [...first.keys()].filter(text => !written.has(text) && [...text].length === 1);
  if (lost.length > 0) console.log(`${name}: ${lost.length} characters are read and not written`);
}
await client.end();

const bytes = Buffer.from(JSON.stringify(tables), 'utf16le');
const params = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 24,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
};
const data = brotliCompressSync(bytes, {params}).toString('base64');
writeFileSync(
  join(dirname(fileURLToPath(import.meta.url)), '../../src/expr/text/encodings-data.ts'),
  `// Recorded from PostgreSQL 15 by scripts/encodings/record.mjs; encoding-table.ts says how it is read.\n\nexport const PACKED_ENCODINGS =\n  '${data}';\n`,
);
console.log(`${data.length} bytes`);
