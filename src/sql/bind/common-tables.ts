import type {Rel} from '../../plan/rel.ts';
import type {ScopeColumn} from './level.ts';
import type {RowOrder} from './row-order.ts';

/** A WITH query: bound once, and the same relation wherever it is named, so that the planner can share it. */
export type CommonTable = {
  readonly name: string;
  readonly rel: Rel;
  readonly columns: readonly ScopeColumn[];
  /** Of its rows, where it says one; it may name columns behind `columns`. */
  readonly order?: RowOrder;
  /** Levels above the one it was bound at: where its outer references count from. */
  readonly nesting: number;
  /** A statement that writes and returns nothing: it cannot be read. */
  readonly silent?: boolean;
  /** How many of the columns, the last ones, SEARCH and CYCLE have added. */
  readonly added?: number;
};

/** The WITH queries in sight, innermost first. */
export type CommonTables = {readonly table: CommonTable; readonly rest: CommonTables | null};

export function findCommonTable(tables: CommonTables | null, name: string): CommonTable | null {
  for (let at = tables; at; at = at.rest) if (at.table.name === name) return at.table;
  return null;
}
