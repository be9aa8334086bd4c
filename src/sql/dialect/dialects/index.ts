import type {Dialect} from '../dialect.ts';
import {bigquery} from './bigquery.ts';
import {flinksql} from './flinksql.ts';
import {mariadb} from './mariadb.ts';
import {mysql} from './mysql.ts';
import {redshift} from './redshift.ts';
import {snowflake} from './snowflake.ts';
import {sqlite} from './sqlite.ts';
import {transactsql} from './transactsql.ts';
import {trino} from './trino.ts';

const dialects: readonly Dialect[] = [
  mysql,
  mariadb,
  bigquery,
  snowflake,
  flinksql,
  redshift,
  sqlite,
  transactsql,
  trino,
];

/** What sql_dialect may be, our own first. */
export const dialectNames: readonly string[] = ['postgres', ...dialects.map(({name}) => name)];

/** null: Postgres, which needs no translation. */
export function dialectNamed(name: string): Dialect | null {
  return dialects.find(dialect => dialect.name === name) ?? null;
}
