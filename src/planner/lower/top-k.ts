import type {Expr} from '../../expr/expr.ts';
import {columnsOf} from '../../plan/build.ts';
import {someExpr} from '../../plan/map-expr.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {SortRel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Lowering} from './lower.ts';

/**
 * ORDER BY … LIMIT inside a query or a view: rows kept by rank. Keys that are no columns are computed beneath and dropped
 * above. Errors: 2201W, 2201X for a negative LIMIT, OFFSET.
 */
export function lowerTopK(rel: SortRel, {builder, lower, evaluate}: Lowering): number {
  const input = lower(rel.input);
  const width = rel.schema.length;
  const computed: Expr[] = [];
  const keys = rel.keys.map(({expr, descending, nullsFirst}): SortKey => {
    const column = expr.op === 'column' ? expr.index : width + computed.push(expr) - 1;
    return {column, descending, nullsFirst};
  });
  const extended = builder.project(input, [...columnsOf(builder.schema(input)), ...computed]);
  const open = [rel.limit, rel.offset].some(bound => bound && someExpr(bound, part => part.op === 'parameter'));
  const limit = open ? null : boundOf(rel.limit, 'LIMIT', '2201W', evaluate);
  const offset = (open ? null : boundOf(rel.offset, 'OFFSET', '2201X', evaluate)) ?? 0n;
  const topK = builder.add({
    node: 'topK',
    input: extended,
    partition: rel.partition ?? [],
    keys,
    limit,
    offset,
    ...(open ? {bounds: {limit: rel.limit, offset: rel.offset}} : {}),
    schema: builder.schema(extended),
  });
  return builder.projectColumns(topK, [...rel.schema.keys()]);
}

/** The value of LIMIT or OFFSET; null where there is none. */
function boundOf(expr: Expr | null, clause: string, code: string, evaluate: Lowering['evaluate']): bigint | null {
  if (!expr) return null;
  const value = evaluate(expr);
  if (value === null) return null;
  const bound = BigInt(value as bigint);
  if (bound < 0n) throw new SqlError(code, `${clause} must not be negative`);
  return bound;
}
