import type {AggregateCall, Expr} from '../../../expr/expr.ts';
import {SHOWN_KEY} from '../../../expr/aggregates/min-max.ts';
import {columnsOf, project} from '../../../plan/build.ts';
import {columnAt} from '../../../plan/columns.ts';
import {mapOrderKey, mapRelExprs, relChildren, relExprs} from '../../../plan/rel-children.ts';
import type {AggregateRel, DistinctRel, OverRel, Rel, SortRel} from '../../../plan/rel.ts';
import {isCollatable, withCollation} from '../../../types/collatable.ts';
import {column} from '../../../types/schema.ts';
import type {Schema} from '../../../types/schema.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {BYTEA} from '../../../types/sql-type.ts';
import type {SqlType} from '../../../types/sql-type.ts';
import {type CallScope, collateAggregate, collateWindowCall} from './collate-calls.ts';
import {collateExpr, mentionsCollation} from './collate-expr.ts';
import type {Collated, Scope} from './collate-expr.ts';
import {NONE, combine, ofType, requireAgreement} from './derivation.ts';
import type {Derivation, FindCollation} from './derivation.ts';
import {equalityKey, orderKey} from './derived-keys.ts';
import {textOfKey} from './keys.ts';

/** What is the same for all relations of a statement. */
export type Surroundings = Pick<Scope, 'find' | 'nameOf' | 'positionOf'>;

/** Something in the plan asks for a collation, or reads a column that has one: others need no look at them. */
function usesCollations(rel: Rel): boolean {
  if (finished.has(rel)) return rel.schema.some(({type}) => type.collation !== undefined);
  return (
    rel.schema.some(({type}) => type.collation !== undefined) ||
    relExprs(rel).some(mentionsCollation) ||
    relChildren(rel).some(usesCollations)
  );
}

/** Plans in which it is done: those of views, which stand in others. */
const finished = new WeakSet<Rel>();

/**
 * The plan with every use of a collation other than the order of bytes done over keys (keys.ts), and with the collations of
 * columns in the types of its schemas. Errors: 42P21, 42P22, 0A000.
 */
export function collateRel(rel: Rel, around: Surroundings): Rel {
  if (!usesCollations(rel)) return rel;
  const collated = new RelCollator(around).rel(rel, []).rel;
  finished.add(collated);
  return collated;
}

type CollatedRel = {
  readonly rel: Rel;
  /** What each column's expression has; explicit ones are only so within the query that has written them. */
  readonly columns: readonly Derivation[];
  /** As the query itself has written them: a set operation around it counts explicit ones. */
  readonly written?: readonly Derivation[];
};

class RelCollator {
  private readonly around: Surroundings;
  private readonly find: FindCollation;
  private readonly done = new Map<Rel, CollatedRel>();
  /** Of recursions, by their ids. */
  private readonly working = new Map<number, readonly Derivation[]>();

  constructor(around: Surroundings) {
    this.around = around;
    this.find = around.find;
  }

  /** `outer`: the columns of the queries around. */
  rel(rel: Rel, outer: Scope['outer']): CollatedRel {
    const before = this.done.get(rel);
    if (before) return before;
    const collated = finished.has(rel) ? {rel, columns: ofSchema(rel.schema)} : this.dispatch(rel, outer);
    const typed = {...collated, rel: withTypes(collated.rel, collated.columns)};
    this.done.set(rel, typed);
    return typed;
  }

  private dispatch(rel: Rel, outer: Scope['outer']): CollatedRel {
    switch (rel.node) {
      case 'get':
        return {rel, columns: ofSchema(rel.schema)};
      case 'workingTable':
        return {rel, columns: this.working.get(rel.id) ?? ofSchema(rel.schema)};
      case 'values':
        return this.values(rel, outer);
      case 'filter': {
        const input = this.rel(rel.input, outer);
        const {expr} = this.expr(rel.predicate, input.columns, outer);
        return {rel: {...rel, input: input.rel, predicate: expr}, columns: input.columns};
      }
      case 'project':
        return this.project(rel, outer);
      case 'join': {
        const left = this.rel(rel.left, outer);
        const right = this.rel(rel.right, outer);
        const both = [...left.columns, ...right.columns].map(asImplicit);
        const on = this.expr(rel.on, both, outer).expr;
        const columns = rel.kind === 'semi' || rel.kind === 'anti' ? left.columns : both;
        return {rel: {...rel, left: left.rel, right: right.rel, on}, columns};
      }
      case 'apply': {
        const left = this.rel(rel.left, outer);
        const right = this.rel(rel.right, [left.columns, ...outer]);
        const both = [...left.columns, ...right.columns.map(asImplicit)];
        const on = this.expr(rel.on, both, outer).expr;
        return {rel: {...rel, left: left.rel, right: right.rel, on}, columns: both.slice(0, rel.schema.length)};
      }
      case 'aggregate':
        return this.aggregate(rel, outer);
      case 'distinct':
        return this.distinct(rel, outer);
      case 'union': {
        const inputs = rel.inputs.map(input => this.rel(input, outer));
        const columns = rel.schema.map((_, i) =>
          asImplicit(
            combine(
              inputs.map(input => (input.written ?? input.columns)[i]),
              this.find,
            ),
          ),
        );
        return {rel: {...rel, inputs: inputs.map(input => input.rel)}, columns};
      }
      case 'sort':
        return this.sort(rel, outer);
      case 'over':
        return this.over(rel, outer);
      case 'recursive':
        return this.recursive(rel, outer);
      case 'tableFunction':
      case 'flatMap':
        return this.tableFunction(rel, outer);
      case 'window':
      case 'shared':
      case 'atMostOne': {
        const input = this.rel(rel.input, outer);
        const own = ofSchema(rel.schema.slice(input.columns.length));
        return {rel: {...rel, input: input.rel}, columns: [...input.columns, ...own]};
      }
    }
  }

  private expr(expr: Expr, columns: readonly Derivation[], outer: Scope['outer']): Collated {
    return collateExpr(expr, {...this.around, columns, outer});
  }

  private values(rel: Rel & {readonly node: 'values'}, outer: Scope['outer']): CollatedRel {
    const rows = rel.rows.map(row => row.map(expr => this.expr(expr, [], outer)));
    const columns = rel.schema.map(({type}, i) =>
      rows.length === 0
        ? ofType(type)
        : asImplicit(
            combine(
              rows.map(row => row[i].by),
              this.find,
            ),
          ),
    );
    return {rel: {...rel, rows: rows.map(row => row.map(({expr}) => expr))}, columns};
  }

  private project(rel: Rel & {readonly node: 'project'}, outer: Scope['outer']): CollatedRel {
    const input = this.rel(rel.input, outer);
    const exprs = rel.exprs.map(expr => this.expr(expr, input.columns, outer));
    const columns = exprs.map(({by}, i) => {
      // A conflict is where the second of the two stands.
      if (by.strength === 'conflict') return by;
      return {...by, position: this.around.positionOf(rel.exprs[i]) ?? by.position};
    });
    return {
      rel: {...rel, input: input.rel, exprs: exprs.map(({expr}) => expr)},
      columns: columns.map(asImplicit),
      written: columns,
    };
  }

  /** Groups of a nondeterministic collation: by the key, showing the least of the texts. */
  private aggregate(rel: AggregateRel, outer: Scope['outer']): CollatedRel {
    const input = this.rel(rel.input, outer);
    const keys = rel.keys.map(key => this.expr(key, input.columns, outer));
    for (const {by} of keys) requireAgreement(by, this.find);
    const classed = keys.map(key => equalityKey(key, this.find));
    const scope = this.callScope(input.columns, outer);
    const calls = rel.aggregates.map(call => collateAggregate(call, scope));
    const columns = [...keys.map(({by}) => by), ...calls.map(({by}) => by)];
    const width = rel.keys.length + rel.aggregates.length;
    const shown = keys.flatMap(({expr}, i) => (classed[i] === expr ? [] : [{key: i, call: shownKey(expr)}]));
    const aggregates = [...calls.map(({call}) => call), ...shown.map(({call}) => call)];
    const schema = [
      ...rel.schema.slice(0, keys.length).map((of, i) => ({...of, type: classed[i].type})),
      ...rel.schema.slice(keys.length).map((of, i) => ({...of, type: calls[i].call.type})),
      ...shown.map(({key}) => column(rel.schema[key].name, keys[key].expr.type, rel.schema[key].nullable)),
    ];
    const grouped: AggregateRel = {...rel, input: input.rel, keys: classed, aggregates, schema};
    const shownAt = new Map(shown.map(({key}, i) => [key, width + i]));
    const restored = [...keys.map(() => null), ...calls.map(call => call.restored)];
    return {rel: unkeyed(grouped, rel.schema, i => shownAt.get(i) ?? i, restored), columns};
  }

  private distinct(rel: DistinctRel, outer: Scope['outer']): CollatedRel {
    const input = this.rel(rel.input, outer);
    for (const by of input.columns) requireAgreement(by, this.find);
    const all = columnsOf(input.rel.schema);
    const classed = all.map((expr, i) => equalityKey({expr, by: input.columns[i]}, this.find));
    if (classed.every((key, i) => key === all[i])) return {rel: {...rel, input: input.rel}, columns: input.columns};
    const shown = all.filter((expr, i) => classed[i] !== expr).map(shownKey);
    const schema = [
      ...input.rel.schema.map((of, i) => ({...of, type: classed[i].type})),
      ...all.flatMap((expr, i) => (classed[i] === expr ? [] : [input.rel.schema[i]])),
    ];
    const grouped: Rel = {node: 'aggregate', input: input.rel, keys: classed, aggregates: shown, schema};
    let next = all.length;
    const places = all.map((expr, i) => (classed[i] === expr ? i : next++));
    return {rel: unkeyed(grouped, rel.schema, i => places[i]), columns: input.columns};
  }

  private sort(rel: SortRel, outer: Scope['outer']): CollatedRel {
    const input = this.rel(rel.input, outer);
    const keys = rel.keys.map(key =>
      mapOrderKey(key, expr => {
        const collated = this.expr(expr, input.columns, outer);
        // What could not be determined is an error in the query that has written it.
        const by = expr.op === 'column' ? input.columns[expr.index] : collated.by;
        return this.orderKey({...collated, by});
      }),
    );
    const sorted: SortRel = {...rel, input: input.rel, keys};
    if (!rel.partition) return {rel: sorted, columns: input.columns};
    return {rel: this.partitioned(sorted, input), columns: input.columns};
  }

  /** DISTINCT ON a nondeterministic collation: the key stands behind the columns. */
  private partitioned(rel: SortRel, input: CollatedRel): Rel {
    const all = columnsOf(input.rel.schema);
    const added: Expr[] = [];
    const partition = rel.partition!.map(index => {
      const key = equalityKey({expr: all[index], by: input.columns[index]}, this.find);
      return key === all[index] ? index : all.length + added.push(key) - 1;
    });
    if (added.length === 0) return rel;
    const wide = project(
      input.rel,
      [...all, ...added],
      [...input.rel.schema.map(({name}) => name), ...added.map(() => 'key')],
    );
    const sorted: SortRel = {...rel, input: wide, partition, schema: wide.schema};
    return project(sorted, columnsOf(sorted.schema).slice(0, all.length));
  }

  private over(rel: OverRel, outer: Scope['outer']): CollatedRel {
    const input = this.rel(rel.input, outer);
    const width = input.columns.length;
    const partition = rel.partition.map(expr => {
      const key = this.expr(expr, input.columns, outer);
      requireAgreement(key.by, this.find);
      return equalityKey(key, this.find);
    });
    const keys = rel.keys.map(key => mapOrderKey(key, expr => this.orderKey(this.expr(expr, input.columns, outer))));
    const scope = this.callScope(input.columns, outer);
    const calls = rel.calls.map(call => collateWindowCall(call, scope));
    const columns = [...input.columns, ...calls.map(({by}) => by)];
    const schema = [
      ...input.rel.schema,
      ...rel.schema.slice(width).map((of, i) => ({...of, type: calls[i].call.type})),
    ];
    const over: OverRel = {...rel, input: input.rel, partition, keys, calls: calls.map(({call}) => call), schema};
    const restored = [...input.columns.map(() => null), ...calls.map(call => call.restored)];
    return {rel: unkeyed(over, rel.schema, i => i, restored), columns};
  }

  private callScope(columns: readonly Derivation[], outer: Scope['outer']): CallScope {
    return {find: this.find, collate: expr => this.expr(expr, columns, outer)};
  }

  /** Errors: 42P21, 42P22. */
  private orderKey(collated: Collated): Expr {
    requireAgreement(collated.by, this.find);
    return orderKey(collated, this.find);
  }

  /** Errors: 0A000 UNION by a nondeterministic collation. */
  private recursive(rel: Rel & {readonly node: 'recursive'}, outer: Scope['outer']): CollatedRel {
    const base = this.rel(rel.base, outer);
    const columns = base.columns.map(asImplicit);
    this.working.set(rel.id, columns);
    const step = this.rel(rel.step, outer);
    step.columns.forEach((by, i) => this.checkStep(rel, columns[i], by, i));
    if (
      rel.distinct &&
      columns.some(
        (by, i) =>
          equalityKey({expr: columnAt(rel.schema, i), by}, this.find).type === BYTEA &&
          rel.schema[i].type.kind !== 'bytea',
      )
    ) {
      throw new SqlError('0A000', 'recursive UNION by a nondeterministic collation is not supported');
    }
    return {rel: {...rel, base: base.rel, step: step.rel}, columns};
  }

  /** Errors: 42P21. */
  private checkStep(rel: Rel & {readonly node: 'recursive'}, base: Derivation, step: Derivation, i: number): void {
    if (rel.mutual || base.strength === 'none') return;
    const overall = combine([base, asImplicit(step)], this.find);
    if (overall.collation === base.collation) return;
    const name = (by: Derivation) => (by.collation === 0 ? 'default' : this.find(by.collation).name);
    throw new SqlError(
      '42P21',
      `recursive query "${rel.name}" column ${i + 1} has collation "${name(base)}" in non-recursive term ` +
        `but collation "${name(overall)}" overall`,
      {hint: 'Use the COLLATE clause to set the collation of the non-recursive term.', position: base.position},
    );
  }

  private tableFunction(rel: Rel & {readonly node: 'tableFunction' | 'flatMap'}, outer: Scope['outer']): CollatedRel {
    const input = rel.node === 'flatMap' ? this.rel(rel.input, outer) : null;
    const found: Derivation[] = [];
    const mapped = mapRelExprs(rel, expr => {
      const {expr: changed, by} = this.expr(expr, input?.columns ?? [], outer);
      found.push(by);
      return changed;
    });
    const width = input?.columns.length ?? 0;
    const by = combine(found, this.find);
    const own = rel.schema.slice(width).map(({type}) => {
      if (!isCollatable(type)) return NONE;
      return by.strength === 'none' ? ofType(type) : asImplicit(by);
    });
    const whole = input && mapped.node === 'flatMap' ? {...mapped, input: input.rel} : mapped;
    return {rel: whole, columns: [...(input?.columns ?? []), ...own]};
  }
}

/**
 * What `asked` names, of a relation over keys: `placeOf` a column is where its value stands, and where a key stands instead
 * (`restored`), a text of that type is made of it again.
 */
function unkeyed(
  rel: Rel,
  asked: Schema,
  placeOf: (column: number) => number,
  restored: readonly (SqlType | null)[] = [],
): Rel {
  if (asked.length === rel.schema.length && restored.every(type => type === null)) return rel;
  const outputs = asked.map((_, i): Expr => {
    const value = columnAt(rel.schema, placeOf(i));
    const type = restored.at(i) ?? null;
    return type ? textOfKey(value, type) : value;
  });
  const names = asked.map(({name}) => name);
  return project(rel, outputs, names);
}

function shownKey(expr: Expr): AggregateCall {
  return {signature: SHOWN_KEY, args: [expr], distinct: false, filter: null, type: expr.type};
}

function ofSchema(schema: Schema): Derivation[] {
  return schema.map(({type}) => ofType(type));
}

function asImplicit(by: Derivation): Derivation {
  return by.strength === 'explicit' ? {...by, strength: 'implicit'} : by;
}

function withTypes(rel: Rel, columns: readonly Derivation[]): Rel {
  const schema = rel.schema.map((of, i) => {
    const {type} = of;
    if (!isCollatable(type) || i >= columns.length) return of;
    const wanted = withCollation(type, columns[i].collation);
    return wanted === type ? of : {...of, type: wanted};
  });
  return schema.every((of, i) => of === rel.schema[i]) ? rel : {...rel, schema};
}
