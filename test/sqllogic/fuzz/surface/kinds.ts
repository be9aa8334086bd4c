import type {Choices} from '../choices.ts';

/**
 * The types that the templates of `rules.ts` speak of. Values are few, so that they meet one another; a float is a multiple
 * of 1/4 and a column's numeric has two digits, so that equal values look alike.
 */
const table = {
  int: ['int', '0', '1', '2', '3', '-1', '7', '12'],
  small: ['smallint', '0', '1', '-2', '3'],
  big: ['bigint', '0', '1', '2', '5000000000', '-3'],
  num: ['numeric(10,2)', '0.00', '1.00', '2.50', '-1.25', '99.99'],
  float: ['float8', '0', '1', '0.25', '-1.5', '2'],
  real: ['real', '0', '1', '0.25', '-1.5'],
  text: ['text', 'a', 'b', '', 'ab', 'B', 'é', 'a b c', 'foo.bar', 'Zz%', '12'],
  char: ['char(3)', 'a', 'b', 'ab', '', 'abc'],
  varchar: ['varchar(5)', 'a', 'ab ', 'xyz'],
  bool: ['boolean', 'true', 'false'],
  date: ['date', '2024-01-01', '2024-02-29', '2023-12-31', '1999-12-31'],
  time: ['time', '00:00:00', '12:30:15.5', '23:59:59'],
  ts: ['timestamp', '2024-01-01 00:00:00', '2024-02-29 12:30:00', '1999-12-31 23:59:59.5', '2024-01-02 00:00:00'],
  tstz: ['timestamptz', '2024-01-01 00:00:00+00', '2024-02-29 12:30:00+02', '2001-01-01 05:00:00+00'],
  interval: ['interval', '1 day', '02:00:00', '-1 mon', '0', '1 year 2 mons 3 days 04:05:06.7'],
  uuid: ['uuid', '00000000-0000-0000-0000-000000000001', 'ffffffff-0000-0000-0000-000000000000'],
  json: ['json', '1', '{"a": 1, "b": [1,2]}', '[1, "x"]', 'null'],
  jsonb: [
    'jsonb',
    '1',
    '{"a": 1}',
    '[1, "x"]',
    '{"a": "b", "c": {"d": [1, 2, 3]}}',
    'null',
    '"a"',
    '[]',
    '[{"a": 2}, {"a": 5}]',
    '{}',
  ],
  bytes: ['bytea', '\\x', '\\x01ff', '\\x616263'],
  ints: ['int[]', '{1,2}', '{}', '{NULL,1}', '{3}', '{2,1,3,1}'],
  texts: ['text[]', '{a,b}', '{}', '{NULL,""}', '{b}'],
  matrix: ['int[]', '{{1,2},{3,4}}', '{{1},{NULL}}', '{}', '[2:3]={5,6}', '{{{1,2}},{{3,4}}}'],
  irange: ['int4range', '[1,5)', 'empty', '(,3]', '[2,)', '[4,9]', '(,)'],
  nrange: ['numrange', '[1.0,2.5]', 'empty', '(0.5,)', '(1.0,2.0)'],
  drange: ['daterange', '[2024-01-01,2024-02-01)', '(,2024-01-15]', 'empty', '[2024-01-10,2024-01-10]'],
  imulti: ['int4multirange', '{[1,3),[5,9)}', '{}', '{(,2)}', '{[2,6),[8,)}'],
  inet: ['inet', '10.0.0.1', '10.0.0.0/8', '192.168.1.5/24', '::1', '2001:db8::/32'],
  cidr: ['cidr', '10.0.0.0/8', '192.168.1.0/24', '2001:db8::/32'],
  mac: ['macaddr', '08:00:2b:01:02:03', 'ff:ff:ff:00:00:00'],
  mood: ['mood', 'sad', 'ok', 'happy'],
  posint: ['posint', '1', '2', '9'],
  pair: ['pair', '(1,a)', '(2,)', '(,b)', '(1,"x y")'],
  bits: ['varbit', '', '1', '101', '0011', '10'],
  timetz: ['timetz', '00:00:00+00', '12:30:00+02', '10:30:00+00', '23:59:59.5-05'],
  money: ['money', '0.00', '1.50', '-2.25', '1000.00'],
  tsrange: ['tsrange', '[2024-01-01,2024-02-01)', 'empty', '(,2024-01-15 12:00]', '[2024-01-15,)'],
  oid: ['oid', '0', '1', '3000000000'],
  dates: ['date[]', '{2024-01-01,2024-02-29}', '{}', '{NULL,1999-12-31}'],
  moods: ['mood[]', '{sad,happy}', '{}', '{NULL}', '{ok}'],
  pairs: ['pair[]', '{"(1,a)","(2,)"}', '{}', '{NULL,"(,b)"}'],
} as const;

export type Kind = keyof typeof table;
export const kinds = Object.keys(table) as Kind[];
export const typeOf = (kind: Kind): string => table[kind][0];

/** Types without equality, and those whose equal values may look different. */
export const unsortable: readonly Kind[] = ['json'];
export const sortable = kinds.filter(kind => !unsortable.includes(kind));

/** `posint`: Postgres keeps a NULL of a domain from being known as one, so that what is strict about it is computed. */
const neverNull: readonly Kind[] = ['posint'];

export function literal(c: Choices, kind: Kind, nullsOneIn = 8): string {
  if (c.oneIn(nullsOneIn) && !neverNull.includes(kind)) return `NULL::${typeOf(kind)}`;
  const [type, ...values] = table[kind];
  const value = c.of<string>(values);
  if (kind === 'bool') return value;
  if (kind === 'int') return value.startsWith('-') ? `(${value})` : value;
  return `'${value}'::${type}`;
}
