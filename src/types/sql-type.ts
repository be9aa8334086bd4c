import type {IntervalSpan} from './interval-span.ts';
import type {RegKind} from './reg-kinds.ts';

/**
 * A SQL type as the planner and the operators see it: a kind, what parameterises it, and through `physical` the
 * layout of its vectors. Plain data: types cross threads inside plans and are persisted in the catalog.
 */
export type SqlType = {
  readonly kind: TypeKind;
  /**
   * numeric: declared precision and scale (`numeric(p,s)`); varchar/bpchar/bit/varbit: `length`; absent = unconstrained.
   * This is what Postgres carries in typmod, and what clients see.
   */
  readonly precision?: number;
  /** interval: the fields it was declared with, `day to second`; absent: all. */
  readonly span?: IntervalSpan;
  readonly scale?: number;
  readonly length?: number;
  /**
   * numeric only: every value of the column has exactly `digits.scale` fractional digits and at most
   * `digits.precision` digits in all, so it is stored as a scaled integer (≤ 18 digits: int64, ≤ 38: int128). Absent:
   * stored in Postgres's variable-length form. NaN has a place in all layouts (decimal-lanes.ts), the infinities in the last. The same SQL type may have different layouts: coerce between them.
   */
  readonly digits?: {readonly precision: number; readonly scale: number};
  /**
   * Of a column or expression of texts: the OID of the collation that it is compared by; absent: the type's own. 0: it could not be
   * determined. Has no part in layouts, nor in whether two types are the same.
   */
  readonly collation?: number;
  /** array only. */
  readonly element?: SqlType;
  /** struct (composite) only, in order. */
  readonly fields?: readonly Field[];
  /** range and multirange (those that users made) only: what they are ranges of, and the OID of the one that goes with the other. */
  readonly bounds?: {readonly subtype: SqlType; readonly partner: number};
  /** enum, range, multirange, and a struct that is a declared composite type or a relation's row: its OID (user-types.ts knows the rest). */
  readonly oid?: number;
  /** The domain whose values these are; everything else says what it is over, which is what operators see. */
  readonly domain?: number;
};

export type Field = {readonly name: string; readonly type: SqlType};

export type TypeKind =
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'real'
  | 'double precision'
  | 'numeric'
  | 'text'
  | 'varchar'
  | 'bpchar'
  | 'name'
  | '"char"'
  | 'bytea'
  | 'date'
  | 'time'
  | 'timetz'
  | 'timestamp'
  | 'timestamptz'
  | 'interval'
  | 'uuid'
  | 'json'
  | 'jsonb'
  | 'jsonpath'
  | 'oid'
  | RegKind
  | 'xid'
  | 'xid8'
  | 'pg_snapshot'
  | 'txid_snapshot'
  | 'cid'
  | 'tid'
  | 'pg_lsn'
  | 'enum'
  | 'bit'
  | 'varbit'
  | 'money'
  | 'xml'
  | 'refcursor'
  | 'aclitem'
  | GeometricKind
  | 'inet'
  | 'cidr'
  | 'macaddr'
  | 'macaddr8'
  | 'tsvector'
  | 'tsquery'
  | RangeKind
  | MultirangeKind
  | 'array'
  | 'struct'
  | 'record'
  | 'unknown'
  | 'void'
  | PolymorphicKind;

/** What parameters and results of functions alone are declared as: each call says which types they stand for (manual, 38.2.5). */
export type PolymorphicKind = (typeof polymorphicKinds)[number];

export const polymorphicKinds = [
  'anyelement',
  'anyarray',
  'anynonarray',
  'anyenum',
  'anyrange',
  'anymultirange',
  'anycompatible',
  'anycompatiblearray',
  'anycompatiblenonarray',
  'anycompatiblerange',
  'anycompatiblemultirange',
] as const;

export type GeometricKind = 'point' | 'lseg' | 'box' | 'path' | 'polygon' | 'circle' | 'line';

export type RangeKind = 'int4range' | 'int8range' | 'numrange' | 'daterange' | 'tsrange' | 'tstzrange' | 'range';
export type MultirangeKind =
  | 'int4multirange'
  | 'int8multirange'
  | 'nummultirange'
  | 'datemultirange'
  | 'tsmultirange'
  | 'tstzmultirange'
  | 'multirange';

/** How the values of a vector lie in linear memory. The numbers are shared with the kernels (assembly/layout.ts). */
export const Physical = {
  /** bitmap, least significant bit first */
  bit: 1,
  int16: 2,
  int32: 3,
  int64: 4,
  float32: 5,
  float64: 6,
  /** two little-endian u64 words, two's complement */
  int128: 7,
  /** months int32, days int32, microseconds int64 */
  interval: 8,
  /** 16 opaque bytes, compared as unsigned bytes */
  uuid: 9,
  /** int32 offsets[length + 1] and bytes */
  bytes: 10,
  /** as `bytes`; a value is Postgres's binary numeric: ndigits, weight, sign, dscale, base-10000 digits, big-endian */
  decimal: 11,
  /** int32 offsets[length + 1] and one child vector; the shapes of arrays that are not simply of one dimension */
  list: 12,
  /** validity and one child vector a field */
  struct: 13,
} as const;
export type Physical = (typeof Physical)[keyof typeof Physical];

/** Bytes of one value; 0 where the width varies or is less than a byte (bit, bytes, decimal, list, struct). */
export const physicalWidth: Readonly<Record<Physical, number>> = {
  1: 0,
  2: 2,
  3: 4,
  4: 8,
  5: 4,
  6: 8,
  7: 16,
  8: 16,
  9: 16,
  10: 0,
  11: 0,
  12: 0,
  13: 0,
};

/** Bytes of a shape in a list's vector: thirteen int32, see shape-lanes.ts. */
export const SHAPE_BYTES = 52;

const physicalOfKind: Readonly<Record<TypeKind, Physical>> = {
  boolean: Physical.bit,
  smallint: Physical.int16,
  integer: Physical.int32,
  bigint: Physical.int64,
  real: Physical.float32,
  'double precision': Physical.float64,
  numeric: Physical.decimal,
  text: Physical.bytes,
  varchar: Physical.bytes,
  bpchar: Physical.bytes,
  name: Physical.bytes,
  '"char"': Physical.bytes,
  bytea: Physical.bytes,
  date: Physical.int32,
  time: Physical.int64,
  timetz: Physical.bytes,
  timestamp: Physical.int64,
  timestamptz: Physical.int64,
  interval: Physical.interval,
  uuid: Physical.uuid,
  json: Physical.bytes,
  jsonb: Physical.bytes,
  jsonpath: Physical.bytes,
  oid: Physical.int64,
  regclass: Physical.int64,
  regtype: Physical.int64,
  regproc: Physical.int64,
  regnamespace: Physical.int64,
  regrole: Physical.int64,
  regprocedure: Physical.int64,
  regoper: Physical.int64,
  regoperator: Physical.int64,
  regcollation: Physical.int64,
  regconfig: Physical.int64,
  regdictionary: Physical.int64,
  xid: Physical.int64,
  xid8: Physical.int64,
  pg_snapshot: Physical.bytes,
  txid_snapshot: Physical.bytes,
  cid: Physical.int64,
  tid: Physical.int64,
  pg_lsn: Physical.int64,
  enum: Physical.int32,
  bit: Physical.bytes,
  varbit: Physical.bytes,
  money: Physical.int64,
  xml: Physical.bytes,
  refcursor: Physical.bytes,
  aclitem: Physical.bytes,
  point: Physical.bytes,
  lseg: Physical.bytes,
  box: Physical.bytes,
  path: Physical.bytes,
  polygon: Physical.bytes,
  circle: Physical.bytes,
  line: Physical.bytes,
  inet: Physical.bytes,
  cidr: Physical.bytes,
  macaddr: Physical.bytes,
  macaddr8: Physical.bytes,
  tsvector: Physical.bytes,
  tsquery: Physical.bytes,
  int4range: Physical.struct,
  int8range: Physical.struct,
  numrange: Physical.struct,
  daterange: Physical.struct,
  tsrange: Physical.struct,
  tstzrange: Physical.struct,
  range: Physical.struct,
  int4multirange: Physical.list,
  int8multirange: Physical.list,
  nummultirange: Physical.list,
  datemultirange: Physical.list,
  tsmultirange: Physical.list,
  tstzmultirange: Physical.list,
  multirange: Physical.list,
  array: Physical.list,
  struct: Physical.struct,
  record: Physical.struct,
  unknown: Physical.bytes,
  void: Physical.bytes,
  anyelement: Physical.bytes,
  anyarray: Physical.bytes,
  anynonarray: Physical.bytes,
  anyenum: Physical.bytes,
  anyrange: Physical.bytes,
  anymultirange: Physical.bytes,
  anycompatible: Physical.bytes,
  anycompatiblearray: Physical.bytes,
  anycompatiblenonarray: Physical.bytes,
  anycompatiblerange: Physical.bytes,
  anycompatiblemultirange: Physical.bytes,
};

export function physicalOf(type: SqlType): Physical {
  if (type.kind === 'numeric' && type.digits) {
    if (type.digits.precision <= 18) return Physical.int64;
    if (type.digits.precision <= 38) return Physical.int128;
  }
  return physicalOfKind[type.kind];
}

const scalar = (kind: TypeKind): SqlType => Object.freeze({kind});

export const BOOLEAN = scalar('boolean');
export const SMALLINT = scalar('smallint');
export const INTEGER = scalar('integer');
export const BIGINT = scalar('bigint');
export const REAL = scalar('real');
export const DOUBLE = scalar('double precision');
export const NUMERIC = scalar('numeric');
export const TEXT = scalar('text');
export const VARCHAR = scalar('varchar');
export const NAME = scalar('name');
export const CHAR = scalar('"char"');
export const BYTEA = scalar('bytea');
export const DATE = scalar('date');
export const TIME = scalar('time');
export const TIMETZ = scalar('timetz');
export const TIMESTAMP = scalar('timestamp');
export const TIMESTAMPTZ = scalar('timestamptz');
export const INTERVAL = scalar('interval');
export const UUID = scalar('uuid');
export const JSON_TYPE = scalar('json');
export const JSONB = scalar('jsonb');
export const JSONPATH = scalar('jsonpath');
export const OID = scalar('oid');
export const REGCONFIG = scalar('regconfig');
export const REGDICTIONARY = scalar('regdictionary');
export const REGCLASS = scalar('regclass');
export const REGTYPE = scalar('regtype');
export const UNKNOWN = scalar('unknown');
export const VOID = scalar('void');

export const BIT = scalar('bit');
export const VARBIT = scalar('varbit');
export const MONEY = scalar('money');
export const XML = scalar('xml');

export const POINT = scalar('point');
export const LSEG = scalar('lseg');
export const BOX = scalar('box');
export const PATH = scalar('path');
export const POLYGON = scalar('polygon');
export const CIRCLE = scalar('circle');
export const LINE = scalar('line');

export const INET = scalar('inet');
export const CIDR = scalar('cidr');
export const TSVECTOR = scalar('tsvector');
export const TSQUERY = scalar('tsquery');
export const MACADDR = scalar('macaddr');
export const MACADDR8 = scalar('macaddr8');

const ranges: readonly (readonly [RangeKind, MultirangeKind, SqlType])[] = [
  ['int4range', 'int4multirange', INTEGER],
  ['int8range', 'int8multirange', BIGINT],
  ['numrange', 'nummultirange', NUMERIC],
  ['daterange', 'datemultirange', DATE],
  ['tsrange', 'tsmultirange', TIMESTAMP],
  ['tstzrange', 'tstzmultirange', TIMESTAMPTZ],
];

type RangeTypes = {readonly range: SqlType; readonly multirange: SqlType; readonly subtype: SqlType};

/** Each kind of range with its multirange and the type of its bounds. */
export const rangeTypes: readonly RangeTypes[] = ranges.map(([range, multirange, subtype]) => ({
  range: scalar(range),
  multirange: scalar(multirange),
  subtype,
}));

const byRange = new Map<TypeKind, RangeTypes>(rangeTypes.map(types => [types.range.kind, types]));
const byMultirange = new Map<TypeKind, RangeTypes>(rangeTypes.map(types => [types.multirange.kind, types]));

/** What belongs to a range type; undefined for any other type, multiranges included. */
export function rangeTypeOf(type: SqlType): RangeTypes | undefined {
  if (type.kind !== 'range') return byRange.get(type.kind);
  const {subtype, partner} = type.bounds!;
  return {range: type, multirange: {kind: 'multirange', oid: partner, bounds: {subtype, partner: type.oid!}}, subtype};
}

/** What belongs to a multirange type; undefined for any other type. */
export function multirangeTypeOf(type: SqlType): RangeTypes | undefined {
  if (type.kind !== 'multirange') return byMultirange.get(type.kind);
  const {subtype, partner} = type.bounds!;
  return {range: {kind: 'range', oid: partner, bounds: {subtype, partner: type.oid!}}, multirange: type, subtype};
}

/** A range as a composite: field-wise comparison is the order of ranges. Its datum is in range.ts. */
const fieldsOfRange = (subtype: SqlType): readonly SqlType[] => [
  BOOLEAN,
  BOOLEAN,
  subtype,
  BOOLEAN,
  BOOLEAN,
  subtype,
  BOOLEAN,
];
const rangeFields = new Map(rangeTypes.map(({range, subtype}) => [range.kind, fieldsOfRange(subtype)]));

/** The types of a list's or composite's child vectors, in order. */
export function childTypesOf(type: SqlType): readonly SqlType[] {
  if (type.element) return [type.element];
  if (type.fields) return type.fields.map(field => field.type);
  if (type.kind === 'range') return fieldsOfRange(type.bounds!.subtype);
  const multirange = multirangeTypeOf(type);
  return multirange ? [multirange.range] : (rangeFields.get(type.kind) ?? []);
}

const binaryKinds: ReadonlySet<TypeKind> = new Set<TypeKind>([
  'bytea',
  'timetz',
  'inet',
  'cidr',
  'macaddr',
  'macaddr8',
  'tsvector',
  'tsquery',
  'point',
  'lseg',
  'box',
  'path',
  'polygon',
  'circle',
  'line',
]);

/** Values are bytes that are no text. */
export function isBinary(type: SqlType): boolean {
  return binaryKinds.has(type.kind);
}

export function arrayOf(element: SqlType): SqlType {
  return {kind: 'array', element};
}

export function structOf(fields: readonly Field[]): SqlType {
  return {kind: 'struct', fields};
}

export function isPolymorphic({kind}: SqlType): boolean {
  return (polymorphicKinds as readonly TypeKind[]).includes(kind);
}

/** What a domain is over; any other type is its own base. */
export function baseOf(type: SqlType): SqlType {
  if (type.domain === undefined) return type;
  const {domain: _domain, ...base} = type;
  return base;
}

/** The type with the base types of all domains that it is made of. */
export function withoutDomains(type: SqlType): SqlType {
  const base = baseOf(type);
  if (base.element) {
    const element = withoutDomains(base.element);
    return element === base.element ? base : {...base, element};
  }
  if (!base.fields?.some(field => withoutDomains(field.type) !== field.type)) return base;
  return {...base, fields: base.fields.map(field => ({...field, type: withoutDomains(field.type)}))};
}

/** Equal values of the type may be written differently: 1.0 and 1.00, 0 and -0, '1 month' and '30 days', 'a' and 'a '. */
export function hasForms(type: SqlType): boolean {
  switch (type.kind) {
    case 'real':
    case 'double precision':
    case 'interval':
    case 'jsonb':
      return true;
    case 'numeric':
      return type.digits === undefined;
    case 'bpchar':
      return type.length === undefined;
    case 'array':
      return hasForms(type.element!);
    default:
      return type.fields?.some(field => hasForms(field.type)) ?? false;
  }
}

/** `numeric(precision, scale)` as declared: the widest layout that holds it. */
export function numericOf(precision: number, scale: number): SqlType {
  const digits = scale >= 0 && precision <= 38 ? {precision: Math.max(precision, scale), scale} : undefined;
  return digits && digits.precision <= 38
    ? {kind: 'numeric', precision, scale, digits}
    : {kind: 'numeric', precision, scale};
}

/** Same SQL type including parameters and layout: a vector of one can stand where the other is asked for. */
export function sameType(a: SqlType, b: SqlType): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.precision !== b.precision || a.scale !== b.scale || a.length !== b.length) return false;
  if (a.span !== b.span) return false;
  if (a.oid !== b.oid || a.domain !== b.domain || !sameLayoutDigits(a, b)) return false;
  if (a.kind === 'array') return sameType(a.element!, b.element!);
  if (a.fields || b.fields) {
    return (
      a.fields?.length === b.fields?.length &&
      a.fields!.every((f, i) => f.name === b.fields![i].name && sameType(f.type, b.fields![i].type))
    );
  }
  return true;
}

/** Same kind (and element or field kinds), whatever the typmod and the domain: what overload resolution compares. */
export function sameKind(a: SqlType, b: SqlType): boolean {
  if (a.kind !== b.kind || a.oid !== b.oid) return false;
  if (a.kind === 'array') return sameKind(a.element!, b.element!);
  if (a.kind === 'struct' && b.kind === 'struct' && a.fields && b.fields) {
    return a.fields.length === b.fields.length && a.fields.every((f, i) => sameKind(f.type, b.fields![i].type));
  }
  return true;
}

/** The same domains stand in the same places of two types of one kind. */
export function sameDomains(a: SqlType, b: SqlType): boolean {
  if (a === b) return true;
  if (a.domain !== b.domain) return false;
  if (a.element && b.element) return sameDomains(a.element, b.element);
  return a.fields?.every((field, i) => !b.fields?.[i] || sameDomains(field.type, b.fields[i].type)) ?? true;
}

/** Vectors of both types have the same physical layout and scale, so a value means the same in either. */
export function sameLayout(a: SqlType, b: SqlType): boolean {
  if (physicalOf(a) !== physicalOf(b) || !sameLayoutDigits(a, b)) return false;
  if (a.kind === 'array') return b.kind === 'array' && sameLayout(a.element!, b.element!);
  if (a.bounds || b.bounds) return a.oid === b.oid;
  if (a.fields && b.fields) {
    return a.fields.length === b.fields.length && a.fields.every((f, i) => sameLayout(f.type, b.fields![i].type));
  }
  return true;
}

function sameLayoutDigits(a: SqlType, b: SqlType): boolean {
  if (a.kind !== 'numeric' || b.kind !== 'numeric') return true;
  return physicalOf(a) === physicalOf(b) && a.digits?.scale === b.digits?.scale;
}
