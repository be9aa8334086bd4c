import type {Query} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import type {BoundLock} from './locking.ts';
import {bindQueryIn, type BoundQuery, type Surroundings} from './query.ts';
import {asOrderedSubquery, type RowOrder} from './row-order.ts';
import {type RowsWanted, withLock} from './rows-wanted.ts';

/** A query in FROM, or a view's. `locks`: rows of its tables that stand in its rows, behind its columns. */
type InnerQuery = BoundQuery & {readonly order: RowOrder; readonly locks: readonly BoundLock[]};

/** Its rows are locked if those of the query around it are. */
export function bindInnerQuery(
  ctx: BindContext,
  query: Query,
  around: Surroundings,
  wanted: RowsWanted | undefined,
): InnerQuery {
  const locked = withLock(query, wanted);
  // A cursor over a view of one table knows the row of that.
  const collects = wanted?.how === 'mark' || wanted?.collected === true;
  const before = ctx.locks.length;
  const bound = bindQueryIn(ctx, locked, collects ? {...around, locks: locked} : around);
  const locks = ctx.locks.splice(before);
  return {...asOrderedSubquery(bound, locks.length > 0), locks};
}
