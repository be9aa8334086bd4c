import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER, TEXT} from '../types/sql-type.ts';
import {arbitraryPlan} from './testing/arbitrary-plan.ts';
import {verifyPlan} from './testing/harness.ts';
import {type TestTable, arbitraryScript} from './testing/script.ts';

const memory = loadKernels();
const numbers = [0n, 1n, 2n, 3n];
const tables: readonly TestTable[] = [
  {
    object: 1,
    schema: [column('k', TEXT), column('i', INTEGER), column('l', BIGINT)],
    domains: [['a', 'b', null], [0, 1, 2, null], numbers],
  },
  {
    object: 2,
    schema: [column('l', BIGINT), column('k', TEXT)],
    domains: [
      [...numbers, null],
      ['a', 'b', 'c'],
    ],
  },
];

test.each([
  ['tables', tables],
  ['streams that only grow', tables.map(table => ({...table, stream: true, monotonic: true}))],
] as const)(
  'random plans over %s',
  (_, inputs) => {
    let verified = 0;
    fc.assert(
      fc.property(arbitraryPlan(inputs), arbitraryScript(inputs, {ticks: 5, changes: 6}), (plan, script) => {
        verifyPlan(memory, plan, inputs, script);
        verified++;
      }),
      {numRuns: 300},
    );
    expect(verified).toBeGreaterThan(0);
  },
  120_000,
);
