import type {DatabaseChange, DatabaseOption, DatabaseStatement} from '../ast/index.ts';
import {printName, printString} from './identifier.ts';
import {printRoleSpec} from './rights.ts';

export function printDatabase(s: DatabaseStatement): string {
  switch (s.kind) {
    case 'create_database':
      return `CREATE DATABASE ${printName(s.name)}${printOptions(s.options)}`;
    case 'alter_database':
      return `ALTER DATABASE ${printName(s.name)}${printChange(s.change)}`;
    case 'drop_database':
      return `DROP DATABASE ${s.ifExists ? 'IF EXISTS ' : ''}${printName(s.name)}`;
  }
}

function printChange(change: DatabaseChange): string {
  switch (change.action) {
    case 'rename':
      return ` RENAME TO ${printName(change.to)}`;
    case 'owner':
      return ` OWNER TO ${printRoleSpec(change.owner)}`;
    case 'options':
      return printOptions(change.options);
    case 'tablespace':
      return ` SET TABLESPACE ${printName(change.tablespace)}`;
    case 'refresh collation version':
      return ' REFRESH COLLATION VERSION';
  }
}

function printOptions(options: readonly DatabaseOption[]): string {
  return options
    .map(({name, value}) => {
      const word = name === 'connection limit' ? 'CONNECTION LIMIT' : printName(name);
      return ` ${word} = ${value === null ? 'DEFAULT' : /^[-+]?[0-9]/.test(value) ? value : printString(value)}`;
    })
    .join('');
}
