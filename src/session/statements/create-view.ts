import {parseStatements} from '../../sql/parse/index.ts';
import {printName, printPath} from '../../sql/print/identifier.ts';
import type {SqlSession} from '../session.ts';
import {replaceView} from './replace-view.ts';
import type {CreateMaterializedView, CreateView, Refresh} from '../../sql/ast/index.ts';
import {bindCreateMaterializedView, bindCreateView} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import {command} from '../execution.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, planView} from './planned.ts';

export const createView: StatementHandler<CreateView> = {
  run(statement, session, sql) {
    if (statement.recursive) return createRecursiveView(statement, session, sql);
    return editCatalog(session, 'CREATE VIEW', fork => {
      const view = bindCreateView(statement, {...bindOptions(session, sql), catalog: fork});
      const there = statement.orReplace ? fork.inSchema(view.schema, view.name) : null;
      if (there) replaceView(fork, there, view);
      else fork.add(view);
      return {specs: new Map(), notices: [], tag: 'CREATE VIEW'};
    });
  },
};

/** `CREATE RECURSIVE VIEW v (a) AS q` is a view of `WITH RECURSIVE v (a) AS (q) SELECT a FROM v`. */
function createRecursiveView(statement: CreateView, session: SqlSession, sql: string): Execution | Promise<Execution> {
  const {name, columns, query, orReplace} = statement;
  const list = columns.map(printName).join(', ');
  const own = printName(name.parts[name.parts.length - 1]);
  const text =
    `CREATE ${orReplace ? 'OR REPLACE ' : ''}VIEW ${printPath(name.parts)} (${list}) AS ` +
    `WITH RECURSIVE ${own} (${list}) AS (${sql.slice(query.span.start, query.span.end)}) SELECT ${list} FROM ${own}`;
  return createView.run(parseStatements(text)[0] as CreateView, session, text);
}

/** Resolves when the view has been filled from what its inputs hold. */
export const createMaterializedView: StatementHandler<CreateMaterializedView> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE MATERIALIZED VIEW', fork => {
      const tag = 'CREATE MATERIALIZED VIEW';
      if (statement.orReplace) throw notSupported('CREATE OR REPLACE MATERIALIZED VIEW');
      const there = alreadyThere(session, fork, statement.name, statement.ifNotExists, tag);
      if (there) return there;
      const {object, rel} = bindCreateMaterializedView(statement, {...bindOptions(session, sql), catalog: fork});
      fork.add(object);
      const onError = object.options['on_error'] === 'quarantine' ? 'quarantine' : 'raise';
      const plan = planView(session, rel);
      return {
        specs: new Map([[object.oid, {kind: 'view', oid: object.oid, name: object.name, plan, onError}]]),
        notices: [],
        tag,
      };
    });
  },
};

/** Views are always fresh: there is nothing to do, and scripts written for Postgres go on working. */
export const refresh: StatementHandler<Refresh> = {
  async run({name}, session) {
    const found = session.catalog.find(name.parts, session.settings.searchPath);
    if (!found) throw new SqlError('42P01', `relation "${name.parts.join('.')}" does not exist`);
    if (found.kind !== 'materialized view') throw new SqlError('0A000', `"${found.name}" is not a materialized view`);
    await session.untilPopulated([found.oid]);
    return command('REFRESH MATERIALIZED VIEW');
  },
};
