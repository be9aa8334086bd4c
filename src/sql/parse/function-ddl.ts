import type {
  AlterFunction,
  CreateFunction,
  DropFunction,
  FunctionParameter,
  FunctionReference,
  FunctionResult,
  FunctionTraits,
  ParameterMode,
  RoutineWord,
} from '../ast/index.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parsePathName} from './names.ts';
import {parseSignedNumber} from './storage-options.ts';
import * as token from './token.ts';
import {parseReset, parseSetVariable} from './set.ts';
import {parseTypeName} from './type-name.ts';
import {parsePreparable} from './with.ts';
import {SqlError} from '../../types/sql-error.ts';

type Options = Partial<{-readonly [K in keyof FunctionTraits]: FunctionTraits[K]}> & {
  language?: string;
  body?: string;
  form?: CreateFunction['form'];
};

const NOTHING_SAID: FunctionTraits = Object.freeze({
  volatility: null,
  strict: null,
  leakproof: null,
  security: null,
  parallel: null,
  cost: null,
  rows: null,
  settings: null,
});

/** `CREATE [OR REPLACE] FUNCTION|PROCEDURE …`, from there on. */
export function parseCreateFunction(c: Cursor, start: number, orReplace: boolean): CreateFunction {
  const procedure = c.expectOne(['function', 'procedure']) === 'procedure';
  const name = parsePathName(c);
  const parameters = parseParameters(c);
  const returns = !procedure && c.accept('returns') ? parseResult(c) : null;
  const options: Options = {};
  while (parseOption(c, options, procedure) || parseBody(c, options));
  const {language = null, body, form = 'string', ...traits} = options;
  if (body === undefined) throw c.errorAt(start, 'no function body specified', '42P13');
  if (language === null && form === 'string') throw c.errorAt(start, 'no language specified', '42P13');
  return node({
    kind: 'create_function',
    procedure,
    orReplace,
    name,
    parameters,
    returns,
    language,
    traits: node({...NOTHING_SAID, ...traits}),
    body,
    form,
    span: c.span(start),
  });
}

export const ROUTINES = ['function', 'procedure', 'routine'] as const;

export function atRoutine(c: Cursor): boolean {
  return ROUTINES.some(word => c.at(word));
}

/** `DROP FUNCTION …`, from there on. */
export function parseDropFunction(c: Cursor, start: number): DropFunction {
  const word = c.expectOne(ROUTINES);
  const ifExists = parseIfExists(c);
  const functions = c.list(parseFunctionReference);
  return node({kind: 'drop_function', word, ifExists, functions, behavior: parseBehavior(c), span: c.span(start)});
}

/** `ALTER FUNCTION …`, from there on. */
export function parseAlterFunction(c: Cursor, start: number): AlterFunction {
  const word = c.expectOne(ROUTINES);
  const target = parseFunctionReference(c);
  const change = parseChange(c, word);
  return node({kind: 'alter_function', word, function: target, change, span: c.span(start)});
}

/** `name [(parameters)]`. */
export function parseFunctionReference(c: Cursor): FunctionReference {
  const name = parsePathName(c);
  return node({name, parameters: c.at('(') ? parseParameters(c) : null});
}

function parseChange(c: Cursor, word: RoutineWord): AlterFunction['change'] {
  if (c.acceptPair('rename', 'to')) return node({type: 'rename', to: c.name()});
  if (c.acceptPair('owner', 'to')) return node({type: 'owner', role: c.nonReservedOrUser()});
  if (c.acceptPair('set', 'schema')) return node({type: 'schema', schema: c.name()});
  if (c.at('depends') || c.atPair('no', 'depends')) throw c.notSupported('DEPENDS ON EXTENSION');
  const options: Options = {};
  const {start} = c;
  while (parseOption(c, options, word === 'procedure'));
  if (c.start === start || options.language !== undefined) throw c.syntaxError();
  parseBehavior(c);
  return node({type: 'traits', traits: node({...NOTHING_SAID, ...options})});
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

const NOT_OF_PROCEDURES = new Set(
  'immutable stable volatile strict returns called not leakproof parallel cost rows support window'.split(' '),
);

/** common_func_opt_item, and LANGUAGE; each once. Errors: 42P13 what procedures do not have. */
function parseOption(c: Cursor, options: Options, procedure: boolean): boolean {
  const {start} = c;
  if (procedure && NOT_OF_PROCEDURES.has(c.word) && !(c.at('returns') && c.peek() !== 'null')) {
    throw c.errorAt(start, 'invalid attribute in procedure definition', '42P13');
  }
  const set = <K extends keyof Options>(name: K, value: Options[K]): boolean => {
    if (options[name] !== undefined) throw c.errorAt(start, 'conflicting or redundant options');
    options[name] = value;
    return true;
  };
  switch (c.word) {
    case 'language':
      c.advance();
      return set('language', (c.type === token.STRING ? c.string() : c.nonReserved()).toLowerCase());
    case 'immutable':
    case 'stable':
    case 'volatile':
      return set('volatility', c.expectOne(['immutable', 'stable', 'volatile']));
    case 'strict':
      c.advance();
      return set('strict', true);
    case 'returns':
    case 'called': {
      const strict = c.expectOne(['returns', 'called']) === 'returns';
      if (strict) c.expect('null');
      for (const word of ['on', 'null', 'input']) c.expect(word);
      return set('strict', strict);
    }
    case 'not':
      c.advance();
      c.expect('leakproof');
      return set('leakproof', false);
    case 'leakproof':
      c.advance();
      return set('leakproof', true);
    case 'parallel':
      c.advance();
      return set('parallel', c.name());
    case 'cost':
      c.advance();
      return set('cost', parseSignedNumber(c));
    case 'rows':
      c.advance();
      return set('rows', parseSignedNumber(c));
    case 'security':
    case 'external':
      c.accept('external');
      c.expect('security');
      return set('security', c.expectOne(['invoker', 'definer']));
    case 'reset':
      options.settings = [...(options.settings ?? []), parseReset(c)];
      return true;
    case 'set':
      c.advance();
      options.settings = [...(options.settings ?? []), parseSetVariable(c, 'session', start)];
      return true;
    case 'support':
    case 'transform':
    case 'window':
      throw c.notSupported(`${c.word.toUpperCase()} of a function`);
    default:
      return false;
  }
}

function parseBody(c: Cursor, options: Options): boolean {
  const {start} = c;
  const form = c.at('as') ? 'string' : c.at('return') ? 'return' : c.at('begin') ? 'atomic' : null;
  if (form === null) return false;
  if (options.body !== undefined) {
    // Of two strings Postgres says where.
    if (form === 'string' && options.form === 'string') throw c.errorAt(start, 'conflicting or redundant options');
    throw new SqlError('42P13', 'duplicate function body specified');
  }
  c.advance();
  options.form = form;
  switch (form) {
    case 'string':
      options.body = c.string();
      if (c.at(',')) throw c.notSupported('functions of object files');
      return true;
    case 'return':
      options.body = `SELECT ${sourceOf(c, parseExpression)}`;
      return true;
    default:
      options.body = parseAtomic(c);
      return true;
  }
}

/** `BEGIN ATOMIC statement; … END`, from ATOMIC on: the statements' text. */
function parseAtomic(c: Cursor): string {
  c.expect('atomic');
  const statements: string[] = [];
  while (!c.accept('end')) {
    const returned = c.accept('return');
    statements.push(returned ? `SELECT ${sourceOf(c, parseExpression)}` : sourceOf(c, parsePreparable));
    c.expect(';');
  }
  return statements.join('; ');
}

function sourceOf(c: Cursor, parse: (c: Cursor) => unknown): string {
  const {start} = c;
  parse(c);
  return c.sql.slice(start, c.previousEnd);
}
