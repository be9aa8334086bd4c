import type {Expression, FunctionCall} from '../ast/index.ts';
import {operand, printExpression, printExpressions, printPrimary, printRestricted} from './expression.ts';
import {AT, IS} from './precedence.ts';

/** A call in the standard's own syntax; null when its name has none. */
export function printSqlSyntax(call: FunctionCall, restricted: boolean): string | null {
  const args = call.args as readonly Expression[];
  const [a, b, c] = args;
  switch (call.name[call.name.length - 1]) {
    case 'timezone':
      if (args.length === 1) return `${operand(a, AT, restricted)} AT LOCAL`;
      return `${operand(b, AT, restricted)} AT TIME ZONE ${operand(a, AT + 1, restricted)}`;
    case 'extract':
      return `EXTRACT(${printExpression(a)} FROM ${printExpression(b)})`;
    case 'overlay': {
      const tail = args[3] === undefined ? '' : ` FOR ${printExpression(args[3])}`;
      return `OVERLAY(${printExpression(a)} PLACING ${printExpression(b)} FROM ${printExpression(c)}${tail})`;
    }
    case 'position':
      return `POSITION(${printRestricted(b)} IN ${printRestricted(a)})`;
    case 'substring': {
      const tail = c === undefined ? '' : ` FOR ${printExpression(c)}`;
      return `SUBSTRING(${printExpression(a)} FROM ${printExpression(b)}${tail})`;
    }
    case 'btrim':
      return `TRIM(BOTH ${printTrim(args)})`;
    case 'ltrim':
      return `TRIM(LEADING ${printTrim(args)})`;
    case 'rtrim':
      return `TRIM(TRAILING ${printTrim(args)})`;
    case 'normalize':
      return b === undefined ? `NORMALIZE(${printExpression(a)})` : `NORMALIZE(${printExpression(a)}, ${form(b)})`;
    case 'is_normalized': {
      const left = operand(a, IS + 1, restricted);
      return b === undefined ? `${left} IS NORMALIZED` : `${left} IS ${form(b)} NORMALIZED`;
    }
    case 'overlaps':
      return `${row(args.slice(0, 2))} OVERLAPS ${row(args.slice(2))}`;
    case 'pg_collation_for':
      return `COLLATION FOR (${printExpression(a)})`;
    case 'system_user':
      return 'SYSTEM_USER';
    case 'xmlexists':
      return `XMLEXISTS(${printPrimary(a)} PASSING ${printPrimary(b)})`;
  }
  return null;
}

/** TRIM's arguments as a plain list: the function's own order. */
function printTrim(args: readonly Expression[]): string {
  return `FROM ${printExpressions(args)}`;
}

function row(items: readonly Expression[]): string {
  return `(${printExpressions(items)})`;
}

/** NFC and its kin arrive as strings. */
function form(e: Expression): string {
  return e.kind === 'string' ? e.value : printExpression(e);
}
