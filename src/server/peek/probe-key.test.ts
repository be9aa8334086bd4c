import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readRow} from '../../columnar/datum-access.ts';
import {vectorsAt} from '../../dataflow/arrangement/row-store.ts';
import type {Address} from '../../kernels/memory.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Datum} from '../../types/datum.ts';
import {BIGINT, DATE, INTEGER, SMALLINT, type SqlType, TEXT} from '../../types/sql-type.ts';
import {ProbeKey} from './probe-key.ts';

const column = fc.oneof(
  fc.integer({min: -0x8000, max: 0x7fff}).map((value): [SqlType, Datum] => [SMALLINT, value]),
  fc.integer({min: -0x80000000, max: 0x7fffffff}).map((value): [SqlType, Datum] => [INTEGER, value]),
  fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}).map((value): [SqlType, Datum] => [BIGINT, value]),
  fc.string({unit: 'grapheme', maxLength: 40}).map((value): [SqlType, Datum] => [TEXT, value]),
);

test('a key that is put is read back, whatever stood there before; what has no place is refused', () => {
  const memory = loadKernels();
  const key = new ProbeKey(memory, memory.kernels.probe_room() as Address);
  fc.assert(
    fc.property(fc.array(column, {minLength: 1, maxLength: 5}), columns => {
      const types = columns.map(([type]) => type);
      const values = columns.map(([, value]) => value);
      const fits = columns.length <= 4 && values.every(value => typeof value !== 'string' || value.length <= 32);
      expect(key.put(types, values)).toBe(fits);
      if (fits) expect(readRow(memory, vectorsAt(memory, types, key.address, 1), 0)).toEqual(values);
    }),
  );
  expect(key.put([DATE], [1])).toBe(false);
});
