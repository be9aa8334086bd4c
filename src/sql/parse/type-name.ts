import type {Expression, IntervalFields, StructField, TypeName} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpressionList} from './expression.ts';
import * as token from './token.ts';

/** Typename: a type with SETOF and array bounds. */
export function parseTypeName(c: Cursor): TypeName {
  const {start} = c;
  const setof = c.accept('setof');
  const simple = parseSimpleType(c);
  const arrayBounds = parseArrayBounds(c);
  if (!setof && arrayBounds.length === 0) return simple;
  return node({...simple, setof, arrayBounds, span: c.span(start)});
}

function parseArrayBounds(c: Cursor): readonly number[] {
  if (c.accept('array')) {
    if (!c.accept('[')) return [-1];
    const bound = c.integer();
    c.expect(']');
    return [bound];
  }
  if (!c.at('[')) return NONE;
  const bounds: number[] = [];
  while (c.accept('[')) {
    bounds.push(c.at(']') ? -1 : c.integer());
    c.expect(']');
  }
  return Object.freeze(bounds);
}

export function parseSimpleType(c: Cursor): TypeName {
  return parseKeywordType(c) ?? parseStruct(c) ?? parseGenericType(c);
}

function makeType(c: Cursor, start: number, names: readonly string[], rest: Partial<TypeName> = {}): TypeName {
  return node({
    kind: 'type_name' as const,
    names,
    modifiers: NONE,
    intervalFields: null,
    arrayBounds: NONE,
    setof: false,
    struct: null,
    ...rest,
    span: c.span(start),
  });
}

const system = (name: string): readonly string[] => Object.freeze(['pg_catalog', name]);

const PLAIN: ReadonlyMap<string, readonly string[]> = new Map([
  ['int', system('int4')],
  ['integer', system('int4')],
  ['smallint', system('int2')],
  ['bigint', system('int8')],
  ['real', system('float4')],
  ['boolean', system('bool')],
  ['json', system('json')],
]);

const NUMERIC_NAME = system('numeric');

/** The types that have a grammar of their own; null when none starts here. */
export function parseKeywordType(c: Cursor): TypeName | null {
  const {start} = c;
  if (c.type !== token.COLUMN_NAME && c.word !== 'double') return null;
  const plain = PLAIN.get(c.word);
  if (plain) {
    c.advance();
    return makeType(c, start, plain);
  }
  switch (c.word) {
    case 'double':
      if (c.peek() !== 'precision') return null;
      c.advance();
      c.advance();
      return makeType(c, start, system('float8'));
    case 'float':
      c.advance();
      return makeType(c, start, parseFloatName(c));
    case 'decimal':
    case 'dec':
    case 'numeric': {
      c.advance();
      const modifiers = parseModifiers(c);
      return makeType(c, start, NUMERIC_NAME, {modifiers});
    }
    case 'bit':
      return parseBit(c, start);
    case 'char':
    case 'character':
    case 'varchar':
    case 'national':
    case 'nchar':
      return parseCharacter(c, start);
    case 'time':
    case 'timestamp':
      return parseDateTime(c, start);
    case 'interval':
      c.advance();
      return parseIntervalType(c, start);
  }
  return null;
}

function parseFloatName(c: Cursor): readonly string[] {
  if (!c.at('(')) return system('float8');
  c.advance();
  const place = c.start;
  const bits = c.integer();
  c.expect(')');
  if (bits < 1) throw c.errorAt(place, 'precision for type float must be at least 1 bit', '22023');
  if (bits > 53) throw c.errorAt(place, 'precision for type float must be less than 54 bits', '22023');
  return system(bits <= 24 ? 'float4' : 'float8');
}

function parseModifiers(c: Cursor): readonly Expression[] {
  if (!c.accept('(')) return NONE;
  const modifiers = parseExpressionList(c);
  c.expect(')');
  return modifiers;
}

/** The length that plain `char` and `bit` imply. */
const impliedOne = (at: number): Expression => node({kind: 'integer', text: '1', span: {start: at, end: at}});

function parseBit(c: Cursor, start: number): TypeName {
  c.advance();
  const varying = c.accept('varying');
  const modifiers = parseModifiers(c);
  if (varying) return makeType(c, start, system('varbit'), {modifiers});
  return makeType(c, start, system('bit'), {modifiers: modifiers.length > 0 ? modifiers : [impliedOne(start)]});
}

function parseCharacter(c: Cursor, start: number): TypeName {
  let varying = c.at('varchar');
  if (c.accept('national')) {
    if (!c.accept('char')) c.expect('character');
  } else c.advance();
  if (!varying) varying = c.accept('varying');
  const name = system(varying ? 'varchar' : 'bpchar');
  if (c.at('(')) {
    c.advance();
    const place = c.start;
    const text = c.integer().toString();
    const length: Expression = node({kind: 'integer', text, span: {start: place, end: c.previousEnd}});
    c.expect(')');
    return makeType(c, start, name, {modifiers: [length]});
  }
  return makeType(c, start, name, varying ? {} : {modifiers: [impliedOne(start)]});
}

function parsePrecision(c: Cursor): readonly Expression[] {
  if (!c.accept('(')) return NONE;
  const place = c.start;
  const text = c.integer().toString();
  const span = c.span(place);
  c.expect(')');
  return [node({kind: 'integer', text, span})];
}

function parseDateTime(c: Cursor, start: number): TypeName {
  const base = c.take();
  const modifiers = parsePrecision(c);
  let zone = false;
  // WITH and WITHOUT belong to the type only before TIME.
  if ((c.at('with') || c.at('without')) && c.peek() === 'time') {
    zone = c.at('with');
    c.advance();
    c.advance();
    c.expect('zone');
  }
  return makeType(c, start, system(zone ? `${base}tz` : base), {modifiers});
}

function parseIntervalType(c: Cursor, start: number): TypeName {
  if (c.at('(')) {
    return makeType(c, start, system('interval'), {modifiers: parsePrecision(c)});
  }
  return makeType(c, start, system('interval'), parseIntervalFields(c));
}

const FIELDS_AFTER: Readonly<Record<string, readonly string[]>> = {
  year: ['month'],
  month: [],
  day: ['hour', 'minute', 'second'],
  hour: ['minute', 'second'],
  minute: ['second'],
  second: [],
};

/** opt_interval: `day to second(3)` and its kin. */
export function parseIntervalFields(c: Cursor): {
  intervalFields: IntervalFields | null;
  modifiers: readonly Expression[];
} {
  const first = c.type === token.UNRESERVED ? c.word : '';
  const followers = FIELDS_AFTER[first];
  if (followers === undefined) return {intervalFields: null, modifiers: NONE};
  c.advance();
  let last = first;
  let fields = first;
  if (followers.length > 0 && c.accept('to')) {
    last = c.expectOne(followers);
    fields = `${first} to ${last}`;
  }
  const modifiers = last === 'second' ? parsePrecision(c) : NONE;
  return {intervalFields: fields as IntervalFields, modifiers};
}

function parseStruct(c: Cursor): TypeName | null {
  if (c.word !== 'struct' || c.type !== token.IDENT || c.peek() !== '<') return null;
  const {start} = c;
  c.advance();
  c.enter();
  c.advance();
  const fields: StructField[] = [];
  do {
    const place = c.start;
    const name = c.name();
    const type = parseTypeName(c);
    fields.push(node({kind: 'struct_field', name, type, span: c.span(place)}));
  } while (c.accept(','));
  c.closeAngle();
  c.leave();
  return makeType(c, start, NONE, {struct: Object.freeze(fields)});
}

function parseGenericType(c: Cursor): TypeName {
  const {start} = c;
  const names = [c.typeOrFunctionName()];
  while (c.accept('.')) names.push(c.label());
  const modifiers = parseModifiers(c);
  return makeType(c, start, Object.freeze(names), {modifiers});
}
