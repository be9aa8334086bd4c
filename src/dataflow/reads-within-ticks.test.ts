import fc from 'fast-check';
import {expect, test} from 'vitest';
import {batchFromRows} from '../columnar/builder.ts';
import {batchRows} from '../columnar/datum-access.ts';
import {loadKernels} from '../kernels/load.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import {column} from '../types/schema.ts';
import {INTEGER, TEXT} from '../types/sql-type.ts';
import type {Tick} from '../types/tick.ts';
import {Circuit} from './circuit.ts';
import {PlanBuilder, agg} from './testing/plan-builder.ts';

const memory = loadKernels();
const T = 1;
const VIEW = 2;
const OTHER = 3;
const schema = [column('k', TEXT), column('v', INTEGER)];
const KEYS = ['a', 'b', 'c', 'd'];

type Row = {readonly k: string; readonly v: number};

const row = fc.record({k: fc.constantFrom(...KEYS), v: fc.integer({min: 0, max: 3})});
/** What is added, and how many of the rows that are there are taken out, from which on. */
const tick = fc.record({
  added: fc.array(row, {maxLength: 6}),
  takenFrom: fc.nat(20),
  taken: fc.nat(8),
});

function feed(circuit: Circuit, object: ObjectId, rows: readonly Row[], weight: bigint): void {
  for (const {k, v} of rows) {
    const batch = batchFromRows(memory, schema, [[k, v]], [weight]);
    circuit.feed(object, batch);
    batch.release();
  }
}

/** Rows with this key, each as often as it is there, in an order of their own. */
function lookUp(circuit: Circuit, object: ObjectId, key: Datum): string[] {
  const snapshot = circuit.snapshots([object], new Map([[object, {columns: [0], values: [key]}]])).get(object)!;
  const rows = snapshot.batches.flatMap(batch =>
    batchRows(batch)
      // Of few rows all are given.
      .filter(({row}) => row[0] === key)
      .flatMap(({row, weight}) => Array<string>(Number(weight)).fill(row.join())),
  );
  snapshot.release();
  return rows.sort();
}

test('within a tick lookups find the rows of before, and what it does not reach is read as ever', () => {
  const before = memory.stats().liveBuffers;
  fc.assert(
    fc.property(fc.array(tick, {minLength: 1, maxLength: 6}), ticks => {
      const circuit = new Circuit(memory);
      circuit.addTable(T, schema);
      circuit.addTable(OTHER, schema);
      const p = new PlanBuilder();
      const counted = circuit.install(VIEW, p.plan(p.aggregate(p.input(T, schema), [0], [agg('count()')]), null), {
        name: 'counted',
        output: 'materialize',
        onError: 'raise',
      });
      while (counted.work(0) === 'more');
      for (const object of [T, VIEW, OTHER]) circuit.arrangement(object)!.publicIndex([0]);
      feed(circuit, OTHER, [{k: 'a', v: 1}], 1n);
      while (circuit.step(1 as Tick, 0) === 'more');

      let rows: readonly Row[] = [];
      ticks.forEach(({added, takenFrom, taken}, i) => {
        const gone = rows.slice(takenFrom, takenFrom + taken);
        feed(circuit, T, gone, -1n);
        feed(circuit, T, added, 1n);
        if (gone.length + added.length === 0) return;
        while (circuit.step((i + 2) as Tick, 0) === 'more') {
          for (const key of KEYS) expectRows(circuit, rows, key);
          expect(lookUp(circuit, OTHER, 'a')).toEqual(['a,1']);
          expect(circuit.canRead(T)).toBe(false);
          expect(circuit.canRead(VIEW, {columns: [1], values: [1n]})).toBe(false);
          expect(() => circuit.snapshots([VIEW])).toThrow('within a tick');
          circuit.snapshots([OTHER]).get(OTHER)!.release();
        }
        rows = [...rows.filter(each => !gone.includes(each)), ...added];
        for (const key of KEYS) expectRows(circuit, rows, key);
      });
      circuit.close();
    }),
    {numRuns: 60},
  );
  expect(memory.stats().liveBuffers).toBe(before);
});

function expectRows(circuit: Circuit, rows: readonly Row[], key: string): void {
  const own = rows.filter(({k}) => k === key);
  expect(lookUp(circuit, T, key)).toEqual(own.map(({k, v}) => `${k},${v}`).sort());
  expect(lookUp(circuit, VIEW, key)).toEqual(own.length > 0 ? [`${key},${own.length}`] : []);
}
