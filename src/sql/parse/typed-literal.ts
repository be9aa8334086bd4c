import type {Expression, TypeName} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {castString} from './primary.ts';
import * as token from './token.ts';
import {parseIntervalFields, parseKeywordType} from './type-name.ts';

/** Types with a grammar of their own that may stand before a string: `date` is not among them, being a plain name. */
const LITERAL_TYPES: ReadonlySet<string> = new Set(
  (
    'int integer smallint bigint real float double decimal dec numeric boolean bit char character varchar national ' +
    'nchar time timestamp json'
  ).split(' '),
);

/** Words that go on with a type's name, so that the type is certain. */
const TYPE_CONTINUES: ReadonlySet<string> = new Set(['(', 'varying', 'precision', 'character', 'char']);

/** `numeric(3, 1) '1.5'`, `timestamp with time zone '…'`, `interval '1' day`; null when a name stands here. */
export function parseTypedLiteral(c: Cursor): Expression | null {
  if (c.word === 'interval') return parseIntervalLiteral(c);
  if (!LITERAL_TYPES.has(c.word) || !typeFollows(c)) return null;
  const {start} = c;
  const type = parseKeywordType(c);
  if (type === null) return null;
  return castString(c, unrestricted(type, start), start);
}

function typeFollows(c: Cursor): boolean {
  if (c.peekType() === token.STRING) return c.word !== 'double' && c.word !== 'national';
  const next = c.peek();
  if ((c.word === 'time' || c.word === 'timestamp') && (next === 'with' || next === 'without')) {
    return c.peek(2) === 'time';
  }
  if (!TYPE_CONTINUES.has(next)) return false;
  switch (c.word) {
    case 'double':
      return next === 'precision';
    case 'national':
      return next === 'character' || next === 'char';
    case 'bit':
    case 'char':
    case 'character':
    case 'nchar':
      return next === 'varying' || next === '(';
    default:
      return next === '(' && !/^(int|integer|smallint|bigint|real|boolean|json)$/.test(c.word);
  }
}

/** `char 'abc'` keeps the whole string: the length of one is implied only where a column's type is named. */
function unrestricted(type: TypeName, start: number): TypeName {
  const [modifier] = type.modifiers;
  if (modifier === undefined || modifier.span.start !== start) return type;
  return node({...type, modifiers: NONE});
}

function parseIntervalLiteral(c: Cursor): Expression | null {
  const {start} = c;
  if (c.peek() === '(') {
    const type = parseKeywordType(c) as TypeName;
    return castString(c, type, start);
  }
  if (c.peekType() !== token.STRING) return null;
  c.advance();
  const place = c.start;
  const operand: Expression = node({kind: 'string', value: c.string(), span: c.span(place)});
  const type: TypeName = node({
    kind: 'type_name',
    names: INTERVAL,
    arrayBounds: NONE,
    setof: false,
    struct: null,
    ...parseIntervalFields(c),
    span: {start, end: c.previousEnd},
  });
  return node({kind: 'cast', operand, type, at: start, span: c.span(start)});
}

const INTERVAL: readonly string[] = Object.freeze(['pg_catalog', 'interval']);
