import type {
  AlterComposite,
  AlterDomain,
  AlterEnum,
  AttributeAction,
  CreateDomain,
  CreateType,
  DomainAction,
  RangeOption,
  RenameAttribute,
} from '../ast/index.ts';
import {printAttributes, printColumnDefinition, printColumnQualifiers, words} from './ddl.ts';
import {printExpression} from './expression.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printTypeName} from './type-name.ts';

export function printCreateType({name, definition}: CreateType): string {
  const body =
    definition.type === 'enum'
      ? `ENUM (${definition.labels.map(printString).join(', ')})`
      : definition.type === 'range'
        ? `RANGE (${definition.options.map(printRangeOption).join(', ')})`
        : `(${definition.attributes.map(printColumnDefinition).join(', ')})`;
  return `CREATE TYPE ${printPath(name.parts)} AS ${body}`;
}

function printRangeOption({name, value}: RangeOption): string {
  return `${printName(name)} = ${printTypeName(value)}`;
}

export function printAlterEnum({name, change}: AlterEnum): string {
  const target = `ALTER TYPE ${printPath(name.parts)}`;
  if (change.type === 'rename') {
    return `${target} RENAME VALUE ${printString(change.from)} TO ${printString(change.to)}`;
  }
  return words(
    target,
    'ADD VALUE',
    change.ifNotExists && 'IF NOT EXISTS',
    printString(change.label),
    change.neighbour !== null && `${change.after ? 'AFTER' : 'BEFORE'} ${printString(change.neighbour)}`,
  );
}

export function printAlterComposite({name, actions}: AlterComposite): string {
  return `ALTER TYPE ${printPath(name.parts)} ${actions.map(printAttributeAction).join(', ')}`;
}

function printAttributeAction(a: AttributeAction): string {
  const cascade = a.behavior === 'cascade' && 'CASCADE';
  switch (a.action) {
    case 'add':
      return words('ADD ATTRIBUTE', printColumnDefinition(a.attribute), cascade);
    case 'drop':
      return words('DROP ATTRIBUTE', a.ifExists && 'IF EXISTS', printName(a.name), cascade);
    case 'alter':
      return words(
        `ALTER ATTRIBUTE ${printName(a.name)} TYPE ${printTypeName(a.type)}`,
        a.collation !== null && `COLLATE ${printPath(a.collation)}`,
        cascade,
      );
  }
}

export function printRenameAttribute(r: RenameAttribute): string {
  return words(
    `ALTER TYPE ${printPath(r.name.parts)} RENAME ATTRIBUTE ${printName(r.from)} TO ${printName(r.to)}`,
    r.behavior === 'cascade' && 'CASCADE',
  );
}

export function printCreateDomain({name, type, collation, constraints}: CreateDomain): string {
  return words(
    `CREATE DOMAIN ${printPath(name.parts)} AS ${printTypeName(type)}`,
    ...printColumnQualifiers({collation, constraints}),
  );
}

export function printAlterDomain({name, change}: AlterDomain): string {
  return `ALTER DOMAIN ${printPath(name.parts)} ${printDomainAction(change)}`;
}

function printDomainAction(a: DomainAction): string {
  switch (a.action) {
    case 'set_default':
      return `SET DEFAULT ${printExpression(a.expression)}`;
    case 'drop_default':
      return 'DROP DEFAULT';
    case 'set_not_null':
      return 'SET NOT NULL';
    case 'drop_not_null':
      return 'DROP NOT NULL';
    case 'add_constraint': {
      const {name, expression, attributes} = a.constraint;
      return words(
        'ADD',
        name !== null && `CONSTRAINT ${printName(name)}`,
        expression === null ? 'NOT NULL' : `CHECK (${printExpression(expression)})`,
        printAttributes(attributes),
      );
    }
    case 'drop_constraint':
      return words(
        'DROP CONSTRAINT',
        a.ifExists && 'IF EXISTS',
        printName(a.name),
        a.behavior === 'cascade' && 'CASCADE',
      );
    case 'validate_constraint':
      return `VALIDATE CONSTRAINT ${printName(a.name)}`;
  }
}
