import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {aggregateBySignature} from '../../expr/registry.ts';
import {
  columnsOf,
  distinct,
  filterAll,
  join,
  joinSchema,
  project,
  projectColumns,
  union,
  onlyAsked,
} from '../../plan/build.ts';
import {
  columnAt,
  columnsWithin,
  remapColumns,
  rewriteColumns,
  shiftColumns,
  substituteColumns,
} from '../../plan/columns.ts';
import {conjunction, conjuncts, isMissing, isNull, literal, notDistinct, TRUE} from '../../plan/conjuncts.ts';
import {comparisonOf} from '../../plan/function-facts.ts';
import {mapExprChildren, someExpr} from '../../plan/map-expr.ts';
import {numberRows, withinLimits} from '../../plan/number-rows.ts';
import {exprRefersToOuter, mapOuter, mapOuterOf, outerColumnsOf, refersToOuter} from '../../plan/outer-references.ts';
import {mapAggregate, mapOrderKey, mapWindowCall, someRel} from '../../plan/rel-children.ts';
import {nextRelId} from '../../plan/rel-id.ts';
import type {
  AggregateRel,
  FilterRel,
  JoinRel,
  RecursiveRel,
  Rel,
  SharedRel,
  SortRel,
  WorkingTableRel,
} from '../../plan/rel.ts';
import {pullUp, type PulledUp} from './pull-up.ts';
import {sameType} from '../../types/sql-type.ts';

/**
 * The subquery for all outer rows at once: the domain's columns, then the subquery's. A row says that for outer rows
 * with these values the subquery gives this row. Values that no outer row has may occur too, and do no harm.
 *
 * `missing`: where there is no row for a value, the subquery still has one, and this is it (over the domain's columns):
 * an aggregate without GROUP BY over no rows. null: then there is none.
 */
export type Pushed = {readonly rel: Rel; readonly missing: readonly Expr[] | null};

/**
 * Decorrelates a subquery by pushing the set of the outer values it depends on (the domain, without repeats) down to
 * where they are used (Neumann and Kemper, Unnesting Arbitrary Queries, BTW 2015). Where a filter equates every one of
 * them with something of the subquery's own, that stands for them and no domain is needed (`substitute`).
 */
export class DomainPush {
  private readonly domain: Rel;
  private readonly width: number;
  /** Outer column → column of the domain. */
  private readonly place: ReadonlyMap<number, number>;
  private substitutes: boolean;
  /** Recursions under way, by id: their working tables with the domain's columns. */
  private readonly loops = new Map<number, WorkingTableRel>();

  /** Shared relations that have been pushed, by id. */
  private readonly sharedRels = new Map<number, Rel>();

  constructor(left: Rel, columns: readonly number[], substitutes: boolean) {
    this.domain = distinct(projectColumns(left, columns));
    this.width = columns.length;
    this.place = new Map(columns.map((column, i) => [column, i]));
    this.substitutes = substitutes;
  }

  push(rel: Rel): Pushed {
    if (!this.depends(rel)) return certain(join('inner', this.domain, withoutLevel(rel), TRUE));
    switch (rel.node) {
      case 'filter':
        return this.filter(rel);
      case 'project': {
        const {rel: input, missing} = this.push(rel.input);
        const exprs = rel.exprs.map(expr => this.bind(expr));
        const names = [...this.domain.schema, ...rel.schema].map(column => column.name);
        return {
          rel: project(input, [...this.domainColumns(), ...exprs], names),
          missing: missing && exprs.map(expr => substituteColumns(expr, [...this.domainColumns(), ...missing])),
        };
      }
      case 'join':
        return certain(this.join(rel));
      case 'aggregate':
        return this.aggregate(rel);
      case 'distinct': {
        const {rel: input, missing} = this.push(rel.input);
        return {rel: distinct(input), missing};
      }
      case 'union':
        return certain(union(rel.inputs.map(input => this.complete(input))));
      case 'sort':
        return this.sort(rel);
      case 'over': {
        const input = this.complete(rel.input);
        const partition = [...this.domainColumns(), ...rel.partition.map(expr => this.bind(expr))];
        const keys = rel.keys.map(key => mapOrderKey(key, expr => this.bind(expr)));
        const calls = rel.calls.map(call => mapWindowCall(call, expr => this.bind(expr)));
        return certain({...rel, input, partition, keys, calls, schema: this.schema(rel)});
      }
      case 'window': {
        const input = this.complete(rel.input);
        return certain({...rel, input, time: rel.time + this.width, schema: this.schema(rel)});
      }
      case 'tableFunction': {
        const args = rel.args.map(arg => this.bind(arg));
        const {calls, ordinality} = rel;
        return certain({node: 'flatMap', input: this.domain, calls, args, ordinality, schema: this.schema(rel)});
      }
      case 'flatMap': {
        const input = this.complete(rel.input);
        const args = rel.args.map(arg => this.bind(arg));
        return certain({...rel, input, args, schema: this.schema(rel)});
      }
      case 'values': {
        const names = this.schema(rel).map(column => column.name);
        const rows = rel.rows.map(row => row.map(expr => this.bind(expr)));
        return certain(union(rows.map(row => project(this.domain, [...this.domainColumns(), ...row], names))));
      }
      case 'atMostOne': {
        // For each value of the domain somebody else asks.
        if (rel.asked) return this.push(onlyAsked(rel));
        const {rel: input, missing} = this.push(rel.input);
        const keys = [...this.domainKeys(), ...rel.keys.map(key => key + this.width)];
        return {rel: {...rel, input, keys, schema: this.schema(rel)}, missing};
      }
      case 'recursive':
        return certain(this.recursive(rel));
      case 'shared':
        return certain(this.shared(rel));
      case 'workingTable':
        return certain(this.loops.get(rel.id)!);
      case 'get':
      case 'apply':
        throw new Error(`a correlated ${rel.node} was not taken apart`);
    }
  }

  /** As `push`, with the rows put in that an aggregate without GROUP BY gives over nothing. */
  complete(rel: Rel): Rel {
    return this.completed(this.push(rel));
  }

  completed({rel, missing}: Pushed): Rel {
    if (!missing) return rel;
    const marked = project(rel, [...columnsOf(rel.schema), TRUE]);
    const joined = join('left', this.domain, marked, this.sameDomain(this.width));
    const absent = isNull(columnAt(joined.schema, joined.schema.length - 1));
    const values = missing.map((expr, i): Expr => {
      const column = columnAt(joined.schema, 2 * this.width + i);
      return {op: 'case', whens: [{when: absent, then: expr}], otherwise: column, type: column.type};
    });
    return project(
      joined,
      [...this.domainColumns(), ...values],
      rel.schema.map(column => column.name),
    );
  }

  /** The relation is not the same for all values of the domain. */
  private depends(rel: Rel): boolean {
    if (refersToOuter(rel)) return true;
    return this.loops.size > 0 && someRel(rel, node => node.node === 'workingTable' && this.loops.has(node.id));
  }

  /** Read twice, it is still found once. */
  private shared(rel: SharedRel): Rel {
    let pushed = this.sharedRels.get(rel.id);
    if (!pushed) {
      pushed = {...rel, id: nextRelId(), input: this.complete(rel.input), schema: this.schema(rel)};
      this.sharedRels.set(rel.id, pushed);
    }
    return pushed;
  }

  /** One recursion for all values, each row going on with its own: for no other values, for which it might not end. */
  private recursive(rel: RecursiveRel): Rel {
    const {substitutes} = this;
    this.substitutes = false;
    const base = this.complete(rel.base);
    const schema = this.schema(rel);
    const working: WorkingTableRel = {node: 'workingTable', id: nextRelId(), name: rel.name, schema};
    this.loops.set(rel.id, working);
    const step = this.complete(rel.step);
    this.loops.delete(rel.id);
    this.substitutes = substitutes;
    const mutual = rel.mutual && {...rel.mutual, tag: rel.mutual.tag + this.width};
    return {...rel, id: working.id, base, step, schema, ...(mutual && {mutual})};
  }

  private filter(rel: FilterRel): Pushed {
    if (!this.depends(rel.input)) {
      const substituted = this.substitutes && !isCrossJoin(rel) ? this.substitute(rel) : null;
      if (substituted) return certain(substituted);
      // The domain joins the first relation, so that conditions on it and on the second one become join keys.
      if (rel.input.node === 'join' && rel.input.kind === 'inner') {
        return certain(filterAll(this.join(rel.input), [this.bind(rel.predicate)]));
      }
    }
    return certain(filterAll(this.complete(rel.input), [this.bind(rel.predicate)]));
  }

  /** The filter's input with, for each column of the domain, what the filter says it is equal to; null: not all are. */
  private substitute(rel: FilterRel): Rel | null {
    const parts = conjuncts(rel.predicate);
    const values = new Array<Expr | undefined>(this.width).fill(undefined);
    const used = new Set<Expr>();
    for (const part of parts) {
      const equality = comparisonOf(part);
      if (equality?.operator !== '=') continue;
      const {left, right} = equality;
      const [outer, own] = left.op === 'outer' ? [left, right] : [right, left];
      if (
        outer.op !== 'outer' ||
        outer.depth !== 1 ||
        someExpr(own, part => part.op === 'outer') ||
        !sameType(outer.type, own.type)
      )
        continue;
      const place = this.place.get(outer.index)!;
      if (values[place] !== undefined) continue;
      values[place] = own;
      used.add(part);
    }
    const found = values.filter(value => value !== undefined);
    if (found.length < this.width) return null;
    const rest = parts.filter(part => !used.has(part));
    // Equal is not the same for all types (1.0 and 1.00): there, the outer value may have no other use.
    if (!found.every(value => identicalWhenEqual(value)) && this.usesElsewhere(rest)) return null;

    const withValues = rest.map(part =>
      mapOuterOf(part, outer => (outer.depth === 1 ? found[this.place.get(outer.index)!] : lower(outer))),
    );
    const input = filterAll(withoutLevel(rel.input), [...found.map(value => isMissing(value, true)), ...withValues]);
    const names = this.schema(rel).map(column => column.name);
    return project(input, [...found, ...columnsOf(rel.input.schema)], names);
  }

  private usesElsewhere(parts: readonly Expr[]): boolean {
    return parts.some(part => outerColumnsOf(part).size > 0);
  }

  private join(rel: JoinRel): Rel {
    const leftWidth = rel.left.schema.length;
    const rightCorrelated = this.depends(rel.right);
    const {width} = this;
    switch (rel.kind) {
      case 'inner':
        if (rightCorrelated && !this.depends(rel.left) && this.substitutes) {
          const left = withoutLevel(rel.left);
          const right = this.complete(rel.right);
          // left, domain, right → domain, left, right
          const order = [
            ...range(leftWidth, width),
            ...range(0, leftWidth),
            ...range(leftWidth + width, rel.right.schema.length),
          ];
          const moved: number[] = [];
          order.forEach((from, to) => (moved[to] = from));
          return projectColumns(join('inner', left, right, remapColumns(this.bind(rel.on), moved)), order);
        }
        return this.joinFromLeft(rel, rightCorrelated);
      case 'left':
      case 'semi':
      case 'anti':
        return this.joinFromLeft(rel, rightCorrelated);
      case 'full':
        return this.fullJoin(rel);
      case 'right':
        throw new Error('a right join was not turned around');
    }
  }

  private joinFromLeft(rel: JoinRel, rightCorrelated: boolean): Rel {
    const left = this.complete(rel.left);
    if (!rightCorrelated) return join(rel.kind, left, withoutLevel(rel.right), this.bind(rel.on));
    const pulled = pullUp(rel.right);
    if (!this.depends(pulled.rel)) return this.joinPulledUp(rel, left, pulled);
    const right = this.complete(rel.right);
    const leftWidth = left.schema.length;
    const on = shiftColumns(this.bind(rel.on), this.width, leftWidth);
    const joined = join(rel.kind, left, right, conjunction([this.sameDomain(leftWidth), ...conjuncts(on)]));
    if (rel.kind === 'semi' || rel.kind === 'anti') return joined;
    return projectColumns(joined, [...range(0, leftWidth), ...range(leftWidth + this.width, rel.right.schema.length)]);
  }

  /** The right side's correlated conditions become conditions of the join, where the domain comes from the left. */
  private joinPulledUp(rel: JoinRel, left: Rel, {rel: right, conditions}: PulledUp): Rel {
    const own = rel.left.schema.length;
    const moved = conditions.map(condition => shiftColumns(condition, own));
    const on = conjunction([...conjuncts(rel.on), ...moved].map(part => this.bind(part)));
    const joined = join(rel.kind, left, withoutLevel(right), on);
    if (rel.kind === 'semi' || rel.kind === 'anti') return joined;
    return projectColumns(joined, range(0, left.schema.length + rel.right.schema.length));
  }

  private fullJoin(rel: JoinRel): Rel {
    const left = this.complete(rel.left);
    const right = this.complete(rel.right);
    const leftWidth = left.schema.length;
    const on = shiftColumns(this.bind(rel.on), this.width, leftWidth);
    const joined = join('full', left, right, conjunction([this.sameDomain(leftWidth), ...conjuncts(on)]));
    const all = columnsOf(joined.schema);
    const domain = this.domainColumns().map((column, i): Expr => {
      return {op: 'coalesce', args: [all[i], all[leftWidth + i]], type: column.type};
    });
    return project(
      joined,
      [...domain, ...all.slice(this.width, leftWidth), ...all.slice(leftWidth + this.width)],
      this.schema(rel).map(column => column.name),
    );
  }

  private aggregate(rel: AggregateRel): Pushed {
    const input = this.complete(rel.input);
    const grouped: AggregateRel = {
      ...rel,
      input,
      keys: [...this.domainColumns(), ...rel.keys.map(key => this.bind(key))],
      aggregates: rel.aggregates.map(call => mapAggregate(call, expr => this.bind(expr))),
      schema: this.schema(rel),
    };
    return {rel: grouped, missing: rel.keys.length === 0 ? rel.aggregates.map(overNothing) : null};
  }

  private sort(rel: SortRel): Pushed {
    if (!rel.limit && !rel.offset) return this.push(rel.input);
    const keys = rel.keys.map(key => ({...key, expr: this.bind(key.expr)}));
    const partition = [...this.domainKeys(), ...(rel.partition ?? []).map(column => column + this.width)];
    const [limit, offset] = [rel.limit, rel.offset].map(bound => bound && this.bind(bound));
    if ([rel.limit, rel.offset].some(bound => bound && exprRefersToOuter(bound))) {
      const numbered = numberRows(this.complete(rel.input), partition, keys);
      const within = filterAll(numbered, withinLimits(numbered, limit, offset));
      return certain(projectColumns(within, range(0, numbered.input.schema.length)));
    }
    return certain({...rel, input: this.complete(rel.input), keys, partition, schema: this.schema(rel)});
  }

  /** The expression over the domain's columns, then the node's; references further out lose a level. */
  private bind(expr: Expr): Expr {
    return this.bindOuter(shiftColumns(expr, this.width));
  }

  private bindOuter(expr: Expr): Expr {
    if (expr.op !== 'outer') return mapExprChildren(expr, child => this.bindOuter(child));
    return expr.depth === 1 ? columnAt(this.domain.schema, this.place.get(expr.index)!) : lower(expr);
  }

  /** The domain's columns at the front agree with those from `from` on. */
  private sameDomain(from: number): Expr {
    return conjunction(
      this.domainColumns().map(column =>
        notDistinct(
          column,
          rewriteColumns(column, ({index, ...rest}) => ({...rest, index: index + from})),
        ),
      ),
    );
  }

  private domainColumns(): Expr[] {
    return columnsOf(this.domain.schema);
  }

  private domainKeys(): number[] {
    return range(0, this.width);
  }

  private schema(rel: Rel): Rel['schema'] {
    return joinSchema('inner', this.domain.schema, rel.schema);
  }
}

/** The relation without the apply around it: what it says of rows further out is one level nearer. */
export function withoutLevel(rel: Rel): Rel {
  return mapOuter(rel, (outer, nesting) => ({...outer, depth: outer.depth - (outer.depth > 1 ? 1 : 0) + nesting}));
}

export function lower(expr: Extract<Expr, {op: 'outer'}>): Expr {
  return {...expr, depth: expr.depth - 1};
}

function certain(rel: Rel): Pushed {
  return {rel, missing: null};
}

function range(from: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => from + i);
}

/** What an aggregate gives for no rows. */
function overNothing(call: AggregateCall): Expr {
  return literal(aggregateBySignature(call.signature).whenEmpty ?? null, call.type);
}

function identicalWhenEqual(expr: Expr): boolean {
  return !['numeric', 'real', 'double precision', 'bpchar', 'interval', 'array', 'struct', 'record', 'jsonb'].includes(
    expr.type.kind,
  );
}

/** An inner join whose sides only the outer row connects: with the domain in between, they are joined by keys. */
function isCrossJoin(rel: FilterRel): boolean {
  const {input} = rel;
  if (input.node !== 'join' || input.kind !== 'inner') return false;
  const width = input.left.schema.length;
  return ![...conjuncts(rel.predicate), ...conjuncts(input.on)].some(part => {
    const equality = comparisonOf(part);
    if (equality?.operator !== '=' || exprRefersToOuter(part)) return false;
    return !columnsWithin(part, 0, width) && !columnsWithin(part, width, Infinity);
  });
}
