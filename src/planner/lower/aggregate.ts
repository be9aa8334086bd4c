import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {conjunction, conjuncts, literal} from '../../plan/conjuncts.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {canFail, functionName} from '../../plan/function-facts.ts';
import type {PhysicalAggregate} from '../../plan/physical.ts';
import type {AggregateRel} from '../../plan/rel.ts';
import {derivedSchema} from './derived-schema.ts';
import type {Lowering} from './lower.ts';

/**
 * Keys, arguments and filters become columns of a projection beneath. Keys take an order of their own, so that
 * GROUP BY a, b and GROUP BY b, a over the same rows are the same operator; what is asked twice is computed once.
 */
export function lowerAggregate(rel: AggregateRel, {builder, lower}: Lowering): number {
  const input = lower(rel.input);
  const schema = derivedSchema(rel);
  const keyOrder = canonicalOrder(rel.keys);
  const columns = new ColumnList(rel);
  const keys = keyOrder.map(i => columns.of(rel.keys[i]));
  const calls: PhysicalAggregate[] = [];
  const types: number[] = [];
  const places = rel.aggregates.map((call, i) => {
    const lowered = lowerCall(call, columns);
    const there = calls.findIndex(other => sameCall(other, lowered));
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
  const keyPlaces = rel.keys.map(key => keyOrder.findIndex(i => exprKey(rel.keys[i]) === exprKey(key)));
  return builder.projectColumns(aggregate, [...keyPlaces, ...places.map(place => keyOrder.length + place)]);
}

/** The keys' numbers, each different key once, sorted by what they say. */
function canonicalOrder(keys: readonly Expr[]): number[] {
  const texts = keys.map(exprKey);
  const different = [...keys.keys()].filter(i => texts.indexOf(texts[i]) === i);
  return different.sort((a, b) => (texts[a] < texts[b] ? -1 : 1));
}

function lowerCall(call: AggregateCall, columns: ColumnList): PhysicalAggregate {
  const {signature, filter} = call;
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
  };
}

function sameCall(a: PhysicalAggregate, b: PhysicalAggregate): boolean {
  return (
    a.signature === b.signature &&
    a.distinct === b.distinct &&
    a.filter === b.filter &&
    a.args.length === b.args.length &&
    a.args.every((arg, i) => arg === b.args[i])
  );
}

/** The columns that the aggregate reads: the input's own if these are all, else those of a projection. */
class ColumnList {
  readonly computed: boolean;
  readonly exprs: Expr[] = [];
  private readonly places = new Map<string, number>();

  constructor(rel: AggregateRel) {
    const reads = [
      ...rel.keys,
      ...rel.aggregates.flatMap(call => (call.filter ? [...call.args, call.filter] : call.args)),
    ];
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
