import type {CreateDomain, CreateType} from '../../sql/ast/index.ts';
import {bindCreateDomain, bindCreateType} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {definingOptions} from './planned.ts';

export const createType: StatementHandler<CreateType> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE TYPE', fork => {
      const types = unplaced(() => bindCreateType(statement, {...definingOptions(session, sql), catalog: fork}));
      for (const type of types) fork.add(type);
      return {specs: new Map(), notices: [], tag: 'CREATE TYPE'};
    });
  },
};

export const createDomain: StatementHandler<CreateDomain> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE DOMAIN', fork => {
      fork.add(unplaced(() => bindCreateDomain(statement, {...definingOptions(session, sql), catalog: fork})));
      return {specs: new Map(), notices: [], tag: 'CREATE DOMAIN'};
    });
  },
};

/** Postgres says of these statements what is wrong, but not where. */
function unplaced<T>(bind: () => T): T {
  try {
    return bind();
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new SqlError(error.code, error.message, {...error.fields, position: undefined});
  }
}
