import {arrayOf, type SqlType, type TypeKind} from '../types/sql-type.ts';
import {userType} from '../types/user-types.ts';
import {vectorTypes} from '../types/vector-types.ts';
import type {ParameterType} from './function-row.ts';

/** pg_type.typname of the kinds whose name in SQL differs; signatures are written with these. */
const shortNames: Partial<Record<TypeKind, string>> = {
  boolean: 'bool',
  smallint: 'int2',
  integer: 'int4',
  bigint: 'int8',
  real: 'float4',
  'double precision': 'float8',
  '"char"': 'char',
  struct: 'record',
};

const kindsByName = new Map<string, TypeKind>(
  Object.entries(shortNames).map(([kind, name]) => [name, kind as TypeKind]),
);
kindsByName.set('record', 'record');

/**
 * As signatures name the type: int4, text, int8[], anyelement; a user's type by its OID, #16390. Type modifiers and layouts
 * have no part in it.
 */
export function shortTypeName(type: ParameterType): string {
  if (typeof type === 'string') return type;
  const own = type.domain ?? type.oid;
  if (own !== undefined) return `#${own}`;
  if (type.kind === 'array') return `${shortTypeName(type.element!)}[]`;
  return shortNames[type.kind] ?? type.kind;
}

export function typeOfShortName(name: string): SqlType {
  if (name.endsWith('[]')) return arrayOf(typeOfShortName(name.slice(0, -2)));
  if (name.startsWith('#')) {
    const oid = Number(name.slice(1));
    const own = vectorTypes.find(vector => vector.oid === oid) ?? userType(oid);
    if (!own) throw new Error(`no type with OID ${name.slice(1)}`);
    return own.type;
  }
  return {kind: kindsByName.get(name) ?? (name as TypeKind)};
}

/** '+(int4,int4)', 'count()'. */
export function signatureOf(name: string, args: readonly ParameterType[]): string {
  return `${name}(${args.map(shortTypeName).join(',')})`;
}
