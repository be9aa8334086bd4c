import type {Datum} from '../../types/datum.ts';
import {type Decimal, decimalMul, decimalTryParse, decimalTrunc} from '../../types/decimal.ts';
import {decimalFromBigint, decimalToBigint} from '../../types/decimal-value.ts';
import {catalogTypeOfKind} from '../../types/catalog-oids.ts';
import {decimalToBytes} from '../../types/decimal.ts';
import {formatDatum} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, INTEGER, type SqlType, TEXT} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import {func} from '../define.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {int8} from './ranges.ts';

// Sizes of values, sizes written with units, and the collation of an expression.

const units: readonly (readonly [name: RegExp, bytes: bigint])[] = [
  [/^bytes$/i, 1n],
  [/^kb$/i, 1n << 10n],
  [/^mb$/i, 1n << 20n],
  [/^gb$/i, 1n << 30n],
  [/^tb$/i, 1n << 40n],
  [/^pb$/i, 1n << 50n],
];

/** Errors: 22023, 22003. */
function sizeBytes([text]: readonly [string]): bigint {
  const match = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/s.exec(text);
  const number = match && decimalTryParse(match[1]);
  if (!match || !number) throw new SqlError('22023', `invalid size: "${text}"`);
  const factor = match[2] === '' ? 1n : units.find(([name]) => name.test(match[2]))?.[1];
  if (factor === undefined) {
    throw new SqlError('22023', `invalid size: "${text}"`, {
      detail: `Invalid size unit: "${match[2]}".`,
      hint: 'Valid units are "bytes", "kB", "MB", "GB", "TB", and "PB".',
    });
  }
  return int8(decimalToBigint(roundedHalfUp(decimalMul(number, decimalFromBigint(factor))))!);
}

/** As a numeric becomes a bigint. */
function roundedHalfUp(value: Decimal): Decimal {
  const half: Decimal = {coefficient: value.coefficient < 0n ? -5n : 5n, scale: 1};
  const scale = Math.max(value.scale, 1);
  const at = (d: Decimal): bigint => d.coefficient * 10n ** BigInt(scale - d.scale);
  return decimalTrunc({coefficient: at(value) + at(half), scale});
}

const HEADER = 4;

/** Bytes of a value as Postgres keeps it in memory, with the long header where lengths vary. */
function columnSize([value]: readonly [Datum], context: CallContext): number | null {
  return value === null ? null : sizeOf(context.argTypes[0], value, context);
}

function sizeOf(type: SqlType, value: NonNullable<Datum>, context: CallContext): number {
  const fixed = catalogTypeOfKind(type.kind)?.length ?? -1;
  if (fixed > 0) return fixed;
  switch (type.kind) {
    case 'numeric':
      return HEADER + Math.max(2, decimalToBytes(value as Decimal).length - 6);
    case 'bytea':
      return HEADER + (value as Uint8Array).length;
    case 'array': {
      const items = value as readonly Datum[];
      if (items.length === 0) return HEADER + 12;
      const bitmap = items.includes(null) ? Math.ceil(items.length / 8) : 0;
      return (
        aligned(HEADER + 20 + bitmap, bitmap > 0 ? 8 : 4) +
        aligned(
          packed(items, () => type.element!, context),
          4,
        )
      );
    }
    case 'struct':
    case 'record':
      return 24 + packed(value as readonly Datum[], i => type.fields![i].type, context);
    case 'unknown':
      return Buffer.byteLength(value as string) + 1;
    default:
      return HEADER + Buffer.byteLength(formatDatum(type, value, formatOf(context)) ?? '');
  }
}

function aligned(size: number, to: number): number {
  return Math.ceil(size / to) * to;
}

function packed(items: readonly Datum[], typeAt: (index: number) => SqlType, context: CallContext): number {
  let size = 0;
  items.forEach((item, i) => {
    if (item === null) return;
    const type = typeAt(i);
    const own = sizeOf(type, item, context);
    const fixed = catalogTypeOfKind(type.kind)?.length ?? -1;
    size = aligned(size, fixed === 8 ? 8 : fixed > 0 ? Math.min(fixed, 4) : 4) + own;
  });
  return size;
}

const collatable = ['text', 'varchar', 'bpchar', 'name', 'unknown'];

/** Errors: 42804 for a type that has none. */
function collationFor(_args: readonly Datum[], context: CallContext): string | null {
  const [type] = context.argTypes;
  if (!collatable.includes(type.kind)) {
    throw new SqlError('42804', `collations are not supported by type ${typeName(type)}`);
  }
  return type.kind === 'name' ? '"C"' : '"default"';
}

const options = {strict: false, volatility: 'stable'} as const;

export const sizeRows: readonly FunctionRow[] = [
  func('pg_size_bytes', [TEXT], BIGINT, 'bytes of a size with a unit', sizeBytes),
  func('pg_column_size', ['any'], INTEGER, 'bytes that a value takes', columnSize, options),
  func('pg_column_compression', ['any'], TEXT, 'how a value is compressed: not at all', () => null, options),
  func('pg_collation_for', ['any'], TEXT, 'collation of a value', collationFor, options),
];
