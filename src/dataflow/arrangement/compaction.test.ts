import {expect, test} from 'vitest';
import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {INTEGER, TEXT} from '../../types/sql-type.ts';
import {Arrangement} from './arrangement.ts';

const memory = loadKernels();
const schema = [column('id', INTEGER), column('k', INTEGER), column('t', TEXT)];
const ROWS = 90_000;
/** Few keys have long chains. */
const KEYS = 7;
const BLOCK = 8_000;

type Row = readonly [number, number, string];

const rowOf = (id: number): Row => [id, id % KEYS, `row ${id}`];

function append(arrangement: Arrangement, rows: readonly Row[], weight: bigint): void {
  for (let at = 0; at < rows.length; at += BLOCK) {
    const block = rows.slice(at, at + BLOCK);
    const batch = batchFromRows(
      memory,
      schema,
      block,
      block.map(() => weight),
    );
    arrangement.append(batch);
    batch.release();
  }
}

const ids = (batches: Iterable<Batch>): number[] => {
  const found: number[] = [];
  for (const batch of batches) {
    for (const {row, weight} of batchRows(batch)) if (weight !== 0n) found.push(row[0] as number);
    batch.release();
  }
  return found.sort((a, b) => a - b);
};

function idsBefore(arrangement: Arrangement, columns: readonly number[], values: readonly Datum[]): number[] {
  const snapshot = arrangement.lookUpBefore(columns, [values]);
  return ids(snapshot.batches);
}

test('a compaction in parts changes nothing before it ends, and then only references', () => {
  const before = memory.stats().liveBuffers;
  const arrangement = new Arrangement(memory, schema, [1]);
  arrangement.publicIndex([0]);
  arrangement.publicIndex([1]);
  const all = Array.from({length: ROWS}, (_, id) => rowOf(id));
  append(arrangement, all, 1n);
  arrangement.endTick();
  const isKept = (id: number): boolean => id % 3 === 1 || id > ROWS - 100;
  const kept = all.filter(([id]) => isKept(id)).map(([id]) => id);
  const snapshot = arrangement.snapshot();
  append(
    arrangement,
    all.filter(([id]) => !isKept(id)),
    -1n,
  );
  expect(arrangement.prepareEnd()).toBe('more');
  // Something comes after all: it begins anew.
  append(arrangement, [rowOf(ROWS), rowOf(ROWS + 1)], 1n);
  let parts = 0;
  for (; arrangement.prepareEnd() === 'more'; parts++) {
    for (const id of [0, 1, 2, 8127, 8128, ROWS - 1]) expect(idsBefore(arrangement, [0], [id])).toEqual([id]);
    expect(idsBefore(arrangement, [0], [ROWS])).toEqual([]);
    expect(ids(arrangement.scan('after'))).toEqual([...kept, ROWS, ROWS + 1]);
  }
  expect(parts).toBeGreaterThan(3);
  expect(arrangement.prepareEnd()).toBe('done');
  arrangement.endTick();
  expect(arrangement.rows).toBe(kept.length + 2);
  expect(ids(arrangement.scan('after'))).toEqual([...kept, ROWS, ROWS + 1]);
  for (let k = 0; k < KEYS; k++) {
    const own = [...kept, ROWS, ROWS + 1].filter(id => id % KEYS === k);
    expect(idsBefore(arrangement, [1], [k])).toEqual(own);
  }
  for (const id of [0, 1, 2, 8127, 8128, ROWS - 1, ROWS]) {
    expect(idsBefore(arrangement, [0], [id])).toEqual(isKept(id) ? [id] : []);
  }
  // Rows are still told apart: one that is there is found, one that has gone comes back as new.
  append(arrangement, [rowOf(1)], 1n);
  append(arrangement, [rowOf(0)], 1n);
  arrangement.endTick();
  expect(arrangement.rows).toBe(kept.length + 3);
  expect(snapshot.rows).toBe(ROWS);
  expect(ids(snapshot.batches)).toHaveLength(ROWS);
  arrangement.close();
  expect(memory.stats().liveBuffers).toBe(before);
});

test('what is closed in the middle of one gives all back', () => {
  const before = memory.stats().liveBuffers;
  const arrangement = new Arrangement(memory, schema, [1]);
  arrangement.publicIndex([0]);
  const all = Array.from({length: ROWS}, (_, id) => rowOf(id));
  append(arrangement, all, 1n);
  arrangement.endTick();
  append(arrangement, all, -1n);
  for (let parts = 0; parts < 3; parts++) expect(arrangement.prepareEnd()).toBe('more');
  arrangement.close();
  expect(memory.stats().liveBuffers).toBe(before);
});
