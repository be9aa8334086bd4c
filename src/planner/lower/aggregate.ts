import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {conjunction, conjuncts, literal} from '../../plan/conjuncts.ts';
import {usedColumns} from '../../plan/columns.ts';
import {exprKey, sameExpr} from '../../plan/expr-key.ts';
import {canFail, functionName} from '../../plan/function-facts.ts';
import type {PhysicalAggregate} from '../../plan/physical.ts';
import {aggregateExprs} from '../../plan/rel-children.ts';
import type {AggregateRel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {derivedSchema} from './derived-schema.ts';
import type {Lowering} from './lower.ts';
import {aggregateKey} from './node-key.ts';

/**
 * Keys, arguments and filters become columns of a projection beneath. Keys take an order of their own, so that
 * GROUP BY a, b and GROUP BY b, a over the same rows are the same operator; what is asked twice is computed once.
 */
export function lowerAggregate(given: AggregateRel, {builder, lower}: Lowering): number {
  const rel = withDirectKeys(given);
  const input = lower(rel.input);
  const schema = derivedSchema(rel);
  const keyOrder = canonicalOrder(rel.keys);
  const columns = new ColumnList(rel);
  const keys = keyOrder.map(i => columns.of(rel.keys[i]));
  const placeOfKey = (key: Expr) => keyOrder.findIndex(i => sameExpr(rel.keys[i], key));
  const calls: PhysicalAggregate[] = [];
  const types: number[] = [];
  const places = rel.aggregates.map((call, i) => {
    const direct = (call.direct ?? []).map((arg): Expr => {
      return isConstant(arg) ? arg : {op: 'column', index: placeOfKey(arg), type: arg.type};
    });
    const lowered = lowerCall(call, columns, direct);
    const there = calls.findIndex(other => aggregateKey(other) === aggregateKey(lowered));
    if (there >= 0) return there;
    types.push(rel.keys.length + i);
    return calls.push(lowered) - 1;
  });
  const aggregate = builder.add({
    node: 'aggregate',
    input: columns.computed ? builder.project(input, columns.exprs) : input,
    keys,
    aggregates: calls,
    schema: [...keyOrder, ...types].map(i => schema[i]),
  });
  const keyPlaces = given.keys.map(placeOfKey);
  return builder.projectColumns(aggregate, [...keyPlaces, ...places.map(place => keyOrder.length + place)]);
}

/** Direct arguments that are not constant depend on the keys alone: as further keys they divide no group. */
function withDirectKeys(rel: AggregateRel): AggregateRel {
  const direct = rel.aggregates.flatMap(call => call.direct ?? []).filter(arg => !isConstant(arg));
  if (direct.length === 0) return rel;
  const first = rel.keys.length;
  const added = direct.map(arg => column('direct', arg.type));
  const schema = [...rel.schema.slice(0, first), ...added, ...rel.schema.slice(first)];
  return {...rel, keys: [...rel.keys, ...direct], schema};
}

function isConstant(expr: Expr): boolean {
  return usedColumns(expr).size === 0;
}

/** The keys' numbers, each different key once, sorted by what they say. */
function canonicalOrder(keys: readonly Expr[]): number[] {
  const texts = keys.map(exprKey);
  const different = [...keys.keys()].filter(i => texts.indexOf(texts[i]) === i);
  return different.sort((a, b) => (texts[a] < texts[b] ? -1 : 1));
}

function lowerCall(call: AggregateCall, columns: ColumnList, direct: readonly Expr[]): PhysicalAggregate {
  const {signature, filter, order} = call;
  // The filter protects the argument: sum(1 / x) FILTER (WHERE x <> 0).
  const guard = (arg: Expr): Expr =>
    filter && canFail(arg)
      ? {op: 'case', whens: [{when: filter, then: arg}], otherwise: literal(null, arg.type), type: arg.type}
      : arg;
  const name = functionName(signature);
  return {
    signature,
    args: call.args.map(arg => columns.of(guard(arg))),
    distinct: call.distinct && name !== 'min' && name !== 'max',
    filter: filter && columns.of(conjunction(conjuncts(filter))),
    order: order?.map(({expr, descending, nullsFirst}) => ({column: columns.of(guard(expr)), descending, nullsFirst})),
    direct: direct.length > 0 ? direct : undefined,
  };
}

/** The columns that the aggregate reads: the input's own if these are all, else those of a projection. */
class ColumnList {
  readonly computed: boolean;
  readonly exprs: Expr[] = [];
  private readonly places = new Map<string, number>();

  constructor(rel: AggregateRel) {
    const reads = [...rel.keys, ...rel.aggregates.flatMap(call => aggregateExprs({...call, direct: []}))];
    this.computed = reads.some(expr => expr.op !== 'column');
  }

  of(expr: Expr): number {
    if (!this.computed) return (expr as Extract<Expr, {op: 'column'}>).index;
    const key = exprKey(expr);
    let place = this.places.get(key);
    if (place === undefined) this.places.set(key, (place = this.exprs.push(expr) - 1));
    return place;
  }
}
