import type {Expression, FunctionCall, NamedArgument, SqlValueFunction, TypeName} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseBeforeSimilar, parseExpression, parseExpressionList, parseRestricted, sqlCall} from './expression.ts';
import {parseApplication} from './function-call.ts';
import {parseArguments} from './primary.ts';
import {parseJsonFunction} from './sql-json.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';
import {parseXmlFunction} from './xml.ts';

type Form = (c: Cursor, start: number) => Expression;

/** The standard's functions with a grammar of their own that begin with `name (`. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['coalesce', (c, start) => finish(c, start, {kind: 'coalesce', args: parseArguments(c)})],
  ['greatest', (c, start) => finish(c, start, {kind: 'min_max', function: 'greatest', args: parseArguments(c)})],
  ['least', (c, start) => finish(c, start, {kind: 'min_max', function: 'least', args: parseArguments(c)})],
  ['nullif', parseNullIf],
  ['extract', parseExtract],
  ['normalize', parseNormalize],
  ['overlay', parseOverlay],
  ['position', parsePosition],
  ['substring', parseSubstring],
  ['treat', parseTreat],
  ['trim', parseTrim],
  ['merge_action', parseMergeAction],
]);

const VALUE_FUNCTIONS: ReadonlyMap<string, {readonly precision: boolean}> = new Map(
  (
    'current_date current_time( current_timestamp( localtime( localtimestamp( current_role current_user user ' +
    'session_user current_catalog current_schema'
  )
    .split(' ')
    .map(name => [name.replace('(', ''), {precision: name.endsWith('(')}]),
);

/** func_expr_common_subexpr at the current keyword; null when it is none. */
export function parseSpecialFunction(c: Cursor): Expression | null {
  const {start, word} = c;
  const value = VALUE_FUNCTIONS.get(word);
  if (value && !(word === 'current_schema' && (c.peek() === '(' || c.peekType() === token.STRING))) {
    return parseValueFunction(c, start, value.precision);
  }
  if (word === 'cast') return parseCast(c, start);
  if (word === 'collation' && c.peek() === 'for') {
    c.advance();
    c.advance();
    c.expect('(');
    const operand = parseExpression(c);
    c.expect(')');
    return sqlCall(c, 'pg_collation_for', [operand], start);
  }
  if (word === 'system_user') {
    c.advance();
    return sqlCall(c, 'system_user', NONE, start);
  }
  if (c.peek() !== '(') return null;
  const form = FORMS.get(word);
  if (form) {
    c.advance();
    c.enter();
    const result = form(c, start);
    c.leave();
    return result;
  }
  if (word.startsWith('xml')) return parseXmlFunction(c);
  if (word.startsWith('json')) return parseJsonFunction(c);
  return null;
}

type Unspanned<T> = T extends Expression ? Omit<T, 'span'> : never;

function finish(c: Cursor, start: number, fields: Unspanned<Expression>): Expression {
  return node({...fields, span: c.span(start)} as Expression);
}

function parseValueFunction(c: Cursor, start: number, takesPrecision: boolean): Expression {
  const name = c.take() as SqlValueFunction['function'];
  let precision: number | null = null;
  if (takesPrecision && c.accept('(')) {
    precision = c.integer();
    c.expect(')');
  }
  // As Snowflake writes it; in Postgres's own grammar it is an error.
  if (c.inMask && c.at('(') && c.peek() === ')') {
    c.advance();
    c.advance();
  }
  return node({kind: 'sql_value_function', function: name, precision, span: c.span(start)});
}

function parseCast(c: Cursor, start: number): Expression {
  c.advance();
  c.enter();
  c.expect('(');
  const operand = parseExpression(c);
  c.expect('as');
  const type = parseTypeName(c);
  c.expect(')');
  c.leave();
  return node({kind: 'cast', operand, type, at: start, span: c.span(start)});
}

function parseNullIf(c: Cursor, start: number): Expression {
  c.expect('(');
  const left = parseExpression(c);
  c.expect(',');
  const right = parseExpression(c);
  c.expect(')');
  return finish(c, start, {kind: 'null_if', left, right});
}

function parseExtract(c: Cursor, start: number): Expression {
  c.expect('(');
  const place = c.start;
  if (!isExtractField(c)) throw c.syntaxError();
  const field: Expression = node({kind: 'string', value: c.take(), span: c.span(place)});
  c.expect('from');
  const from = parseExpression(c);
  c.expect(')');
  return sqlCall(c, 'extract', [field, from], start);
}

function isExtractField(c: Cursor): boolean {
  if (c.type === token.IDENT || c.type === token.QUOTED || c.type === token.STRING) return true;
  return /^(year|month|day|hour|minute|second)$/.test(c.word);
}

function parseNormalize(c: Cursor, start: number): Expression {
  c.expect('(');
  const args = [parseExpression(c)];
  if (c.accept(',')) {
    const place = c.start;
    const form = c.expectOne(['nfc', 'nfd', 'nfkc', 'nfkd']);
    args.push(node({kind: 'string', value: form.toUpperCase(), span: c.span(place)}));
  }
  c.expect(')');
  return sqlCall(c, 'normalize', args, start);
}

/** An ordinary call of a function that also has a syntax of its own. */
function plainCall(c: Cursor, name: string, mark: number, start: number): FunctionCall {
  c.reset(mark);
  if (c.peek() === 'distinct' || c.peek() === 'all' || c.peek() === 'variadic' || c.peek() === '*') {
    c.advance();
    throw c.syntaxError();
  }
  const call = parseApplication(c, [name], start);
  if (call.orderBy.length > 0) throw c.syntaxError();
  return call;
}

function isNamedArgument(c: Cursor): boolean {
  return c.peek() === '=>' || c.peek() === ':=';
}

function parseOverlay(c: Cursor, start: number): Expression {
  const mark = c.mark();
  c.expect('(');
  if (c.at(')') || isNamedArgument(c)) return plainCall(c, 'overlay', mark, start);
  const args = [parseExpression(c)];
  if (!c.accept('placing')) return plainCall(c, 'overlay', mark, start);
  args.push(parseExpression(c));
  c.expect('from');
  args.push(parseExpression(c));
  if (c.accept('for')) args.push(parseExpression(c));
  c.expect(')');
  return sqlCall(c, 'overlay', args, start);
}

function parsePosition(c: Cursor, start: number): Expression {
  c.expect('(');
  const part = parseRestricted(c);
  c.expect('in');
  const whole = parseRestricted(c);
  c.expect(')');
  return sqlCall(c, 'position', [whole, part], start);
}

function parseSubstring(c: Cursor, start: number): Expression {
  const mark = c.mark();
  c.expect('(');
  if (c.at(')') || isNamedArgument(c)) return plainCall(c, 'substring', mark, start);
  const text = parseBeforeSimilar(c);
  const args = substringArguments(c, text);
  if (args === null) return plainCall(c, 'substring', mark, start);
  c.expect(')');
  return sqlCall(c, 'substring', args, start);
}

function substringArguments(c: Cursor, text: Expression): Expression[] | null {
  if (c.accept('from')) {
    const from = parseExpression(c);
    return c.accept('for') ? [text, from, parseExpression(c)] : [text, from];
  }
  const place = c.start;
  if (c.accept('for')) {
    const length = parseExpression(c);
    if (c.accept('from')) return [text, parseExpression(c), length];
    // Only a length: from the first character, and the length is an integer.
    const one: Expression = node({kind: 'integer', text: '1', span: {start: place, end: place}});
    const span = length.span;
    return [text, one, node({kind: 'cast', operand: length, type: int4(span.start), at: span.start, span})];
  }
  if (c.accept('similar')) {
    const pattern = parseExpression(c);
    c.expect('escape');
    return [text, pattern, parseExpression(c)];
  }
  return null;
}

function int4(start: number): TypeName {
  return node({
    kind: 'type_name',
    names: Object.freeze(['pg_catalog', 'int4']),
    modifiers: NONE,
    intervalFields: null,
    arrayBounds: NONE,
    setof: false,
    struct: null,
    span: {start, end: start},
  });
}

/** `TREAT(a AS t)` is a call of the function named as the type, as in Postgres. */
function parseTreat(c: Cursor, start: number): Expression {
  c.expect('(');
  const operand = parseExpression(c);
  c.expect('as');
  const type = parseTypeName(c);
  c.expect(')');
  const args: readonly (Expression | NamedArgument)[] = [operand];
  const name = type.names[type.names.length - 1] ?? 'struct';
  return node({...sqlCall(c, name, NONE, start), args: Object.freeze(args), sqlSyntax: false});
}

const TRIM_FUNCTIONS: Readonly<Record<string, string>> = {both: 'btrim', leading: 'ltrim', trailing: 'rtrim'};

function parseTrim(c: Cursor, start: number): Expression {
  c.expect('(');
  const side = c.acceptOne(['both', 'leading', 'trailing']) ?? 'both';
  let args: readonly Expression[];
  if (c.accept('from')) args = parseExpressionList(c);
  else {
    const first = parseExpression(c);
    if (c.accept('from')) args = [...parseExpressionList(c), first];
    else {
      const list = [first];
      while (c.accept(',')) list.push(parseExpression(c));
      args = list;
    }
  }
  c.expect(')');
  return sqlCall(c, TRIM_FUNCTIONS[side], args, start);
}

function parseMergeAction(c: Cursor, start: number): Expression {
  c.expect('(');
  c.expect(')');
  return finish(c, start, {kind: 'merge_action'});
}
