import {castBetween} from '../../expr/registry.ts';
import {catalogTypeOfKind} from '../../types/catalog-oids.ts';
import {baseOf, sameKind} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';

export type CoercionContext = 'implicit' | 'assignment' | 'explicit';

const rank = {implicit: 0, assignment: 1, explicit: 2} as const;

/** pg_type.typcategory. */
export function categoryOf(type: SqlType): string {
  if (type.kind === 'array') return 'A';
  if (type.kind === 'struct') return type.oid === undefined ? 'P' : 'C';
  if (type.kind === 'enum') return 'E';
  if (type.bounds) return 'R';
  return catalogTypeOfKind(type.kind)?.category ?? 'U';
}

/** pg_type.typispreferred. */
export function isPreferred(type: SqlType): boolean {
  return catalogTypeOfKind(type.kind)?.preferred ?? false;
}

/** Postgres's can_coerce_type for plain types: unknown becomes anything, others as pg_cast allows. */
export function canCoerce(from: SqlType, to: SqlType, context: CoercionContext): boolean {
  if (sameKind(from, to) || from.kind === 'unknown') return true;
  if (from.kind === 'struct' && to.kind === 'record') return true;
  if (from.domain !== undefined || to.domain !== undefined) return canCoerce(baseOf(from), baseOf(to), context);
  const cast = castBetween(from, to);
  return cast !== null && rank[cast.context!] <= rank[context];
}
