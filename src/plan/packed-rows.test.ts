import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Expr} from '../expr/expr.ts';
import {INTEGER, TEXT} from '../types/sql-type.ts';
import {packRows, unpackRows} from './packed-rows.ts';

const literal = (value: string | number | null): Expr => ({op: 'literal', value, type: TEXT});
const assigned = (value: string | null, position: number | undefined): Expr => ({
  op: 'call',
  signature: 'assign(text,varchar)',
  args: [literal(value)],
  type: {kind: 'varchar', length: 5},
  position,
});
const drawn: Expr = {op: 'call', signature: 'nextval(text)', args: [literal('s')], type: INTEGER};

describe('packRows', () => {
  it('gives back the rows that were packed', () => {
    const row = fc.tuple(fc.option(fc.string()), fc.option(fc.string()), fc.option(fc.nat(), {nil: undefined}));
    fc.assert(
      fc.property(fc.array(row, {minLength: 64, maxLength: 80}), values => {
        const rows = values.map(([a, b, position]) => [literal(a), drawn, assigned(b, position), literal(b)]);
        const packed = packRows(rows)!;
        expect(packed.shared).toEqual([false, true, false, false]);
        const unpacked = unpackRows(structuredClone(packed));
        expect(unpacked).toEqual(rows);
        expect(unpacked.every(each => each[1] === unpacked[0][1])).toBe(true);
      }),
    );
  });

  it('leaves rows alone that are few or differ in more than constants', () => {
    const rows = Array.from({length: 100}, (_, i) => [literal(i)]);
    expect(packRows(rows.slice(0, 63))).toBeNull();
    expect(packRows(rows)).not.toBeNull();
    expect(packRows([...rows, [assigned('a', 1)]])).toBeNull();
    expect(packRows([...rows, [{op: 'literal', value: 1, type: INTEGER}]])).toBeNull();
    expect(packRows([...rows, [{op: 'array', args: [], type: TEXT}]])).toBeNull();
  });
});
