import {quoteIdentifier} from '../expr/text/quote.ts';
import {SqlError} from '../types/sql-error.ts';
import {baseOf} from '../types/sql-type.ts';
import {hiddenColumns, indexMentions, type IndexExpression, type TableIndex} from './constraints.ts';
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
  const indexes = table.indexes.filter(each => indexMentions(each, index));
  const without = indexes.reduce(withoutIndex, table);
  const mentions = (columns: readonly number[]): boolean => columns.includes(index);
  return nextGeneration({
    ...without,
    columns: without.columns.map((other, i) => (i === index ? goneColumn(other, index) : other)),
    checks: table.checks.filter(({columns}) => !mentions(columns)),
    foreignKeys: table.foreignKeys.filter(({columns}) => !mentions(columns)),
  });
}

/** The attribute number of a column that serves an index: it takes none. */
export const HIDDEN = 0;

/** The attribute number of the next column. */
export function nextColumnNumber({columns}: TableObject): number {
  return Math.max(0, ...columns.map(({number}, i) => number ?? i + 1)) + 1;
}

/** The columns that rows have for the index stay in them, and mean nothing. */
export function withoutIndex(table: TableObject, index: TableIndex): TableObject {
  const hidden = hiddenColumns(index);
  return nextGeneration({
    ...table,
    columns: table.columns.map((column, i) => (hidden.includes(i) ? goneColumn(column, i) : column)),
    indexes: table.indexes.filter(({oid}) => oid !== index.oid),
  });
}

function goneColumn(column: CatalogColumn, index: number): CatalogColumn {
  return {
    name: droppedName(column.number ?? index + 1, index),
    type: baseOf(column.type),
    nullable: true,
    default: null,
    dropped: true,
    missing: column.missing,
    ...(column.number === HIDDEN && {number: HIDDEN}),
  };
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
    indexes: table.indexes.map(index => ({
      ...index,
      columns: moved(index.columns),
      ...(index.include && {include: moved(index.include)}),
    })),
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
  const word = new RegExp(`\\b${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'g');
  // The text is for readers alone: what is computed is the expression.
  const said = (text: string): string => text.replace(word, quoteIdentifier(to));
  const spoken = <E extends IndexExpression | null | undefined>(each: E): E =>
    each?.columns.includes(index) ? {...each, text: said(each.text)} : each;
  const reworded = (key: TableIndex): TableIndex => ({
    ...key,
    elements: key.elements.map((element, i) => {
      if (key.columns[i] === index) return quoteIdentifier(to);
      return key.expressions?.at(i)?.columns.includes(index) ? said(element) : element;
    }),
    ...(key.expressions && {expressions: key.expressions.map(spoken)}),
    ...(key.predicate?.columns.includes(index) && {
      predicate: spoken(key.predicate),
      where: key.where && said(key.where),
    }),
  });
  return {
    ...table,
    columns,
    indexes: table.indexes.map(reworded),
    checks: table.checks.map(check => (check.columns.includes(index) ? {...check, text: said(check.text)} : check)),
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
