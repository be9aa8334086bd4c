import type {Expr} from '../../expr/expr.ts';
import {mapFrameOffsets} from '../../expr/window-call.ts';
import {columnsOf} from '../../plan/build.ts';
import {usedColumns} from '../../plan/columns.ts';
import {literal} from '../../plan/conjuncts.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {canFail} from '../../plan/function-facts.ts';
import type {PhysicalWindowCall, SortKey} from '../../plan/physical.ts';
import type {OverRel} from '../../plan/rel.ts';
import {spanOf} from '../../plan/window-span.ts';
import {column, type Column} from '../../types/schema.ts';
import type {Lowering} from './lower.ts';

/** Window functions. Keys and arguments that are no columns are computed beneath and dropped above. */
export function lowerOver(rel: OverRel, {builder, lower}: Lowering): number {
  const input = lower(rel.input);
  const width = rel.input.schema.length;
  const computed: Expr[] = [];
  const places = new Map<string, number>();
  const columnOf = (expr: Expr): number => {
    if (expr.op === 'column') return expr.index;
    const key = exprKey(expr);
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = width + computed.push(expr) - 1));
    return place;
  };
  const partition = rel.partition.map(columnOf);
  const keys = rel.keys.map(({expr, descending, nullsFirst}): SortKey => ({
    column: columnOf(expr),
    descending,
    nullsFirst,
  }));
  const calls = rel.calls.map((call): PhysicalWindowCall => ({
    ...call,
    args: call.args.map(arg => columnOf(guarded(arg, call.filter))),
    filter: call.filter && columnOf(call.filter),
    frame: mapFrameOffsets(call.frame, offset => {
      return usedColumns(offset).size > 0 ? {op: 'column', index: columnOf(offset), type: offset.type} : offset;
    }),
  }));
  const extended = builder.project(input, [...columnsOf(builder.schema(input)), ...computed]);
  const results = rel.schema.slice(width).map((of): Column => column(of.name, of.type, of.nullable));
  const schema = [...builder.schema(extended), ...results];
  const over = builder.add({node: 'over', input: extended, partition, keys, calls, span: spanOf(rel.calls), schema});
  return builder.projectColumns(over, [
    ...rel.input.schema.keys(),
    ...results.map((_, i) => width + computed.length + i),
  ]);
}

/** The filter protects the argument: sum(1 / x) FILTER (WHERE x <> 0). */
function guarded(arg: Expr, filter: Expr | null): Expr {
  if (!filter || !canFail(arg)) return arg;
  return {op: 'case', whens: [{when: filter, then: arg}], otherwise: literal(null, arg.type), type: arg.type};
}
