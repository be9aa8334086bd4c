import {type Foreign, isForeign, isPresent, list, type Translation} from './foreign.ts';
import {nameText, wordOf} from './names.ts';
import {QueryTexts} from './query.ts';
import {typeText} from './types.ts';

/** A statement of a foreign tree as Postgres text. Errors: 0A000. */
export function statementText(t: Translation, node: Foreign): string {
  const queries = new QueryTexts(t);
  switch (node.type) {
    case 'select':
      return queries.print(node);
    case 'insert':
      return insertText(t, queries, node);
    case 'update':
      return updateText(t, queries, node);
    case 'delete':
      return deleteText(t, queries, node);
    case 'create':
      return createTable(t, queries, node);
    default:
      throw t.unsupported(`${String(node.type).toUpperCase()} statements`);
  }
}

function insertText(t: Translation, queries: QueryTexts, node: Foreign): string {
  t.allow(node, 'INSERT', ['table', 'columns', 'values', 'prefix', 'or', 'partition']);
  const words = JSON.stringify([node.or ?? '', node.prefix ?? '']).toUpperCase();
  const ignore = words.includes('IGNORE');
  if (words.includes('REPLACE') || isPresent(node.partition)) throw t.unsupported('INSERT OR REPLACE');
  const [table] = list(node.table);
  const columns = (Array.isArray(node.columns) ? (node.columns as unknown[]) : []).map(name => nameText(t, name));
  const {values} = node;
  if (!isForeign(values)) throw t.unsupported('INSERT without values');
  const source = values.type === 'values' ? queries.values(values) : queries.print(values);
  const names = columns.length === 0 ? '' : ` (${columns.join(', ')})`;
  return `INSERT INTO ${queries.tablePath(table)}${names} ${source}${ignore ? ' ON CONFLICT DO NOTHING' : ''}`;
}

function updateText(t: Translation, queries: QueryTexts, node: Foreign): string {
  t.allow(node, 'UPDATE', ['table', 'set', 'where', 'limit']);
  if (isForeign(node.limit) && list(node.limit.value).length > 0) throw t.unsupported('LIMIT in UPDATE');
  const [table, ...more] = list(node.table);
  if (more.length > 0) throw t.unsupported('UPDATE of several tables');
  const set = list(node.set).map(
    ({column, value}) => `${nameText(t, column)} = ${queries.expressions.print(value as Foreign)}`,
  );
  const where = isForeign(node.where) ? ` WHERE ${queries.expressions.print(node.where)}` : '';
  return `UPDATE ${queries.from([table])} SET ${set.join(', ')}${where}`;
}

function deleteText(t: Translation, queries: QueryTexts, node: Foreign): string {
  t.allow(node, 'DELETE', ['table', 'from', 'where', 'limit', 'orderby']);
  if ((isForeign(node.limit) && list(node.limit.value).length > 0) || isPresent(node.orderby)) {
    throw t.unsupported('LIMIT in DELETE');
  }
  const from = list(node.from);
  if (from.length !== 1) throw t.unsupported('DELETE from several tables');
  const where = isForeign(node.where) ? ` WHERE ${queries.expressions.print(node.where)}` : '';
  return `DELETE FROM ${queries.from(from)}${where}`;
}

/** CREATE TABLE with columns; what stands behind AS translate.ts takes by itself. */
function createTable(t: Translation, queries: QueryTexts, node: Foreign): string {
  if (node.keyword !== 'table') throw t.unsupported(`CREATE ${String(node.keyword).toUpperCase()}`);
  t.allow(node, 'CREATE TABLE', ['keyword', 'if_not_exists', 'table', 'create_definitions']);
  const [table] = list(node.table);
  const definitions = list(node.create_definitions).map(definition => {
    if (definition.resource === 'column') return columnText(t, queries, definition);
    if (definition.resource === 'constraint') return constraintText(t, definition);
    throw t.unsupported(`${String(definition.resource ?? definition.keyword)} in CREATE TABLE`);
  });
  const exists = isPresent(node.if_not_exists) ? 'IF NOT EXISTS ' : '';
  return `CREATE TABLE ${exists}${queries.tablePath(table)} (${definitions.join(', ')})`;
}

function columnText(t: Translation, queries: QueryTexts, node: Foreign): string {
  t.allow(node, 'a column definition', [
    'resource',
    'column',
    'definition',
    'nullable',
    'primary',
    'primary_key',
    'unique',
    'default_val',
  ]);
  const name = isForeign(node.column) ? node.column.column : node.column;
  const parts = [nameText(t, name), typeText(t, node.definition as Foreign)];
  const nullable = isForeign(node.nullable) ? String(node.nullable.type ?? node.nullable.value) : '';
  if (nullable.toLowerCase().includes('not')) parts.push('NOT NULL');
  if (isPresent(node.primary_key) || isPresent(node.primary)) parts.push('PRIMARY KEY');
  if (isPresent(node.unique)) parts.push('UNIQUE');
  const value = isForeign(node.default_val) ? node.default_val.value : null;
  if (isForeign(value)) parts.push(`DEFAULT ${queries.expressions.print(value)}`);
  return parts.join(' ');
}

function constraintText(t: Translation, node: Foreign): string {
  const kind = String(wordOf(node.constraint_type) ?? '').toUpperCase();
  if (kind !== 'PRIMARY KEY' && kind !== 'UNIQUE') throw t.unsupported(`${kind} in CREATE TABLE`);
  const columns = list(node.definition).map(column => nameText(t, isForeign(column) ? column.column : column));
  return `${kind} (${columns.join(', ')})`;
}
