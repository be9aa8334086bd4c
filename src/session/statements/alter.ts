import type {Alter, AlterAction, AlterObject, AlterSchema, QualifiedName, Rename} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {SqlSession} from '../session.ts';
import {alterIndex, renameIndex} from './alter-index.ts';
import {alterRelation, isServed, renameRelation, setSchema, type WrittenAs} from './alter-relation.ts';
import {actionName, alterTable, renameTable, setTableSchema} from './alter-table.ts';
import {alterType, setTypeSchema} from './move-type.ts';
import {alterSequence} from './sequence.ts';
import {renameType} from './rename-type.ts';

// ALTER by the kind of object that it is about.

export function alter(written: Alter, session: SqlSession, sql: string): Promise<Execution> {
  const statement = aboutItsKind(written, session);
  if (statement.writtenAs) refuseTableActions(statement);
  if (statement.object === 'table') return alterTable(statement, session, sql);
  if (statement.object === 'sequence' && statement.actions.some(({action}) => action === 'sequence_options')) {
    return alterSequence(statement, session, sql);
  }
  if (statement.object === 'index') return alterIndex(statement, session);
  if (statement.object === 'type' || statement.object === 'domain') return alterType(statement, session);
  if (isServed(statement.object)) return alterRelation(statement, session, sql);
  throw notSupported(`ALTER ${statement.object.toUpperCase()}`);
}

export function rename(written: Rename, session: SqlSession): Promise<Execution> {
  const statement = aboutItsKind(written, session);
  if (statement.object === 'type' || statement.object === 'domain') return renameType(statement, session);
  if (statement.object === 'table') return renameTable(statement, session);
  if (statement.object === 'index') return renameIndex(statement, session);
  if (isServed(statement.object)) return renameRelation(statement, session);
  throw notSupported(`ALTER ${statement.object.toUpperCase()} … RENAME`);
}

export function alterSchema(written: AlterSchema, session: SqlSession): Promise<Execution> {
  const statement = aboutItsKind(written, session);
  if (statement.object === 'table') return setTableSchema(statement, session);
  if (statement.object === 'type' || statement.object === 'domain') return setTypeSchema(statement, session);
  if (isServed(statement.object)) return setSchema(statement, session);
  throw notSupported(`ALTER ${statement.object.toUpperCase()} … SET SCHEMA`);
}

/** ALTER TABLE may name a view, a sequence and the like too. */
function aboutItsKind<S extends {readonly object: AlterObject; readonly name: QualifiedName}>(
  statement: S,
  {catalog, settings}: SqlSession,
): S & WrittenAs {
  if (statement.object !== 'table') return statement;
  const kind = catalog.find(statement.name.parts, settings.searchPath)?.kind;
  const other = (['view', 'materialized view', 'source', 'sink', 'sequence'] as const).find(name => name === kind);
  return other ? {...statement, object: other, writtenAs: 'table'} : statement;
}

const ANY_RELATION: readonly AlterAction['action'][] = ['owner_to', 'set_options', 'reset_options'];

/** Errors: 42809. */
function refuseTableActions({object, name, actions}: Alter): void {
  const served = object === 'view' ? [...ANY_RELATION, 'set_default', 'drop_default'] : ANY_RELATION;
  const wrong = actions.find(({action}) => !served.includes(action));
  if (!wrong) return;
  throw new SqlError(
    '42809',
    `ALTER action ${actionName(wrong.action)} cannot be performed on relation "${name.parts.at(-1)!}"`,
    {detail: `This operation is not supported for ${object}s.`},
  );
}
