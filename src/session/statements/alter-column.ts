import {columnNamed, withChangedColumn} from '../../catalog/alter-table.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {primaryKeyOf} from '../../catalog/constraints.ts';
import {liveColumns, type SequenceObject, type TableObject} from '../../catalog/object.ts';
import {evaluateConstant} from '../../expr/evaluate.ts';
import {addTableColumn, bindNewDefault, defaultOf} from '../../sql/bind/index.ts';
import {refuseSystemName} from '../../sql/bind/system-columns.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CatalogEdit} from '../ddl.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import type {SqlSession} from '../session.ts';
import {type Action, type Alteration, change, currentTable, demand, rewrites} from './alteration.ts';
import {definingOptions} from './planned.ts';
import {quoted, runText, tableText} from './table-rows.ts';
import {refuseSelf} from './type-users.ts';

/** Rows that are there get the default as of now; where each needs a value of its own, all are written anew. */
export async function addColumn({column: ast, ifNotExists}: Action<'add_column'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  const before = currentTable(to);
  if (liveColumns(before).some(({column}) => column.name === ast.name)) {
    const error = new SqlError('42701', `column "${ast.name}" of relation "${before.name}" already exists`);
    if (!ifNotExists) throw error;
    session.notice('NOTICE', error.code, `${error.message}, skipping`);
    return;
  }
  refuseSystemName(ast.name);
  const index = before.columns.length;
  let sequence: SequenceObject | null = null;
  const add = (table: TableObject, fork: Catalog): TableObject => {
    const added = addTableColumn(table, ast, {...definingOptions(session, sql), catalog: fork});
    sequence = added.sequence;
    const column = added.table.columns[index];
    refuseSelf(table, column.type);
    if (rewrites(column)) return added.table;
    const context = {now: session.transaction.now, settings: session.settings.snapshot()};
    return withChangedColumn(added.table, index, {missing: evaluateConstant(defaultOf(column), context) ?? undefined});
  };
  await demand(to, add, async () => {
    if (sequence) await addSequence(session, sequence);
    if (!rewrites(currentTable(to).columns[index])) return;
    await runText(session, `UPDATE ${tableText(currentTable(to))} SET ${quoted(ast.name)} = DEFAULT`);
  });
}

async function addSequence(session: SqlSession, sequence: SequenceObject): Promise<void> {
  await session.transaction.edit((fork): CatalogEdit => {
    fork.add(sequence);
    return {specs: new Map([[sequence.oid, sequenceSpec(sequence)]]), notices: [], tag: ''};
  });
}

export async function changeDefault(action: Action<'set_default' | 'drop_default'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  await change(to, (table, fork) => {
    const index = columnNamed(table, action.column);
    const column = table.columns[index];
    if (column.generated || column.identity) {
      const what = column.identity ? 'an identity column' : 'a generated column';
      throw new SqlError('42601', `column "${action.column}" of relation "${table.name}" is ${what}`, {
        hint:
          column.identity && action.action === 'drop_default'
            ? 'Use ALTER TABLE ... ALTER COLUMN ... DROP IDENTITY instead.'
            : undefined,
      });
    }
    const options = {...definingOptions(session, sql), catalog: fork};
    const value = action.action === 'set_default' ? bindNewDefault(column, action.expression, options) : null;
    return withChangedColumn(table, index, {default: value});
  });
}

export async function setNotNull({column}: Action<'set_not_null'>, to: Alteration): Promise<void> {
  await demand(to, table => withChangedColumn(table, columnNamed(table, column), {nullable: false}));
}

export async function dropNotNull({column}: Action<'drop_not_null'>, to: Alteration): Promise<void> {
  await change(to, table => {
    const index = columnNamed(table, column);
    if (table.columns[index].identity) {
      throw new SqlError('42601', `column "${column}" of relation "${table.name}" is an identity column`);
    }
    if (primaryKeyOf(table)?.columns.includes(index)) {
      throw new SqlError('42P16', `column "${column}" is in a primary key`);
    }
    return withChangedColumn(table, index, {nullable: true});
  });
}
