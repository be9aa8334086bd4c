import {SqlError} from '../../types/sql-error.ts';
import type {SqlType, TypeKind} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';

const geometric: readonly TypeKind[] = ['point', 'lseg', 'box', 'path', 'polygon', 'circle', 'line'];
const withoutEquality = new Set<TypeKind>([
  ...geometric,
  'json',
  'jsonpath',
  'void',
  'xml',
  'refcursor',
  'pg_snapshot',
  'txid_snapshot',
]);
const withoutOrdering = new Set<TypeKind>([...withoutEquality, 'xid', 'cid', 'aclitem']);

/** Errors: 42883 as ORDER BY raises it. */
export function requireOrdering(type: SqlType, position: number | undefined): void {
  if (!lacks(type, withoutOrdering)) return;
  throw new SqlError('42883', `could not identify an ordering operator for type ${kindName(type)}`, {
    hint: 'Use an explicit ordering operator or modify the query.',
    position,
  });
}

/** Errors: 42883 as GROUP BY and DISTINCT raise it. */
export function requireEquality(type: SqlType, position: number | undefined): void {
  if (!lacks(type, withoutEquality)) return;
  throw new SqlError('42883', `could not identify an equality operator for type ${kindName(type)}`, {position});
}

export function hasEquality(type: SqlType): boolean {
  return !lacks(type, withoutEquality);
}

export function hasOrdering(type: SqlType): boolean {
  return !lacks(type, withoutOrdering);
}

function lacks(type: SqlType, kinds: ReadonlySet<TypeKind>): boolean {
  if (type.kind === 'array') return lacks(type.element!, kinds);
  // A row of a table's or composite type is compared if each of its fields is.
  if (type.oid !== undefined && type.fields) return type.fields.some(field => lacks(field.type, kinds));
  return kinds.has(type.kind);
}
