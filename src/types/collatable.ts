import {baseOf, type SqlType, type TypeKind} from './sql-type.ts';

const DEFAULT_COLLATION = 100;
const C_COLLATION = 950;

const kinds: ReadonlySet<TypeKind> = new Set<TypeKind>(['text', 'varchar', 'bpchar', 'name']);

/** Values of the type are compared by a collation: texts, and arrays of them. */
export function isCollatable(type: SqlType): boolean {
  const base = baseOf(type);
  return kinds.has(base.kind) || (base.kind === 'array' && isCollatable(base.element!));
}

/** The OID of the collation of a column of this type, 0: it has none. */
export function collationOidOf(type: SqlType): number {
  if (!isCollatable(type)) return 0;
  return type.collation ?? typeCollation(type);
}

/** Of the type itself, as pg_type.typcollation has it. */
export function typeCollation(type: SqlType): number {
  if (!isCollatable(type)) return 0;
  const kind = type.kind === 'array' ? type.element!.kind : type.kind;
  return kind === 'name' ? C_COLLATION : DEFAULT_COLLATION;
}

/** The type with this collation; that of the type itself is not written down. */
export function withCollation(type: SqlType, collation: number): SqlType {
  const wanted = collation === typeCollation(type) ? undefined : collation;
  if (type.collation === wanted) return type;
  const {collation: _, ...plain} = type;
  return wanted === undefined || !isCollatable(type) ? plain : {...plain, collation: wanted};
}
