import type {CreateSequence, Persistence, SequenceOption} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node} from './cursor.ts';
import {parseSignedNumber} from './storage-options.ts';
import {parseTypeName} from './type-name.ts';

export function parseCreateSequence(c: Cursor, persistence: Persistence, start: number): CreateSequence {
  c.expect('sequence');
  const ifNotExists = parseIfNotExists(c);
  const name = parseQualifiedName(c);
  const options = parseSequenceOptions(c, false);
  return node({kind: 'create_sequence', persistence, ifNotExists, name, options, span: c.span(start)});
}

export function parseIfNotExists(c: Cursor): boolean {
  if (!c.at('if') || c.peek() !== 'not') return false;
  c.advance();
  c.advance();
  c.expect('exists');
  return true;
}

export function parseSequenceOptions(c: Cursor, parenthesized: boolean): readonly SequenceOption[] {
  const options: SequenceOption[] = [];
  if (parenthesized) c.expect('(');
  for (;;) {
    const option = parseSequenceOption(c);
    if (option === null) break;
    options.push(node(option));
  }
  if (parenthesized) {
    if (options.length === 0) throw c.syntaxError();
    c.expect(')');
  }
  return Object.freeze(options);
}

/** null: none stands here. */
export function parseSequenceOption(c: Cursor): SequenceOption | null {
  switch (c.word) {
    case 'as':
      c.advance();
      return {name: 'as', type: parseTypeName(c)};
    case 'cache':
    case 'maxvalue':
    case 'minvalue': {
      const name = c.take() as 'cache' | 'maxvalue' | 'minvalue';
      return {name, value: parseSignedNumber(c)};
    }
    case 'increment':
      c.advance();
      c.accept('by');
      return {name: 'increment', value: parseSignedNumber(c)};
    case 'start':
      c.advance();
      c.accept('with');
      return {name: 'start', value: parseSignedNumber(c)};
    case 'restart': {
      c.advance();
      if (c.accept('with')) return {name: 'restart', value: parseSignedNumber(c)};
      const numeric = c.at('-') || c.at('+') || /^\d/.test(c.text);
      return {name: 'restart', value: numeric ? parseSignedNumber(c) : null};
    }
    case 'cycle':
      c.advance();
      return {name: 'cycle', cycle: true};
    case 'no': {
      c.advance();
      const name = c.expectOne(['maxvalue', 'minvalue', 'cycle']);
      return name === 'cycle' ? {name, cycle: false} : {name, value: null};
    }
    case 'logged':
    case 'unlogged':
      return {name: c.take() as 'logged' | 'unlogged'};
    case 'owned':
      c.advance();
      c.expect('by');
      return {name: 'owned by', column: parseQualifiedName(c)};
    case 'sequence':
      c.advance();
      c.expect('name');
      return {name: 'sequence name', sequence: parseQualifiedName(c)};
  }
  return null;
}
