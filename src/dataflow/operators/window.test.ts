import {afterEach, expect, test} from 'vitest';
import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import {column} from '../../types/schema.ts';
import {INTEGER, TIMESTAMP} from '../../types/sql-type.ts';
import {WindowOperator} from './window.ts';

const memory = loadKernels();
afterEach(() => expect(memory.stats().liveBuffers).toBe(0));

const input = [column('k', INTEGER, true), column('at', TIMESTAMP, true)];
const schema = [...input, column('window_start', TIMESTAMP, false), column('window_end', TIMESTAMP, false)];

/** Key, start of window and weight of what a coarse hop of 20 every 10 makes of the rows. */
function hop(rows: (readonly [number | null, bigint | null, bigint])[]): {emitted: number; sums: Map<string, bigint>} {
  const operator = new WindowOperator('hop', schema, {time: 1, size: 20n, slide: 10n, offset: 0n, coarse: true});
  const batch = batchFromRows(
    memory,
    input,
    rows.map(([k, at]) => [k, at]),
    rows.map(([, , weight]) => weight),
  );
  const sums = new Map<string, bigint>();
  let emitted = 0;
  operator.push(0, batch, {
    emit(delta: Batch) {
      emitted += delta.selected;
      for (const {row, weight} of batchRows(delta)) {
        const key = `${row[0]} ${row[2]}`;
        sums.set(key, (sums.get(key) ?? 0n) + weight);
      }
      delta.release();
    },
    emitError() {
      throw new Error('a window has no errors');
    },
  });
  batch.release();
  return {emitted, sums};
}

test('rows between two starts of windows become one', () => {
  const rows = Array.from({length: 100}, (_, i) => [i % 2, BigInt(i % 10) + 30n, 1n] as const);
  const {emitted, sums} = hop(rows);
  expect(emitted).toBe(4);
  expect(sums).toEqual(
    new Map([
      ['0 30', 50n],
      ['1 30', 50n],
      ['0 20', 50n],
      ['1 20', 50n],
    ]),
  );
});

test('NULL keys are equal, NULL times in no window, weights add up', () => {
  const {sums} = hop([
    [null, 11n, 2n],
    [null, 12n, -1n],
    [null, 19n, 4n],
    [7, null, 1n],
    [7, -1n, 1n],
  ]);
  expect(sums).toEqual(
    new Map([
      ['null 10', 5n],
      ['null 0', 5n],
      ['7 -10', 1n],
      ['7 -20', 1n],
    ]),
  );
});

test('where a weight would overflow nothing is merged', () => {
  const most = 2n ** 63n - 1n;
  const {emitted} = hop([
    [1, 1n, most],
    [1, 2n, most],
    [1, 3n, 1n],
    [1, 4n, 1n],
  ]);
  expect(emitted).toBe(8);
});
