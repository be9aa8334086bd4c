import type {Expr} from '../expr/expr.ts';
import {functionBySignature} from '../expr/registry.ts';
import {usedColumns} from '../plan/columns.ts';
import {
  conjunction,
  conjuncts,
  disjunction,
  FALSE,
  isLiteral,
  literal,
  TRUE,
  UNKNOWN_TRUTH,
} from '../plan/conjuncts.ts';
import {isImmutable, isVolatile} from '../plan/function-facts.ts';
import {mapExprChildren, mapList, someExpr} from '../plan/map-expr.ts';
import {outerColumns} from '../plan/outer-references.ts';
import {
  aggregateExprs,
  mapAggregate,
  mapOrderKey,
  mapRelChildren,
  mapRelExprs,
  mapWindowCall,
  relExprs,
} from '../plan/rel-children.ts';
import type {AggregateRel, ApplyRel, JoinRel, OverRel, ProjectRel, Rel, ValuesRel} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import {stripForExistence} from './decorrelate/pull-up.ts';

type Evaluate = (expr: Expr) => Datum;
/** `raises`: the first constant expression that cannot be computed; null: there is none. */
type Folded = {readonly rel: Rel; readonly raises: Expr | null};

/**
 * Computes what is constant in a query as it was written, before any rule has moved a part of it. A constant that raises does
 * so for the whole query, though there were no row to compute it for, as in Postgres: `SELECT 1/0 FROM nothing`. It is spared
 * where nothing reads it, and where AND, OR, CASE or COALESCE come to an end before it.
 */
export function foldConstants(rel: Rel, evaluate: Evaluate): Folded {
  try {
    const folding = new Folding(evaluate);
    const folded = folding.rel(rel, allOf(rel));
    folding.conditions(folded);
    return {rel: folded, raises: null};
  } catch (error) {
    if (error instanceof Raised) return {rel, raises: error.expr};
    throw error;
  }
}

/** Leaves the folding; it never leaves this file. */
class Raised extends Error {
  readonly expr: Expr;

  constructor(expr: Expr) {
    super('a constant raises');
    this.expr = expr;
  }
}

/** The columns that those above read. */
type Needed = ReadonlySet<number>;

const allOf = (rel: Rel): Needed => new Set(rel.schema.keys());

class Folding {
  private readonly evaluate: Evaluate;

  constructor(evaluate: Evaluate) {
    this.evaluate = evaluate;
  }

  rel(rel: Rel, needed: Needed): Rel {
    switch (rel.node) {
      case 'get':
      case 'workingTable':
        return rel;
      case 'values':
        return this.values(rel, needed);
      case 'filter': {
        const predicate = this.expr(rel.predicate);
        // Without rows nobody looks further, but at what HAVING and WITH TIES are about.
        const never = isLiteral(predicate, false) || isLiteral(predicate, null);
        if (never && rel.input.node !== 'aggregate' && rel.input.node !== 'over') return {...rel, predicate};
        const input = this.rel(rel.input, reading(needed, [predicate]));
        return predicate === rel.predicate && input === rel.input ? rel : {...rel, predicate, input};
      }
      case 'project':
        return this.project(rel, needed);
      case 'join':
        return this.join(rel, needed);
      case 'apply':
        return this.apply(rel, needed);
      case 'aggregate':
        return this.aggregate(rel, needed);
      case 'over':
        return this.over(rel, needed);
      case 'sort':
      case 'flatMap': {
        const folded = this.own(rel);
        return this.children(folded, reading(needed, relExprs(folded)));
      }
      case 'tableFunction':
        return this.own(rel);
      case 'atMostOne':
        return mapRelChildren(rel, (child, i) =>
          this.rel(child, i === 0 ? new Set([...needed, ...rel.keys]) : new Set()),
        );
      // All columns of these decide which rows there are, or somebody else may read them.
      case 'window':
      case 'distinct':
      case 'union':
      case 'recursive':
      case 'shared':
        return mapRelChildren(rel, child => this.rel(child, allOf(child)));
    }
  }

  /** Conditions about no row are looked at once, before all rows. */
  conditions(rel: Rel): void {
    switch (rel.node) {
      case 'filter':
        for (const part of conjuncts(rel.predicate)) {
          if (part.op === 'literal' || isVolatile(part) || someExpr(part, readsSomething)) continue;
          if (this.attempt(part) !== true) return;
        }
        return this.conditions(rel.input);
      case 'project':
      case 'aggregate':
      case 'sort':
      case 'over':
      case 'distinct':
        return this.conditions(rel.input);
      default:
    }
  }

  /** With its own expressions folded. */
  private own(rel: Rel): Rel {
    return mapRelExprs(rel, expr => this.expr(expr));
  }

  private children(rel: Rel, needed: Needed): Rel {
    return mapRelChildren(rel, child => this.rel(child, needed));
  }

  private values(rel: ValuesRel, needed: Needed): Rel {
    const one = rel.rows.length === 1;
    const rows = mapList(rel.rows, row => mapList(row, (expr, i) => (one && !needed.has(i) ? expr : this.expr(expr))));
    return rows === rel.rows ? rel : {...rel, rows};
  }

  private project(rel: ProjectRel, needed: Needed): Rel {
    const exprs = mapList(rel.exprs, (expr, i) => (needed.has(i) ? this.expr(expr) : expr));
    const used = reading(
      new Set(),
      exprs.filter((_, i) => needed.has(i)),
    );
    const input = this.rel(rel.input, used);
    return exprs === rel.exprs && input === rel.input ? rel : {...rel, exprs, input};
  }

  private join(rel: JoinRel, needed: Needed): Rel {
    const on = this.expr(rel.on);
    const width = rel.left.schema.length;
    const used = reading(needed, [on]);
    const left = this.rel(rel.left, used);
    const right = this.rel(rel.right, shifted(used, width));
    return on === rel.on && left === rel.left && right === rel.right ? rel : {...rel, on, left, right};
  }

  /** The subquery of a value comes before what it is looked up for, as the select list comes before FROM. */
  private apply(rel: ApplyRel, needed: Needed): Rel {
    const {kind} = rel;
    const on = this.expr(rel.on);
    const width = rel.left.schema.length;
    const isLateral = kind === 'inner' || kind === 'left';
    const used = reading(needed, [on]);
    const isValue = kind === 'scalar' || kind === 'exists' || kind === 'quantified';
    // Nobody asks.
    if (isValue && !needed.has(width)) {
      const left = this.rel(rel.left, new Set([...needed, ...outerColumns(rel.right)]));
      return left === rel.left ? rel : {...rel, left};
    }
    const first = isLateral ? this.rel(rel.left, reading(used, [], outerColumns(rel.right))) : null;
    const right = this.right(rel, used);
    const left = first ?? this.rel(rel.left, reading(used, [], outerColumns(rel.right)));
    return on === rel.on && left === rel.left && right === rel.right ? rel : {...rel, on, left, right};
  }

  private right({kind, left, right}: ApplyRel, used: Needed): Rel {
    switch (kind) {
      // Whether there is a row does not depend on what it says.
      case 'exists':
      case 'semi':
      case 'anti': {
        const stripped = stripForExistence(right);
        if (kind === 'exists') this.rel(stripped, new Set());
        else this.rel(stripped, shifted(used, left.schema.length));
        return right;
      }
      case 'inner':
      case 'left':
        return this.rel(right, shifted(used, left.schema.length));
      case 'scalar':
      case 'quantified':
        return this.rel(right, allOf(right));
    }
  }

  private aggregate(rel: AggregateRel, needed: Needed): Rel {
    const {length} = rel.keys;
    const keys = mapList(rel.keys, expr => this.expr(expr));
    const aggregates = mapList(rel.aggregates, (call, i) => {
      return needed.has(length + i) ? mapAggregate(call, expr => this.expr(expr)) : call;
    });
    const read = aggregates.filter((_, i) => needed.has(length + i)).flatMap(aggregateExprs);
    const input = this.rel(rel.input, reading(new Set(), [...keys, ...read]));
    const same = keys === rel.keys && aggregates === rel.aggregates && input === rel.input;
    return same ? rel : {...rel, keys, aggregates, input};
  }

  private over(rel: OverRel, needed: Needed): Rel {
    const width = rel.input.schema.length;
    const calls = mapList(rel.calls, (call, i) => {
      return needed.has(width + i) ? mapWindowCall(call, expr => this.expr(expr)) : call;
    });
    const unread = rel.calls.filter((_, i) => !needed.has(width + i));
    const partition = mapList(rel.partition, expr => this.expr(expr));
    const keys = mapList(rel.keys, key => mapOrderKey(key, expr => this.expr(expr)));
    const same = calls === rel.calls && partition === rel.partition && keys === rel.keys;
    const folded: OverRel = same ? rel : {...rel, calls, partition, keys};
    const read = relExprs({...folded, calls: calls.filter(call => !unread.includes(call))});
    return this.children(folded, reading(needed, read));
  }

  /** From the outside in, so that what is passed over is not computed; arguments all before the call. */
  private expr(expr: Expr): Expr {
    switch (expr.op) {
      case 'column':
      case 'outer':
      case 'literal':
      case 'parameter':
        return expr;
      case 'call':
        return this.call(expr);
      case 'and':
      case 'or':
        return this.junction(expr);
      case 'case':
        return this.case(expr);
      case 'coalesce':
        return this.coalesce(expr);
      // Rules look for rows as they are written.
      case 'row':
        return mapExprChildren(expr, child => this.expr(child));
      case 'field':
      case 'not':
      case 'isNull':
      case 'isTruth':
      case 'distinct':
      case 'greatest':
      case 'least':
      case 'array':
      case 'subscript':
      case 'quantified':
        return this.computed(mapExprChildren(expr, child => this.expr(child)));
    }
  }

  private call(expr: Extract<Expr, {op: 'call'}>): Expr {
    const folded = mapExprChildren(expr, child => this.expr(child)) as typeof expr;
    // Whether a value is one of the domain is asked when there is a row: it may be another domain by then.
    if (folded.type.domain !== undefined) return folded;
    const {strict} = functionBySignature(folded.signature);
    if (strict && folded.args.some(arg => isLiteral(arg, null))) return literal(null, folded.type);
    return this.computed(folded);
  }

  private junction(expr: Extract<Expr, {op: 'and' | 'or'}>): Expr {
    const isAnd = expr.op === 'and';
    const args: Expr[] = [];
    let unknown = false;
    for (const arg of expr.args) {
      const folded = this.expr(arg);
      if (isLiteral(folded, !isAnd)) return isAnd ? FALSE : TRUE;
      if (isLiteral(folded, null)) unknown = true;
      else if (folded.op !== 'literal') args.push(folded);
    }
    if (args.length === expr.args.length && args.every((arg, i) => arg === expr.args[i])) return expr;
    if (unknown) args.push(UNKNOWN_TRUTH);
    return isAnd ? conjunction(args) : disjunction(args);
  }

  private case(expr: Extract<Expr, {op: 'case'}>): Expr {
    const whens: {when: Expr; then: Expr}[] = [];
    let last: Expr | null = null;
    for (const branch of expr.whens) {
      const when = this.expr(branch.when);
      if (isLiteral(when, false) || isLiteral(when, null)) continue;
      const then = this.expr(branch.then);
      if (isLiteral(when, true)) {
        last = then;
        break;
      }
      whens.push(when === branch.when && then === branch.then ? branch : {when, then});
    }
    const otherwise = last ?? this.expr(expr.otherwise);
    if (whens.length === 0) return otherwise;
    const same = whens.length === expr.whens.length && whens.every((branch, i) => branch === expr.whens[i]);
    return same && otherwise === expr.otherwise ? expr : {...expr, whens, otherwise};
  }

  private coalesce(expr: Extract<Expr, {op: 'coalesce'}>): Expr {
    const args: Expr[] = [];
    for (const arg of expr.args) {
      const folded = this.expr(arg);
      if (isLiteral(folded, null)) continue;
      args.push(folded);
      if (folded.op === 'literal') break;
    }
    if (args.length === 0) return literal(null, expr.type);
    if (args[0].op === 'literal') return literal(args[0].value, expr.type);
    return args.length === expr.args.length && args.every((arg, i) => arg === expr.args[i]) ? expr : {...expr, args};
  }

  private computed(expr: Expr): Expr {
    let constant = true;
    mapExprChildren(expr, child => {
      if (child.op !== 'literal') constant = false;
      return child;
    });
    if (!constant || !isImmutable(expr)) return expr;
    return literal(this.attempt(expr), expr.type);
  }

  private attempt(expr: Expr): Datum {
    try {
      return this.evaluate(expr);
    } catch (error) {
      if (error instanceof SqlError) throw new Raised(expr);
      throw error;
    }
  }
}

function readsSomething({op}: Expr): boolean {
  return op === 'column' || op === 'outer' || op === 'parameter';
}

function reading(needed: Needed, exprs: readonly Expr[], more: Needed = new Set()): Needed {
  const used = new Set([...needed, ...more]);
  for (const expr of exprs) usedColumns(expr, used);
  return used;
}

function shifted(needed: Needed, by: number): Needed {
  return new Set([...needed].filter(index => index >= by).map(index => index - by));
}
