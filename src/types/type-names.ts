import {catalogTypes} from './catalog-oids.ts';
import type {SqlType, TypeKind} from './sql-type.ts';
import {userType} from './user-types.ts';
import {vectorNamed, vectorOf} from './vector-types.ts';

/** Names as format_type prints them, where they are not the kind itself. */
const printedNames: Partial<Readonly<Record<TypeKind, string>>> = {
  varchar: 'character varying',
  bpchar: 'character',
  time: 'time without time zone',
  timetz: 'time with time zone',
  varbit: 'bit varying',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
};

/** Other names that SQL has for a kind. Multi-word ones (double precision) the parser reduces before it asks. */
const aliases: Readonly<Record<string, TypeKind>> = {
  int: 'integer',
  integer: 'integer',
  bigint: 'bigint',
  smallint: 'smallint',
  boolean: 'boolean',
  real: 'real',
  float: 'double precision',
  'double precision': 'double precision',
  double: 'double precision',
  decimal: 'numeric',
  dec: 'numeric',
  string: 'text',
  'character varying': 'varchar',
  character: 'bpchar',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  'bit varying': 'varbit',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  '"char"': '"char"',
};

const kindsByName = new Map<string, TypeKind>([
  ...catalogTypes.map(type => [type.name, type.kind] as const),
  ...Object.entries(aliases),
  // In SQL text, char is character(1); pg_type's char is written "char", with quotes.
  ['char', 'bpchar'],
]);

const typesByKind = new Map<TypeKind, SqlType>(catalogTypes.map(type => [type.kind, Object.freeze({kind: type.kind})]));

/**
 * The type of an unquoted, lower-case SQL name, without parameters: 'int8', 'bigint', 'character varying', 'int8[]',
 * 'numeric[][]' and pg_type's '_int8'. undefined when there is none. `STRUCT<…>` and parameters are the parser's.
 */
export function typeByName(name: string): SqlType | undefined {
  if (name.endsWith('[]')) {
    // Postgres has one array type an element, whatever the dimensions.
    const inner = typeByName(name.slice(0, -2));
    return inner?.kind === 'array' ? inner : inner && {kind: 'array', element: inner};
  }
  const kind = kindsByName.get(name);
  if (kind) return typesByKind.get(kind);
  const vector = vectorNamed(name);
  if (vector) return vector.type;
  if (name.startsWith('_')) {
    const type = catalogTypes.find(t => t.name === name.slice(1) && t.arrayOid !== 0);
    return type && {kind: 'array', element: {kind: type.kind}};
  }
  return undefined;
}

/** The type as format_type prints it: 'character varying(10)', 'numeric(10,2)', 'bigint[]', 'STRUCT<a bigint>'. */
export function typeName(type: SqlType): string {
  const own = vectorOf(type)?.name ?? userTypeName(type);
  if (own !== null) return own;
  switch (type.kind) {
    case 'array':
      return type.element!.kind === 'array' ? typeName(type.element!) : `${typeName(type.element!)}[]`;
    case 'struct':
      return `STRUCT<${type.fields!.map(field => `${quoteName(field.name)} ${typeName(field.type)}`).join(', ')}>`;
    case 'numeric':
      return type.precision === undefined ? 'numeric' : `numeric(${type.precision},${type.scale ?? 0})`;
    case 'varchar':
      return type.length === undefined ? 'character varying' : `character varying(${type.length})`;
    case 'bpchar':
      return type.length === undefined ? 'bpchar' : `character(${type.length})`;
    case 'time':
      return withDigits('time', type.precision, ' without time zone');
    case 'timetz':
      return withDigits('time', type.precision, ' with time zone');
    case 'bit':
      return type.length === undefined ? '"bit"' : `bit(${type.length})`;
    case 'varbit':
      return type.length === undefined ? 'bit varying' : `bit varying(${type.length})`;
    case 'timestamp':
      return withDigits('timestamp', type.precision, ' without time zone');
    case 'timestamptz':
      return withDigits('timestamp', type.precision, ' with time zone');
    case 'interval':
      return withDigits(type.span ? `interval ${type.span}` : 'interval', type.precision, '');
    default:
      return type.kind;
  }
}

function withDigits(name: string, digits: number | undefined, suffix: string): string {
  return digits === undefined ? name + suffix : `${name}(${digits})${suffix}`;
}

/** The name as error messages about input and casts use it: without parameters. */
export function kindName(type: SqlType): string {
  if (type.kind === 'array' && type.domain === undefined) return vectorOf(type)?.name ?? `${kindName(type.element!)}[]`;
  const own = userTypeName(type);
  if (own !== null) return own;
  if (type.kind === 'struct') return 'record';
  return printedNames[type.kind] ?? type.kind;
}

/** The name of a domain, an enum or a declared composite; null for other types. */
function userTypeName({oid, domain}: SqlType): string | null {
  const own = domain ?? oid;
  return own === undefined ? null : quoteName(userType(own)?.name ?? '???');
}

function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
