import {checkRights, NeededRights} from '../../catalog/needed-rights.ts';
import type {TableObject} from '../../catalog/object.ts';
import {permissionDenied} from '../../catalog/rights-errors.ts';
import {mayOnColumns} from '../../catalog/rights.ts';
import type {Copy} from '../../sql/ast/index.ts';
import {bindCopyFrom, checkForced, copyColumns, copyTable} from '../../sql/bind/index.ts';
import {printName, printPath} from '../../sql/print/identifier.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Execution, ResultColumn} from '../api.ts';
import {CopyFrom} from '../copy/copy-from.ts';
import {copyFormat, type CopyFormat} from '../copy/options.ts';
import type {SqlSession} from '../session.ts';
import {readOnlyTransaction} from '../transaction.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, planQueryText, planStatement, planStep} from './planned.ts';

/** COPY between the client and a table or a query; the server's own files are not for clients. */
export const copy: StatementHandler<Copy> = {
  run(statement, session, sql) {
    const {endpoint, direction} = statement;
    if (endpoint.type !== 'stdio') {
      const what = endpoint.type === 'file' ? 'a file of the server' : 'a program';
      throw new SqlError('0A000', `COPY ${direction === 'to' ? 'to' : 'from'} ${what} is not supported`, {
        hint: "Use STDIN and STDOUT, or psql's \\copy.",
      });
    }
    return direction === 'from' ? copyFrom(statement, session, sql) : copyTo(statement, session, sql);
  },
};

function copyFrom(statement: Copy, session: SqlSession, sql: string): Execution {
  const options = {...bindOptions(session, sql), rights: new NeededRights()};
  const table = copyTable(options, statement.table!, 'to');
  if (session.transaction.isReadOnly) throw readOnlyTransaction('COPY FROM');
  checkColumnRights(session, table, statement, 'a');
  const bound = bindCopyFrom(statement, options);
  checkRights(session.catalog, options.rights, session.currentRole);
  const format = copyFormat(statement, sql);
  checkForcedColumns(table, statement, format);
  return new CopyFrom(session, bound, planStep(session, bound.step), format, options.rights);
}

async function copyTo(statement: Copy, session: SqlSession, sql: string): Promise<Execution> {
  const {query} = statement;
  if (query?.kind === 'merge') throw new SqlError('0A000', 'MERGE not supported in COPY');
  if (query && query.kind !== 'query' && query.returning === null) {
    throw new SqlError('0A000', 'COPY query must have a RETURNING clause');
  }
  if (query) {
    const format = copyFormat(statement, sql);
    return written(await session.runPlanned(planStatement(session, query, sql, [], 'user', true), []), format);
  }
  const table = copyTable(bindOptions(session, sql), statement.table!, 'from');
  checkColumnRights(session, table, statement, 'r');
  const targets = copyColumns(table, statement.columns);
  const format = copyFormat(statement, sql);
  checkForcedColumns(table, statement, format);
  const columns = targets.map(index => printName(table.columns[index].name)).join(', ');
  const text = `SELECT ${columns} FROM ${printPath([table.schema, table.name])}`;
  return written(await session.runPlanned(planQueryText(session, text, 'user'), []), format);
}

/** Before anything is said of policies. Errors: 42501, 42703, 42701, 42P10. */
function checkColumnRights(session: SqlSession, table: TableObject, {columns}: Copy, letter: 'a' | 'r'): void {
  const numbers = copyColumns(table, columns).map(index => table.columns[index].number ?? index + 1);
  if (!mayOnColumns(session.catalog, table, session.currentRole, letter, numbers)) throw permissionDenied(table);
}

function checkForcedColumns(table: TableObject, {columns}: Copy, format: CopyFormat): void {
  const targets = copyColumns(table, columns);
  if (format.forceQuote !== 'all') checkForced(table, targets, 'FORCE_QUOTE', format.forceQuote);
  checkForced(table, targets, 'FORCE_NOT_NULL', format.forceNotNull);
  checkForced(table, targets, 'FORCE_NULL', format.forceNull);
}

/** The rows of a query as data, not as a result. */
function written(execution: Execution, format: CopyFormat): Execution {
  const columns: readonly ResultColumn[] = execution.columns ?? [];
  return {
    columns: null,
    copy: {direction: 'out', columns, format},
    get tag() {
      return `COPY ${/\d+$/.exec(execution.tag)?.[0] ?? '0'}`;
    },
    next: maxRows => execution.next(maxRows),
    close: () => execution.close(),
  };
}
