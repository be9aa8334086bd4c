import type {Expr} from '../../expr/expr.ts';
import {aggregateBySignature, functionBySignature} from '../../expr/registry.ts';
import {resultTypeOf} from '../../expr/function-row.ts';
import {tableFunctionBySignature} from '../../expr/table-functions.ts';
import type {Finish, PhysicalAggregate, PhysicalNode, PhysicalPlan, SortKey} from '../../plan/physical.ts';
import type {ObjectId} from '../../plan/rel.ts';
import {spanOf} from '../../plan/window-span.ts';
import type {Datum} from '../../types/datum.ts';
import {type Schema, column} from '../../types/schema.ts';
import {BIGINT, type SqlType} from '../../types/sql-type.ts';

type Kind = PhysicalNode['node'];
type Fields<K extends Kind> = Omit<
  Extract<PhysicalNode, {node: K}>,
  'node' | 'schema' | 'props' | 'distribution' | 'inputs' | 'input' | 'left' | 'right'
>;

/** Writes physical plans by hand, for tests: each method adds a node over the index of another and gives its index. */
export class PlanBuilder {
  private readonly nodes: PhysicalNode[] = [];

  input(object: ObjectId, schema: Schema, monotonic = false): number {
    return this.add({node: 'input', object, name: `t${object}`}, schema, monotonic);
  }

  values(schema: Schema, rows: readonly (readonly Expr[])[]): number {
    return this.add({node: 'values', rows}, schema, true);
  }

  filter(input: number, predicate: Expr): number {
    return this.add({node: 'filter', input, predicate}, this.schema(input), this.monotonic(input));
  }

  project(input: number, exprs: readonly Expr[]): number {
    const schema = exprs.map((expr, i) => column(`p${i}`, expr.type));
    return this.add({node: 'project', input, exprs}, schema, this.monotonic(input));
  }

  join(
    kind: 'inner' | 'left' | 'semi' | 'anti',
    left: number,
    right: number,
    options: {
      leftKeys: readonly number[];
      rightKeys: readonly number[];
      nullSafe?: readonly boolean[];
      residual?: Expr;
    },
  ): number {
    const both =
      kind === 'inner' || kind === 'left' ? [...this.schema(left), ...this.schema(right)] : this.schema(left);
    return this.add(
      {
        node: 'join',
        kind,
        left,
        right,
        leftKeys: options.leftKeys,
        rightKeys: options.rightKeys,
        nullSafe: options.nullSafe ?? options.leftKeys.map(() => false),
        residual: options.residual ?? null,
      },
      both,
      kind === 'inner' && this.monotonic(left) && this.monotonic(right),
    );
  }

  aggregate(input: number, keys: readonly number[], aggregates: readonly PhysicalAggregate[]): number {
    const schema = this.schema(input);
    const results = aggregates.map(({signature, args, direct = []}, i) => {
      const types = [...direct.map(arg => arg.type), ...args.map(arg => schema[arg].type)];
      return column(`a${i}`, aggregateBySignature(signature).returns(types));
    });
    return this.add({node: 'aggregate', input, keys, aggregates}, [...keys.map(key => schema[key]), ...results], false);
  }

  distinct(input: number): number {
    return this.add({node: 'distinct', input}, this.schema(input), this.monotonic(input));
  }

  union(inputs: readonly number[]): number {
    return this.add(
      {node: 'union', inputs},
      this.schema(inputs[0]),
      inputs.every(input => this.monotonic(input)),
    );
  }

  negate(input: number): number {
    return this.add({node: 'negate', input}, this.schema(input), false);
  }

  topK(input: number, fields: Fields<'topK'>): number {
    return this.add({node: 'topK', input, ...fields}, this.schema(input), false);
  }

  over(input: number, fields: Omit<Fields<'over'>, 'span'>): number {
    const schema = this.schema(input);
    const results = fields.calls.map(({type}, i) => column(`w${i}`, type));
    const calls = fields.calls.map(call => ({...call, args: call.args.map(arg => this.col(input, arg)), filter: null}));
    return this.add({node: 'over', input, ...fields, span: spanOf(calls)}, [...schema, ...results], false);
  }

  /** `base` and what `step` makes of the loop have the iteration as their last column. */
  recursive(base: number, distinct: boolean, step: (loop: number) => number): number {
    const loop = this.add({node: 'recursive', name: 'r', base, step: -1, distinct}, this.schema(base), false);
    const end = step(loop);
    this.nodes[loop] = {...(this.nodes[loop] as Extract<PhysicalNode, {node: 'recursive'}>), step: end};
    return loop;
  }

  atMostOne(input: number, keys: readonly number[], asked?: number): number {
    return this.add(
      {node: 'atMostOne', input, keys, ...(asked === undefined ? {} : {asked})},
      this.schema(input),
      this.monotonic(input),
    );
  }

  window(input: number, fields: Fields<'window'>): number {
    const schema = this.schema(input);
    const {type} = schema[fields.time];
    const bounds = [column('window_start', type), column('window_end', type)];
    return this.add({node: 'window', input, ...fields}, [...schema, ...bounds], this.monotonic(input));
  }

  flatMap(input: number, signature: string, args: readonly Expr[], ordinality = false): number {
    const made = tableFunctionBySignature(signature).returns(args.map(({type}) => type));
    const ordinal = ordinality ? [column('ordinality', BIGINT)] : [];
    const schema = [...this.schema(input), ...made, ...ordinal];
    const calls = [{signature, arity: args.length, columns: made, composite: false}];
    return this.add({node: 'flatMap', input, calls, args, ordinality}, schema, this.monotonic(input));
  }

  schema(node: number): Schema {
    return this.nodes[node].schema;
  }

  col(node: number, index: number): Expr {
    return {op: 'column', index, type: this.schema(node)[index].type};
  }

  plan(root: number, finish: Partial<Finish> | null = null): PhysicalPlan {
    const inputs = this.nodes.flatMap(node => (node.node === 'input' ? [node.object] : []));
    return {
      nodes: this.nodes,
      root,
      finish: finish && {keys: [], limit: null, offset: null, visible: this.schema(root).length, ...finish},
      inputs: [...new Set(inputs)],
    };
  }

  private monotonic(node: number): boolean {
    return this.nodes[node].props.monotonic;
  }

  private add(node: Omitted<PhysicalNode>, schema: Schema, monotonic: boolean): number {
    const props = {uniqueKeys: [], monotonic, nonNegative: true};
    this.nodes.push({...node, schema, props, distribution: {kind: 'any'}} as PhysicalNode);
    return this.nodes.length - 1;
  }
}

type Omitted<T> = T extends unknown ? Omit<T, 'schema' | 'props' | 'distribution'> : never;

export function lit(value: Datum, type: SqlType): Expr {
  return {op: 'literal', value, type};
}

/** A call of the registry, by signature: call('+(int4,int4)', a, b). */
export function call(signature: string, ...args: Expr[]): Expr {
  const type = resultTypeOf(
    functionBySignature(signature),
    args.map(arg => arg.type),
  );
  return {op: 'call', signature, args, type};
}

export function agg(
  signature: string,
  args: readonly number[] = [],
  options: Partial<PhysicalAggregate> = {},
): PhysicalAggregate {
  return {signature, args, distinct: false, filter: null, ...options};
}

export function by(column: number, descending = false, nullsFirst = descending): SortKey {
  return {column, descending, nullsFirst};
}
