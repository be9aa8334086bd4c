import type {BuiltInKind, CommentObject, CommentOnBuiltIn, Statement, TypeName} from '../ast/index.ts';
import {ALTERABLE, parseObject} from './alter.ts';
import {type Cursor, node} from './cursor.ts';
import {parseAnyOperator} from './expression.ts';
import {atRoutine, parseFunctionReference, ROUTINES} from './function-ddl.ts';
import {parsePathName, parseQualifiedName} from './names.ts';
import {parseSignedNumber} from './storage-options.ts';
import {parseTypeName} from './type-name.ts';
import {unsupportedObject} from './unsupported.ts';

const COMMENTED: readonly CommentObject[] = [...ALTERABLE, 'column', 'database', 'role', 'extension'];
const PARTS = ['constraint', 'policy', 'trigger', 'rule'] as const;

/** COMMENT ON … IS. */
export function parseComment(c: Cursor): Statement {
  const {start} = c;
  c.expect('comment');
  c.expect('on');
  if (atRoutine(c)) {
    const word = c.expectOne(ROUTINES);
    const target = parseFunctionReference(c);
    return node({kind: 'comment_on_function', word, function: target, text: parseText(c), span: c.span(start)});
  }
  if (PARTS.some(part => c.at(part))) {
    const part = c.expectOne(PARTS);
    const name = c.name();
    c.expect('on');
    const ofDomain = part === 'constraint' && c.accept('domain');
    const on = parseQualifiedName(c);
    return node({kind: 'comment_on_part', part, name, on, ofDomain, text: parseText(c), span: c.span(start)});
  }
  if (c.acceptPair('large', 'object')) {
    const object = parseSignedNumber(c);
    return node({kind: 'comment_on_large_object', object, text: parseText(c), span: c.span(start)});
  }
  const kind = builtInKindAt(c);
  if (kind) return parseCommentOnBuiltIn(c, kind, start);
  const object = parseObject(c, COMMENTED);
  if (object === null) throw unsupportedObject(c, 'COMMENT ON') ?? c.syntaxError();
  const name = parsePathName(c);
  return node({kind: 'comment', object, name, text: parseText(c), span: c.span(start)});
}

const BUILT_IN: readonly BuiltInKind[] = [
  'access method',
  'aggregate',
  'cast',
  'collation',
  'conversion',
  'language',
  'operator class',
  'operator family',
  'operator',
  'text search configuration',
  'text search dictionary',
  'text search parser',
  'text search template',
];

function builtInKindAt(c: Cursor): BuiltInKind | null {
  if (c.atPair('procedural', 'language')) c.expect('procedural');
  return BUILT_IN.find(kind => kind.split(' ').every((word, i) => c.peek(i) === word)) ?? null;
}

function parseCommentOnBuiltIn(c: Cursor, object: BuiltInKind, start: number): CommentOnBuiltIn {
  for (const word of object.split(' ')) c.expect(word);
  const path = pathOf(c, object);
  const types = typesOf(c, object);
  let method: string | null = null;
  if (object === 'operator class' || object === 'operator family') {
    c.expect('using');
    method = c.name();
  }
  return node({kind: 'comment_on_built_in', object, path, types, method, text: parseText(c), span: c.span(start)});
}

function pathOf(c: Cursor, object: BuiltInKind): readonly string[] {
  switch (object) {
    case 'cast':
      return [];
    case 'operator': {
      const {schema, name} = parseAnyOperator(c);
      return [...schema, name];
    }
    case 'access method':
    case 'language':
      return [c.name()];
    case 'aggregate':
      return parsePathName(c).parts;
    default:
      return parseQualifiedName(c).parts;
  }
}

function typesOf(c: Cursor, object: BuiltInKind): readonly (TypeName | null)[] {
  if (object !== 'aggregate' && object !== 'operator' && object !== 'cast') return [];
  c.expect('(');
  const types = object === 'aggregate' ? aggregateArguments(c) : [operand(c)];
  if (object !== 'aggregate') {
    c.expect(object === 'cast' ? 'as' : ',');
    types.push(operand(c));
  }
  c.expect(')');
  return types;
}

function operand(c: Cursor): TypeName | null {
  return c.accept('none') ? null : parseTypeName(c);
}

/** `*`, the arguments, or the direct ones and behind ORDER BY the others. */
function aggregateArguments(c: Cursor): (TypeName | null)[] {
  if (c.accept('*')) return [];
  const argument = (): TypeName => {
    c.accept('variadic');
    return parseTypeName(c);
  };
  const direct = c.atPair('order', 'by') ? [] : c.list(argument);
  return c.acceptPair('order', 'by') ? [...direct, ...c.list(argument)] : [...direct];
}

function parseText(c: Cursor): string | null {
  c.expect('is');
  return c.accept('null') ? null : c.string();
}
