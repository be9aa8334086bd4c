import {oidOf} from '../types/catalog-oids.ts';
import {pseudoTypeNamed} from '../types/pseudo-types.ts';
import type {ParameterType} from './function-row.ts';

/** pg_type.oid of a parameter, polymorphic ones included. */
export function parameterOid(type: ParameterType): number {
  return typeof type === 'string' ? pseudoTypeNamed(type)!.oid : oidOf(type);
}
