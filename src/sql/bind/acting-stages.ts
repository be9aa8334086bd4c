import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, ONE_ROW, project, union} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {isNull, TRUE} from '../../plan/conjuncts.ts';
import {mapExprChildren, someExpr} from '../../plan/map-expr.ts';
import {mapOuter} from '../../plan/outer-references.ts';
import {mapAggregate, mapRelChildren, relChildren, relExprs} from '../../plan/rel-children.ts';
import type {FilterRel, ProjectRel, Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {arrayOf, BIGINT, BOOLEAN, INTEGER, structOf, type SqlType} from '../../types/sql-type.ts';
import {type ActingCall, actingNumber, acts, actsItself, actsWithin, argumentsRow, misplaced} from './acting.ts';
import {besideRow, overPredicate} from './acting-places.ts';
import type {BindContext} from './context.ts';
import {sort} from './rel-builders.ts';

/**
 * What is run before a query: its rows are found, the calls made for each of them, and what comes out is one parameter more of
 * what is run next, an array of rows.
 */
export type ActingStage = {readonly rel: Rel; readonly calls: readonly ActingCall[]};

type Taken = {readonly stage: ActingStage; readonly rest: Rel};

/**
 * Takes the calls out of a query, innermost first. `parameters`: how many the statement has already; `isOrdered`: rows
 * come out in the order in which they were found. Errors: 0A000 for calls that are
 * made for each row of a query around them, or only if a condition holds that is not an expression's.
 */
export function takeOutCalls(
  ctx: BindContext,
  rel: Rel,
  parameters: number,
  isOrdered = true,
): {readonly stages: readonly ActingStage[]; readonly rel: Rel} {
  const stages: ActingStage[] = [];
  let rest = rel;
  while (actsWithin(rest)) {
    const taken = new Extraction(ctx, parameters + stages.length + 1).from(rest, isOrdered);
    stages.push(taken.stage);
    ({rest} = taken);
  }
  return {stages, rel: rest};
}

class Extraction {
  private readonly ctx: BindContext;
  private readonly parameter: number;
  /** What is now read in place of relations that are found once. */
  private readonly shared = new Map<number, Rel>();

  constructor(ctx: BindContext, parameter: number) {
    this.ctx = ctx;
    this.parameter = parameter;
  }

  from(rel: Rel, isOrdered: boolean): Taken {
    const taken = this.take(rel, isOrdered)!;
    return this.shared.size === 0 ? taken : {...taken, rest: this.withShared(taken.rest)};
  }

  private take(rel: Rel, isRoot = false): Taken | null {
    const level = rel.node === 'apply' && actsWithin(rel.right) ? besideRow(this.ctx, rel) : null;
    if (level) return this.take(level);
    if (rel.node === 'sort' && this.isBefore(rel)) {
      return this.staged(rel.input as ProjectRel, isRoot, input => ({...rel, input, schema: input.schema}));
    }
    for (const [i, child] of relChildren(rel).entries()) {
      const taken = this.take(child);
      if (!taken) continue;
      if (rel.node === 'recursive') throw this.refused(child);
      const rest = mapRelChildren(rel, (other, at) => (at === i ? taken.rest : other));
      if (rel.node === 'shared') this.shared.set(rel.id, rest);
      return {...taken, rest};
    }
    if (!actsItself(rel)) return null;
    switch (rel.node) {
      case 'project':
        return this.staged(rel, isRoot);
      case 'values':
        return this.take(
          union(
            rel.rows.map(row =>
              project(
                ONE_ROW,
                row,
                rel.schema.map(({name}) => name),
              ),
            ),
          ),
        );
      case 'aggregate':
        return this.take(overArguments(rel));
      case 'filter':
        return this.take(overPredicate(rel));
      case 'join': {
        const over = rel.kind === 'inner' ? overPredicate(filter({...rel, on: TRUE}, rel.on) as FilterRel) : null;
        if (over) return this.take(over);
        throw this.refused(rel);
      }
      default:
        throw this.refused(rel);
    }
  }

  /** Sorted, and cut, by what no call gives: it is called for the rows that remain. */
  private isBefore(rel: Extract<Rel, {node: 'sort'}>): boolean {
    const {input} = rel;
    if (input.node !== 'project' || rel.partition || actsItself(rel) || !actsItself(input) || actsWithin(input.input)) {
      return false;
    }
    const reads = (expr: Expr): boolean => expr.op === 'column' && acts(input.exprs[expr.index]);
    return !rel.keys.some(({expr}) => someExpr(expr, reads));
  }

  private staged(rel: ProjectRel, isRoot: boolean, around: (inner: Rel) => Rel = inner => inner): Taken {
    if (leaves(rel)) throw this.refused(rel);
    const calls = readyCalls(rel.exprs);
    const {exprs} = rel;
    const first = exprs.length;
    const used = columnsBeside(exprs, calls);
    const passed = used.map(index => columnAt(rel.input.schema, index));
    const nothing: Expr = {op: 'literal', value: null, type: INTEGER};
    const given = [...exprs.map(expr => (acts(expr) ? nothing : expr)), ...passed];
    const found = [...calls.entries()];
    const inner = project(rel.input, [...given, ...found.map(([, {args}]) => args)]);
    const results = found.map(([number]) => this.ctx.acting[number].object);
    const types = [...given.map(({type}) => type), ...results.map(({returns}) => returns)];
    const row = structOf(types.map((type, i) => ({name: `c${i + 1}`, type})));
    const value: Expr = {op: 'column', index: 0, type: row};
    const field = (index: number): Expr => ({op: 'field', arg: value, index, type: types[index]});
    const rewritten = (expr: Expr): Expr => {
      if (expr.op === 'column') return field(first + used.indexOf(expr.index));
      const number = actingNumber(expr);
      const at = number === null ? -1 : found.findIndex(([ready]) => ready === number);
      return at >= 0 ? field(given.length + at) : mapExprChildren(expr, rewritten);
    };
    const names = rel.schema.map(({name}) => name);
    const shown = exprs.map((expr, i) => (acts(expr) ? rewritten(expr) : field(i)));
    const number: Expr = {op: 'column', index: 1, type: BIGINT};
    const source = rowsOf(this.parameter, row);
    const rest = isRoot
      ? sort(project(source, [...shown, number], [...names, 'ordinality']), [
          {expr: {op: 'column', index: first, type: BIGINT}, descending: false, nullsFirst: false},
        ])
      : project(source, shown, names);
    return {
      stage: {
        rel: around(inner),
        calls: results.map((routine, i) => ({column: given.length + i, routine, spread: false})),
      },
      rest,
    };
  }

  private withShared(rel: Rel): Rel {
    if (rel.node === 'shared') return this.shared.get(rel.id) ?? rel;
    return mapRelChildren(rel, child => this.withShared(child));
  }

  private refused(rel: Rel) {
    let first: number | null = null;
    const see = (expr: Expr): Expr => {
      first ??= actingNumber(expr);
      return mapExprChildren(expr, see);
    };
    const visit = (node: Rel): void => {
      for (const expr of relExprs(node)) see(expr);
      relChildren(node).forEach(visit);
    };
    visit(rel);
    const {ast, object} = this.ctx.acting[first ?? 0];
    return misplaced(this.ctx, ast, object);
  }
}

/** Columns that expressions with calls read, but for what the calls that are made now read. */
function columnsBeside(exprs: readonly Expr[], made: ReadonlyMap<number, unknown>): number[] {
  const found = new Set<number>();
  const see = (expr: Expr): Expr => {
    const number = actingNumber(expr);
    if (number !== null && made.has(number)) return expr;
    if (expr.op === 'column') found.add(expr.index);
    return mapExprChildren(expr, see);
  };
  exprs.filter(acts).forEach(see);
  return [...found];
}

type Ready = {readonly args: Expr};

/** Calls whose arguments, and the conditions on which they are made, wait for no other: by number, with NULL where none is made. */
function readyCalls(exprs: readonly Expr[]): ReadonlyMap<number, Ready> {
  const ready = new Map<number, {readonly call: Expr; readonly asked: readonly (Expr | null)[]}>();
  const visit = (expr: Expr, asked: Expr | null): void => {
    const number = actingNumber(expr);
    if (number !== null && expr.op === 'call' && !expr.args.some(acts) && !(asked && acts(asked))) {
      const others = ready.get(number)?.asked ?? [];
      ready.set(number, {call: expr, asked: [...others, asked]});
      return;
    }
    askedParts(expr, asked).forEach(([part, condition]) => visit(part, condition));
  };
  exprs.forEach(expr => visit(expr, null));
  return new Map(
    [...ready].map(([number, {call, asked}]) => {
      const args = argumentsRow(call);
      if (asked.includes(null)) return [number, {args}];
      const when: Expr = asked.length === 1 ? asked[0]! : {op: 'or', args: asked as Expr[], type: BOOLEAN};
      const otherwise: Expr = {op: 'literal', value: null, type: args.type};
      return [number, {args: {op: 'case', whens: [{when, then: args}], otherwise, type: args.type}}];
    }),
  );
}

/** The parts of an expression with the conditions on which they are evaluated. */
function askedParts(expr: Expr, asked: Expr | null): [Expr, Expr | null][] {
  switch (expr.op) {
    case 'case': {
      let before = asked;
      const parts = expr.whens.flatMap(({when, then}): [Expr, Expr | null][] => {
        const pair: [Expr, Expr | null][] = [
          [when, before],
          [then, both(before, truth(when, 'true', false))],
        ];
        before = both(before, truth(when, 'true', true));
        return pair;
      });
      return [...parts, [expr.otherwise, before]];
    }
    case 'coalesce':
      return inTurn(expr.args, asked, arg => isNull(arg));
    case 'and':
      return inTurn(expr.args, asked, arg => truth(arg, 'false', true));
    case 'or':
      return inTurn(expr.args, asked, arg => truth(arg, 'true', true));
    default: {
      const parts: [Expr, Expr | null][] = [];
      mapExprChildren(expr, child => {
        parts.push([child, asked]);
        return child;
      });
      return parts;
    }
  }
}

function inTurn(args: readonly Expr[], asked: Expr | null, goesOn: (arg: Expr) => Expr): [Expr, Expr | null][] {
  let before = asked;
  return args.map(arg => {
    const part: [Expr, Expr | null] = [arg, before];
    before = both(before, goesOn(arg));
    return part;
  });
}

function both(a: Expr | null, b: Expr): Expr {
  return a ? {op: 'and', args: [a, b], type: BOOLEAN} : b;
}

function truth(arg: Expr, value: 'true' | 'false', negated: boolean): Expr {
  return {op: 'isTruth', arg, truth: value, negated, type: BOOLEAN};
}

/** The rows that the session has put together, numbered. */
function rowsOf(parameter: number, row: SqlType): Rel {
  const rows: Expr = {op: 'parameter', index: parameter, type: arrayOf(row)};
  const value = column('row', row);
  return {
    node: 'tableFunction',
    calls: [{signature: 'unnest(anyarray)', arity: 1, columns: [value], composite: true}],
    args: [rows],
    ordinality: true,
    schema: [value, column('ordinality', BIGINT, false)],
  };
}

/** What its aggregates read is computed before. */
function overArguments(rel: Extract<Rel, {node: 'aggregate'}>): Rel {
  const moved: Expr[] = [];
  const width = rel.input.schema.length;
  const move = (expr: Expr): Expr => {
    if (!acts(expr)) return expr;
    moved.push(expr);
    return {op: 'column', index: width + moved.length - 1, type: expr.type};
  };
  const keys = rel.keys.map(move);
  const aggregates = rel.aggregates.map(call => mapAggregate(call, move));
  return {...rel, keys, aggregates, input: project(rel.input, [...columnsOf(rel.input.schema), ...moved])};
}

/** It reads a row of a query around it. */
function leaves(rel: Rel): boolean {
  let found = false;
  mapOuter(rel, outer => {
    found = true;
    return outer;
  });
  return found;
}
