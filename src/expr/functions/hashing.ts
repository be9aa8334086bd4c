import type {Datum} from '../../types/datum.ts';
import {
  BIGINT,
  CHAR,
  DOUBLE,
  INET,
  INTEGER,
  INTERVAL,
  MACADDR,
  MACADDR8,
  NAME,
  NUMERIC,
  OID,
  REAL,
  SMALLINT,
  type SqlType,
  TEXT,
  TIME,
  TIMESTAMP,
  TIMETZ,
  UUID,
} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow, ParameterType} from '../function-row.ts';
import {hashJsonb} from '../hash/hash-jsonb.ts';
import {hashDatum} from '../hash/hash-value.ts';
import {type Hash, hashBytes} from '../hash/lookup3.ts';
import {OIDVECTOR} from '../../types/vector-types.ts';

// The hash functions of Postgres's hash operator classes, bit by bit, and with a seed their 64-bit forms.

const RECORD: SqlType = {kind: 'record'};

const hashed: readonly (readonly [name: string, extended: string, type: ParameterType])[] = [
  ['hashint2', 'hashint2extended', SMALLINT],
  ['hashint4', 'hashint4extended', INTEGER],
  ['hashint8', 'hashint8extended', BIGINT],
  ['hashoid', 'hashoidextended', OID],
  ['hashchar', 'hashcharextended', CHAR],
  ['hashname', 'hashnameextended', NAME],
  ['hashtext', 'hashtextextended', TEXT],
  ['hashbpchar', 'hashbpcharextended', {kind: 'bpchar'}],
  ['hashfloat4', 'hashfloat4extended', REAL],
  ['hashfloat8', 'hashfloat8extended', DOUBLE],
  ['hash_numeric', 'hash_numeric_extended', NUMERIC],
  ['hash_array', 'hash_array_extended', 'anyarray'],
  ['hash_record', 'hash_record_extended', RECORD],
  ['timestamp_hash', 'timestamp_hash_extended', TIMESTAMP],
  ['time_hash', 'time_hash_extended', TIME],
  ['interval_hash', 'interval_hash_extended', INTERVAL],
  ['uuid_hash', 'uuid_hash_extended', UUID],
  ['timetz_hash', 'timetz_hash_extended', TIMETZ],
  ['hashinet', 'hashinetextended', INET],
  ['hashmacaddr', 'hashmacaddrextended', MACADDR],
  ['hashmacaddr8', 'hashmacaddr8extended', MACADDR8],
  ['hashenum', 'hashenumextended', 'anyenum'],
  ['hashoidvector', 'hashoidvectorextended', OIDVECTOR],
  ['jsonb_hash', 'jsonb_hash_extended', {kind: 'jsonb'}],
];

export const hashingRows: readonly FunctionRow[] = hashed.flatMap(([name, extended, type]) => [
  func(name, [type], INTEGER, 'hash of the value', ([value]: readonly [Datum], context) => {
    return hashOf(name, context.argTypes[0], value, 0n).narrow;
  }),
  func(
    extended,
    [type, BIGINT],
    BIGINT,
    'hash of the value, by a seed',
    ([value, seed]: readonly [Datum, bigint], context) => {
      return hashOf(name, context.argTypes[0], value, seed).wide;
    },
  ),
]);

function hashOf(name: string, type: SqlType, value: Datum, seed: bigint): Hash {
  if (name === 'jsonb_hash') return hashJsonb(value as string, seed);
  if (name !== 'hashoidvector') return hashDatum(type, value, seed);
  const words = (value as readonly Datum[]).map(oid => Number(oid));
  return hashBytes(new Uint8Array(Uint32Array.from(words).buffer), seed);
}
