import type {CreateDomain, CreateType} from '../../sql/ast/index.ts';
import {bindCreateDomain, bindCreateType} from '../../sql/bind/index.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

export const createType: StatementHandler<CreateType> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE TYPE', fork => {
      fork.add(bindCreateType(statement, {...bindOptions(session, sql), catalog: fork}));
      return {specs: new Map(), notices: [], tag: 'CREATE TYPE'};
    });
  },
};

export const createDomain: StatementHandler<CreateDomain> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE DOMAIN', fork => {
      fork.add(bindCreateDomain(statement, {...bindOptions(session, sql), catalog: fork}));
      return {specs: new Map(), notices: [], tag: 'CREATE DOMAIN'};
    });
  },
};
