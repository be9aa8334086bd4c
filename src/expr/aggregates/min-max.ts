import {
  BIGINT,
  BYTEA,
  DATE,
  DOUBLE,
  INET,
  INTEGER,
  INTERVAL,
  MONEY,
  NUMERIC,
  OID,
  REAL,
  SMALLINT,
  type SqlType,
  TEXT,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  TIMETZ,
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
  TIMETZ,
  MONEY,
  TIMESTAMP,
  TIMESTAMPTZ,
  INTERVAL,
  OID,
  'anyenum',
  INET,
  {kind: 'xid8'},
  {kind: 'pg_lsn'},
  {kind: 'tid'},
  'anyarray',
];

function extreme(order: 'min' | 'max', type: ParameterType, name: string = order): AggregateRow {
  return aggregate(name, [type], {
    description: order === 'min' ? 'least value' : 'greatest value',
    returns: ([arg]: readonly SqlType[]) => arg,
    accumulators: () => [{kind: 'minmax', order}],
    finish: ([arg]) => accumulated(0, arg),
  });
}

/** How a group writes a key whose values are equal but written differently: the plainest of the ways that are there. */
export const SHOWN_KEY = '$shown(any)';

const shown = aggregate('$shown', ['any'], {
  description: 'of equal values the one that is written plainest',
  returns: ([arg]) => arg,
  accumulators: () => [{kind: 'minmax', order: 'min', exact: true}],
  finish: ([arg]) => accumulated(0, arg),
});

export const minMaxRows: readonly AggregateRow[] = [
  ...types.flatMap(type => [extreme('min', type), extreme('max', type)]),
  shown,
  // Of keys in the order of a collation.
  extreme('min', BYTEA, '$min'),
  extreme('max', BYTEA, '$max'),
];
