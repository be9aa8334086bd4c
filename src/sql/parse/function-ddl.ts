import type {CreateFunction, DropFunction, FunctionParameter, FunctionResult, ParameterMode} from '../ast/index.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parsePathName} from './names.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';

type Options = {
  language: string | null;
  volatility: CreateFunction['volatility'];
  strict: boolean;
  body: string | null;
  inline: boolean;
};

/** `CREATE [OR REPLACE] FUNCTION …`, from its name on. */
export function parseCreateFunction(c: Cursor, start: number, orReplace: boolean): CreateFunction {
  c.expect('function');
  const name = parsePathName(c);
  const parameters = parseParameters(c);
  const returns = c.accept('returns') ? parseResult(c) : null;
  const options = parseOptions(c);
  if (options.body === null) throw c.errorAt(start, 'no function body specified', '42P13');
  const {language, volatility, strict, inline} = options;
  if (language === null && !inline) throw c.errorAt(start, 'no language specified', '42P13');
  return node({
    kind: 'create_function',
    orReplace,
    name,
    parameters,
    returns,
    language,
    volatility,
    strict,
    body: options.body,
    inline,
    span: c.span(start),
  });
}

/** `DROP FUNCTION …`, from there on. */
export function parseDropFunction(c: Cursor, start: number): DropFunction {
  c.expect('function');
  const ifExists = parseIfExists(c);
  const functions = c.list(inner => {
    const name = parsePathName(inner);
    return node({name, parameters: inner.at('(') ? parseParameters(inner) : null});
  });
  return node({kind: 'drop_function', ifExists, functions, behavior: parseBehavior(c), span: c.span(start)});
}

export function parseParameters(c: Cursor): readonly FunctionParameter[] {
  c.expect('(');
  const parameters = c.at(')') ? NONE : c.list(parseParameter);
  c.expect(')');
  return parameters;
}

/** func_arg: the mode stands before or behind the name; both may be missing. */
function parseParameter(c: Cursor): FunctionParameter {
  const {start} = c;
  let mode = parseMode(c);
  const name = atParameterName(c) ? c.take() : null;
  mode ??= name === null ? null : parseMode(c);
  const type = parseTypeName(c);
  const value = c.accept('default') || c.accept('=') ? parseExpression(c) : null;
  return node({kind: 'function_parameter', mode: mode ?? 'in', name, type, default: value, span: c.span(start)});
}

function parseMode(c: Cursor): ParameterMode | null {
  if (c.at('in') && c.peek() === 'out') {
    c.advance();
    c.advance();
    return 'inout';
  }
  return c.acceptOne(['in', 'out', 'inout', 'variadic']);
}

/** What may follow a type's first word as part of the type. */
const SECOND_WORDS = new Set(['precision', 'varying', 'with', 'without', 'character', 'char']);
const AFTER_A_TYPE = new Set([',', ')', '(', '.', '[', '=', '%', 'default', 'array', '']);

/** A name is followed by a type; a type is followed by neither. */
function atParameterName(c: Cursor): boolean {
  if (!token.isTypeOrFunctionName(c.type)) return false;
  const next = c.peek();
  if (c.at('interval') && ['year', 'month', 'day', 'hour', 'minute', 'second'].includes(next)) return false;
  return !AFTER_A_TYPE.has(next === '' && token.isName(c.peekType()) ? 'name' : next) && !SECOND_WORDS.has(next);
}

function parseResult(c: Cursor): FunctionResult {
  if (!c.accept('table')) return node({type: 'value', typeName: parseTypeName(c)});
  c.expect('(');
  const columns = c.list((inner): FunctionParameter => {
    const {start} = inner;
    const name = inner.name();
    const type = parseTypeName(inner);
    return node({kind: 'function_parameter', mode: 'out', name, type, default: null, span: inner.span(start)});
  });
  c.expect(')');
  return node({type: 'table', columns});
}

function parseOptions(c: Cursor): Options {
  const options: Options = {language: null, volatility: 'volatile', strict: false, body: null, inline: false};
  while (parseOption(c, options));
  return options;
}

function parseOption(c: Cursor, options: Options): boolean {
  switch (c.word) {
    case 'language':
      c.advance();
      options.language = (c.type === token.STRING ? c.string() : c.nonReserved()).toLowerCase();
      return true;
    case 'immutable':
    case 'stable':
    case 'volatile':
      options.volatility = c.expectOne(['immutable', 'stable', 'volatile']);
      return true;
    case 'strict':
      c.advance();
      options.strict = true;
      return true;
    case 'returns':
    case 'called':
      options.strict = c.expectOne(['returns', 'called']) === 'returns';
      if (options.strict) c.expect('null');
      for (const word of ['on', 'null', 'input']) c.expect(word);
      return true;
    case 'as':
      c.advance();
      options.body = c.string();
      if (c.at(',')) throw c.notSupported('functions of object files');
      return true;
    case 'return':
      c.advance();
      options.body = `SELECT ${sourceOf(c)}`;
      options.inline = true;
      return true;
    case 'begin':
      throw c.notSupported('BEGIN ATOMIC');
    default:
      return parseHint(c);
  }
}

function sourceOf(c: Cursor): string {
  const {start} = c;
  parseExpression(c);
  return c.sql.slice(start, c.previousEnd);
}

/** What Postgres's planner and executor are told, and ours need not know. */
function parseHint(c: Cursor): boolean {
  if (c.accept('not')) {
    c.expect('leakproof');
    return true;
  }
  if (c.accept('leakproof')) return true;
  if (c.accept('parallel')) {
    c.nonReserved();
    return true;
  }
  if (c.accept('cost') || c.accept('rows')) {
    c.take();
    return true;
  }
  if (c.at('security') || c.at('external')) {
    c.accept('external');
    c.expect('security');
    if (c.expectOne(['invoker', 'definer']) === 'definer') throw c.notSupported('SECURITY DEFINER');
    return true;
  }
  for (const what of ['set', 'support', 'transform', 'window']) {
    if (c.at(what)) throw c.notSupported(`${what.toUpperCase()} of a function`);
  }
  return false;
}
