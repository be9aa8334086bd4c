import {pseudoTypeNamed} from './pseudo-types.ts';
import type {SqlType, TypeKind} from './sql-type.ts';
import {arrayTypeOid, elementTypeOid, userType} from './user-types.ts';
import {vectorOf, vectorTypes} from './vector-types.ts';

/** A row of pg_type, as far as clients and the protocol ask: OIDs are Postgres's own, so that drivers know the types. */
type CatalogType = {
  readonly kind: TypeKind;
  readonly oid: number;
  /** 0: there is no array of it. */
  readonly arrayOid: number;
  /** Bytes of a value, -1 = varies, -2 = null-terminated. */
  readonly length: number;
  /** pg_type.typname. */
  readonly name: string;
  /** pg_type.typcategory. */
  readonly category: string;
  /** The preferred type of its category, to which ambiguous operators resolve. */
  readonly preferred: boolean;
};

function row(
  kind: TypeKind,
  oid: number,
  arrayOid: number,
  length: number,
  name: string,
  category: string,
  preferred = false,
): CatalogType {
  return {kind, oid, arrayOid, length, name, category, preferred};
}

const RECORD_OID = 2249;
const RECORD_ARRAY_OID = 2287;

/** One row a kind; arrays and declared composites are derived from these. */
export const catalogTypes: readonly CatalogType[] = [
  row('boolean', 16, 1000, 1, 'bool', 'B', true),
  row('bytea', 17, 1001, -1, 'bytea', 'U'),
  row('"char"', 18, 1002, 1, 'char', 'Z'),
  row('name', 19, 1003, 64, 'name', 'S'),
  row('bigint', 20, 1016, 8, 'int8', 'N'),
  row('smallint', 21, 1005, 2, 'int2', 'N'),
  row('integer', 23, 1007, 4, 'int4', 'N'),
  row('regproc', 24, 1008, 4, 'regproc', 'N'),
  row('text', 25, 1009, -1, 'text', 'S', true),
  row('oid', 26, 1028, 4, 'oid', 'N', true),
  row('tid', 27, 1010, 6, 'tid', 'U'),
  row('xid', 28, 1011, 4, 'xid', 'U'),
  row('cid', 29, 1012, 4, 'cid', 'U'),
  row('json', 114, 199, -1, 'json', 'U'),
  row('xml', 142, 143, -1, 'xml', 'U'),
  row('point', 600, 1017, 16, 'point', 'G'),
  row('lseg', 601, 1018, 32, 'lseg', 'G'),
  row('path', 602, 1019, -1, 'path', 'G'),
  row('box', 603, 1020, 32, 'box', 'G'),
  row('polygon', 604, 1027, -1, 'polygon', 'G'),
  row('line', 628, 629, 24, 'line', 'G'),
  row('cidr', 650, 651, -1, 'cidr', 'I'),
  row('real', 700, 1021, 4, 'float4', 'N'),
  row('double precision', 701, 1022, 8, 'float8', 'N', true),
  row('unknown', 705, 0, -2, 'unknown', 'X'),
  row('circle', 718, 719, 24, 'circle', 'G'),
  row('macaddr8', 774, 775, 8, 'macaddr8', 'U'),
  row('money', 790, 791, 8, 'money', 'N'),
  row('macaddr', 829, 1040, 6, 'macaddr', 'U'),
  row('inet', 869, 1041, -1, 'inet', 'I', true),
  row('bpchar', 1042, 1014, -1, 'bpchar', 'S'),
  row('varchar', 1043, 1015, -1, 'varchar', 'S'),
  row('date', 1082, 1182, 4, 'date', 'D'),
  row('time', 1083, 1183, 8, 'time', 'D'),
  row('timestamp', 1114, 1115, 8, 'timestamp', 'D'),
  row('timestamptz', 1184, 1185, 8, 'timestamptz', 'D', true),
  row('interval', 1186, 1187, 16, 'interval', 'T', true),
  row('timetz', 1266, 1270, 12, 'timetz', 'D'),
  row('bit', 1560, 1561, -1, 'bit', 'V'),
  row('varbit', 1562, 1563, -1, 'varbit', 'V', true),
  row('numeric', 1700, 1231, -1, 'numeric', 'N'),
  row('aclitem', 1033, 1034, 12, 'aclitem', 'U'),
  row('refcursor', 1790, 2201, -1, 'refcursor', 'U'),
  row('regprocedure', 2202, 2207, 4, 'regprocedure', 'N'),
  row('regoper', 2203, 2208, 4, 'regoper', 'N'),
  row('regoperator', 2204, 2209, 4, 'regoperator', 'N'),
  row('regclass', 2205, 2210, 4, 'regclass', 'N'),
  row('regtype', 2206, 2211, 4, 'regtype', 'N'),
  row('record', RECORD_OID, RECORD_ARRAY_OID, -1, 'record', 'P'),
  row('void', 2278, 0, 4, 'void', 'P'),
  row('uuid', 2950, 2951, 16, 'uuid', 'U'),
  row('pg_lsn', 3220, 3221, 8, 'pg_lsn', 'U'),
  row('tsvector', 3614, 3643, -1, 'tsvector', 'U'),
  row('tsquery', 3615, 3645, -1, 'tsquery', 'U'),
  row('regconfig', 3734, 3735, 4, 'regconfig', 'N'),
  row('regdictionary', 3769, 3770, 4, 'regdictionary', 'N'),
  row('jsonb', 3802, 3807, -1, 'jsonb', 'U'),
  row('jsonpath', 4072, 4073, -1, 'jsonpath', 'U'),
  row('int4range', 3904, 3905, -1, 'int4range', 'R'),
  row('numrange', 3906, 3907, -1, 'numrange', 'R'),
  row('tsrange', 3908, 3909, -1, 'tsrange', 'R'),
  row('tstzrange', 3910, 3911, -1, 'tstzrange', 'R'),
  row('daterange', 3912, 3913, -1, 'daterange', 'R'),
  row('int8range', 3926, 3927, -1, 'int8range', 'R'),
  row('regnamespace', 4089, 4090, 4, 'regnamespace', 'N'),
  row('regrole', 4096, 4097, 4, 'regrole', 'N'),
  row('regcollation', 4191, 4192, 4, 'regcollation', 'N'),
  row('txid_snapshot', 2970, 2949, -1, 'txid_snapshot', 'U'),
  row('pg_snapshot', 5038, 5039, -1, 'pg_snapshot', 'U'),
  row('xid8', 5069, 271, 8, 'xid8', 'U'),
  row('int4multirange', 4451, 6150, -1, 'int4multirange', 'R'),
  row('nummultirange', 4532, 6151, -1, 'nummultirange', 'R'),
  row('tsmultirange', 4533, 6152, -1, 'tsmultirange', 'R'),
  row('tstzmultirange', 4534, 6153, -1, 'tstzmultirange', 'R'),
  row('datemultirange', 4535, 6155, -1, 'datemultirange', 'R'),
  row('int8multirange', 4536, 6157, -1, 'int8multirange', 'R'),
];

const byKind = new Map(catalogTypes.map(type => [type.kind, type]));
const byArrayOid = new Map(catalogTypes.filter(type => type.arrayOid !== 0).map(type => [type.arrayOid, type]));
const byName = new Map(catalogTypes.map(type => [type.name, type]));

/** The row of a kind; undefined for 'array' and 'struct', which have none of their own. */
export function catalogTypeOfKind(kind: TypeKind): CatalogType | undefined {
  return byKind.get(kind);
}

/** By pg_type.typname: 'int8', not 'bigint'. */
export function catalogTypeByName(name: string): CatalogType | undefined {
  return byName.get(name);
}

/** pg_type.oid. A composite that was not declared is a record; an array of arrays is, as in Postgres, an array. */
export function oidOf(type: SqlType): number {
  if (type.domain !== undefined) return type.domain;
  if (type.oid !== undefined) return type.oid;
  if (type.kind === 'struct') return RECORD_OID;
  if (type.kind === 'array') return arrayOidOf(type.element!);
  return (byKind.get(type.kind) ?? pseudoTypeNamed(type.kind)!).oid;
}

function arrayOidOf(element: SqlType): number {
  const vector = vectorOf(element);
  if (vector) return vector.arrayOid;
  const own = element.domain ?? element.oid;
  if (own !== undefined) return arrayTypeOid(own);
  if (element.kind === 'array') return oidOf(element);
  if (element.kind === 'struct') return RECORD_ARRAY_OID;
  return byKind.get(element.kind)!.arrayOid;
}

/** pg_type.typlen. */
export function lengthOf(type: SqlType): number {
  return type.kind === 'enum' ? 4 : (byKind.get(type.kind)?.length ?? -1);
}

const scalarTypes = new Map(catalogTypes.map(type => [type.oid, Object.freeze({kind: type.kind}) as SqlType]));
const arrayTypes = new Map(
  [...byArrayOid].map(([oid, type]) => [oid, Object.freeze({kind: 'array', element: {kind: type.kind}}) as SqlType]),
);

/** The type of an OID, without typmod; undefined for one that there is not. */
export function typeOfOid(oid: number): SqlType | undefined {
  return (
    scalarTypes.get(oid) ??
    arrayTypes.get(oid) ??
    vectorTypes.find(vector => vector.oid === oid)?.type ??
    userType(oid)?.type ??
    userArray(oid)
  );
}

function userArray(oid: number): SqlType | undefined {
  const element = userType(elementTypeOid(oid))?.type;
  return element && {kind: 'array', element};
}
