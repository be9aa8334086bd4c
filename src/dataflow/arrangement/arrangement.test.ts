import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Batch} from '../../columnar/batch.ts';
import {batchRows, readRow} from '../../columnar/datum-access.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import {loadKernels} from '../../kernels/load.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, INTEGER, NUMERIC, TEXT} from '../../types/sql-type.ts';
import {Arrangement} from './arrangement.ts';
import type {ArrangementReader, Side} from './reader.ts';
import {batchOf, type Delta, deltas, keyOf, Model, modelOf, schemas} from './rows.fixture.ts';

const memory = loadKernels();
const RUNS = {numRuns: 150};

function append(arrangement: Arrangement, delta: Delta): void {
  const batch = batchOf(memory, arrangement.schema, delta);
  arrangement.append(batch);
  batch.release();
}

/** Fails if anything that `use` allocates outlives it. */
function withoutLeak(use: () => void): void {
  const before = memory.stats();
  use();
  expect(memory.stats().liveBuffers).toBe(before.liveBuffers);
  expect(memory.stats().liveBytes).toBe(before.liveBytes);
}

const history = (least = 1) =>
  schemas(least).chain(schema =>
    fc.tuple(fc.constant(schema), fc.array(fc.array(deltas(schema), {maxLength: 3}), {maxLength: 5})),
  );

describe('arrangement', () => {
  it('holds the sum of its deltas, before and after, over ticks', () => {
    fc.assert(
      fc.property(history(0), ([schema, ticks]) =>
        withoutLeak(() => {
          const arrangement = new Arrangement(memory, schema, []);
          const model = new Model();
          for (const tick of ticks) {
            const before = model.copy();
            for (const delta of tick) {
              append(arrangement, delta);
              for (const {row, weight} of delta) model.add(row, weight);
              expect(modelOf(arrangement.scan('before')).entries()).toEqual(before.entries());
              expect(modelOf(arrangement.scan('after')).entries()).toEqual(model.entries());
              expect(arrangement.rows).toBe(model.rows.size);
            }
            arrangement.endTick();
            expect(modelOf(arrangement.scan('before')).entries()).toEqual(model.entries());
          }
          arrangement.close();
        }),
      ),
      RUNS,
    );
  });

  it('finds what matches a key, with the product of the weights', () => {
    const cases = schemas(1).chain(schema =>
      fc.record({
        schema: fc.constant(schema),
        first: deltas(schema),
        second: deltas(schema),
        probing: deltas(schema),
        keys: fc.subarray(schema.map((_, i) => i)),
        nullSafe: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(cases, ({schema, first, second, probing, keys, nullSafe}) =>
        withoutLeak(() => {
          const arrangement = new Arrangement(memory, schema, keys);
          append(arrangement, first);
          arrangement.endTick();
          append(arrangement, second);
          const before = Model.of(first);
          const after = Model.of([...first, ...second]);
          for (const [side, model] of [
            ['before', before],
            ['after', after],
          ] as const) {
            expect(joined(arrangement, side, schema, probing, nullSafe).entries()).toEqual(
              joinedModel(model, keys, probing, nullSafe).entries(),
            );
          }
          arrangement.close();
        }),
      ),
      RUNS,
    );
  });

  it('answers by several indexes', () => {
    fc.assert(
      fc.property(
        schemas(2).chain(schema => fc.tuple(fc.constant(schema), deltas(schema), deltas(schema), deltas(schema))),
        ([schema, first, second, probing]) =>
          withoutLeak(() => {
            const arrangement = new Arrangement(memory, schema, [0]);
            append(arrangement, first);
            const other = arrangement.index([1]);
            append(arrangement, second);
            const model = Model.of([...first, ...second]);
            expect(joined(other, 'after', schema, probing, false).entries()).toEqual(
              joinedModel(model, [1], probing, false).entries(),
            );
            expect(joined(arrangement, 'after', schema, probing, true).entries()).toEqual(
              joinedModel(model, [0], probing, true).entries(),
            );
            arrangement.close();
          }),
      ),
      RUNS,
    );
  });

  it('keeps a snapshot as it was', () => {
    fc.assert(
      fc.property(history(), ([schema, ticks]) =>
        withoutLeak(() => {
          const arrangement = new Arrangement(memory, schema, []);
          const model = new Model();
          const held: {snapshot: ReturnType<Arrangement['snapshot']>; entries: [string, bigint][]}[] = [];
          for (const tick of ticks) {
            for (const delta of tick) {
              held.push({snapshot: arrangement.snapshot(), entries: model.entries()});
              append(arrangement, delta);
              for (const {row, weight} of delta) model.add(row, weight);
            }
            arrangement.endTick();
          }
          arrangement.close();
          for (const {snapshot, entries} of held) {
            expect(snapshot.rows).toBe(entries.length);
            expect(modelOf(snapshot.batches.map(batch => batch.retain())).entries()).toEqual(entries);
            snapshot.release();
          }
        }),
      ),
      RUNS,
    );
  });

  it('survives a checkpoint', () => {
    fc.assert(
      fc.property(
        schemas(1).chain(schema => fc.tuple(fc.constant(schema), deltas(schema), deltas(schema), deltas(schema))),
        fc.boolean(),
        ([schema, first, second, probing], monotonic) =>
          withoutLeak(() => {
            const arrangement = new Arrangement(memory, schema, [0], {monotonic});
            append(arrangement, first);
            arrangement.endTick();
            const restored = new Arrangement(memory, schema, [0], {monotonic});
            restored.restore(
              arrangement
                .segments()
                .map(({segment, version}) => ({segment, version, bytes: arrangement.writeSegment(segment)})),
            );
            expect(restored.segments()).toEqual(arrangement.segments());
            append(restored, second);
            restored.endTick();
            const model = Model.of([...first, ...second]);
            expect(modelOf(restored.scan('after')).entries()).toEqual(model.entries());
            expect(joined(restored, 'after', schema, probing, false).entries()).toEqual(
              joinedModel(model, [0], probing, false).entries(),
            );
            arrangement.close();
            restored.close();
          }),
      ),
      RUNS,
    );
  });

  it('says which rows a delta would make negative', () => {
    fc.assert(
      fc.property(
        schemas(1).chain(schema => fc.tuple(fc.constant(schema), deltas(schema), deltas(schema))),
        ([schema, first, delta]) => {
          const arrangement = new Arrangement(memory, schema, []);
          append(arrangement, first);
          const batch = batchOf(memory, schema, delta);
          const after = Model.of([...first, ...delta]);
          const start = Model.of(first);
          const bad = arrangement.wouldGoNegative(batch).map(row => keyOf(delta[row].row));
          const touched = new Set(delta.map(({row}) => keyOf(row)));
          const expected = [...touched].filter(key => {
            const weight = after.rows.get(key)?.weight ?? 0n;
            return (
              weight < 0n &&
              !delta.every(({row, weight: w}) => keyOf(row) !== key || w === 1n) &&
              weight < (start.rows.get(key)?.weight ?? 0n)
            );
          });
          // Rows that were negative before (the model's deltas may be) and are only made less so also count as negative.
          for (const key of expected) expect(bad).toContain(key);
          for (const key of bad) expect(after.rows.get(key)?.weight ?? 0n).toBeLessThan(0n);
          const weights = arrangement.weightsOf(batch);
          delta.forEach(({row}, i) => {
            expect(memory.i64[(weights >>> 3) + i]).toBe(start.rows.get(keyOf(row))?.weight ?? 0n);
          });
          memory.release(weights);
          batch.release();
          arrangement.close();
        },
      ),
      RUNS,
    );
  });

  it('compacts when most rows are dead, through many segments', () =>
    withoutLeak(() => {
      const schema = [column('id', BIGINT), column('name', TEXT)];
      const arrangement = new Arrangement(memory, schema, [1]);
      const delta = (from: number, to: number, weight: bigint): Delta =>
        Array.from({length: to - from}, (_, i) => ({row: [BigInt(from + i), `name ${(from + i) % 100}`], weight}));
      for (let i = 0; i < 30000; i += 5000) append(arrangement, delta(i, i + 5000, 1n));
      arrangement.endTick();
      const snapshot = arrangement.snapshot();
      const full = arrangement.bytes;
      for (let i = 0; i < 29000; i += 5000) append(arrangement, delta(i, Math.min(i + 5000, 29000), -1n));
      expect(modelOf(arrangement.scan('before')).rows.size).toBe(30000);
      const versions = new Set(arrangement.segments().map(({version}) => version));
      arrangement.endTick();
      expect(arrangement.bytes).toBeLessThan(full / 8);
      expect(arrangement.rows).toBe(1000);
      for (const {version} of arrangement.segments()) expect(versions.has(version)).toBe(false);
      const probing = batchOf(memory, schema, [{row: [0n, 'name 7'], weight: 1n}]);
      const found = [...arrangement.probe('after', probing, [1])].reduce((sum, {count}) => sum + count, 0);
      expect(found).toBe(10);
      append(arrangement, delta(0, 8000, 1n));
      expect(arrangement.rows).toBe(9000);
      expect(modelOf(snapshot.batches.map(batch => batch.retain())).rows.size).toBe(30000);
      probing.release();
      snapshot.release();
      arrangement.close();
    }));

  it('gives a probe of many pairs in chunks', () =>
    withoutLeak(() => {
      const schema = [column('k', INTEGER), column('v', INTEGER)];
      const arrangement = new Arrangement(memory, schema, [0]);
      for (let part = 0; part < 5; part++) {
        append(
          arrangement,
          Array.from({length: 8000}, (_, i) => ({row: [i % 4, part * 8000 + i], weight: 1n})),
        );
      }
      const probing = batchOf(memory, schema, [
        {row: [1, 0], weight: 2n},
        {row: [3, 0], weight: -1n},
        {row: [9, 0], weight: 1n},
      ]);
      const kept: number[] = [];
      const seen = new Set<unknown>();
      let sum = 0n;
      for (const pairs of arrangement.probe('after', probing, [0])) {
        expect(pairs.count).toBeLessThanOrEqual(8192);
        if (kept.length < 3) {
          memory.retain(pairs.weights);
          kept.push(pairs.weights);
        }
        for (const vector of arrangement.gather([1], pairs.storeRows, pairs.count)) {
          for (let i = 0; i < pairs.count; i++) seen.add(readRow(memory, [vector], i)[0]);
          releaseVector(memory, vector);
        }
        for (let i = 0; i < pairs.count; i++) sum += memory.i64[(pairs.weights >>> 3) + i];
      }
      expect(new Set(kept).size).toBe(3);
      expect(seen.size).toBe(20000);
      expect(sum).toBe(10000n * 2n - 10000n);
      kept.forEach(address => memory.kernels.mem_release(address));
      probing.release();
      arrangement.close();
    }));

  it('knows numeric 1.0 from 1.00 unless grouping is asked for', () => {
    const schema = [column('n', NUMERIC)];
    const delta: Delta = [
      {row: [{coefficient: 10n, scale: 1}], weight: 1n},
      {row: [{coefficient: 100n, scale: 2}], weight: 1n},
    ];
    const exact = new Arrangement(memory, schema, []);
    append(exact, delta);
    expect(exact.rows).toBe(2);
    const grouping = new Arrangement(memory, schema, [], {equality: 'grouping'});
    append(grouping, delta);
    expect(grouping.rows).toBe(1);
    expect([...grouping.scan('after')].flatMap(batch => batchRows(batch)).map(({weight}) => weight)).toEqual([2n]);
    exact.close();
    grouping.close();
  });

  it('refuses a weight beyond bigint', () => {
    const schema = [column('n', INTEGER)];
    const arrangement = new Arrangement(memory, schema, [0]);
    append(arrangement, [{row: [1], weight: 2n ** 63n - 1n}]);
    expect(() => append(arrangement, [{row: [1], weight: 1n}])).toThrow('bigint out of range');
    const probing = batchOf(memory, schema, [{row: [1], weight: 2n}]);
    expect(() => [...arrangement.probe('after', probing, [0])]).toThrow('bigint out of range');
    probing.release();
    arrangement.close();
  });

  it('is small when it holds one row', () => {
    const arrangement = new Arrangement(memory, [column('n', INTEGER)], [0]);
    append(arrangement, [{row: [1], weight: 1n}]);
    expect(arrangement.bytes).toBeLessThan(1024);
    arrangement.close();
  });
});

/** Left: the probing row, right: the stored one. */
function joined(reader: ArrangementReader, side: Side, schema: Schema, probing: Delta, nullSafe: boolean): Model {
  const batch: Batch = batchOf(memory, schema, probing);
  const model = new Model();
  const all = schema.map((_, i) => i);
  for (const {count, probeRows, storeRows, weights} of reader.probe(
    side,
    batch,
    reader.keys,
    reader.keys.map(() => nullSafe),
  )) {
    const vectors = reader.gather(all, storeRows, count);
    for (let i = 0; i < count; i++) {
      const left = readRow(memory, batch.columns, memory.u32[(probeRows >>> 2) + i]);
      model.add([...left, ...readRow(memory, vectors, i)], memory.i64[(weights >>> 3) + i]);
    }
    vectors.forEach(vector => releaseVector(memory, vector));
  }
  batch.release();
  return model;
}

function joinedModel(stored: Model, keys: readonly number[], probing: Delta, nullSafe: boolean): Model {
  const model = new Model();
  for (const left of probing) {
    for (const right of stored.rows.values()) {
      const matches = keys.every(
        k => keyOf([left.row[k]]) === keyOf([right.row[k]]) && (nullSafe || left.row[k] !== null),
      );
      if (matches) model.add([...left.row, ...right.row], left.weight * right.weight);
    }
  }
  return model;
}
