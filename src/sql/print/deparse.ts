import type {Expr} from '../../expr/expr.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {functionName} from '../../plan/function-facts.ts';
import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';

/**
 * A bound expression as Postgres's ruleutils print it: operators in parentheses, casts and the types of literals written out.
 * `pretty` leaves out the parentheses around the whole, and around what is cast and holds together by itself.
 */
export function deparse(expr: Expr, columns: readonly {readonly name: string}[], pretty = false): string {
  const text = new Deparser(columns, pretty).print(expr);
  return pretty && isOperation(expr) ? text.slice(1, -1) : text;
}

/** Postgres writes a call in an index without parentheses of its own. */
export function looksLikeCall(expr: Expr): boolean {
  if (expr.op === 'call') return /^[a-z_]/.test(expr.signature) && !isCast(expr);
  return expr.op === 'coalesce' || expr.op === 'greatest' || expr.op === 'least';
}

/** Printed in parentheses. */
function isOperation(expr: Expr): boolean {
  switch (expr.op) {
    case 'and':
    case 'or':
    case 'not':
    case 'isNull':
    case 'isTruth':
    case 'distinct':
    case 'quantified':
      return true;
    case 'call':
      return !isCast(expr) && !looksLikeCall(expr);
    default:
      return false;
  }
}

function isCast({signature}: Extract<Expr, {op: 'call'}>): boolean {
  return /^(cast|assign)\(/.test(signature);
}

class Deparser {
  private readonly columns: readonly {readonly name: string}[];

  private readonly pretty: boolean;

  constructor(columns: readonly {readonly name: string}[], pretty: boolean) {
    this.columns = columns;
    this.pretty = pretty;
  }

  print(expr: Expr): string {
    switch (expr.op) {
      case 'column':
        return quoteIdentifier(this.columns[expr.index].name);
      case 'literal':
        return printLiteral(expr.value, expr.type);
      case 'call':
        return this.call(expr);
      case 'and':
      case 'or':
        return `(${expr.args.map(arg => this.part(arg, expr.op)).join(` ${expr.op.toUpperCase()} `)})`;
      case 'not':
        return `(NOT ${this.print(expr.arg)})`;
      case 'isNull':
        return `(${this.print(expr.arg)} IS ${expr.negated ? 'NOT ' : ''}NULL)`;
      case 'isTruth':
        return `(${this.print(expr.arg)} IS ${expr.negated ? 'NOT ' : ''}${expr.truth.toUpperCase()})`;
      case 'distinct': {
        const [left, right] = [this.print(expr.left), this.print(expr.right)];
        return expr.negated ? `(NOT (${left} IS DISTINCT FROM ${right}))` : `(${left} IS DISTINCT FROM ${right})`;
      }
      case 'case': {
        const whens = expr.whens.map(({when, then}) => `WHEN ${this.print(when)} THEN ${this.print(then)}`);
        return `\nCASE\n    ${whens.join('\n    ')}\n    ELSE ${this.print(expr.otherwise)}\nEND`;
      }
      case 'coalesce':
      case 'greatest':
      case 'least':
      case 'row':
        return `${expr.op.toUpperCase()}(${this.list(expr.args)})`;
      case 'array':
        return `ARRAY[${this.list(expr.args)}]`;
      case 'field':
        return `(${this.print(expr.arg)}).${quoteIdentifier(expr.arg.type.fields?.[expr.index]?.name ?? '')}`;
      case 'subscript':
        return `${this.print(expr.arg)}[${this.print(expr.subscript)}]`;
      case 'quantified': {
        const operator = `${functionName(expr.signature)} ${expr.quantifier.toUpperCase()}`;
        return `(${this.print(expr.left)} ${operator} (${this.print(expr.array)}))`;
      }
      case 'outer':
      case 'parameter':
        throw new Error(`${expr.op} in an expression over one row`);
    }
  }

  /** What AND and OR are between. */
  private part(expr: Expr, parent: 'and' | 'or'): string {
    const text = this.print(expr);
    const loose = !this.pretty || !isOperation(expr) || (expr.op === 'or' && parent === 'and');
    return loose ? text : text.slice(1, -1);
  }

  private list(exprs: readonly Expr[]): string {
    return exprs.map(expr => this.print(expr)).join(', ');
  }

  private call(expr: Extract<Expr, {op: 'call'}>): string {
    if (isCast(expr)) {
      const [arg] = expr.args;
      const plain = this.pretty && (arg.op === 'column' || looksLikeCall(arg));
      return `${plain ? this.print(arg) : `(${this.print(arg)})`}::${typeName(expr.type)}`;
    }
    const name = functionName(expr.signature);
    if (looksLikeCall(expr)) return `${quoteIdentifier(name)}(${this.list(expr.args)})`;
    const [left, right] = expr.args;
    return right ? `(${this.print(left)} ${name} ${this.print(right)})` : `(${name} ${this.print(left)})`;
  }
}

function printLiteral(value: Datum, type: SqlType): string {
  const name = typeName(type);
  if (value === null) return `NULL::${name}`;
  if (type.kind === 'boolean') return value === true ? 'true' : 'false';
  const text = formatText(type, value);
  if (type.kind === 'integer' && typeof value === 'number' && value >= 0) return text;
  if (type.kind === 'numeric' && /^\d+\.\d+$/.test(text)) return text;
  if (type.kind === 'numeric' && /^\d+$/.test(text)) return `(${text})::numeric`;
  return `'${text.replaceAll("'", "''")}'::${name}`;
}
