import type {SequenceObject} from '../../catalog/object.ts';
import type {CreateSequence} from '../../sql/ast/index.ts';
import {bindCreateSequence} from '../../sql/bind/index.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

export const createSequence: StatementHandler<CreateSequence> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE SEQUENCE', fork => {
      const tag = 'CREATE SEQUENCE';
      const there = alreadyThere(session, fork, statement.name, statement.ifNotExists, tag);
      if (there) return there;
      const {sequence, restart} = bindCreateSequence(statement, {...bindOptions(session, sql), catalog: fork});
      fork.add(sequence);
      return {specs: specOf(sequence), notices: [], tag, restarts: restartOf(sequence, restart)};
    });
  },
};

export function specOf(sequence: SequenceObject) {
  return new Map([[sequence.oid, sequenceSpec(sequence)]]);
}

export function restartOf({oid}: SequenceObject, last: bigint | undefined) {
  return last === undefined ? [] : [{oid, last, called: false}];
}
