import fc from 'fast-check';
import {expect, it} from 'vitest';
import {batchFromRows} from '../../columnar/builder.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import {datumOrder} from '../../expr/datum-order.ts';
import {loadKernels} from '../../kernels/load.ts';
import {parseText} from '../../types/io/registry.ts';
import {column} from '../../types/schema.ts';
import {INTEGER, JSONB} from '../../types/sql-type.ts';
import {sortBatches} from './sort.ts';

const memory = loadKernels();
const schema = [column('id', INTEGER), column('value', JSONB)];

const numbers = fc.constantFrom(
  '0',
  '0.0',
  '-1',
  '-1.50',
  '-1.5',
  '2',
  '2.0',
  '2.05',
  '10',
  '9.99',
  '1e3',
  '12345678901234567890.10',
);
const strings = fc
  .array(fc.constantFrom('a', 'b', '"', '\\', '\n', '\u0001', '!', 'é', '😀', ',', '{'), {maxLength: 3})
  .map(parts => JSON.stringify(parts.join('')));
const {value: values} = fc.letrec<{value: string}>(tie => ({
  value: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.oneof(numbers, strings, fc.constantFrom('null', 'true', 'false', '[]', '{}')),
    fc.array(tie('value'), {maxLength: 3}).map(items => `[${items.join()}]`),
    fc
      .array(fc.tuple(strings, tie('value')), {maxLength: 3})
      .map(pairs => `{${pairs.map(pair => pair.join(':')).join()}}`),
  ),
}));

it('orders and hashes jsonb by value, as the row functions do', () => {
  const order = datumOrder(JSONB);
  fc.assert(
    fc.property(fc.array(values, {minLength: 2, maxLength: 60}), texts => {
      const start = memory.stats().liveBuffers;
      const rows = texts.map((text, i) => [i, parseText(JSONB, text)]);
      const batch = batchFromRows(memory, schema, rows);
      const sorted = sortBatches(memory, [batch], [{column: 1, descending: false, nullsFirst: false}], null, 0n);
      const expected = [...rows].sort((a, b) => order(a[1], b[1]));
      expect(sorted.flatMap(part => batchRows(part).map(({row}) => row))).toEqual(expected);

      const hashes = hashesOf(batch.columns[1]);
      for (let i = 1; i < expected.length; i++) {
        if (order(expected[i - 1][1], expected[i][1]) !== 0) continue;
        expect(hashes[expected[i][0] as number]).toBe(hashes[expected[i - 1][0] as number]);
      }
      for (const part of [batch, ...sorted]) part.release();
      expect(memory.stats().liveBuffers).toBe(start);
    }),
    {numRuns: 300},
  );
});

function hashesOf(vector: Parameters<typeof describeColumns>[1][number]): Uint32Array {
  const descriptors = describeColumns(memory, [vector]);
  const buffer = memory.alloc(vector.length * 12);
  const out = buffer + vector.length * 8;
  memory.kernels.hash_columns(descriptors, 0, 1, 0, vector.length, 0, buffer, out);
  const hashes = memory.u32.slice(out >>> 2, (out >>> 2) + vector.length);
  memory.release(descriptors);
  memory.release(buffer);
  return hashes;
}
