import {quoteIdentifier} from '../expr/text/quote.ts';
import {SqlError} from '../types/sql-error.ts';
import {baseOf} from '../types/sql-type.ts';
import type {TableIndex} from './constraints.ts';
import {type CatalogColumn, liveColumns, type TableObject} from './object.ts';

// What becomes of a table's record when it is altered. The generation grows where rows made for it before do not fit.

/** The place in rows of a column by its name. Errors: 42703. */
export function columnNamed(table: TableObject, name: string): number {
  const found = liveColumns(table).find(({column}) => column.name === name);
  if (found) return found.index;
  throw new SqlError('42703', `column "${name}" of relation "${table.name}" does not exist`);
}

export function nextGeneration(table: TableObject): TableObject {
  return {...table, generation: table.generation + 1};
}

export function withChangedColumn(table: TableObject, index: number, change: Partial<CatalogColumn>): TableObject {
  const columns = table.columns.map((column, i) => (i === index ? {...column, ...change} : column));
  return nextGeneration({...table, columns});
}

/** The column stays in rows, and nothing that speaks of it is left. */
export function withoutColumn(table: TableObject, index: number): TableObject {
  const column = table.columns[index];
  const gone: CatalogColumn = {
    name: droppedName(column.number ?? index + 1, index),
    type: baseOf(column.type),
    nullable: true,
    default: null,
    dropped: true,
    missing: column.missing,
  };
  const mentions = (columns: readonly number[]): boolean => columns.includes(index);
  return nextGeneration({
    ...table,
    columns: table.columns.map((other, i) => (i === index ? gone : other)),
    indexes: table.indexes.filter(({columns}) => !mentions(columns)),
    checks: table.checks.filter(({columns}) => !mentions(columns)),
    foreignKeys: table.foreignKeys.filter(({columns}) => !mentions(columns)),
  });
}

/** Not a name that anybody could have given. */
export function droppedName(number: number, index: number): string {
  return `........pg.dropped.${number}.${index}........`;
}

/** Keys and references follow a column that has moved to another place in rows. */
export function withMovedColumn(table: TableObject, from: number, to: number): TableObject {
  const moved = (columns: readonly number[]): number[] => columns.map(column => (column === from ? to : column));
  return {
    ...table,
    indexes: table.indexes.map(index => ({...index, columns: moved(index.columns)})),
    foreignKeys: table.foreignKeys.map(key => ({
      ...key,
      columns: moved(key.columns),
      setColumns: key.setColumns && moved(key.setColumns),
      referenced: key.references === table.oid ? moved(key.referenced) : key.referenced,
    })),
  };
}

/** Errors: 42701. */
export function withRenamedColumn(table: TableObject, from: string, to: string): TableObject {
  const index = liveColumns(table).find(({column}) => column.name === from)?.index;
  if (index === undefined) throw new SqlError('42703', `column "${from}" does not exist`);
  if (liveColumns(table).some(({column}) => column.name === to)) {
    throw new SqlError('42701', `column "${to}" of relation "${table.name}" already exists`);
  }
  const columns = table.columns.map((column, i) => (i === index ? {...column, name: to} : column));
  const elements = ({elements, columns: keys}: TableIndex): string[] =>
    elements.map((element, i) => (keys[i] === index ? quoteIdentifier(to) : element));
  const word = new RegExp(`\\b${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'g');
  return {
    ...table,
    columns,
    indexes: table.indexes.map(key => ({...key, elements: elements(key)})),
    // The text is for readers alone: what is checked is the expression.
    checks: table.checks.map(check =>
      check.columns.includes(index) ? {...check, text: check.text.replace(word, quoteIdentifier(to))} : check,
    ),
  };
}

/** Errors: 42704, 42710. */
export function withRenamedConstraint(table: TableObject, from: string, to: string): TableObject {
  const named = [...table.indexes.filter(({constraint}) => constraint), ...table.checks, ...table.foreignKeys];
  if (!named.some(({name}) => name === from)) {
    throw new SqlError('42704', `constraint "${from}" for table "${table.name}" does not exist`);
  }
  if (named.some(({name}) => name === to)) {
    throw new SqlError('42710', `constraint "${to}" for relation "${table.name}" already exists`);
  }
  const renamed = <T extends {readonly name: string}>(part: T): T => (part.name === from ? {...part, name: to} : part);
  return nextGeneration({
    ...table,
    indexes: table.indexes.map(renamed),
    checks: table.checks.map(renamed),
    foreignKeys: table.foreignKeys.map(renamed),
  });
}
