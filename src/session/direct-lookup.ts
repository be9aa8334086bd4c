import type {Datum} from '../types/datum.ts';
import type {LookedUp} from './api.ts';
import {auditClasses} from './audit.ts';
import type {PlannedStatement, PreparedStatement} from './prepared.ts';
import type {SqlSession} from './session.ts';

/** Answers prepared lookups in one go, where nothing else of the session has to be looked at or moved for it. */
export class DirectLookup {
  private readonly session: SqlSession;
  /** As of a version of the settings. */
  private auditing = {version: -1, reads: false};

  constructor(session: SqlSession) {
    this.session = session;
  }

  /** What is found; null: nothing has been done. `values` decodes the parameters, and may fail. */
  answer(
    prepared: PreparedStatement | undefined,
    values: (planned: PlannedStatement) => readonly Datum[],
  ): LookedUp | null {
    const {session} = this;
    const planned = prepared?.planned;
    if (!planned?.lookup?.columns || planned.catalogVersion !== session.catalogVersion) return null;
    if (planned.searchPath !== session.settings.searchPath) return null;
    if (planned.role !== session.currentRole || !session.runner.hasChecked(planned.rights)) return null;
    if (this.auditsReads || session.isClosed || session.transaction.isOpen || session.portals.size > 0) return null;
    const row = session.database.engine.peek(planned.lookup, values(planned));
    if (row === undefined) return null;
    session.runner.began(prepared!.sql);
    session.database.statistics.commits++;
    return {columns: planned.columns!, row};
  }

  private get auditsReads(): boolean {
    const {database, settings} = this.session;
    if (database.audit === null) return false;
    const {version} = settings;
    if (this.auditing.version !== version) {
      this.auditing = {version, reads: auditClasses(settings.get('audit_log')!).has('read')};
    }
    return this.auditing.reads;
  }
}
