import {B, C, copyData, copyDone, D, E, message, P, Q, S} from '../messages.ts';
import {type Scenario, send, type Step} from '../transcript.ts';

// Clients whose texts are in another encoding than UTF8: what they send, and what they get.

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** Text with bytes in hexadecimal between braces, and a zero at its end. */
function bytes(text: string): Buffer {
  const parts = text.split(/\{([0-9a-f]+)\}/);
  return Buffer.concat([...parts.map((part, i) => (i % 2 ? hex(part) : Buffer.from(part))), Buffer.from([0])]);
}

const q = (text: string): Buffer => message('Q', bytes(text));

function given(sql: string, ...data: readonly string[]): Step {
  const pieces = data.map(text => copyData(bytes(text).subarray(0, -1)));
  return {bytes: Buffer.concat([Q(sql), ...pieces, copyDone]), until: 1};
}

const bind = (value: string, format: number, result: number): Buffer =>
  B([bytes(value).subarray(0, -1)], {formats: [format], results: [result]});

const parsed = (sql: string, value: string, format = 0, result = 0): Step =>
  send(P(sql), bind(value, format, result), D('P'), E(), S);

export const encodingScenarios: readonly Scenario[] = [
  {
    name: 'encodings: LATIN1',
    startup: {client_encoding: 'latin-1'},
    showStartup: true,
    steps: [
      send(q("SELECT '{e9}' AS \"{fc}\", length('{e9}{df}'), 'x' || chr(228)")),
      send(q('SELECT chr(8364)')),
      send(q('SELECT 1 AS U&"\\20AC"')),
      send(q('SELECT U&"\\20AC"')),
      send(q('SELECT "{e9}"')),
      send(q("SELECT '{e9}'::int")),
      send(q("SELECT '{e9}'::jsonb ")),
      send(
        q(
          "SELECT '\"{e9}\"'::jsonb, ARRAY['{e9}', 'x'], ROW('{e9}', 1), '{e9}'::bytea, 'x{e9}'::name, '{e9}'::char(3)",
        ),
      ),
      send(q('CREATE TEMP TABLE "caf{e9}" ("{e0}" text)')),
      send(q("INSERT INTO \"caf{e9}\" VALUES ('{e8}'), (NULL), ('plain')")),
      send(q('SELECT * FROM "caf{e9}"')),
      send(q('SELECT * FROM "caf{e8}"')),
      send(q('SHOW client_encoding; SELECT pg_client_encoding()')),
    ],
  },
  {
    name: 'encodings: extended protocol in LATIN1',
    startup: {client_encoding: 'LATIN1'},
    steps: [
      parsed('SELECT $1::text, convert_to($1, $$utf8$$)', '{e9}'),
      parsed('SELECT $1::text, convert_to($1, $$utf8$$)', '{e9}', 1, 1),
      parsed('SELECT $1::text[]', '{7b}{e9},x{7d}', 0, 1),
      parsed('SELECT $1::jsonb', '"{e9}"', 0, 1),
      parsed('SELECT $1::jsonb', '{01}"{e9}"', 1, 0),
      parsed('SELECT $1::bytea', '{e9}', 1, 1),
      parsed('SELECT chr($1::int)', '8364'),
      send(message('P', bytes('s{e9}'), bytes("SELECT '{e9}'::text"), 0), B([], {statement: 's'}), S),
      send(message('B', bytes('p{e9}'), bytes('s{e9}'), 0, 0, 0), message('E', bytes('p{e9}'), hex('00000000')), S),
      send(q('SELECT name FROM pg_prepared_statements')),
      send(C('S', 's'), S),
    ],
  },
  {
    name: 'encodings: as of a SET',
    steps: [
      send(Q("SET client_encoding TO 'sjis'"), q("SELECT '{835c}' AS x, convert_to('{835c}', 'utf8')")),
      send(Q("SET NAMES 'euc-jp'"), q("SELECT '{a5bd}' AS x, convert_to('{a5bd}', 'utf8')")),
      send(Q('SELECT chr(228)')),
      send(q("SELECT '{a5}'")),
      send(q("SELECT '{ff}{41}'")),
      send(Q('BEGIN; SET client_encoding = big5'), q("SELECT '{a440}'"), Q('ROLLBACK'), q("SELECT '{b0ec}'")),
      send(Q("SET client_encoding = 'windows-1252'"), q("SELECT '{80}', convert_to('{80}', 'utf8')")),
      send(q("SELECT '{81}'")),
      send(Q("SET client_encoding = 'gb18030'"), Q('SELECT chr(128512), chr(228), chr(20013)')),
      send(Q("SET client_encoding = 'johab'"), Q('SELECT chr(44032)')),
      send(Q("SET client_encoding = 'koi8'"), Q('SELECT chr(1078)'), Q('SHOW client_encoding')),
      send(Q("SET client_encoding = 'nonsense'")),
      send(Q("SET client_encoding = 'mule_internal'")),
      send(Q("SET client_encoding = 'sql_ascii'"), q("SELECT '{c3a9}'"), q("SELECT '{e9}'")),
      send(Q('RESET client_encoding'), Q('SHOW client_encoding')),
    ],
  },
  {
    name: 'encodings: COPY',
    startup: {client_encoding: 'win1251'},
    steps: [
      send(Q('CREATE TEMP TABLE copied (a text, b text)')),
      given('COPY copied FROM STDIN', '{e6}\tx\\t{e8}\n'),
      given("COPY copied FROM STDIN (ENCODING 'utf-8')", '{d0b6}\t\\N\n'),
      given("COPY copied FROM STDIN (FORMAT csv, ENCODING 'sjis')", '"{835c}","a""b"\n{8c},x\n'),
      given("COPY copied FROM STDIN (FORMAT csv, ENCODING 'koi8-r')", '"{d6}","a""{d7},"\n'),
      given('COPY copied FROM STDIN', 'x\ty\n{98}\tz\n'),
      given('COPY copied (a) FROM STDIN', 'x\n{e6}\t\n'),
      send(Q('SELECT convert_to(a, $$utf8$$), convert_to(b, $$utf8$$) FROM copied')),
      send(Q('COPY copied TO STDOUT')),
      send(Q("COPY copied TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *, ENCODING 'utf8')")),
      send(Q("COPY (SELECT chr(12477), 'x') TO STDOUT (ENCODING 'shift_jis')")),
      send(Q("COPY (SELECT chr(12477), 'x') TO STDOUT (ENCODING 'latin1')")),
      send(Q('COPY copied TO STDOUT (FORMAT binary)')),
      send(Q("COPY copied TO STDOUT (ENCODING 'nonsense')")),
      send(Q("COPY copied TO STDOUT (ENCODING 'mule_internal')")),
    ],
  },
  {
    name: 'encodings: one that is none at the start',
    startup: null,
    steps: [
      {
        bytes: message(
          '',
          hex('00030000'),
          'user',
          'millrace',
          'database',
          'millrace',
          'client_encoding',
          'nonsense',
          hex('00'),
        ),
        until: 'close',
      },
    ],
  },
];
