import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER, TEXT, numericOf, type SqlType} from '../types/sql-type.ts';
import {arbitraryRows, arbitrarySchema, buildBatch} from './arbitrary-rows.ts';
import {batchRows} from './datum-access.ts';
import {formatDelta, parseDelta} from './delta-text.ts';

const memory = loadKernels();

test('a drawn delta reads as rows and weights', () => {
  const batch = parseDelta(
    memory,
    null,
    `
      auction bigint, channel text, price numeric(10,2), tags integer[]
      + 1 web 1.5 {1,2}
      - 7 'two words' NULL NULL
      +3 2 'it''s' -0.01 {}
    `,
  );
  expect(batch.schema.map(({name, type}) => [name, type.kind])).toEqual([
    ['auction', 'bigint'],
    ['channel', 'text'],
    ['price', 'numeric'],
    ['tags', 'array'],
  ]);
  expect(batchRows(batch)).toEqual([
    {row: [1n, 'web', {coefficient: 150n, scale: 2}, [1, 2]], weight: 1n},
    {row: [7n, 'two words', null, null], weight: -1n},
    {row: [2n, "it's", {coefficient: -1n, scale: 2}, []], weight: 3n},
  ]);
  batch.release();
});

test('a schema that is given needs no header', () => {
  const schema = [column('a', BIGINT), column('b', INTEGER), column('c', TEXT), column('d', numericOf(4, 1))];
  const batch = parseDelta(memory, schema, '+ 1 2 x 3.0\n-2 1 2 y NULL');
  expect(formatDelta(batch)).toBe('a bigint, b integer, c text, d numeric(4,1)\n+ 1 2 x 3.0\n-2 1 2 y NULL');
  batch.release();
});

/** Postgres's text has no form for arrays of arrays of unlike length. */
function hasRaggedArrays(type: SqlType): boolean {
  if (type.kind === 'struct') return type.fields!.some(field => hasRaggedArrays(field.type));
  return type.kind === 'array' && (type.element!.kind === 'array' || hasRaggedArrays(type.element!));
}

test('what is printed reads back as the same rows', () => {
  fc.assert(
    fc.property(
      arbitrarySchema(3)
        .filter(schema => !schema.some(({type}) => hasRaggedArrays(type)))
        .chain(schema => arbitraryRows(schema, 10)),
      rows => {
        const batch = buildBatch(memory, rows);
        const drawn = formatDelta(batch);
        const back = parseDelta(memory, rows.schema, drawn);
        expect(formatDelta(back)).toBe(drawn);
        expect(batchRows(back).length).toBe(batch.selected);
        batch.release();
        back.release();
      },
    ),
  );
});
