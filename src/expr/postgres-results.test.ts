import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {batchFromRows} from '../columnar/builder.ts';
import {readDatum} from '../columnar/datum-access.ts';
import {releaseVector} from '../columnar/vector-references.ts';
import {loadKernels} from '../kernels/load.ts';
import type {Datum} from '../types/datum.ts';
import {DEFAULT_FORMAT} from '../types/io/format-settings.ts';
import {formatDatum, parseText} from '../types/io/registry.ts';
import {column} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import {callContext} from './call-context.ts';
import {compileExpr, compileRowExpr} from './evaluate.ts';
import type {Expr} from './expr.ts';
import {resultTypeOf} from './function-row.ts';
import {functionBySignature} from './registry.ts';
import {typeOfShortName} from './short-names.ts';
import {tableFunctionBySignature} from './table-functions.ts';

// What Postgres answered (scripts/expr-golden.mjs) is what the rows and the kernels must answer.

type Result = string | null | readonly [code: string, message: string];
type Called = {signature: string; types: string[]; results: (readonly [args: (string | null)[], result: Result])[]};
type Rows = readonly (string | null)[][] | {error: readonly [string, string]};
type Fixture = {
  functions: Called[];
  tables: {signature: string; types: string[]; results: [(string | null)[], Rows][]}[];
};

const fixture = JSON.parse(
  readFileSync(new URL('./fixtures/postgres-results.json', import.meta.url), 'utf8'),
) as Fixture;
const format = {...DEFAULT_FORMAT, timeZone: 'Europe/Berlin'};
const context = {now: 0n, settings: new Map([['timezone', 'Europe/Berlin']])};
const memory = loadKernels();

function argument(type: SqlType, text: string | null): Datum {
  return text === null ? null : parseText(type, text, format);
}

function attempt(compute: () => Datum, type: SqlType): Result {
  try {
    return formatDatum(type, compute(), format);
  } catch (error) {
    if (error instanceof SqlError) return [error.code, error.message];
    throw error;
  }
}

/** Transcendental functions differ in the last place from one C library to another. */
const inexact =
  /^(power|pow|\^|exp|ln|log|log10|sin|cos|tan|cot|a?sinh?|a?cosh?|a?tanh?|atan2?|acos|asin|cbrt|\|\|\/|degrees|radians)\(/;

function same(signature: string, got: Result, wanted: Result): boolean {
  if (typeof got === 'string' && typeof wanted === 'string' && inexact.test(signature)) {
    const [a, b] = [Number(got), Number(wanted)];
    if (Math.abs(a - b) <= Math.abs(b) * 1e-13) return true;
  }
  return JSON.stringify(got) === JSON.stringify(wanted);
}

/** Where we differ, knowingly. */
const differences: readonly {readonly signature: RegExp; readonly args: RegExp; readonly why: string}[] = [
  {signature: /^age\(/, args: /infinity/, why: 'Postgres 15 counts the years to infinity as to a date'},
  {signature: /^cast\((text|int4),char\)/, args: /[^ -~]|-1/, why: 'bytes that are no characters'},
];

function isKnown(signature: string, texts: readonly (string | null)[]): boolean {
  return differences.some(known => known.signature.test(signature) && known.args.test(texts.join()));
}

type Disagreement = {readonly call: string; readonly got: Result; readonly wanted: Result};

type Case = {readonly args: Datum[]; readonly texts: (string | null)[]; readonly wanted: Result};

/** Arguments that Postgres's input refused are of no interest here. */
function prepared({signature, types, results}: Called): Case[] {
  const argTypes = types.map(typeOfShortName);
  return results.flatMap(([texts, wanted]) => {
    try {
      return [{args: texts.map((text, i) => argument(argTypes[i], text)), texts, wanted}];
    } catch (error) {
      if (error instanceof SqlError) return [];
      throw new Error(`${signature} ${JSON.stringify(texts)}`, {cause: error});
    }
  });
}

/** Columns have lists of one dimension. */
function isFlat({texts, wanted}: Case): boolean {
  return !texts.some(text => text?.startsWith('{{')) && !String(wanted).startsWith('{{');
}

function disagreements(called: Called, answer: Answer, only: (one: Case) => boolean = () => true): Disagreement[] {
  const cases = prepared(called).filter(only);
  const argTypes = called.types.map(typeOfShortName);
  const type = resultTypeOf(functionBySignature(called.signature), argTypes);
  const answers = answer(
    cases.map(({args}) => args),
    type,
  );
  return cases.flatMap(({texts, wanted}, i) =>
    same(called.signature, answers[i], wanted) || isKnown(called.signature, texts)
      ? []
      : [{call: `${called.signature} ${JSON.stringify(texts)}`, got: answers[i], wanted}],
  );
}

function columnCall(called: Called, type: SqlType): Expr {
  const args = called.types.map((name, index): Expr => ({op: 'column', index, type: typeOfShortName(name)}));
  return {op: 'call', signature: called.signature, args, type};
}

type Answer = (rows: readonly Datum[][], type: SqlType) => Result[];

function byRow(called: Called): Answer {
  return (rows, type) => {
    const evaluate = compileRowExpr(columnCall(called, type), context);
    return rows.map(row => attempt(() => evaluate(row), type));
  };
}

function byVector(called: Called): Answer {
  return (rows, type) => {
    const schema = called.types.map((name, i) => column(`c${i}`, typeOfShortName(name)));
    const batch = batchFromRows(memory, schema, rows);
    const {vector, errors} = compileExpr(columnCall(called, type), context).evaluate(batch);
    const failed = new Map(errors?.map(({row, error}) => [row, error]));
    const answers = rows.map((_, row): Result => {
      const error = failed.get(row);
      return error ? [error.code, error.message] : formatDatum(type, readDatum(memory, vector, row), format);
    });
    releaseVector(memory, vector);
    batch.release();
    return answers;
  };
}

/** All arguments but one are the case's own constants: the forms that kernels have for one value on a side. */
function withConstants(called: Called, varying: number): Answer {
  return (rows, type) =>
    rows.map(row => {
      const args = called.types.map((name, i): Expr => {
        const argType = typeOfShortName(name);
        return i === varying ? {op: 'column', index: 0, type: argType} : {op: 'literal', value: row[i], type: argType};
      });
      const expr: Expr = {op: 'call', signature: called.signature, args, type};
      const batch = batchFromRows(memory, [column('c', typeOfShortName(called.types[varying]))], [[row[varying]]]);
      const {vector, errors} = compileExpr(expr, context).evaluate(batch);
      const answer: Result = errors
        ? [errors[0].error.code, errors[0].error.message]
        : formatDatum(type, readDatum(memory, vector, 0), format);
      releaseVector(memory, vector);
      batch.release();
      return answer;
    });
}

describe('functions answer as Postgres does', () => {
  it.each(fixture.functions)('$signature of $types: row', called => {
    expect(disagreements(called, byRow(called))).toEqual([]);
  });

  it.each(fixture.functions)('$signature of $types: vector', called => {
    expect(disagreements(called, byVector(called), isFlat)).toEqual([]);
  });

  it.each(fixture.functions.filter(called => called.types.length > 1))(
    '$signature of $types: with constants',
    called => {
      for (let i = 0; i < called.types.length; i++) {
        expect(disagreements(called, withConstants(called, i), isFlat)).toEqual([]);
      }
    },
  );

  it('gives all memory back', () => {
    expect(memory.stats().liveBuffers).toBe(0);
  });
});

describe('set-returning functions answer as Postgres does', () => {
  it.each(fixture.tables)('$signature of $types', ({signature, types, results}) => {
    const row = tableFunctionBySignature(signature);
    const argTypes = types.map(typeOfShortName);
    const columns = row.returns(argTypes);
    for (const [texts, wanted] of results) {
      const args = texts.map((text, i) => argument(argTypes[i], text));
      const call = callContext(context, argTypes, columns[0].type);
      let got: Rows;
      try {
        const rows: (string | null)[][] = [];
        if (!args.includes(null)) {
          for (const values of row.rows(args, call)) {
            if (rows.length === 40) break;
            rows.push(values!.map((value, i) => formatDatum(columns[i].type, value, format)));
          }
        }
        got = rows;
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
        got = {error: [error.code, error.message]};
      }
      expect([texts, got]).toEqual([texts, wanted]);
    }
  });
});
