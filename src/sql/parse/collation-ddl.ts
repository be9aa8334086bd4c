import type {AlterCollation, CollationOption, CreateCollation, DropCollation, QualifiedName} from '../ast/index.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseIfNotExists} from './sequence.ts';
import * as token from './token.ts';

function parseAnyName(c: Cursor): QualifiedName {
  const {start} = c;
  const parts = c.anyName();
  return node({kind: 'qualified_name', parts, span: c.span(start)});
}

export function parseCreateCollation(c: Cursor, start: number): CreateCollation {
  c.expect('collation');
  const ifNotExists = parseIfNotExists(c);
  const name = parseAnyName(c);
  if (c.accept('from')) {
    const from = parseAnyName(c);
    return node({kind: 'create_collation', ifNotExists, name, from, options: NONE, span: c.span(start)});
  }
  c.expect('(');
  const options = c.list(parseOption);
  c.expect(')');
  return node({kind: 'create_collation', ifNotExists, name, from: null, options, span: c.span(start)});
}

function parseOption(c: Cursor): CollationOption {
  const {start} = c;
  const name = c.accept('from') ? 'from' : c.label();
  let value: string | null = null;
  if (c.accept('=')) {
    if (c.type === token.STRING) value = c.string();
    else if (c.type === token.INTEGER) {
      value = c.text;
      c.advance();
    } else value = name === 'from' ? c.anyName().join('.') : c.label();
  }
  return node({kind: 'collation_option', name, value, span: c.span(start)});
}

export function parseDropCollation(c: Cursor, start: number): DropCollation {
  c.expect('collation');
  const ifExists = parseIfExists(c);
  const names = c.list(parseAnyName);
  return node({kind: 'drop_collation', ifExists, names, behavior: parseBehavior(c), span: c.span(start)});
}

export function parseAlterCollation(c: Cursor, start: number): AlterCollation {
  c.expect('collation');
  const name = parseAnyName(c);
  return node({kind: 'alter_collation', name, change: parseChange(c), span: c.span(start)});
}

function parseChange(c: Cursor): AlterCollation['change'] {
  switch (c.expectOne(['rename', 'owner', 'set', 'refresh'])) {
    case 'rename':
      c.expect('to');
      return node({type: 'rename' as const, to: c.name()});
    case 'owner':
      c.expect('to');
      return node({type: 'owner' as const, role: c.nonReservedOrUser()});
    case 'set':
      c.expect('schema');
      return node({type: 'schema' as const, schema: c.name()});
    default:
      c.expect('version');
      return node({type: 'refresh' as const});
  }
}
