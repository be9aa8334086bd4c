import {PG_SIGNAL_BACKEND_OID} from '../catalog/role.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlSession} from './session.ts';

type Signal = 'cancel' | 'terminate';

const VERBS: Readonly<Record<Signal, string>> = {
  cancel: 'query is being canceled',
  terminate: 'process is being terminated',
};
const POLL_MS = 5;

/** pg_cancel_backend and pg_terminate_backend; false, with a warning: there is no such session. Errors: 42501. */
export function signalBackend(session: SqlSession, processId: number, signal: Signal): boolean {
  const target = session.database.session(processId);
  if (!target) {
    session.notice('WARNING', '01000', `PID ${processId} is not a PostgreSQL backend process`);
    return false;
  }
  checkRight(session, target, signal);
  if (signal === 'cancel') target.cancelRunning();
  else
    target.terminate(new SqlError('57P01', 'terminating connection due to administrator command', {severity: 'FATAL'}));
  return true;
}

/** As `signalBackend`, and waits up to `timeoutMs` for the session to be gone. Errors: 22003. */
export async function terminateBackend(session: SqlSession, processId: number, timeoutMs: number): Promise<boolean> {
  if (timeoutMs < 0) throw new SqlError('22003', '"timeout" must not be negative');
  if (!signalBackend(session, processId, 'terminate')) return false;
  const end = performance.now() + timeoutMs;
  while (timeoutMs > 0 && session.database.session(processId)) {
    if (performance.now() > end) {
      session.notice(
        'WARNING',
        '01000',
        `backend with PID ${processId} did not terminate within ${timeoutMs} milliseconds`,
      );
      return false;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  return true;
}

function checkRight(session: SqlSession, target: SqlSession, signal: Signal): void {
  const book = session.catalog.roleBook;
  const {current} = session.identity;
  const owner = target.identity.authenticated;
  if (book.isSuperuser(owner) && !book.isSuperuser(current)) {
    throw new SqlError(
      '42501',
      `must be a superuser to ${signal} superuser ${signal === 'cancel' ? 'query' : 'process'}`,
    );
  }
  if (book.hasRightsOf(current, owner) || book.hasRightsOf(current, PG_SIGNAL_BACKEND_OID)) return;
  throw new SqlError('42501', `must be a member of the role whose ${VERBS[signal]} or member of pg_signal_backend`);
}
