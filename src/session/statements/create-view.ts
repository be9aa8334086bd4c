import type {CreateMaterializedView, CreateView, Refresh} from '../../sql/ast/index.ts';
import {bindCreateMaterializedView, bindCreateView} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, planView} from './planned.ts';

export const createView: StatementHandler<CreateView> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE VIEW', fork => {
      if (statement.orReplace && fork.find(statement.name.parts, session.settings.searchPath)) {
        throw notSupported('CREATE OR REPLACE VIEW of a view that exists', undefined, 'Drop the view first.');
      }
      const view = bindCreateView(statement, {...bindOptions(session, sql), catalog: fork});
      fork.add(view);
      return {specs: new Map(), notices: [], tag: 'CREATE VIEW'};
    });
  },
};

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
  run({name}, session) {
    const found = session.database.catalog.find(name.parts, session.settings.searchPath);
    if (!found) throw new SqlError('42P01', `relation "${name.parts.join('.')}" does not exist`);
    if (found.kind !== 'materialized view') throw new SqlError('42809', `"${found.name}" is not a materialized view`);
    return command('REFRESH MATERIALIZED VIEW');
  },
};
