import type {Datum} from '../../types/datum.ts';
import {BIGINT, BIT, INTEGER, SMALLINT, type SqlType} from '../../types/sql-type.ts';
import {andBits, orBits, xorBits} from '../functions/bit-strings.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';

type Combine = (a: bigint, b: bigint) => bigint;

/** `once`: a value that stands there twice counts as if it stood there once, else not at all. */
function bitwise(name: string, type: SqlType, combine: Combine, once: boolean, description: string): AggregateRow {
  const result = (bits: bigint): Datum => (type === BIGINT ? bits : Number(bits));
  return folded(name, [type], {
    description,
    returns: () => type,
    fold: () => ({
      required: [0],
      finish(values) {
        let bits: bigint | null = null;
        for (const {row, times} of values.rows()) {
          const value = BigInt(row[0] as number | bigint);
          const counted = once || times % 2 === 1 ? value : 0n;
          bits = bits === null ? counted : combine(bits, counted);
        }
        return bits === null ? null : result(bits);
      },
    }),
  });
}

/** Of bit strings: all of one length. Errors: 22026. */
function bitStrings(
  name: string,
  combine: (pair: readonly [string, string]) => string,
  once: boolean,
  description: string,
): AggregateRow {
  return folded(name, [BIT], {
    description,
    returns: () => BIT,
    fold: () => ({
      required: [0],
      finish(values) {
        let bits: string | null = null;
        for (const {row, times} of values.rows()) {
          const value = row[0] as string;
          const counted = once || times % 2 === 1 ? value : '0'.repeat(value.length);
          bits = bits === null ? counted : combine([bits, counted]);
        }
        return bits;
      },
    }),
  });
}

const bitStringRows: readonly AggregateRow[] = [
  bitStrings('bit_and', andBits, true, 'bitwise AND of the values that are not null'),
  bitStrings('bit_or', orBits, true, 'bitwise OR of the values that are not null'),
  bitStrings('bit_xor', xorBits, false, 'bitwise exclusive OR of the values that are not null'),
];

const integerRows: readonly AggregateRow[] = [SMALLINT, INTEGER, BIGINT].flatMap(type => [
  bitwise('bit_and', type, (a, b) => a & b, true, 'bitwise AND of the values that are not null'),
  bitwise('bit_or', type, (a, b) => a | b, true, 'bitwise OR of the values that are not null'),
  bitwise('bit_xor', type, (a, b) => a ^ b, false, 'bitwise exclusive OR of the values that are not null'),
]);

export const bitRows: readonly AggregateRow[] = [...integerRows, ...bitStringRows];
