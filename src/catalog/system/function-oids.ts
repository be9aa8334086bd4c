import type {AggregateRow} from '../../expr/aggregates/aggregate-row.ts';
import type {FunctionRow, ParameterType} from '../../expr/function-row.ts';
import {parameterOid as numberOf} from '../../expr/parameter-oid.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {arrayOf, type SqlType} from '../../types/sql-type.ts';

/** pg_type.oid of a parameter, polymorphic ones included. */
export function parameterOid(type: ParameterType): bigint {
  return BigInt(numberOf(type));
}

/** prorettype; anyelement where it depends on the arguments. */
export function resultOid(returns: FunctionRow['returns']): bigint {
  return typeof returns === 'function' ? parameterOid('anyelement') : BigInt(oidOf(returns));
}

const ELEMENT: SqlType = {kind: 'text'};

/** prorettype of an aggregate: its polymorphic type where its result is that of a polymorphic argument. */
export function aggregateResultOid({name, args, returns}: AggregateRow): bigint {
  if (name === 'range_agg') return parameterOid('anymultirange');
  const polymorphic = args.find(arg => typeof arg === 'string' && arg !== 'any');
  if (typeof polymorphic === 'string' && /range$/.test(polymorphic)) return parameterOid(polymorphic);
  const types = args.map(arg => {
    if (typeof arg === 'object') return arg;
    return arg === 'anyarray' ? arrayOf(ELEMENT) : ELEMENT;
  });
  const result = returns(types);
  if (result === ELEMENT && polymorphic) return parameterOid(polymorphic);
  if (result.kind === 'array' && result.element === ELEMENT) return parameterOid('anyarray');
  return BigInt(oidOf(result));
}
