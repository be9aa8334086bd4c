import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {vectorFromDatums} from '../../columnar/builder.ts';
import {readRow} from '../../columnar/datum-access.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {INTEGER} from '../../types/sql-type.ts';
import {OrderedMultiset, type OrderedOptions} from './ordered-multiset.ts';
import {compareRows} from './order.fixture.ts';
import {batchOf, type Delta, deltas, keyOf, Model, modelOf, schemas} from './rows.fixture.ts';

const memory = loadKernels();
const RUNS = {numRuns: 200};

const sortKeys = (schema: Schema): fc.Arbitrary<SortKey[]> =>
  fc.array(
    fc.record({
      column: fc.nat(schema.length - 1),
      descending: fc.boolean(),
      nullsFirst: fc.boolean(),
    }),
    {maxLength: 3},
  );

const options = (schema: Schema): fc.Arbitrary<OrderedOptions> =>
  fc.record({
    partition: fc.subarray(
      schema.map((_, i) => i),
      {maxLength: Math.min(2, schema.length)},
    ),
    order: sortKeys(schema),
    limit: fc.option(fc.bigInt(0n, 5n)),
    offset: fc.bigInt(0n, 3n),
  });

/** Each group's window by its key. */
function windows(schema: Schema, model: Model, {partition, order, limit, offset}: OrderedOptions): Map<string, Model> {
  const groups = new Map<string, {row: readonly Datum[]; weight: bigint}[]>();
  for (const entry of model.rows.values()) {
    const key = keyOf(partition.map(i => entry.row[i]));
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const result = new Map<string, Model>();
  for (const [key, members] of groups) {
    members.sort(
      (a, b) => compareRows(schema, order, a.row, b.row) || compareRows(schema, wholeRow(schema), a.row, b.row),
    );
    const window = new Model();
    const end = limit === null ? 2n ** 62n : offset + limit;
    let passed = 0n;
    for (const {row, weight} of members) {
      if (weight <= 0n) continue;
      const from = passed > offset ? passed : offset;
      const to = passed + weight < end ? passed + weight : end;
      if (to > from) window.add(row, to - from);
      passed += weight;
    }
    result.set(key, window);
  }
  return result;
}

const wholeRow = (schema: Schema): SortKey[] =>
  schema.map((_, i) => ({column: i, descending: false, nullsFirst: false}));

function together(windowsByKey: Map<string, Model>): Model {
  return Model.of([...windowsByKey.values()].flatMap(window => [...window.rows.values()]));
}

function minus(after: Model, before: Model): Model {
  const difference = after.copy();
  for (const {row, weight} of before.rows.values()) difference.add(row, -weight);
  return difference;
}

function append(rows: OrderedMultiset, delta: Delta): void {
  const batch = batchOf(memory, rows.schema, delta);
  rows.append(batch);
  batch.release();
}

function restarted(old: OrderedMultiset, chosen: OrderedOptions): OrderedMultiset {
  const fresh = new OrderedMultiset(memory, old.schema, chosen);
  fresh.restore(old.segments().map(segment => ({...segment, bytes: old.writeSegment(segment.segment)})));
  expect(fresh.segments()).toEqual(old.segments());
  old.close();
  return fresh;
}

describe('ordered multiset', () => {
  it('reports how windows change, and their first rows', () => {
    const cases = schemas(1).chain(schema =>
      fc.tuple(
        fc.constant(schema),
        options(schema),
        fc.array(fc.array(deltas(schema), {maxLength: 3}), {maxLength: 5}),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(cases, ([schema, chosen, ticks, restart]) => {
        const start = memory.stats();
        let rows = new OrderedMultiset(memory, schema, chosen);
        const model = new Model();
        for (const tick of ticks) {
          const before = windows(schema, model, chosen);
          for (const delta of tick) {
            append(rows, delta);
            for (const {row, weight} of delta) model.add(row, weight);
          }
          const after = windows(schema, model, chosen);
          expect(rows.rows).toBe(model.rows.size);
          expect(modelOf(rows.changes()).entries()).toEqual(minus(together(after), together(before)).entries());
          checkFirst(rows, chosen, 'before', before, [...before.keys(), ...after.keys()], model, tick.flat());
          checkFirst(rows, chosen, 'after', after, [...before.keys(), ...after.keys()], model, tick.flat());
          rows.endTick();
          if (restart) rows = restarted(rows, chosen);
          expect([...rows.changes()]).toEqual([]);
        }
        rows.close();
        expect(memory.stats().liveBuffers).toBe(start.liveBuffers);
        expect(memory.stats().liveBytes).toBe(start.liveBytes);
      }),
      RUNS,
    );
  });

  it('keeps its order through many rows, compaction and ticks', () => {
    const schema = [column('g', INTEGER), column('x', INTEGER)];
    const chosen: OrderedOptions = {
      partition: [0],
      order: [{column: 1, descending: true, nullsFirst: false}],
      limit: 3n,
      offset: 1n,
    };
    const start = memory.stats();
    const rows = new OrderedMultiset(memory, schema, chosen);
    const model = new Model();
    let seed = 1;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (let tick = 0; tick < 12; tick++) {
      const before = together(windows(schema, model, chosen));
      const delta: {row: Datum[]; weight: bigint}[] = [];
      for (const {row, weight} of model.rows.values()) {
        if (random(tick > 6 ? 3 : 10) > 0) continue;
        delta.push({row: [...row], weight: -weight});
      }
      if (tick === 9)
        for (const {row, weight} of model.rows.values())
          if (random(10) > 0) delta.push({row: [...row], weight: -weight});
      for (let i = 0; i < (tick > 6 ? 100 : 3000); i++) delta.push({row: [random(50), random(100000)], weight: 1n});
      for (const {row, weight} of delta) model.add(row, weight);
      for (let i = 0; i < delta.length; i += 4000) append(rows, delta.slice(i, i + 4000));
      const after = together(windows(schema, model, chosen));
      expect(modelOf(rows.changes()).entries()).toEqual(minus(after, before).entries());
      rows.endTick();
      expect(rows.rows).toBe(model.rows.size);
    }
    rows.close();
    expect(memory.stats().liveBuffers).toBe(start.liveBuffers);
  });
});

function checkFirst(
  rows: OrderedMultiset,
  {partition}: OrderedOptions,
  side: 'before' | 'after',
  expected: Map<string, Model>,
  keys: readonly string[],
  model: Model,
  touched: Delta,
): void {
  const known = new Map<string, Datum[]>();
  for (const {row} of [...model.rows.values(), ...touched]) {
    const key = partition.map(i => row[i]);
    known.set(keyOf(key), key);
  }
  const asked = [...new Set(keys)].filter(key => known.has(key));
  if (asked.length === 0) return;
  const vectors = partition.map((c, i) =>
    vectorFromDatums(
      memory,
      rows.schema[c].type,
      asked.map(key => known.get(key)![i]),
    ),
  );
  const first = rows.first(side, vectors, asked.length);
  const all = rows.gather(
    rows.schema.map((_, i) => i),
    first,
    asked.length,
  );
  asked.forEach((key, i) => {
    const window = [...(expected.get(key)?.rows.values() ?? [])];
    if (window.length === 0) expect(memory.u32[(first >>> 2) + i]).toBe(0xffffffff);
    else expect(keyOf(readRow(memory, all, i))).toBe(keyOf(window[0].row));
  });
  for (const vector of [...vectors, ...all]) releaseVector(memory, vector);
  memory.release(first);
}
