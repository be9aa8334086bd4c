import type {Choices} from './choices.ts';

/**
 * Types that random queries compute with. A numeric always has the scale 2, a float is a multiple of 1/4: equal values then
 * look alike, and sums are exact in any order.
 */
export const kinds = [
  'int',
  'bigint',
  'numeric',
  'float8',
  'text',
  'boolean',
  'timestamp',
  'date',
  'jsonb',
  'smallint',
  'interval',
  'char',
  'uuid',
  'ints',
] as const;
export type Kind = (typeof kinds)[number];

export const typeName: Readonly<Record<Kind, string>> = {
  int: 'int',
  bigint: 'bigint',
  numeric: 'numeric(14,2)',
  float8: 'float8',
  text: 'text',
  boolean: 'boolean',
  timestamp: 'timestamp',
  date: 'date',
  jsonb: 'jsonb',
  smallint: 'smallint',
  interval: 'interval',
  char: 'char(3)',
  uuid: 'uuid',
  ints: 'int[]',
};

const values: Readonly<Record<Kind, readonly string[]>> = {
  int: ['0', '1', '2', '3', '-1', '7'],
  bigint: ['0', '1', '2', '5000000000', '-3'],
  numeric: ['0.00', '1.00', '2.50', '-1.25', '99.99'],
  float8: ['0', '1', '0.25', '-1.5', '2'],
  text: ['a', 'b', '', 'ab', 'B', 'é'],
  boolean: ['true', 'false'],
  timestamp: ['2024-01-01 00:00:00', '2024-01-01 12:30:00', '2024-01-02 00:00:00', '1999-12-31 23:59:59.5'],
  date: ['2024-01-01', '2024-01-02', '2023-12-31'],
  jsonb: ['1', '{"a": 1}', '[1, "x"]', '{"a": "b"}', 'null', '"a"'],
  smallint: ['0', '1', '-2', '3'],
  interval: ['1 day', '02:00:00', '-1 mon', '0'],
  char: ['a', 'b', 'ab', ''],
  uuid: ['00000000-0000-0000-0000-000000000001', 'ffffffff-0000-0000-0000-000000000000'],
  ints: ['{1,2}', '{}', '{NULL,1}', '{3}'],
};

/** A typed literal; now and then NULL. */
export function literal(c: Choices, kind: Kind, nullsOneIn = 8): string {
  if (c.oneIn(nullsOneIn)) return `NULL::${typeName[kind]}`;
  const value = c.of(values[kind]);
  if (kind === 'boolean') return value;
  if (kind === 'int') return value.startsWith('-') ? `(${value})` : value;
  return `'${value}'::${typeName[kind]}`;
}
