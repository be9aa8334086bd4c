import type {SequenceObject} from '../../catalog/object.ts';
import type {Alter, CreateSequence} from '../../sql/ast/index.ts';
import {bindCreateSequence, bindSequenceChange} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {SqlSession} from '../session.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import {ownerOf} from './alter-relation.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

export const createSequence: StatementHandler<CreateSequence> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE SEQUENCE', fork => {
      const tag = 'CREATE SEQUENCE';
      const there = alreadyThere(session, fork, statement, tag);
      if (there) return there;
      const {sequence, restart} = bindCreateSequence(statement, {...bindOptions(session, sql), catalog: fork});
      fork.add(sequence);
      return {specs: specOf(sequence), notices: [], tag, restarts: restartOf(sequence, restart)};
    });
  },
};

function specOf(sequence: SequenceObject) {
  return new Map([[sequence.oid, sequenceSpec(sequence)]]);
}

export function restartOf({oid}: SequenceObject, last: bigint | undefined) {
  return last === undefined ? [] : [{oid, last, called: false}];
}

/** ALTER SEQUENCE. Errors: 42P01, 42809, 22023. */
export function alterSequence(statement: Alter, session: SqlSession, sql: string): Promise<Execution> {
  return editCatalog(session, 'ALTER SEQUENCE', fork => {
    const tag = 'ALTER SEQUENCE';
    const found = fork.find(statement.name.parts, session.settings.searchPath);
    if (!found) {
      const missing = `relation "${statement.name.parts.join('.')}" does not exist`;
      if (!statement.ifExists) throw new SqlError('42P01', missing);
      return {specs: new Map(), notices: [{severity: 'NOTICE', code: '00000', message: `${missing}, skipping`}], tag};
    }
    if (found.kind !== 'sequence') throw new SqlError('42809', `"${found.name}" is not a sequence`);
    const options = statement.actions.flatMap(action => {
      if (action.action !== 'sequence_options') throw notSupported('ALTER SEQUENCE … of other things than its options');
      return action.options;
    });
    if (found.identity && options.some(({name}) => name === 'owned by')) {
      throw new SqlError('0A000', 'cannot change ownership of identity sequence', {
        detail: `Sequence "${found.name}" is linked to table "${ownerOf(fork, found)}".`,
      });
    }
    const {sequence, restart} = bindSequenceChange(found, options, {...bindOptions(session, sql), catalog: fork});
    fork.replace(sequence);
    return {specs: specOf(sequence), notices: [], tag, restarts: restartOf(sequence, restart)};
  });
}
