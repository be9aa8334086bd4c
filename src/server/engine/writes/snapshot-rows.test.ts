import fc from 'fast-check';
import {expect, it} from 'vitest';
import {MAX_BATCH_ROWS} from '../../../columnar/batch.ts';
import {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import {batchOf, type Delta, Model} from '../../../dataflow/arrangement/rows.fixture.ts';
import {loadKernels} from '../../../kernels/load.ts';
import type {Datum} from '../../../types/datum.ts';
import {column} from '../../../types/schema.ts';
import {INTEGER, TEXT} from '../../../types/sql-type.ts';
import {weightsInSnapshot} from './snapshot-rows.ts';

const memory = loadKernels();
const schema = [column('k', INTEGER), column('v', TEXT)];
/** Enough rows that nothing touches for more than one segment. */
const FILLING = 9000;

const row = fc.tuple(fc.option(fc.integer({min: 0, max: 5})), fc.constantFrom('', 'x')) as fc.Arbitrary<Datum[]>;
const delta = (...weights: bigint[]): fc.Arbitrary<Delta> =>
  fc.uniqueArray(fc.record({row, weight: fc.constantFrom(...weights)}), {
    selector: ({row: values}) => values.join(),
    maxLength: 6,
  });
const filling: Delta = Array.from({length: FILLING}, (_, i) => ({row: [i + 100, 'filling'], weight: 1n}));
/** Of so many rows few are left, and put together anew. */
const going: Delta = filling.slice(10).map(({row: values}) => ({row: values, weight: -1n}));

function add(rows: Arrangement, part: Delta): void {
  for (let at = 0; at < part.length; at += MAX_BATCH_ROWS) {
    const batch = batchOf(memory, schema, part.slice(at, at + MAX_BATCH_ROWS));
    rows.append(batch);
    batch.release();
  }
  rows.endTick();
}

it('tells how many of a row there were, whatever has come since', () => {
  const cases = fc.record({
    filled: fc.boolean(),
    thinned: fc.boolean(),
    before: fc.array(delta(1n, 2n), {maxLength: 3}),
    since: fc.array(delta(-2n, -1n, 1n), {maxLength: 4}),
    asked: fc.uniqueArray(row, {selector: values => values.join(), minLength: 1, maxLength: 5}),
  });
  fc.assert(
    fc.property(cases, ({filled, thinned, before, since, asked}) => {
      const live = memory.stats().liveBuffers;
      const rows = new Arrangement(memory, schema, []);
      if (filled) add(rows, filling);
      for (const part of before) add(rows, part);
      const earlier = rows.snapshot();
      for (const part of since) add(rows, part);
      if (filled && thinned) add(rows, going);
      const wanted = batchOf(
        memory,
        schema,
        asked.map(values => ({row: values, weight: 1n})),
      );
      const model = Model.of(before.flat());
      const expected = asked.map(
        values => [...model.rows.values()].find(({row: known}) => known.join() === values.join())?.weight ?? 0n,
      );
      expect(weightsInSnapshot(earlier, rows, wanted, new Map())).toEqual(expected);
      wanted.release();
      earlier.release();
      rows.close();
      expect(memory.stats().liveBuffers).toBe(live);
    }),
    {numRuns: 60},
  );
});
