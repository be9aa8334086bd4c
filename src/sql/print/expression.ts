import {isXmlExpression} from '../ast/index.ts';
import type {
  BinaryExpression,
  Expression,
  FrameBound,
  FunctionCall,
  IndirectionExpression,
  IndirectionStep,
  NamedArgument,
  Operator,
  QuantifiedExpression,
  SortKey,
  UnaryExpression,
  WindowFrame,
  WindowName,
  WindowSpec,
} from '../ast/index.ts';
import {levelOfOperator} from '../parse/expression.ts';
import {printName, printPath, printString} from './identifier.ts';
import {
  AND,
  ANY_OPERATOR,
  CAST,
  COLLATE,
  COMPARISON,
  IS,
  isClosed,
  isUnrestricted,
  levelOf,
  MATCH,
  NOT,
  OR,
  SIGN,
} from './precedence.ts';
import {printQuery} from './query.ts';
import {printJson} from './sql-json.ts';
import {printSqlSyntax} from './sql-syntax.ts';
import {printTypeName} from './type-name.ts';
import {printXml} from './xml.ts';

/** SQL text that parses back to the same tree, with no parentheses but those it needs. */
export function printExpression(e: Expression): string {
  return print(e, false);
}

export function printExpressions(list: readonly Expression[]): string {
  return list.map(printExpression).join(', ');
}

/** The text for a place that takes a b_expr only. */
export function printRestricted(e: Expression): string {
  return operand(e, OR, true);
}

/** The text for a place that takes an operand without operators (c_expr). */
export function printPrimary(e: Expression): string {
  if (e.kind === 'default') return `(${printExpression(e)})`;
  return operand(e, CAST + 1, false);
}

/** An operand, in parentheses unless it binds as strongly as `min`. */
export function operand(e: Expression, min: number, restricted: boolean): string {
  if (levelOf(e) < min || (restricted && isUnrestricted(e))) return `(${print(e, false)})`;
  return print(e, restricted);
}

/** A left operand where operators of the level do not chain, unless what precedes is closed. */
function nonAssociative(e: Expression, level: number, restricted: boolean): string {
  return operand(e, isClosed(e) ? level : level + 1, restricted);
}

function print(e: Expression, restricted: boolean): string {
  switch (e.kind) {
    case 'column_ref':
      return printColumn(e.path, e.star);
    case 'parameter':
      return `$${e.index}`;
    case 'integer':
    case 'numeric':
      return e.text;
    case 'string':
      return printString(e.value);
    case 'bit_string':
      return `${e.base}'${e.digits}'`;
    case 'boolean':
      return e.value ? 'TRUE' : 'FALSE';
    case 'null':
      return 'NULL';
    case 'default':
      return 'DEFAULT';
    case 'unary':
      return printUnary(e, restricted);
    case 'binary':
      return printBinary(e, restricted);
    case 'logical': {
      const level = e.operator === 'or' ? OR : AND;
      const parts = e.operands.map((part, i) => operand(part, i === 0 ? level : level + 1, false));
      return parts.join(` ${e.operator.toUpperCase()} `);
    }
    case 'not':
      return `NOT ${operand(e.operand, NOT, false)}`;
    case 'is':
      return `${nonAssociative(e.operand, IS, restricted)} IS ${not(e)}${e.test.toUpperCase()}`;
    case 'is_distinct': {
      const left = nonAssociative(e.left, IS, restricted);
      return `${left} IS ${not(e)}DISTINCT FROM ${operand(e.right, IS + 1, restricted)}`;
    }
    case 'is_json': {
      const type = e.type === 'any' ? '' : ` ${e.type.toUpperCase()}`;
      const keys = e.uniqueKeys ? ' WITH UNIQUE KEYS' : '';
      return `${nonAssociative(e.operand, IS, false)} IS ${not(e)}JSON${type}${keys}`;
    }
    case 'like': {
      const word = e.operator === 'similar' ? 'SIMILAR TO' : e.operator.toUpperCase();
      const escape = e.escape === null ? '' : ` ESCAPE ${operand(e.escape, MATCH + 1, false)}`;
      const left = nonAssociative(e.operand, MATCH, false);
      return `${left} ${not(e)}${word} ${operand(e.pattern, MATCH + 1, false)}${escape}`;
    }
    case 'between': {
      const symmetric = e.symmetric ? 'SYMMETRIC ' : '';
      const range = `${operand(e.low, OR, true)} AND ${operand(e.high, MATCH + 1, false)}`;
      return `${nonAssociative(e.operand, MATCH, false)} ${not(e)}BETWEEN ${symmetric}${range}`;
    }
    case 'in_list':
      return `${nonAssociative(e.operand, MATCH, false)} ${not(e)}IN (${printExpressions(e.items)})`;
    case 'in_subquery':
      return `${nonAssociative(e.operand, MATCH, false)} ${not(e)}IN (${printQuery(e.query)})`;
    case 'quantified':
      return printQuantified(e);
    case 'cast':
      return `${operand(e.operand, CAST, restricted)}::${printTypeName(e.type)}`;
    case 'collate':
      return `${operand(e.operand, COLLATE, false)} COLLATE ${printPath(e.collation)}`;
    case 'case':
      return printCase(e);
    case 'coalesce':
      return `COALESCE(${printExpressions(e.args)})`;
    case 'min_max':
      return `${e.function.toUpperCase()}(${printExpressions(e.args)})`;
    case 'null_if':
      return `NULLIF(${printExpression(e.left)}, ${printExpression(e.right)})`;
    case 'row':
      return `${e.explicit ? 'ROW' : ''}(${printExpressions(e.items)})`;
    case 'array':
      return `ARRAY[${printExpressions(e.items)}]`;
    case 'subquery':
      return `(${printQuery(e.query)})`;
    case 'exists':
      return `EXISTS (${printQuery(e.query)})`;
    case 'array_subquery':
      return `ARRAY(${printQuery(e.query)})`;
    case 'indirection':
      return printIndirection(e);
    case 'function_call':
      return printCall(e, restricted);
    case 'sql_value_function':
      return e.function.toUpperCase() + (e.precision === null ? '' : `(${e.precision})`);
    case 'grouping':
      return `GROUPING(${printExpressions(e.args)})`;
    case 'merge_action':
      return 'MERGE_ACTION()';
    case 'current_of':
      return `CURRENT OF ${printName(e.cursor)}`;
    default:
      return isXmlExpression(e) ? printXml(e) : printJson(e);
  }
}

function not(e: {readonly negated: boolean}): string {
  return e.negated ? 'NOT ' : '';
}

function printColumn(path: readonly string[], star: boolean): string {
  const text = printPath(path);
  if (!star) return text;
  return text === '' ? '*' : `${text}.*`;
}

function printOperator(operator: Operator): string {
  return operator.schema.length === 0 ? operator.name : `OPERATOR(${printPath(operator.schema)}.${operator.name})`;
}

/** Signs that are infix only need the long form: `OPERATOR(*) a`. */
function printPrefixOperator(operator: Operator): string {
  const infix = operator.schema.length === 0 && levelOfOperator(operator.name) !== ANY_OPERATOR;
  return infix ? `OPERATOR(${operator.name})` : printOperator(operator);
}

function printUnary(e: UnaryExpression, restricted: boolean): string {
  const isSign = levelOf(e) === SIGN;
  const sign = isSign ? e.operator.name : printPrefixOperator(e.operator);
  const prefixed = e.operand.kind === 'unary' && !isSign;
  const text = operand(e.operand, isSign ? SIGN : prefixed ? ANY_OPERATOR : ANY_OPERATOR + 1, restricted);
  // A sign before another would read as one operator, or as a comment; before a number it would become part of it.
  const apart = !isSign || !/^[a-z_"'($A-Z]/.test(text);
  return apart ? `${sign} ${text}` : sign + text;
}

function printBinary(e: BinaryExpression, restricted: boolean): string {
  const level = levelOf(e);
  const left = level === COMPARISON ? nonAssociative(e.left, level, restricted) : operand(e.left, level, restricted);
  return `${left} ${printOperator(e.operator)} ${operand(e.right, level + 1, restricted)}`;
}

function printQuantified(e: QuantifiedExpression): string {
  const level = levelOf(e);
  const left = level === COMPARISON ? nonAssociative(e.left, level, false) : operand(e.left, level, false);
  const right = e.right.kind === 'query' ? printQuery(e.right) : printExpression(e.right);
  return `${left} ${printOperator(e.operator)} ${e.quantifier.toUpperCase()} (${right})`;
}

function printCase(e: Extract<Expression, {kind: 'case'}>): string {
  const whens = e.whens.map(when => ` WHEN ${printExpression(when.condition)} THEN ${printExpression(when.result)}`);
  const subject = e.operand === null ? '' : ` ${printExpression(e.operand)}`;
  const otherwise = e.otherwise === null ? '' : ` ELSE ${printExpression(e.otherwise)}`;
  return `CASE${subject}${whens.join('')}${otherwise} END`;
}

function printIndirection(e: IndirectionExpression): string {
  const [first] = e.steps;
  const subscripted = first.kind === 'subscript' || first.kind === 'slice';
  const bare =
    e.base.kind === 'parameter' ||
    e.base.kind === 'subquery' ||
    (e.base.kind === 'column_ref' && !e.base.star && subscripted);
  const base = bare ? printExpression(e.base) : `(${printExpression(e.base)})`;
  return base + printSteps(e.steps);
}

export function printSteps(steps: readonly IndirectionStep[]): string {
  return steps.map(printStep).join('');
}

function printStep(step: IndirectionStep): string {
  switch (step.kind) {
    case 'field':
      return `.${printName(step.name)}`;
    case 'star':
      return '.*';
    case 'subscript':
      return `[${printExpression(step.index)}]`;
    case 'slice': {
      // The blank keeps a bound's last character from making `::` or an operator of the colon.
      const lower = step.lower === null ? '' : `${printExpression(step.lower)} `;
      const upper = step.upper === null ? '' : ` ${printExpression(step.upper)}`;
      return `[${lower}:${upper}]`;
    }
  }
}

export function printArguments(args: readonly (Expression | NamedArgument)[]): string {
  return args.map(printArgument).join(', ');
}

function printArgument(arg: Expression | NamedArgument): string {
  if (arg.kind !== 'named_argument') return printExpression(arg);
  return `${printName(arg.name)} => ${printExpression(arg.value)}`;
}

function printCall(call: FunctionCall, restricted: boolean): string {
  if (call.sqlSyntax) {
    const special = printSqlSyntax(call, restricted);
    if (special !== null) return special;
  }
  const order = call.withinGroup ? '' : printOrderBy(call.orderBy);
  const args = call.star ? '*' : printCallArguments(call);
  const quantifier = call.distinct ? 'DISTINCT ' : '';
  const within = call.withinGroup ? ` WITHIN GROUP (${printOrderBy(call.orderBy).trimStart()})` : '';
  return `${printPath(call.name)}(${quantifier}${args}${order})${within}${printOver(call)}`;
}

function printCallArguments(call: FunctionCall): string {
  if (!call.variadic) return printArguments(call.args);
  const last = call.args.length - 1;
  return call.args.map((arg, i) => (i === last ? 'VARIADIC ' : '') + printArgument(arg)).join(', ');
}

/** FILTER and OVER. */
export function printOver(call: {
  readonly filter: Expression | null;
  readonly over: WindowSpec | WindowName | null;
}): string {
  const filter = call.filter === null ? '' : ` FILTER (WHERE ${printExpression(call.filter)})`;
  if (call.over === null) return filter;
  const over = call.over.kind === 'window_name' ? printName(call.over.name) : printWindowSpec(call.over);
  return `${filter} OVER ${over}`;
}

export function printWindowSpec(spec: WindowSpec): string {
  const parts: string[] = [];
  if (spec.base !== null) parts.push(printName(spec.base));
  if (spec.partitionBy.length > 0) parts.push(`PARTITION BY ${printExpressions(spec.partitionBy)}`);
  if (spec.orderBy.length > 0) parts.push(printOrderBy(spec.orderBy).trimStart());
  if (spec.frame !== null) parts.push(printFrame(spec.frame));
  return `(${parts.join(' ')})`;
}

function printFrame(frame: WindowFrame): string {
  const unit = frame.unit.toUpperCase();
  const start = printBound(frame.start);
  const range = frame.end === null ? start : `BETWEEN ${start} AND ${printBound(frame.end)}`;
  const exclude = frame.exclude === 'none' ? '' : ` EXCLUDE ${frame.exclude.replace('_', ' ').toUpperCase()}`;
  return `${unit} ${range}${exclude}`;
}

function printBound(bound: FrameBound): string {
  if (bound.type === 'preceding' || bound.type === 'following') {
    return `${printExpression(bound.offset)} ${bound.type.toUpperCase()}`;
  }
  return bound.type.replace('_', ' ').toUpperCase();
}

/** ` ORDER BY …` with its leading blank, or nothing. */
export function printOrderBy(keys: readonly SortKey[]): string {
  return keys.length === 0 ? '' : ` ORDER BY ${keys.map(printSortKey).join(', ')}`;
}

function printSortKey(key: SortKey): string {
  let text = printExpression(key.expression);
  if (key.using !== null) text += ` USING ${printOperator(key.using)}`;
  else if (key.direction !== 'default') text += ` ${key.direction.toUpperCase()}`;
  return key.nulls === 'default' ? text : `${text} NULLS ${key.nulls.toUpperCase()}`;
}
