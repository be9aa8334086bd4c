import type {NeededRights} from '../catalog/needed-rights.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {PointLookup} from '../plan/point-lookup.ts';
import type {PreparedStatus} from '../catalog/system/status.ts';
import type {Statement} from '../sql/ast/index.ts';
import type {ActingCall} from '../sql/bind/index.ts';
import {oidOf} from '../types/catalog-oids.ts';
import type {SqlType} from '../types/sql-type.ts';
import {typmodOf} from '../types/typmod.ts';
import type {ResultColumn} from './api.ts';
import type {LockWaits, RowLock, WriteStep} from './engine.ts';

/** A query or DML statement, planned against one version of the catalog; parameters still stand in the plan. */
export type PlannedStatement = {
  readonly kind: 'select' | 'call' | WriteStep['kind'];
  /** What the client gets to see: a query's rows, or RETURNING's; null: nothing. */
  readonly plan: PhysicalPlan | null;
  /** The plan reads one row by its key. */
  readonly lookup: PointLookup | null;
  /** The plan reads nothing, and its row is no work for the engine. */
  readonly constant: boolean;
  /** What it writes: the last is the statement's own, unless that is a query. */
  readonly steps: readonly WriteStep[];
  /** FOR UPDATE: rows that stand behind the visible columns of the plan. */
  readonly locks: readonly RowLock[];
  readonly lockWaits: LockWaits;
  /** Whole rows of tables in the plan's columns from `first` on; of a cursor they are given, too. */
  readonly rows: readonly {readonly table: ObjectId; readonly first: number}[];
  /** How many columns are given. */
  readonly width: number;
  readonly parameterTypes: readonly SqlType[];
  readonly columns: readonly ResultColumn[] | null;
  /** NaN: the plan is good for once. */
  readonly catalogVersion: number;
  /** In which names were looked up, the very one. */
  readonly searchPath: readonly string[];
  /** What its user must have the right to. */
  readonly rights: NeededRights;
  /** What is run before: its rows, with what the calls give, are one parameter more. */
  readonly stages: readonly {readonly plan: PhysicalPlan; readonly calls: readonly ActingCall[]}[];
  /** The role whose rights those count as that it calls, within a SECURITY DEFINER function. */
  readonly runAs?: number;
  /** Columns of the plan that are arguments of functions that act. */
  readonly calls: readonly ActingCall[];
  /** Whose it is: policies are part of the plan. */
  readonly role: number;
};

/** A result that clients were told of has other columns now. */
export function cachedPlanChanged(before: PlannedStatement, after: PlannedStatement): boolean {
  const shape = ({columns}: PlannedStatement): string =>
    JSON.stringify(columns?.map(({name, type}) => [name, oidOf(type), typmodOf(type)]) ?? null);
  return shape(before) !== shape(after);
}

/** A named or unnamed prepared statement; planned anew when the catalog has changed since. */
export type PreparedStatement = {
  readonly sql: string;
  /** `sql` was made from another dialect: positions in it mean nothing to the client. */
  readonly translated?: boolean;
  /** null: the empty string. */
  readonly statement: Statement | null;
  /** As the client declared them; null where it left them to be inferred. */
  readonly declaredTypes: readonly (SqlType | null)[];
  planned: PlannedStatement | null;
  /** The types of the parameters of the query within it, as of a version of the catalog. */
  within?: {readonly version: number; readonly types: readonly SqlType[]};
  /** Of one that is kept under a name: PREPARE or Parse, and when, µs since 1970. */
  readonly origin?: {readonly fromSql: boolean; readonly at: bigint};
};

/** The rows of pg_prepared_statements. */
export function preparedStatuses(prepared: ReadonlyMap<string, PreparedStatement>): PreparedStatus[] {
  return [...prepared]
    .filter(([name]) => name !== '')
    .map(([name, {sql, planned, declaredTypes, origin}]) => ({
      name,
      statement: sql,
      prepared: origin?.at ?? 0n,
      parameterTypes: (planned?.parameterTypes ?? declaredTypes).map(type => BigInt(type ? oidOf(type) : 0)),
      fromSql: origin?.fromSql ?? false,
    }));
}
