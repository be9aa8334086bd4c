import type {Datum} from '../datum.ts';
import {aclItemIo} from './aclitem.ts';
import {SqlError} from '../sql-error.ts';
import type {SqlType, TypeKind} from '../sql-type.ts';
import {arrayIo} from './array.ts';
import {bitsIo} from './bits.ts';
import {booleanIo} from './boolean.ts';
import {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import {byteaIo} from './bytea.ts';
import {dateIo, timeIo, timestampIo, timestamptzIo} from './datetime.ts';
import {enumIo} from './enum.ts';
import {doubleIo, realIo} from './floats.ts';
import {DEFAULT_FORMAT, type FormatSettings} from './format-settings.ts';
import {bigintIo, integerIo, smallintIo} from './integers.ts';
import {boxIo, circleIo, lineIo, lsegIo, pathIo, pointIo, polygonIo} from './geometry.ts';
import {intervalIo} from './interval.ts';
import {jsonIo, jsonbIo} from './json.ts';
import {jsonPathIo} from './json-path.ts';
import {moneyIo} from './money.ts';
import {macaddr8Io, macaddrIo, networkIo} from './network.ts';
import {numericIo} from './numeric.ts';
import {lsnIo, tidIo, xid8Io} from './locations.ts';
import {oidIo, regIo} from './oids.ts';
import {multirangeIo, rangeIo} from './range.ts';
import {recordIo} from './record.ts';
import type {TextCodec} from './text-codec.ts';
import {charIo, nameIo, textIo, voidIo} from './text.ts';
import type {NonNullDatum, TypeIo} from './type-io.ts';
import {tsqueryIo, tsvectorIo} from './text-search.ts';
import {timetzIo} from './timetz.ts';
import {uuidIo} from './uuid.ts';
import {snapshotIo} from './snapshot.ts';
import {xmlIo} from './xml.ts';

/** The input and output functions of a type. */
export function ioOf(type: SqlType): TypeIo {
  return ios[type.kind];
}

const compositeIo = recordIo(ioOf);
const ranges = rangeIo(ioOf);
const multiranges = multirangeIo(ioOf);

const ios: Readonly<Record<TypeKind, TypeIo>> = {
  boolean: booleanIo,
  smallint: smallintIo,
  integer: integerIo,
  bigint: bigintIo,
  real: realIo,
  'double precision': doubleIo,
  numeric: numericIo,
  text: textIo,
  varchar: textIo,
  bpchar: textIo,
  name: nameIo,
  '"char"': charIo,
  bytea: byteaIo,
  date: dateIo,
  time: timeIo,
  timetz: timetzIo,
  timestamp: timestampIo,
  timestamptz: timestamptzIo,
  interval: intervalIo,
  uuid: uuidIo,
  json: jsonIo,
  jsonb: jsonbIo,
  jsonpath: jsonPathIo,
  oid: oidIo,
  regclass: regIo,
  regtype: regIo,
  regproc: regIo,
  regnamespace: regIo,
  regrole: regIo,
  regprocedure: regIo,
  regoper: regIo,
  regoperator: regIo,
  regcollation: regIo,
  regconfig: regIo,
  regdictionary: regIo,
  xid: oidIo,
  xid8: xid8Io,
  pg_snapshot: snapshotIo,
  txid_snapshot: snapshotIo,
  cid: oidIo,
  tid: tidIo,
  pg_lsn: lsnIo,
  enum: enumIo,
  bit: bitsIo,
  varbit: bitsIo,
  money: moneyIo,
  xml: xmlIo,
  refcursor: textIo,
  aclitem: aclItemIo,
  point: pointIo,
  lseg: lsegIo,
  box: boxIo,
  path: pathIo,
  polygon: polygonIo,
  circle: circleIo,
  line: lineIo,
  inet: networkIo,
  cidr: networkIo,
  macaddr: macaddrIo,
  macaddr8: macaddr8Io,
  tsvector: tsvectorIo,
  tsquery: tsqueryIo,
  int4range: ranges,
  int8range: ranges,
  numrange: ranges,
  daterange: ranges,
  tsrange: ranges,
  tstzrange: ranges,
  range: ranges,
  int4multirange: multiranges,
  int8multirange: multiranges,
  nummultirange: multiranges,
  datemultirange: multiranges,
  tsmultirange: multiranges,
  tstzmultirange: multiranges,
  multirange: multiranges,
  array: arrayIo(ioOf),
  struct: compositeIo,
  record: compositeIo,
  unknown: textIo,
  void: voidIo,
  anyelement: voidIo,
  anyarray: voidIo,
  anynonarray: voidIo,
  anyenum: voidIo,
  anyrange: voidIo,
  anymultirange: voidIo,
  anycompatible: voidIo,
  anycompatiblearray: voidIo,
  anycompatiblenonarray: voidIo,
  anycompatiblerange: voidIo,
  anycompatiblemultirange: voidIo,
};

/**
 * Reads text as the type's input function does. Type parameters are not applied: see `applyTypmod`. NULL is no text.
 *
 * Errors: 22P02 invalid syntax, 22003 and 22008 out of range, 22007, 22009, 22015, 22021 and 22023.
 */
export function parseText(type: SqlType, text: string, settings: FormatSettings = DEFAULT_FORMAT): NonNullDatum {
  return ios[type.kind].parse(text, type, settings);
}

export function formatText(type: SqlType, value: NonNullDatum, settings: FormatSettings = DEFAULT_FORMAT): string {
  return ios[type.kind].format(value, type, settings);
}

/** Reads one value that fills `bytes`, its texts as the codec says. Errors: 22P03, 08P01, 22021 and those of the type. */
export function readBinary(type: SqlType, bytes: Uint8Array, codec: TextCodec | null = null): NonNullDatum {
  const reader = new ByteReader(bytes, 0, bytes.length, codec);
  const value = ios[type.kind].read(reader, type);
  if (reader.remaining > 0) throw new SqlError('22P03', `incorrect binary data format`);
  return value;
}

/** Appends the value's bytes, without a length. */
export function writeBinary(writer: ByteWriter, type: SqlType, value: NonNullDatum): void {
  ios[type.kind].write(writer, value, type);
}

/** As `formatText`, NULL to null. */
export function formatDatum(type: SqlType, value: Datum, settings: FormatSettings = DEFAULT_FORMAT): string | null {
  return value === null ? null : formatText(type, value, settings);
}
