import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {BIGINT, type SqlType} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {hashBytes} from '../hash/lookup3.ts';

// What the system columns of a row are made of. State is a Z-set: a row has no place and no history, it is what stands in it.
// So its number and its version are hashes of its values, by which it is found again however it is stored.

const TID: SqlType = {kind: 'tid'};
const XID: SqlType = {kind: 'xid'};

/** Versions lie where none of our transactions is, at distances that do not turn negative. */
const FIRST_VERSION = 1n << 30n;
/** A row's number within its block has 16 bits; 0 is none. */
const MOST_IN_BLOCK = 0xffffn;

const utf8 = new TextEncoder();

/** The same for rows that are stored alike. */
function hashRow(type: SqlType, row: readonly Datum[]): bigint {
  const texts = row.map((value, i) => (value === null ? '\x01' : formatText(type.fields![i].type, value)));
  return hashBytes(utf8.encode(texts.join('\0')), 0x6d696c6c72616365n).wide;
}

export const systemColumnRows: readonly FunctionRow[] = [
  func('$row_hash', [{kind: 'record'}], BIGINT, 'hash of a row as it is stored', ([row]: readonly [Datum], context) =>
    hashRow(context.argTypes[0], row as readonly Datum[]),
  ),
  func('$row_block', [BIGINT], BIGINT, 'block of the row of a hash', ([hash]: readonly [bigint]) =>
    BigInt.asUintN(32, hash),
  ),
  func('$row_tid', [BIGINT, BIGINT], TID, 'place of a row', ([block, number]: readonly [bigint, bigint]) => {
    return (block << 16n) | (((number - 1n) % MOST_IN_BLOCK) + 1n);
  }),
  func('$tid_block', [TID], BIGINT, 'block of a place', ([tid]: readonly [bigint]) => tid >> 16n),
  func('$tid_in_block', [TID], TID, 'place of a row in the first block', ([tid]: readonly [bigint]) => tid & 0xffffn),
  func('$row_xid', [BIGINT], XID, 'version of the row of a hash', ([hash]: readonly [bigint]) => {
    return FIRST_VERSION + (BigInt.asUintN(64, hash) >> 34n);
  }),
];
