import fc from 'fast-check';
import {expect, it} from 'vitest';
import {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import {batchOf, type Delta, Model} from '../../../dataflow/arrangement/rows.fixture.ts';
import {loadKernels} from '../../../kernels/load.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {column} from '../../../types/schema.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {INTEGER} from '../../../types/sql-type.ts';
import {commitCheck} from './commit-check.ts';
import {WriteSet} from './write-set.ts';

const memory = loadKernels();
const TABLE = 20_000 as ObjectId;
const schema = [column('k', INTEGER), column('v', INTEGER)];

const table = (nullsNotDistinct: boolean): TableSpec => ({
  kind: 'table',
  oid: TABLE,
  name: 't',
  namespace: 'public',
  schema,
  order: [0, 1],
  missing: new Map(),
  generation: 1,
  uniques: [
    {oid: 20_001 as ObjectId, name: 't_k_key', columns: [0], nullsNotDistinct, deferrable: false, deferred: false},
  ],
  checks: [],
  foreignKeys: [],
  generated: [],
});

const rows = fc.tuple(fc.option(fc.integer({min: 0, max: 6})), fc.integer({min: 0, max: 1})) as fc.Arbitrary<Datum[]>;

const entries = (weight: fc.Arbitrary<bigint>): fc.Arbitrary<Delta> =>
  fc.uniqueArray(fc.record({row: rows, weight}), {selector: ({row}) => row.join(), maxLength: 6});

/** What must come of it, by a look at all rows. */
function expected(committed: Delta, deltas: readonly Delta[], nullsNotDistinct: boolean): string {
  const after = Model.of([...committed, ...deltas.flat()]);
  if ([...after.rows.values()].some(({weight}) => weight < 0n)) return '40001';
  for (const {row, weight} of deltas.flat()) {
    if (weight <= 0n || (row[0] === null && !nullsNotDistinct)) continue;
    const same = [...after.rows.values()].filter(other => other.row[0] === row[0]);
    if (same.reduce((sum, other) => sum + other.weight, 0n) > 1n) return '23505';
  }
  return 'exclusive';
}

/** What comes between the steps of a check. */
type Between = 'nothing' | 'tick' | 'change of the catalog' | 'look into the set';

function outcome(
  committed: Arrangement,
  set: WriteSet,
  nullsNotDistinct: boolean,
  between: readonly Between[],
): string {
  let version = 0;
  const check = commitCheck({
    table: () => table(nullsNotDistinct),
    committed: () => committed,
    referencesTo: () => [],
    changedAt: () => 0,
    version: () => version,
    mustBeFree: () => {},
    mustHaveRoom: () => {},
  });
  try {
    const steps = check(set, null);
    for (let i = 0; ; i++) {
      const {done, value} = steps.next();
      if (done) return value.get(TABLE)!;
      if (between[i] === 'tick') committed.endTick();
      if (between[i] === 'change of the catalog') version++;
      if (between[i] === 'look into the set') set.sum(TABLE);
    }
  } catch (error) {
    if (error instanceof SqlError) return error.code;
    throw error;
  }
}

it('lets through what leaves no key twice and takes out no row that is not there', () => {
  const cases = fc.record({
    committed: entries(fc.constant(1n)),
    deltas: fc.array(
      entries(fc.constantFrom(1n, 1n, -1n, 2n)).filter(delta => delta.length > 0),
      {minLength: 1, maxLength: 4},
    ),
    nullsNotDistinct: fc.boolean(),
    between: fc.array(fc.constantFrom<Between>('nothing', 'tick', 'change of the catalog', 'look into the set')),
  });
  fc.assert(
    fc.property(cases, ({committed, deltas, nullsNotDistinct, between}) => {
      const before = memory.stats().liveBuffers;
      const there = new Arrangement(memory, schema, [0]);
      const batch = batchOf(memory, schema, committed);
      there.append(batch);
      batch.release();
      there.endTick();
      const set = new WriteSet();
      const batches = deltas.map(delta => batchOf(memory, schema, delta));
      set.add(TABLE, batches, 1);
      expect(outcome(there, set, nullsNotDistinct, between)).toBe(expected(committed, deltas, nullsNotDistinct));
      set.close();
      there.close();
      expect(memory.stats().liveBuffers).toBe(before);
    }),
    {numRuns: 500},
  );
});
