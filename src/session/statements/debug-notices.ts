import type {IndexedRelation, TableIndex} from '../../catalog/constraints.ts';
import type {SequenceObject, TableObject} from '../../catalog/object.ts';
import type {SqlSession} from '../session.ts';

// What PostgreSQL tells with client_min_messages = debug1 of things that come along with a statement.

/** Types whose equal values may look different, so that PostgreSQL keeps each of them in an index. */
const DISTINCT_LOOKS = new Set<string>([
  ...['array', 'double', 'interval', 'jsonb', 'multirange', 'numeric', 'range', 'real'],
  ...['record', 'struct', 'tsquery', 'tsvector'],
]);

/** Sequences and indexes that came with a new table. */
export function tellOfTable(session: SqlSession, table: TableObject, sequences: readonly SequenceObject[]): void {
  for (const {name, ownedBy} of sequences) {
    const column = ownedBy && table.columns[ownedBy.column].name;
    session.debug(
      'debug1',
      `CREATE TABLE will create implicit sequence "${name}" for serial column "${table.name}.${column}"`,
    );
  }
  for (const index of table.indexes) {
    const constraint = index.constraint === 'primary' ? 'PRIMARY KEY' : 'UNIQUE';
    session.debug(
      'debug1',
      `CREATE TABLE / ${constraint} will create implicit index "${index.name}" for table "${table.name}"`,
    );
    tellOfIndex(session, table, index);
  }
}

/** An index is made. */
export function tellOfIndex(session: SqlSession, relation: IndexedRelation, index: TableIndex): void {
  session.debug('debug1', `building index "${index.name}" on table "${relation.name}" serially`);
  if (index.method !== 'btree' || (index.include ?? []).length > 0) return;
  const types = index.columns.map((column, i) => index.expressions?.[i]?.expr.type ?? relation.columns[column].type);
  const can = types.every(({kind}) => !DISTINCT_LOOKS.has(kind));
  session.debug('debug1', `index "${index.name}" ${can ? 'can safely' : 'cannot'} use deduplication`);
}
