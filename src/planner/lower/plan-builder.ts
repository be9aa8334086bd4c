import type {Expr} from '../../expr/expr.ts';
import {flatRows} from '../../plan/flat-rows.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {exprNullable} from '../../plan/nullability.ts';
import type {Distribution, PhysicalNode} from '../../plan/physical.ts';
import type {PropsProvider} from '../../plan/props.ts';
import {column, type Column, type Schema} from '../../types/schema.ts';
import {sameType} from '../../types/sql-type.ts';
import {columnAt, substituteColumns, usedColumns} from '../../plan/columns.ts';
import {canSubstitute} from '../rules/merge-projects.ts';
import {distributionOf} from './distribution.ts';
import {nodeKey} from './node-key.ts';
import {physicalProps} from './physical-props.ts';

type Described = {readonly schema: Schema; readonly props: PhysicalNode['props']; readonly distribution: Distribution};
type WithoutDescription<T> = T extends unknown ? Omit<T, 'props' | 'distribution'> : never;
/** A node before the builder has worked out what is known of it. */
export type NewNode = WithoutDescription<PhysicalNode>;
export type NodeOf<Kind extends PhysicalNode['node']> = Extract<PhysicalNode, {node: Kind}>;

/** The rows of a bulk INSERT: writing them out to find them again would cost more than reading them did. */
function isBulk(node: NewNode): boolean {
  return node.node === 'values' && node.rows.length > 16;
}

/**
 * Collects the operators of a plan. A node that is already there is found again by what it does, so a subplan that
 * occurs twice in a query runs once.
 */
export class PlanBuilder {
  readonly nodes: PhysicalNode[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly provider: PropsProvider;

  constructor(provider: PropsProvider) {
    this.provider = provider;
  }

  add(node: NewNode): number {
    const key = isBulk(node) ? null : nodeKey(node);
    const there = key === null ? undefined : this.byKey.get(key);
    if (there !== undefined && !exprsOf(node).some(isVolatile)) return there;
    const described: Described = {
      schema: node.schema,
      props: physicalProps(node, this.nodes, this.provider),
      distribution: distributionOf(node, this.nodes),
    };
    const index = this.nodes.push({...node, ...described} as PhysicalNode) - 1;
    if (key !== null) this.byKey.set(key, index);
    return index;
  }

  /** A recursion whose step is lowered next; never shared. `closeLoop` names the step. */
  openLoop(node: Omit<Extract<NewNode, {node: 'recursive'}>, 'step'>): number {
    const loop = {...node, step: -1};
    return (
      this.nodes.push({
        ...loop,
        props: physicalProps(loop, this.nodes, this.provider),
        distribution: distributionOf(loop, this.nodes),
      }) - 1
    );
  }

  closeLoop(loop: number, step: number): void {
    this.nodes[loop] = {...(this.nodes[loop] as NodeOf<'recursive'>), step};
  }

  schema(index: number): Schema {
    return this.nodes[index].schema;
  }

  /** A filter, beneath a projection that just moves the columns it reads, unless others may see that throw dice. */
  filter(input: number, predicate: Expr, nullable: readonly boolean[]): number {
    const below = this.nodes[input];
    const moves = below.node === 'project' && !below.exprs.some(isVolatile);
    if (moves && [...usedColumns(predicate)].every(index => below.exprs[index].op === 'column')) {
      const unknown = this.schema(below.input).map(column => column.nullable);
      below.exprs.forEach((expr, i) => {
        if (expr.op === 'column' && !nullable[i]) unknown[expr.index] = false;
      });
      const filtered = this.filter(below.input, substituteColumns(predicate, below.exprs), unknown);
      return this.project(
        filtered,
        below.exprs,
        below.schema.map(column => column.name),
      );
    }
    const schema = below.schema.map((column, i) =>
      column.nullable && !nullable[i] ? {...column, nullable: false} : column,
    );
    return this.add({node: 'filter', input, predicate, schema});
  }

  /** A projection, merged into one beneath; none where it would do nothing. */
  project(input: number, exprs: readonly Expr[], names?: readonly string[]): number {
    const below = this.nodes[input];
    if (below.node === 'project' && canSubstitute(exprs, below.exprs)) {
      const substituted = exprs.map(expr => substituteColumns(expr, below.exprs));
      return this.project(below.input, substituted, names ?? exprs.map((expr, i) => this.nameOf(input, expr, i)));
    }
    const {schema} = below;
    const identity =
      exprs.length === schema.length &&
      exprs.every((expr, i) => expr.op === 'column' && expr.index === i && sameType(expr.type, schema[i].type));
    if (identity) return input;
    const nullable = schema.map(each => each.nullable);
    const columns = exprs.map((expr, i): Column =>
      column(names?.[i] ?? this.nameOf(input, expr, i), expr.type, exprNullable(expr, nullable)),
    );
    return this.add({node: 'project', input, exprs, schema: columns});
  }

  projectColumns(input: number, columns: readonly number[]): number {
    const {schema} = this.nodes[input];
    return this.project(
      input,
      columns.map(index => columnAt(schema, index)),
    );
  }

  private nameOf(input: number, expr: Expr, i: number): string {
    if (expr.op === 'column') return this.nodes[input].schema[expr.index].name;
    if (expr.op === 'field') return expr.arg.type.fields?.[expr.index]?.name ?? `column${i + 1}`;
    return '?column?';
  }
}

/** Two operators that throw dice are two, though they do the same. */
function exprsOf(node: NewNode): readonly Expr[] {
  switch (node.node) {
    case 'filter':
      return [node.predicate];
    case 'project':
      return node.exprs;
    case 'values':
      return flatRows(node.rows);
    case 'flatMap':
      return node.args;
    case 'join':
      return node.residual ? [node.residual] : [];
    default:
      return [];
  }
}
