import type {
  AlterComposite,
  AlterDomain,
  AlterEnum,
  AttributeAction,
  ColumnDefinition,
  CreateDomain,
  CreateType,
  DomainAction,
  DomainConstraint,
  QualifiedName,
  RangeOption,
  RenameAttribute,
} from '../ast/index.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {parseColumnQualifiers, parseConstraintAttributes} from './constraint.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parseIfNotExists} from './sequence.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';

function parseAnyName(c: Cursor): QualifiedName {
  const {start} = c;
  const parts = c.anyName();
  return node({kind: 'qualified_name', parts, span: c.span(start)});
}

export function parseCreateType(c: Cursor, start: number): CreateType {
  c.expect('type');
  const name = parseAnyName(c);
  if (c.type === token.END || c.at(';') || c.at('(')) throw c.notSupported('CREATE TYPE of a base type', start);
  c.expect('as');
  if (c.accept('range')) {
    c.expect('(');
    const options = c.list(parseRangeOption);
    c.expect(')');
    return node({kind: 'create_type', name, definition: node({type: 'range' as const, options}), span: c.span(start)});
  }
  if (c.accept('enum')) {
    c.expect('(');
    const labels = c.at(')') ? NONE : c.list(inner => inner.string());
    c.expect(')');
    return node({kind: 'create_type', name, definition: node({type: 'enum', labels}), span: c.span(start)});
  }
  c.expect('(');
  const attributes = c.at(')') ? NONE : c.list(parseAttribute);
  c.expect(')');
  const definition = node({type: 'composite' as const, attributes});
  return node({kind: 'create_type', name, definition, span: c.span(start)});
}

function parseRangeOption(c: Cursor): RangeOption {
  const name = c.label();
  c.expect('=');
  return node({name, value: parseTypeName(c)});
}

function parseAttribute(c: Cursor): ColumnDefinition {
  const {start} = c;
  const name = c.name();
  const type = parseTypeName(c);
  const collation = c.accept('collate') ? c.anyName() : null;
  return node({kind: 'column_definition', name, type, collation, constraints: NONE, span: c.span(start)});
}

/** What ALTER TYPE does to a type's parts; null for what is done to objects of every kind (its name, owner, schema). */
export function parseAlterType(c: Cursor, start: number): AlterEnum | AlterComposite | RenameAttribute | null {
  const mark = c.mark();
  c.expect('type');
  const name = parseAnyName(c);
  if (c.acceptPair('add', 'value')) {
    const ifNotExists = parseIfNotExists(c);
    const label = c.string();
    const place = c.acceptOne(['before', 'after']);
    const neighbour = place === null ? null : c.string();
    const change = node({type: 'add' as const, ifNotExists, label, neighbour, after: place === 'after'});
    return node({kind: 'alter_enum', name, change, span: c.span(start)});
  }
  if (c.acceptPair('rename', 'value')) {
    const from = c.string();
    c.expect('to');
    const change = node({type: 'rename' as const, from, to: c.string()});
    return node({kind: 'alter_enum', name, change, span: c.span(start)});
  }
  if (c.acceptPair('rename', 'attribute')) {
    const from = c.name();
    c.expect('to');
    const to = c.name();
    return node({kind: 'rename_attribute', name, from, to, behavior: parseBehavior(c), span: c.span(start)});
  }
  if (c.at('add') || c.at('drop') || c.at('alter')) {
    return node({kind: 'alter_composite', name, actions: c.list(parseAttributeAction), span: c.span(start)});
  }
  c.reset(mark);
  return null;
}

function parseAttributeAction(c: Cursor): AttributeAction {
  const action = c.expectOne(['add', 'drop', 'alter']);
  c.expect('attribute');
  if (action === 'add') {
    const attribute = parseAttribute(c);
    return node({action, attribute, behavior: parseBehavior(c)});
  }
  if (action === 'drop') {
    const ifExists = parseIfExists(c);
    const name = c.name();
    return node({action, ifExists, name, behavior: parseBehavior(c)});
  }
  const name = c.name();
  if (c.accept('set')) c.expect('data');
  c.expect('type');
  const type = parseTypeName(c);
  const collation = c.accept('collate') ? c.anyName() : null;
  return node({action, name, type, collation, behavior: parseBehavior(c)});
}

export function parseCreateDomain(c: Cursor, start: number): CreateDomain {
  c.expect('domain');
  const name = parseAnyName(c);
  c.accept('as');
  const type = parseTypeName(c);
  const {collation, constraints} = parseColumnQualifiers(c);
  return node({kind: 'create_domain', name, type, collation, constraints, span: c.span(start)});
}

/** What ALTER DOMAIN does; null for what is done to objects of every kind. */
export function parseAlterDomain(c: Cursor, start: number): AlterDomain | null {
  const mark = c.mark();
  c.expect('domain');
  const name = parseAnyName(c);
  if (c.at('rename') || c.at('owner') || c.atPair('set', 'schema')) {
    c.reset(mark);
    return null;
  }
  return node({kind: 'alter_domain', name, change: parseDomainAction(c), span: c.span(start)});
}

function parseDomainAction(c: Cursor): DomainAction {
  switch (c.expectOne(['set', 'drop', 'add', 'validate'])) {
    case 'set':
      if (c.accept('default')) return node({action: 'set_default', expression: parseExpression(c)});
      c.expect('not');
      c.expect('null');
      return node({action: 'set_not_null'});
    case 'drop':
      if (c.accept('default')) return node({action: 'drop_default'});
      if (c.accept('not')) {
        c.expect('null');
        return node({action: 'drop_not_null'});
      }
      c.expect('constraint');
      return parseDropConstraint(c);
    case 'add':
      return node({action: 'add_constraint', constraint: parseDomainConstraint(c)});
    case 'validate':
      c.expect('constraint');
      return node({action: 'validate_constraint', name: c.name()});
  }
}

function parseDropConstraint(c: Cursor): DomainAction {
  const ifExists = parseIfExists(c);
  const name = c.name();
  return node({action: 'drop_constraint', ifExists, name, behavior: parseBehavior(c)});
}

function parseDomainConstraint(c: Cursor): DomainConstraint {
  const {start} = c;
  const name = c.accept('constraint') ? c.name() : null;
  const kind = c.expectOne(['check', 'not']) === 'check' ? 'check' : 'not_null';
  let expression: DomainConstraint['expression'] = null;
  if (kind === 'check') {
    c.expect('(');
    expression = parseExpression(c);
    c.expect(')');
  } else {
    c.expect('null');
  }
  const attributes = parseConstraintAttributes(c);
  return node({kind, name, expression, attributes, span: c.span(start)});
}
