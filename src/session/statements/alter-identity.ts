import {columnNamed, withChangedColumn} from '../../catalog/alter-table.ts';
import type {SequenceObject, TableObject} from '../../catalog/object.ts';
import {bindColumnSequence, bindSequenceChange} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CatalogEdit} from '../ddl.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import {type Action, type Alteration, change, currentTable, specsOf, tableOf} from './alteration.ts';
import {bindOptions} from './planned.ts';
import {restartOf} from './sequence.ts';

/** ADD GENERATED … AS IDENTITY: rows that are there keep what they have. Errors: 42703, 22023, 55000. */
export async function addIdentity(action: Action<'add_identity'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  await session.transaction.edit((fork): CatalogEdit => {
    const table = tableOf(fork, to.oid);
    const index = columnNamed(table, action.column);
    const column = table.columns[index];
    const {sequence, filled} = bindColumnSequence(table, index, action, {...bindOptions(session, sql), catalog: fork});
    const of = `column "${action.column}" of relation "${table.name}"`;
    if (column.nullable) throw new SqlError('55000', `${of} must be declared NOT NULL before identity can be added`);
    if (column.identity) throw new SqlError('55000', `${of} is already an identity column`);
    if (column.default ?? column.generated) throw new SqlError('55000', `${of} already has a default value`);
    const changed = withChangedColumn(table, index, {...filled, identity: action.generation});
    fork.add(sequence);
    fork.replace(changed);
    return {specs: new Map([...specsOf([changed]), [sequence.oid, sequenceSpec(sequence)]]), notices: [], tag: ''};
  });
}

/** SET GENERATED, SET of the sequence's options, RESTART. Errors: 42703, 55000, 22023. */
export async function setIdentity(action: Action<'set_identity'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  await session.transaction.edit((fork): CatalogEdit => {
    const table = tableOf(fork, to.oid);
    const index = columnNamed(table, action.column);
    const {identity} = table.columns[index];
    if (!identity) throw notIdentity(table, action.column);
    const options = {...bindOptions(session, sql), catalog: fork};
    const owned = sequenceOf(to, table, index);
    const {sequence, restart} = bindSequenceChange(owned, action.options, options);
    const changed = withChangedColumn(table, index, {identity: action.generation ?? identity});
    fork.replace(changed);
    fork.replace(sequence);
    return {
      specs: new Map([...specsOf([changed]), [sequence.oid, sequenceSpec(sequence)]]),
      notices: [],
      tag: '',
      restarts: restartOf(sequence, restart),
    };
  });
}

/** DROP IDENTITY: the sequence goes, values stay. Errors: 42703, 55000. */
export async function dropIdentity({column, ifExists}: Action<'drop_identity'>, to: Alteration): Promise<void> {
  const before = currentTable(to);
  const index = columnNamed(before, column);
  if (!before.columns[index].identity) return skip(to, notIdentity(before, column), ifExists);
  const {oid} = sequenceOf(to, before, index);
  await change(to, (table, fork) => {
    fork.remove([oid]);
    return withChangedColumn(table, index, {identity: null, default: null});
  });
}

/** DROP EXPRESSION: a generated column becomes one like others; values stay. Errors: 42703, 55000. */
export async function dropExpression({column, ifExists}: Action<'drop_expression'>, to: Alteration): Promise<void> {
  const before = currentTable(to);
  const index = columnNamed(before, column);
  if (!before.columns[index].generated) {
    const message = `column "${column}" of relation "${before.name}" is not a stored generated column`;
    return skip(to, new SqlError('55000', message), ifExists);
  }
  await change(to, table => withChangedColumn(table, index, {generated: null}));
}

function skip({session}: Alteration, error: SqlError, ifExists: boolean): void {
  if (!ifExists) throw error;
  session.notice('NOTICE', '00000', `${error.message}, skipping`);
}

function notIdentity(table: TableObject, column: string): SqlError {
  return new SqlError('55000', `column "${column}" of relation "${table.name}" is not an identity column`);
}

function sequenceOf({session}: Alteration, table: TableObject, index: number): SequenceObject {
  const sequences = session.catalog.ofKind('sequence');
  const found = sequences.find(
    ({ownedBy, identity}) => identity && ownedBy?.table === table.oid && ownedBy.column === index,
  );
  if (!found) throw new SqlError('XX000', 'no owned sequence found');
  return found;
}
