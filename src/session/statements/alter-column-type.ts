import {
  columnNamed,
  droppedName,
  nextGeneration,
  withChangedColumn,
  withMovedColumn,
} from '../../catalog/alter-table.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import type {TableIndex} from '../../catalog/constraints.ts';
import type {CatalogColumn, ObjectId, TableObject} from '../../catalog/object.ts';
import {usedColumns} from '../../plan/columns.ts';
import type {AlterAction} from '../../sql/ast/index.ts';
import {bindCheckAgain, bindColumnType, bindSequenceChange, castDefault} from '../../sql/bind/index.ts';
import {printExpression} from '../../sql/print/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {baseOf, sameType, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {ObjectSpec} from '../engine.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import {refuseUnequalKeys} from '../../catalog/collation.ts';
import {collationOidOf} from '../../types/collatable.ts';
import {tableSpec} from '../table-spec.ts';
import {type Alteration, change, currentTable, tableOf} from './alteration.ts';
import {policiesNaming, policyText, usersOfColumn} from './column-users.ts';
import type {PlannedStatement} from '../prepared.ts';
import {definingOptions, planQueryText} from './planned.ts';
import {quoted, tableText} from './table-rows.ts';
import {refuseSelf} from './type-users.ts';

type TypeAction = Extract<AlterAction, {action: 'alter_column_type'}>;

/**
 * ALTER COLUMN … TYPE: a new column beside the old one is filled from it, takes its name and its number, and the old one is
 * dropped. Errors: 42804 no cast, 0A000 a view or generated column reads it, those of the cast.
 */
export async function alterColumnType(action: TypeAction, to: Alteration): Promise<void> {
  const {session, sql} = to;
  const table = currentTable(to);
  const index = columnNamed(table, action.column);
  const column = table.columns[index];
  const type = bindColumnType(action, definingOptions(session, sql));
  if (column.generated && action.using) {
    throw new SqlError('42611', 'cannot specify USING when altering type of generated column', {
      detail: `Column "${column.name}" is a generated column.`,
    });
  }
  const sameOrder = collationOidOf(column.type) === collationOidOf(type);
  if (sameType(column.type, type) && sameOrder && !action.using) return;
  refuseUnequalKeys(table, index, type, session.catalog);
  if (column.identity && !['smallint', 'integer', 'bigint'].includes(type.kind)) {
    throw new SqlError('22023', 'identity column type must be smallint, integer, or bigint');
  }
  refuseSelf(table, type);
  refuseUsers(to, table, index);
  const place = table.columns.length;
  const temporary = droppedName(column.number ?? index + 1, place);
  await change(to, before => nextGeneration({...before, columns: [...before.columns, fresh(temporary, type, place)]}));
  const filling = planFilling(action, to, temporary, type);
  // Postgres asks for the default before it touches rows.
  castDefault(column, type, definingOptions(session, sql));
  await fill(to, filling);
  await session.transaction.edit((fork: Catalog) => {
    const value = castDefault(column, type, {...definingOptions(session, sql), catalog: fork});
    const moved = replaced(tableOf(fork, to.oid), index, place, {...column, type, default: value, missing: undefined});
    const options = {...definingOptions(session, sql), catalog: fork};
    const checks = moved.checks.map(check =>
      check.columns.includes(index)
        ? bindCheckAgain(moved, {...check, columns: check.columns.map(c => (c === index ? place : c))}, options)
        : check,
    );
    const done = {...moved, checks};
    fork.replace(done);
    const others = fork
      .ofKind('table')
      .filter(other => other.oid !== to.oid && other.foreignKeys.some(key => key.references === to.oid))
      .map(other => ({
        ...other,
        foreignKeys: other.foreignKeys.map(key =>
          key.references === to.oid ? {...key, referenced: key.referenced.map(c => (c === index ? place : c))} : key,
        ),
      }));
    for (const other of others) fork.replace(other);
    const specs = new Map<ObjectId, ObjectSpec>([done, ...others].map(each => [each.oid, tableSpec(each)]));
    for (const sequence of fork.ofKind('sequence')) {
      if (sequence.ownedBy?.table !== to.oid || sequence.ownedBy.column !== index) continue;
      const moved = {...sequence, ownedBy: {table: to.oid, column: place}};
      // The sequence of an identity column follows its type.
      const counted = sequence.identity ? [{name: 'as' as const, type: action.type}] : [];
      const {sequence: kept} = bindSequenceChange(moved, counted, {...definingOptions(session, sql), catalog: fork});
      fork.replace(kept);
      specs.set(kept.oid, sequenceSpec(kept));
    }
    return {specs, notices: [], tag: ''};
  });
}

function fresh(name: string, type: SqlType, place: number): CatalogColumn {
  return {name, type, nullable: true, default: null, number: place + 1};
}

/** Errors: 42804 no such cast. */
function planFilling(
  {using, column: name}: TypeAction,
  {session, oid}: Alteration,
  temporary: string,
  type: SqlType,
): PlannedStatement {
  const table = tableOf(session.catalog, oid);
  const value = using ? printExpression(using) : quoted(name);
  const text = `UPDATE ${tableText(table)} AS ${quoted(table.name)} SET ${quoted(temporary)} = (${value})`;
  try {
    return planQueryText(session, text);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    if (error.code !== '42804') throw error.with({position: undefined});
    if (using) {
      throw new SqlError(
        '42804',
        `result of USING clause for column "${name}" cannot be cast automatically to type ${kindName(type)}`,
        {hint: 'You might need to add an explicit cast.'},
      );
    }
    throw new SqlError('42804', `column "${name}" cannot be cast automatically to type ${kindName(type)}`, {
      hint: `You might need to specify "USING ${name}::${kindName(type)}".`,
    });
  }
}

async function fill({session}: Alteration, planned: PlannedStatement): Promise<void> {
  try {
    await session.runPlanned(planned, []);
  } catch (error) {
    throw error instanceof SqlError ? error.with({position: undefined}) : error;
  }
}

/** The new column under the old one's name and number; the old one dropped. */
function replaced(table: TableObject, index: number, place: number, column: CatalogColumn): TableObject {
  const number = column.number ?? index + 1;
  const old = table.columns[index];
  const gone: CatalogColumn = {
    name: droppedName(number, index),
    type: baseOf(old.type),
    nullable: true,
    default: null,
    dropped: true,
    missing: old.missing,
  };
  const renamed = withChangedColumn(table, index, {default: null});
  const columns = renamed.columns.map((entry, i) => (i === index ? gone : i === place ? {...column, number} : entry));
  return withMovedColumn({...renamed, columns}, index, place);
}

/** In an expression or its condition. */
function speaksOf({expressions = [], predicate}: TableIndex, column: number): boolean {
  return expressions.some(each => each?.columns.includes(column)) || Boolean(predicate?.columns.includes(column));
}

/** Errors: 0A000. */
function refuseUsers({session}: Alteration, table: TableObject, index: number): void {
  const {name} = table.columns[index];
  const [user] = usersOfColumn(session, session.catalog, table, index);
  if (user) {
    throw new SqlError('0A000', 'cannot alter type of a column used by a view or rule', {
      detail: `rule _RETURN on ${user.kind} ${session.catalog.displayName(user, session.settings.searchPath)} depends on column "${name}"`,
    });
  }
  const speaking = table.indexes.find(each => speaksOf(each, index));
  if (speaking) throw notSupported(`ALTER COLUMN … TYPE of a column in an expression of index "${speaking.name}"`);
  const computed = table.columns.find(
    ({generated, dropped}) => generated && !dropped && usedColumns(generated.expr).has(index),
  );
  if (computed) {
    throw new SqlError('0A000', 'cannot alter type of a column used by a generated column', {
      detail: `Column "${name}" is used by generated column "${computed.name}".`,
    });
  }
  const [named] = policiesNaming(session.catalog, table, index);
  if (named) {
    throw new SqlError('0A000', 'cannot alter type of a column used in a policy definition', {
      detail: `${policyText(named, session.catalog, session.settings.searchPath)} depends on column "${name}"`,
    });
  }
}
