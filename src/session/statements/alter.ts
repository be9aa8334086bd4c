import type {Alter, AlterSchema, Rename} from '../../sql/ast/index.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {SqlSession} from '../session.ts';
import {alterIndex, renameIndex} from './alter-index.ts';
import {alterRelation, isServed, renameRelation, setSchema} from './alter-relation.ts';
import {alterTable, renameTable, setTableSchema} from './alter-table.ts';
import {alterSequence} from './sequence.ts';
import {renameType} from './rename-type.ts';

// ALTER by the kind of object that it is about.

export function alter(statement: Alter, session: SqlSession, sql: string): Promise<Execution> {
  if (statement.object === 'table') return alterTable(statement, session, sql);
  if (statement.object === 'sequence' && statement.actions.some(({action}) => action === 'sequence_options')) {
    return alterSequence(statement, session, sql);
  }
  if (statement.object === 'index') return alterIndex(statement, session);
  if (isServed(statement.object)) return alterRelation(statement, session, sql);
  throw notSupported(`ALTER ${statement.object.toUpperCase()}`);
}

export function rename(statement: Rename, session: SqlSession): Promise<Execution> {
  if (statement.object === 'type' || statement.object === 'domain') return renameType(statement, session);
  if (statement.object === 'table') return renameTable(statement, session);
  if (statement.object === 'index') return renameIndex(statement, session);
  if (isServed(statement.object)) return renameRelation(statement, session);
  throw notSupported(`ALTER ${statement.object.toUpperCase()} … RENAME`);
}

export function alterSchema(statement: AlterSchema, session: SqlSession): Promise<Execution> {
  if (statement.object === 'table') return setTableSchema(statement, session);
  if (isServed(statement.object)) return setSchema(statement, session);
  throw notSupported(`ALTER ${statement.object.toUpperCase()} … SET SCHEMA`);
}
