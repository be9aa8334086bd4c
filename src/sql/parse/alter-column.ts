import type {AlterAction, SequenceOption} from '../ast/index.ts';
import {parseConstraintAttributes} from './constraint.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parsePathName} from './names.ts';
import {parseSequenceOption, parseSequenceOptions} from './sequence.ts';
import {parseRelationOptions, parseSignedNumber} from './storage-options.ts';
import {parseTypeName} from './type-name.ts';

/** `ALTER [COLUMN] c …` and `ALTER CONSTRAINT c …` of ALTER TABLE. */
export function parseAlterColumn(c: Cursor): AlterAction {
  c.expect('alter');
  if (c.accept('constraint')) {
    const name = c.name();
    return node({action: 'alter_constraint', name, attributes: parseConstraintAttributes(c)});
  }
  c.accept('column');
  const column = c.name();
  switch (c.word) {
    case 'type':
      c.advance();
      return parseColumnType(c, column);
    case 'drop':
      c.advance();
      return parseDropOf(c, column);
    case 'add':
      c.advance();
      return parseAddIdentity(c, column);
    case 'reset':
      c.advance();
      return node({action: 'reset_column_options', column, options: parseRelationOptions(c)});
    case 'restart':
      return parseSetIdentity(c, column);
    case 'set':
      return parseSetOf(c, column);
    case 'unset':
      c.advance();
      c.expect('masking');
      c.expect('policy');
      return node({action: 'set_masking', column, policy: null, using: NONE, force: false});
  }
  throw c.syntaxError();
}

function parseDropOf(c: Cursor, column: string): AlterAction {
  if (c.accept('default')) return node({action: 'drop_default', column});
  if (c.accept('not')) {
    c.expect('null');
    return node({action: 'drop_not_null', column});
  }
  const action = c.expectOne(['identity', 'expression']) === 'identity' ? 'drop_identity' : 'drop_expression';
  const ifExists = c.accept('if');
  if (ifExists) c.expect('exists');
  return node({action, column, ifExists});
}

function parseAddIdentity(c: Cursor, column: string): AlterAction {
  c.expect('generated');
  const generation = parseGeneration(c);
  c.expect('as');
  c.expect('identity');
  const options = c.at('(') ? parseSequenceOptions(c, true) : NONE;
  return node({action: 'add_identity', column, generation, options});
}

function parseGeneration(c: Cursor): 'always' | 'by default' {
  if (c.expectOne(['always', 'by']) === 'always') return 'always';
  c.expect('default');
  return 'by default';
}

function parseSetOf(c: Cursor, column: string): AlterAction {
  switch (c.peek()) {
    case 'default':
      c.advance();
      c.advance();
      return node({action: 'set_default', column, expression: parseExpression(c)});
    case 'not':
      c.advance();
      c.advance();
      c.expect('null');
      return node({action: 'set_not_null', column});
    case 'data':
      c.advance();
      c.advance();
      c.expect('type');
      return parseColumnType(c, column);
    case 'statistics':
      c.advance();
      c.advance();
      return node({action: 'set_statistics', column, target: parseSignedNumber(c)});
    case 'storage':
      c.advance();
      c.advance();
      return node({action: 'set_storage', column, method: c.name()});
    case 'compression':
      c.advance();
      c.advance();
      return node({action: 'set_compression', column, method: c.accept('default') ? 'default' : c.name()});
    case 'masking': {
      c.advance();
      c.advance();
      c.expect('policy');
      const policy = parsePathName(c);
      const using = c.accept('using') ? c.names() : NONE;
      return node({action: 'set_masking', column, policy, using, force: c.accept('force')});
    }
    case '(':
      c.advance();
      return node({action: 'set_column_options', column, options: parseRelationOptions(c)});
  }
  return parseSetIdentity(c, column);
}

/** `SET GENERATED …`, `SET option`, `RESTART [WITH n]`, as many as there are. */
function parseSetIdentity(c: Cursor, column: string): AlterAction {
  let generation: 'always' | 'by default' | null = null;
  const options: SequenceOption[] = [];
  while (c.at('set') || c.at('restart')) {
    const {start} = c;
    if (c.accept('set') && c.accept('generated')) {
      if (generation !== null) throw c.errorAt(start, 'conflicting or redundant options');
      generation = parseGeneration(c);
      continue;
    }
    const option = parseSequenceOption(c);
    if (option === null) throw c.syntaxError();
    options.push(node(option));
  }
  return node({action: 'set_identity', column, generation, options: Object.freeze(options)});
}

function parseColumnType(c: Cursor, column: string): AlterAction {
  const type = parseTypeName(c);
  const collation = c.accept('collate') ? c.anyName() : null;
  const using = c.accept('using') ? parseExpression(c) : null;
  return node({action: 'alter_column_type', column, type, collation, using});
}
