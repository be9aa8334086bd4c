import {oidOf} from '../../types/catalog-oids.ts';
import {baseOf, type SqlType} from '../../types/sql-type.ts';
import {builtInTypes} from './built-in-types.ts';

/** pg_type.typalign of any type. */
export function alignmentOf(type: SqlType): string {
  const base = baseOf(type);
  const {kind, element, bounds} = base;
  if (kind === 'struct') return 'd';
  if (kind === 'enum') return 'i';
  const within = kind === 'array' ? element : bounds?.subtype;
  if (within) return alignmentOf(within) === 'd' ? 'd' : 'i';
  return (builtInTypes().get(BigInt(oidOf(base)))?.typalign as string | undefined) ?? 'i';
}
