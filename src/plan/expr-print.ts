import type {Expr} from '../expr/expr.ts';
import {ownShape} from '../types/array-shape.ts';
import {formatText} from '../types/io/registry.ts';
import {isInterval, type Datum} from '../types/datum.ts';
import {decimalPrint, isDecimal} from '../types/decimal.ts';
import type {Schema} from '../types/schema.ts';
import type {SqlType} from '../types/sql-type.ts';
import {functionName} from './function-facts.ts';

/** The expression as one would write it in SQL, columns by name; by name and number where a name occurs twice. */
export function printExpr(expr: Expr, schema: Schema): string {
  return new ExprPrinter(schema).print(expr);
}

/** '#3' is column 3 where the schema does not tell. */
export function columnName(schema: Schema, index: number): string {
  const name = schema[index]?.name;
  if (name === undefined) return `#${index}`;
  const repeated = schema.some((column, i) => column.name === name && i !== index);
  return repeated || name === '?column?' ? `${quoted(name)}#${index}` : quoted(name);
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) || name === '?column?' ? name : `"${name.replaceAll('"', '""')}"`;
}

class ExprPrinter {
  private readonly schema: Schema;

  constructor(schema: Schema) {
    this.schema = schema;
  }

  print(expr: Expr): string {
    switch (expr.op) {
      case 'column':
        return columnName(this.schema, expr.index);
      case 'outer':
        return `outer${expr.depth > 1 ? expr.depth : ''}.#${expr.index}`;
      case 'literal':
        return printLiteral(expr.value, expr.type);
      case 'parameter':
        return `$${expr.index}`;
      case 'call':
        return this.call(expr);
      case 'and':
      case 'or':
        return expr.args.map(arg => this.operand(arg)).join(` ${expr.op.toUpperCase()} `);
      case 'not':
        return `NOT ${this.operand(expr.arg)}`;
      case 'isNull':
        return `${this.operand(expr.arg)} IS ${expr.negated ? 'NOT ' : ''}NULL`;
      case 'isTruth':
        return `${this.operand(expr.arg)} IS ${expr.negated ? 'NOT ' : ''}${expr.truth.toUpperCase()}`;
      case 'distinct': {
        const operator = expr.negated ? 'IS NOT DISTINCT FROM' : 'IS DISTINCT FROM';
        return `${this.operand(expr.left)} ${operator} ${this.operand(expr.right)}`;
      }
      case 'case': {
        const whens = expr.whens.map(({when, then}) => `WHEN ${this.print(when)} THEN ${this.print(then)} `);
        return `CASE ${whens.join('')}ELSE ${this.print(expr.otherwise)} END`;
      }
      case 'coalesce':
      case 'greatest':
      case 'least':
      case 'row':
        return `${expr.op}(${this.list(expr.args)})`;
      case 'array':
        return `ARRAY[${this.list(expr.args)}]`;
      case 'field':
        return `(${this.print(expr.arg)}).${quoted(expr.arg.type.fields?.[expr.index]?.name ?? `f${expr.index + 1}`)}`;
      case 'subscript':
        return `${this.operand(expr.arg)}[${this.print(expr.subscript)}]`;
      case 'quantified': {
        const operator = functionName(expr.signature);
        return `${this.operand(expr.left)} ${operator} ${expr.quantifier.toUpperCase()} (${this.print(expr.array)})`;
      }
    }
  }

  list(exprs: readonly Expr[]): string {
    return exprs.map(expr => this.print(expr)).join(', ');
  }

  private call(expr: Extract<Expr, {op: 'call'}>): string {
    const name = functionName(expr.signature);
    if (name === 'cast' || name === 'assign') return `${this.operand(expr.args[0])}::${printType(expr.type)}`;
    if (/^[a-z_]/i.test(name)) return `${name}(${this.list(expr.args)})`;
    const [left, right] = expr.args;
    return right ? `${this.operand(left)} ${name} ${this.operand(right)}` : `${name}${this.operand(left)}`;
  }

  /** In parentheses unless it holds together by itself. */
  private operand(expr: Expr): string {
    const text = this.print(expr);
    return isLoose(expr) ? `(${text})` : text;
  }
}

function isLoose(expr: Expr): boolean {
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
      return !/^[a-z_]/i.test(expr.signature);
    case 'literal':
      return (typeof expr.value === 'number' || typeof expr.value === 'bigint') && expr.value < 0;
    default:
      return false;
  }
}

/** As format_type, without the catalog. */
export function printType(type: SqlType): string {
  if (type.kind === 'array') return `${printType(type.element!)}[]`;
  if (type.kind === 'struct')
    return `struct<${type.fields!.map(f => `${quoted(f.name)} ${printType(f.type)}`).join(', ')}>`;
  if (type.precision !== undefined) return `${type.kind}(${type.precision},${type.scale})`;
  return type.length === undefined ? type.kind : `${type.kind}(${type.length})`;
}

function printLiteral(value: Datum, type: SqlType): string {
  if (value === null) return 'NULL';
  switch (typeof value) {
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'string':
      return `'${value.replaceAll("'", "''")}'`;
    case 'number':
      return type.kind === 'date' && Number.isFinite(value) ? `DATE '${isoDate(value)}'` : String(value);
    case 'bigint':
      return printBigint(value, type);
  }
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
  if (isDecimal(value)) return decimalPrint(value);
  if (isInterval(value)) return `INTERVAL '${printInterval(value)}'`;
  const items = value as readonly Datum[];
  if (type.kind === 'array' && ownShape(items)) return `'${formatText(type, items)}'`;
  const types = type.kind === 'array' ? items.map(() => type.element!) : (type.fields ?? []).map(field => field.type);
  const texts = items.map((item, i) => printLiteral(item, types[i] ?? {kind: 'unknown'}));
  return type.kind === 'array' ? `ARRAY[${texts.join(', ')}]` : `row(${texts.join(', ')})`;
}

function printBigint(value: bigint, type: SqlType): string {
  if (type.kind !== 'timestamp' && type.kind !== 'timestamptz') return String(value);
  const millis = Number(value / 1000n);
  if (!Number.isFinite(new Date(millis).getTime()))
    return `${type.kind.toUpperCase()} '${value > 0n ? '' : '-'}infinity'`;
  const text = new Date(millis)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.000Z$|Z$/, '');
  return `${type.kind.toUpperCase()} '${text}${type.kind === 'timestamptz' ? '+00' : ''}'`;
}

function isoDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function printInterval({months, days, micros}: {months: number; days: number; micros: bigint}): string {
  const parts: string[] = [];
  if (months !== 0) parts.push(`${months} mon`);
  if (days !== 0) parts.push(`${days} days`);
  if (micros !== 0n || parts.length === 0) parts.push(printMicros(micros));
  return parts.join(' ');
}

/** '10 s', '1.5 s', '250 us'. */
export function printMicros(micros: bigint): string {
  if (micros % 3_600_000_000n === 0n && micros !== 0n) return `${micros / 3_600_000_000n} h`;
  if (micros % 60_000_000n === 0n && micros !== 0n) return `${micros / 60_000_000n} min`;
  if (micros % 1_000_000n === 0n) return `${micros / 1_000_000n} s`;
  if (micros % 1000n === 0n) return `${micros / 1000n} ms`;
  return `${micros} us`;
}
