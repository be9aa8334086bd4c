import fc from 'fast-check';
import type {Expr} from '../../expr/expr.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import {INTEGER, type SqlType, sameKind} from '../../types/sql-type.ts';
import {PlanBuilder, agg, by, call, lit} from './plan-builder.ts';
import type {TestTable} from './script.ts';

const MOST_JOINS = 2;
const MOST_COLUMNS = 6;

/** Random plans of up to `size` operators over the tables; every choice is a number of the list, so that plans shrink. */
export function arbitraryPlan(tables: readonly TestTable[], size = 6): fc.Arbitrary<PhysicalPlan> {
  return fc.array(fc.array(fc.nat(1000), {minLength: 8, maxLength: 8}), {maxLength: size}).map(steps => {
    const p = new PlanBuilder();
    const nodes = tables.map(({object, schema, monotonic}) => p.input(object, schema, monotonic));
    let joins = 0;
    for (const choice of steps) {
      const grower = new Grower(p, nodes, choice, joins < MOST_JOINS);
      const made = grower.grow();
      if (grower.joined) joins++;
      nodes.push(narrow(p, made));
    }
    return p.plan(nodes.at(-1)!);
  });
}

/** Wide rows make for slow tests. */
function narrow(p: PlanBuilder, node: number): number {
  const {length} = p.schema(node);
  if (length <= MOST_COLUMNS) return node;
  return p.project(
    node,
    Array.from({length: MOST_COLUMNS}, (_, i) => p.col(node, length - 1 - i)),
  );
}

class Grower {
  joined = false;
  private readonly p: PlanBuilder;
  private readonly nodes: readonly number[];
  private readonly choice: readonly number[];
  private readonly mayJoin: boolean;

  constructor(p: PlanBuilder, nodes: readonly number[], choice: readonly number[], mayJoin: boolean) {
    this.p = p;
    this.nodes = nodes;
    this.choice = choice;
    this.mayJoin = mayJoin;
  }

  grow(): number {
    const [kind, a, b, c, d, e] = this.choice;
    const {p, nodes} = this;
    // The latest node is the likeliest, so that plans grow deep.
    const input = a % 3 === 0 ? nodes[b % nodes.length] : nodes.at(-1)!;
    const schema = p.schema(input);
    const column = c % schema.length;
    switch (kind % 10) {
      case 0:
        return p.filter(input, this.predicate(input));
      case 1:
        return p.project(input, [...this.picked(input), this.computed(input)]);
      case 2:
      case 3:
        return this.mayJoin ? this.join(input, nodes[d % nodes.length]) : p.distinct(input);
      case 4:
      case 5:
        return this.aggregate(input);
      case 6:
        return p.distinct(input);
      case 7: {
        const rest = p.negate(p.filter(input, this.predicate(input)));
        return p.union(d % 2 === 0 ? [input, input] : [input, rest]);
      }
      case 8: {
        const keys = [by(column, e % 2 === 0), ...schema.map((_, i) => by(i))];
        return p.topK(input, {
          partition: d % 2 === 0 ? [] : [d % schema.length],
          keys,
          limit: BigInt(1 + (e % 3)),
          offset: BigInt(b % 2),
        });
      }
      default:
        return p.atMostOne(input, d % 4 === 0 ? [] : [...schema.keys()].slice(0, 1 + (d % schema.length)));
    }
  }

  private predicate(input: number): Expr {
    const [, , b, c, d] = this.choice;
    const columns = integers(this.p.schema(input));
    if (columns.length === 0) {
      return {op: 'isNull', arg: this.p.col(input, c % this.p.schema(input).length), negated: true, type: boolean};
    }
    const value = this.integer(input, columns[c % columns.length]);
    const operator = ['<', '>', '=', '<>'][d % 4];
    if (b % 4 === 0) {
      return call(`${operator}(int8,int8)`, call('/(int8,int8)', lit(6n, bigint), value), lit(1n, bigint));
    }
    return call(`${operator}(int8,int8)`, value, lit(BigInt(b % 4), bigint));
  }

  private computed(input: number): Expr {
    const columns = integers(this.p.schema(input));
    if (columns.length === 0) return lit(1, INTEGER);
    const [, , b, c] = this.choice;
    const value = this.integer(input, columns[c % columns.length]);
    if (b % 5 === 0) return call('/(int8,int8)', lit(12n, bigint), value);
    return call('+(int8,int8)', value, lit(1n, bigint));
  }

  private integer(input: number, column: number): Expr {
    const value = this.p.col(input, column);
    return value.type.kind === 'bigint' ? value : call('cast(int4,int8)', value);
  }

  private picked(input: number): Expr[] {
    const [, , , c, d] = this.choice;
    const {length} = this.p.schema(input);
    return [this.p.col(input, c % length), this.p.col(input, d % length)];
  }

  private join(left: number, right: number): number {
    this.joined = true;
    const [, , b, c, , e] = this.choice;
    const pairs = this.p
      .schema(left)
      .flatMap(({type}, i) =>
        this.p.schema(right).flatMap((other, j) => (sameKind(type, other.type) ? [[i, j] as const] : [])),
      );
    const kind = (['inner', 'left', 'semi', 'anti'] as const)[e % 4];
    const chosen = pairs.length === 0 ? [] : [pairs[b % pairs.length]];
    if (pairs.length > 1 && c % 2 === 0) chosen.push(pairs[c % pairs.length]);
    return this.p.join(kind, left, right, {
      leftKeys: chosen.map(([i]) => i),
      rightKeys: chosen.map(([, j]) => j),
      nullSafe: chosen.map(() => c % 3 === 0),
    });
  }

  private aggregate(input: number): number {
    const [, , b, c, d, e] = this.choice;
    const schema = this.p.schema(input);
    const keys = b % 4 === 0 ? [] : [c % schema.length];
    const argument = d % schema.length;
    const calls = [agg('count()'), agg('count(any)', [argument], {distinct: e % 2 === 0})];
    const name = {integer: 'int4', bigint: 'int8', text: 'text'}[schema[argument].type.kind as string];
    if (name) calls.push(agg(`${e % 3 === 0 ? 'min' : 'max'}(${name})`, [argument]));
    if (name === 'int4') calls.push(agg('sum(int4)', [argument], {distinct: e % 5 === 0}));
    return this.p.aggregate(input, keys, calls);
  }
}

const boolean: SqlType = {kind: 'boolean'};
const bigint: SqlType = {kind: 'bigint'};

function integers(schema: Schema): number[] {
  return schema.flatMap(({type}, i) => (type.kind === 'integer' || type.kind === 'bigint' ? [i] : []));
}
