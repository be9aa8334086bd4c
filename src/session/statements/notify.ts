import type {Listen, Notify, Unlisten} from '../../sql/ast/index.ts';
import {command} from '../execution.ts';
import {notificationOf} from '../notifications.ts';
import type {SqlSession} from '../session.ts';
import {passOn} from '../transaction-ends.ts';
import type {StatementHandler} from './handler.ts';

export const listen: StatementHandler<Listen> = {
  run({channel}, session) {
    session.notifications.change({listen: channel});
    return finished(session, 'LISTEN');
  },
};

export const unlisten: StatementHandler<Unlisten> = {
  run({channel}, session) {
    session.notifications.change({unlisten: channel});
    return finished(session, 'UNLISTEN');
  },
};

/** Errors: 22023. */
export const notify: StatementHandler<Notify> = {
  run({channel, payload}, session) {
    session.notifications.notify(notificationOf(session.processId, channel, payload));
    return finished(session, 'NOTIFY');
  },
};

/** A statement that is a transaction of its own counts at once. */
function finished(session: SqlSession, tag: string) {
  if (!session.transaction.isOpen) passOn(session);
  return command(tag);
}
