import {
  BIGINT,
  DATE,
  DOUBLE,
  INET,
  INTEGER,
  INTERVAL,
  NUMERIC,
  OID,
  REAL,
  SMALLINT,
  type SqlType,
  TEXT,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import type {ParameterType} from '../function-row.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated} from './finish-exprs.ts';

/** The types that Postgres has min and max for. */
const types: readonly ParameterType[] = [
  SMALLINT,
  INTEGER,
  BIGINT,
  REAL,
  DOUBLE,
  NUMERIC,
  TEXT,
  {kind: 'bpchar'},
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  INTERVAL,
  OID,
  'anyenum',
  INET,
  'anyarray',
];

function extreme(order: 'min' | 'max', type: ParameterType): AggregateRow {
  return aggregate(order, [type], {
    description: order === 'min' ? 'least value' : 'greatest value',
    returns: ([arg]: readonly SqlType[]) => arg,
    accumulators: () => [{kind: 'minmax', order}],
    finish: ([arg]) => accumulated(0, arg),
  });
}

export const minMaxRows: readonly AggregateRow[] = types.flatMap(type => [extreme('min', type), extreme('max', type)]);
