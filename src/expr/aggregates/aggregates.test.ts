import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {batchFromRows} from '../../columnar/builder.ts';
import {readDatum} from '../../columnar/datum-access.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Datum} from '../../types/datum.ts';
import {DEFAULT_FORMAT} from '../../types/io/format-settings.ts';
import {formatDatum, parseText} from '../../types/io/registry.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, numericOf, type SqlType} from '../../types/sql-type.ts';
import {applyTypmod} from '../../types/typmod.ts';
import {aggregateBySignature, allAggregates} from '../registry.ts';
import {typeOfShortName} from '../short-names.ts';
import {accumulate} from '../testing/accumulate.ts';
import {type AccumulatedAggregate, accumulatorType} from './aggregate-row.ts';
import {compileFinish, finishRow} from './finish.ts';

// Aggregates from their accumulators, against what Postgres answered over the same values (scripts/expr-golden.mjs).

type Result = string | null | readonly [code: string, message: string];
type Fixture = {aggregates: {signature: string; type: string; results: [(string | null)[], Result][]}[]};

const path = new URL('../fixtures/postgres-results.json', import.meta.url);
const fixture = JSON.parse(readFileSync(path, 'utf8')) as Fixture;
const format = {...DEFAULT_FORMAT, timeZone: 'Europe/Berlin'};
const context = {now: 0n, settings: new Map([['timezone', 'Europe/Berlin']])};
const memory = loadKernels();

function accumulatedBySignature(signature: string): AccumulatedAggregate {
  return aggregateBySignature(signature) as AccumulatedAggregate;
}

function declared(name: string): SqlType {
  const match = /^numeric\((\d+),(\d+)\)$/.exec(name);
  return match ? numericOf(Number(match[1]), Number(match[2])) : typeOfShortName(name);
}

/** Sums of floats are rounded once here and at every step in Postgres. */
function close(got: Result, wanted: Result): boolean {
  const [a, b] = [Number(got), Number(wanted)];
  return typeof got === 'string' && typeof wanted === 'string' && Math.abs(a - b) <= Math.abs(b) * 1e-6;
}

function outcome(compute: () => Datum, type: SqlType): Result {
  try {
    return formatDatum(type, compute(), format);
  } catch (error) {
    if (error instanceof SqlError) return [error.code, error.message];
    throw error;
  }
}

describe('aggregates answer as Postgres does', () => {
  it.each(fixture.aggregates)('$signature of $type', ({signature, type: name, results: all}) => {
    // Columns have lists of one dimension.
    const results = all.filter(([texts]) => !texts.some(text => text?.startsWith('{{')));
    const aggregate = accumulatedBySignature(signature);
    const type = declared(name);
    const accumulators = aggregate.accumulators([type]);
    const returns = aggregate.returns([type]);
    const states = results.map(([texts]) => {
      const values = texts.map(text => (text === null ? null : applyTypmod(type, parseText(type, text), 'explicit')));
      return accumulators.map(accumulator =>
        accumulate(
          accumulator,
          type,
          values.map(value => ({value, weight: 1n})),
        ),
      );
    });

    const byRow = states.map(state => outcome(() => finishRow(aggregate, [type], state, context), returns));
    const schema = accumulators.map((a, i) => column(`a${i}`, accumulatorType(a, [type])));
    const batch = batchFromRows(memory, schema, states);
    const {vector, errors} = compileFinish(aggregate, [type], context).evaluate(batch);
    const byVector = states.map((_, row): Result => {
      const error = errors?.find(e => e.row === row)?.error;
      return error ? [error.code, error.message] : formatDatum(returns, readDatum(memory, vector, row), format);
    });
    releaseVector(memory, vector);
    batch.release();

    results.forEach(([values, wanted], i) => {
      const float = /float/.test(signature);
      if (!(float && close(byRow[i], wanted))) expect([values, byRow[i]]).toEqual([values, wanted]);
      expect([values, byVector[i]]).toEqual([values, byRow[i]]);
    });
    expect(memory.stats().liveBuffers).toBe(0);
  });

  it('are listed once each, with the types that Postgres has them for', () => {
    const signatures = allAggregates().map(row => row.signature);
    expect(new Set(signatures).size).toBe(signatures.length);
  });
});

describe('sums of floats', () => {
  const float = typeOfShortName('float8');
  const sum = accumulatedBySignature('sum(float8)');

  it('are the same whatever came and went', () => {
    const value = fc.double({noNaN: true, noDefaultInfinity: true});
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (kept, gone) => {
        const rows = (values: readonly number[], weight: bigint) => values.map(v => ({value: v, weight}));
        const state = (changes: readonly {value: Datum; weight: bigint}[]): Datum[] =>
          sum.accumulators([float]).map(accumulator => accumulate(accumulator, float, changes));
        const result = (changes: readonly {value: Datum; weight: bigint}[]): Result =>
          outcome(() => finishRow(sum, [float], state(changes), context), float);
        expect(result([...rows(gone, 1n), ...rows(kept, 1n), ...rows(gone, -1n)])).toEqual(result(rows(kept, 1n)));
      }),
    );
  });

  it('overflow only if no value is infinite', () => {
    const finish = (state: readonly Datum[]) => outcome(() => finishRow(sum, [float], state, context), float);
    expect(finish([2n, Infinity, 0n])).toEqual(['22003', 'value out of range: overflow']);
    expect(finish([2n, Infinity, 1n])).toBe('Infinity');
  });
});

it('the sum of bigints is a numeric in integer lanes', () => {
  expect(aggregateBySignature('sum(int8)').returns([BIGINT]).digits).toEqual({precision: 38, scale: 0});
});
