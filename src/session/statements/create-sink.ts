import {checkRights, NeededRights} from '../../catalog/needed-rights.ts';
import type {CreateSink} from '../../sql/ast/index.ts';
import {bindCreateSink} from '../../sql/bind/index.ts';
import {connectorDefinition} from './create-source.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, planView} from './planned.ts';

export const createSink: StatementHandler<CreateSink> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE SINK', fork => {
      const tag = 'CREATE SINK';
      const there = alreadyThere(session, fork, statement, tag);
      if (there) return there;
      const binding = {...bindOptions(session, sql), catalog: fork, rights: new NeededRights()};
      const {object, rel} = bindCreateSink(statement, binding);
      checkRights(fork, binding.rights, session.currentRole);
      fork.add(object);
      const {oid, name, connector, options, format} = object;
      const definition = connectorDefinition(connector, options, format, null);
      return {
        specs: new Map([[oid, {kind: 'sink', oid, name, plan: planView(session, rel), definition}]]),
        notices: [],
        tag,
      };
    });
  },
};
