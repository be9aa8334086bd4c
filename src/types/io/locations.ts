import {SqlError} from '../sql-error.ts';
import {type TypeIo, invalidSyntax, trimSpace} from './type-io.ts';

// Places in Postgres's own storage, which drivers' queries mention: a row's (block and number in it), one in its log, and
// the long number of a transaction.

const UINT64 = 1n << 64n;

/** A row: the block in the upper bits, the number in the lower 16. */
export const tidIo: TypeIo = {
  parse(text) {
    const match = /^\s*\(\s*(\d{1,10})\s*,\s*(\d{1,5})\s*\)/.exec(text);
    const [block, offset] = match ? [BigInt(match[1]), BigInt(match[2])] : [-1n, -1n];
    if (!match || block > 0xffffffffn || offset > 0xffffn) throw invalidSyntax('tid', text);
    return (block << 16n) | offset;
  },
  format: value => `(${(value as bigint) >> 16n},${(value as bigint) & 0xffffn})`,
  read: reader => (BigInt(reader.uint32()) << 16n) | BigInt(reader.int16() & 0xffff),
  write(writer, value) {
    writer.int32(Number(BigInt.asIntN(32, (value as bigint) >> 16n)));
    writer.int16(Number(BigInt.asIntN(16, value as bigint)));
  },
};

/** Two halves of a 64-bit number, in hexadecimal. */
export const lsnIo: TypeIo = {
  parse(text) {
    const match = /^([0-9a-f]{1,8})\/([0-9a-f]{1,8})$/i.exec(text);
    if (!match) throw invalidSyntax('pg_lsn', text);
    return inLane((BigInt(`0x${match[1]}`) << 32n) | BigInt(`0x${match[2]}`), 'pg_lsn');
  },
  format: value =>
    `${((value as bigint) >> 32n).toString(16)}/${((value as bigint) & 0xffffffffn).toString(16)}`.toUpperCase(),
  read: reader => inLane(BigInt.asUintN(64, reader.int64()), 'pg_lsn'),
  write: (writer, value) => writer.int64(value as bigint),
};

export const xid8Io: TypeIo = {
  parse(text) {
    const trimmed = trimSpace(text);
    if (!/^\d+$/.test(trimmed)) throw invalidSyntax('xid8', text);
    const value = BigInt(trimmed);
    if (value >= UINT64) throw new SqlError('22003', `value "${text}" is out of range for type xid8`);
    return inLane(value, 'xid8');
  },
  format: String,
  read: reader => inLane(BigInt.asUintN(64, reader.int64()), 'xid8'),
  write: (writer, value) => writer.int64(value as bigint),
};

/** Lanes are signed: the upper half of what Postgres can number is left out. Errors: 22003. */
function inLane(value: bigint, type: string): bigint {
  if (value >= UINT64 / 2n) throw new SqlError('22003', `value "${value}" is out of range for type ${type}`);
  return value;
}
