import fc from 'fast-check';
import {expect, it} from 'vitest';
import {batchFromRows} from '../../columnar/builder.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import {datumOrder} from '../../expr/datum-order.ts';
import {loadKernels} from '../../kernels/load.ts';
import {column} from '../../types/schema.ts';
import {INTEGER, arrayOf, type SqlType} from '../../types/sql-type.ts';
import {sortBatches} from './sort.ts';

const memory = loadKernels();
const BPCHAR: SqlType = {kind: 'bpchar'};

const padded = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', ' ', '\t', 'é', 'abcdefgh'), {maxLength: 4}), fc.nat(12))
  .map(([parts, blanks]) => parts.join('') + ' '.repeat(blanks));

it.each<readonly [string, SqlType, fc.Arbitrary<string | string[]>]>([
  ['bpchar', BPCHAR, padded],
  ['bpchar[]', arrayOf(BPCHAR), fc.array(padded, {maxLength: 2})],
])('%s is ordered and hashed without the blanks at its end', (_name, type, values) => {
  const order = datumOrder(type);
  const schema = [column('id', INTEGER), column('value', type)];
  fc.assert(
    fc.property(fc.array(values, {minLength: 2, maxLength: 40}), texts => {
      const start = memory.stats().liveBuffers;
      const rows = texts.map((text, i) => [i, text]);
      const batch = batchFromRows(memory, schema, rows);
      const sorted = sortBatches(memory, [batch], [{column: 1, descending: false, nullsFirst: false}], null, 0n);
      const expected = [...rows].sort((a, b) => order(a[1], b[1]));
      expect(sorted.flatMap(part => batchRows(part).map(({row}) => row))).toEqual(expected);

      const descriptors = describeColumns(memory, [batch.columns[1]]);
      const buffer = memory.alloc(rows.length * 12);
      const out = buffer + rows.length * 8;
      memory.kernels.hash_columns(descriptors, 0, 1, 0, rows.length, 0, buffer, out);
      const hashes = memory.u32.slice(out >>> 2, (out >>> 2) + rows.length);
      memory.release(descriptors);
      memory.release(buffer);
      for (let i = 1; i < expected.length; i++) {
        if (order(expected[i - 1][1], expected[i][1]) !== 0) continue;
        expect(hashes[expected[i][0] as number]).toBe(hashes[expected[i - 1][0] as number]);
      }
      for (const part of [batch, ...sorted]) part.release();
      expect(memory.stats().liveBuffers).toBe(start);
    }),
    {numRuns: 200},
  );
});
