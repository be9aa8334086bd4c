import type {AlterCollation, CreateCollation, DropCollation} from '../ast/index.ts';
import {words} from './ddl.ts';
import {printName, printPath} from './identifier.ts';

export function printCreateCollation({name, ifNotExists, from, options}: CreateCollation): string {
  const listed = options.map(option =>
    option.value === null
      ? printName(option.name)
      : `${printName(option.name)} = '${option.value.replaceAll("'", "''")}'`,
  );
  return words(
    'CREATE COLLATION',
    ifNotExists && 'IF NOT EXISTS',
    printPath(name.parts),
    from ? `FROM ${printPath(from.parts)}` : `(${listed.join(', ')})`,
  );
}

export function printDropCollation({ifExists, names, behavior}: DropCollation): string {
  return words(
    'DROP COLLATION',
    ifExists && 'IF EXISTS',
    names.map(({parts}) => printPath(parts)).join(', '),
    behavior === 'cascade' && 'CASCADE',
  );
}

export function printAlterCollation({name, change}: AlterCollation): string {
  const head = `ALTER COLLATION ${printPath(name.parts)}`;
  switch (change.type) {
    case 'rename':
      return `${head} RENAME TO ${printName(change.to)}`;
    case 'owner':
      return `${head} OWNER TO ${printName(change.role)}`;
    case 'schema':
      return `${head} SET SCHEMA ${printName(change.schema)}`;
    case 'refresh':
      return `${head} REFRESH VERSION`;
  }
}
