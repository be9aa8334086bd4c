import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {ParameterType} from './function-row.ts';
import {neighbourFunctions} from './window-functions/neighbours.ts';
import {rankingFunctions} from './window-functions/ranking.ts';
import {valueFunctions} from './window-functions/values.ts';

/** One overload of a window function: one row of this registry. */
export type WindowFunctionRow = {
  /** pg_proc.oid. */
  readonly oid: number;
  readonly name: string;
  readonly args: readonly ParameterType[];
  /** 'lag(anycompatible,int4,anycompatible)'. */
  readonly signature: string;
  readonly returns: (args: readonly SqlType[]) => SqlType;
  /** Which rows' change can change the answer for a row. */
  readonly reads: WindowReach;
  /** The answers for one partition, asked in ascending order of rows. Errors: SqlError, for that row alone. */
  readonly start: (partition: WindowPartition) => (row: number) => Datum;
  readonly description: string;
};

/**
 * before: the rows before it and its peers. offset: the row that the second argument says (1 without it), backwards or
 * forwards. frame: the rows of its frame. partition: all rows.
 */
type WindowReach = 'before' | 'backward' | 'forward' | 'frame' | 'partition';

/** A partition's rows in order, numbered from 0. */
export interface WindowPartition {
  readonly rows: number;
  /** The value of an argument at a row. */
  arg(argument: number, row: number): Datum;
  /** Rows [first, behind) are those that ORDER BY does not tell from this one. */
  firstPeer(row: number): number;
  behindPeers(row: number): number;
  /** How many groups of peers come before the row's. */
  groupsBefore(row: number): number;
  /** The n-th row of the row's frame (from 0) from its begin, or from its end; −1: it has not so many. */
  nthOfFrame(row: number, n: number): number;
  nthOfFrameFromEnd(row: number, n: number): number;
}

const all: readonly WindowFunctionRow[] = [...rankingFunctions, ...neighbourFunctions, ...valueFunctions];
const byName = new Map<string, WindowFunctionRow[]>();
const bySignature = new Map(all.map(row => [row.signature, row]));
for (const row of all) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);

export function windowFunctionsNamed(name: string): readonly WindowFunctionRow[] {
  return byName.get(name) ?? [];
}

/** Errors: a plain Error, for a plan that names what is not here. */
export function windowFunctionBySignature(signature: string): WindowFunctionRow {
  const row = bySignature.get(signature);
  if (!row) throw new Error(`no such window function: ${signature}`);
  return row;
}

export function allWindowFunctions(): readonly WindowFunctionRow[] {
  return all;
}
