import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import * as d from './decimal.ts';
import {SqlError} from './sql-error.ts';

type Case = {
  readonly op: string;
  readonly args: readonly string[];
  readonly result?: string;
  readonly error?: {readonly code: string; readonly message: string; readonly detail?: string};
};

// Answers of Postgres 15, written by scripts/fixtures/decimals.mjs.
const cases = readFileSync(new URL('fixtures/decimals.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Case);

const p = d.decimalParse;
const print = d.decimalPrint;

const operations: Record<string, (...args: string[]) => string> = {
  add: (a, b) => print(d.decimalAdd(p(a), p(b))),
  sub: (a, b) => print(d.decimalSub(p(a), p(b))),
  mul: (a, b) => print(d.decimalMul(p(a), p(b))),
  div: (a, b) => print(d.decimalDiv(p(a), p(b))),
  mod: (a, b) => print(d.decimalMod(p(a), p(b))),
  quotient: (a, b) => print(d.decimalQuotient(p(a), p(b))),
  compare: (a, b) => String(d.decimalCompare(p(a), p(b))),
  round: (a, n) => print(d.decimalRound(p(a), Number(n))),
  trunc: (a, n) => print(d.decimalTrunc(p(a), Number(n))),
  ceil: a => print(d.decimalCeil(p(a))),
  floor: a => print(d.decimalFloor(p(a))),
  bytes: a => Buffer.from(d.decimalToBytes(p(a))).toString('hex'),
  rescale: (a, precision, scale) => print(d.decimalRescale(p(a), Number(precision), Number(scale))),
  sqrt: a => print(d.decimalSqrt(p(a))),
  exp: a => print(d.decimalExp(p(a))),
  ln: a => print(d.decimalLn(p(a))),
  log: (a, b) => print(d.decimalLog(p(a), p(b))),
  power: (a, b) => print(d.decimalPower(p(a), p(b))),
  fromDouble: a => print(d.decimalFromNumber(Number(a))),
  fromReal: a => print(d.decimalFromNumber(Math.fround(Number(a)), 6)),
  toDouble: a => String(d.decimalToNumber(p(a))),
};

function answer(operation: () => string): Omit<Case, 'op' | 'args'> {
  try {
    return {result: operation()};
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    return {error: {code: error.code, message: error.message, detail: error.fields.detail}};
  }
}

describe('decimal answers as Postgres does', () => {
  for (const op of Object.keys(operations)) {
    it(op, () => {
      const own = cases.filter(c => c.op === op);
      expect(own.length).toBeGreaterThan(5);
      for (const {args, result, error} of own) {
        const actual = answer(() => operations[op](...args));
        if (op === 'toDouble' && result !== undefined) {
          expect(Number(actual.result), args.join(', ')).toBe(Number(result));
        } else {
          expect({args, ...actual}).toEqual(error ? {args, error} : {args, result});
        }
      }
    });
  }
});

const anyDecimal = fc
  .tuple(fc.bigInt({min: -(10n ** 60n), max: 10n ** 60n}), fc.integer({min: 0, max: 40}))
  .map(([coefficient, scale]) => ({coefficient, scale}));

describe('decimal', () => {
  it('round-trips through text and bytes, display scale included', () => {
    fc.assert(
      fc.property(anyDecimal, value => {
        expect(p(print(value))).toEqual(value);
        expect(d.decimalFromBytes(d.decimalToBytes(value))).toEqual(value);
      }),
    );
  });

  it('refuses what the format cannot hold', () => {
    expect(() => p('1e131072')).toThrow('value overflows numeric format');
    expect(() => p('1e-16384')).toThrow('value overflows numeric format');
    expect(print(p('1e131071'))).toHaveLength(131072);
    expect(() => d.decimalMul(p('1e100000'), p('1e100000'))).toThrow('value overflows numeric format');
  });

  it('refuses malformed bytes', () => {
    for (const hex of [
      '',
      '0001',
      '0001000000000000',
      '00010000000000002711',
      '0000000012340000',
      '0000000000004000',
    ]) {
      expect(() => d.decimalFromBytes(Buffer.from(hex, 'hex')), hex).toThrow(SqlError);
    }
  });
});
