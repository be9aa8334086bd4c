import {randomInt} from 'node:crypto';
import type {Catalog} from '../catalog/catalog.ts';
import {publishTypes} from '../catalog/user-types.ts';
import type {SessionStatus} from '../catalog/system/status.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {RelProps} from '../plan/props.ts';
import {SqlError} from '../types/sql-error.ts';
import {AdvisoryLocks} from './advisory-locks.ts';
import type {ConnectOptions, Database, Session} from './api.ts';
import type {CatalogEdit, CatalogEditor} from './ddl.ts';
import {DdlTransaction} from './ddl-transaction.ts';
import type {Engine, EngineChange, ObjectSpec} from './engine.ts';
import type {Notification} from './notifications.ts';
import {SqlSession} from './session.ts';
import {keysWithoutNulls} from './table-spec.ts';

const MAX_CONNECTIONS = 1000;

/**
 * The one database of a server: the committed catalog, the engine, and who is connected. Statements that change the
 * catalog run one after the other; the change is in the engine and on disk before the catalog here moves.
 */
export class MillraceDatabase implements Database {
  readonly catalog: Catalog;
  readonly engine: Engine;
  readonly locks = new AdvisoryLocks();
  private readonly specs: Map<ObjectId, ObjectSpec>;
  private readonly sessions = new Map<number, SqlSession>();
  private nextProcessId = 1;
  private nextTransaction = 1;
  private lastEdit: Promise<unknown> = Promise.resolve();

  constructor(catalog: Catalog, engine: Engine, specs: ReadonlyMap<ObjectId, ObjectSpec>) {
    this.catalog = catalog;
    this.engine = engine;
    this.specs = new Map(specs);
    publishTypes(catalog);
  }

  async connect(options: ConnectOptions): Promise<Session> {
    if (options.database !== this.catalog.database) {
      throw new SqlError('3D000', `database "${options.database}" does not exist`, {severity: 'FATAL'});
    }
    this.admit(options.user);
    if (this.sessions.size >= MAX_CONNECTIONS) {
      throw new SqlError('53300', 'sorry, too many clients already', {severity: 'FATAL'});
    }
    const processId = this.nextProcessId++;
    const session = new SqlSession(this, options, processId, randomInt(1, 2 ** 31 - 1));
    this.sessions.set(processId, session);
    return session;
  }

  /** Errors (FATAL): 28000 no such role, or one that may not log in; 53300 it has as many sessions as it may. */
  private admit(user: string): void {
    const role = this.catalog.role(user);
    if (!role) throw new SqlError('28000', `role "${user}" does not exist`, {severity: 'FATAL'});
    if (!role.login) throw new SqlError('28000', `role "${user}" is not permitted to log in`, {severity: 'FATAL'});
    if (role.connectionLimit < 0 || role.superuser) return;
    const own = [...this.sessions.values()].filter(({identity}) => identity.authenticated === role.oid).length;
    if (own >= role.connectionLimit) {
      throw new SqlError('53300', `too many connections for role "${user}"`, {severity: 'FATAL'});
    }
  }

  cancel(processId: number, secretKey: number): void {
    const session = this.sessions.get(processId);
    if (session?.secretKey === secretKey) session.cancelRunning();
  }

  /** What pg_stat_activity shows. */
  activity(): SessionStatus[] {
    return [...this.sessions.values()].map(session => session.activity);
  }

  disconnected(session: SqlSession): void {
    this.sessions.delete(session.processId);
    this.engine.endSession(session.processId);
  }

  /** Passes on what a committed transaction said. */
  notify(notification: Notification): void {
    for (const session of this.sessions.values()) session.hear(notification);
  }

  newTransaction(): number {
    return this.nextTransaction++;
  }

  spec(oid: ObjectId): ObjectSpec | null {
    return this.specs.get(oid) ?? null;
  }

  /** Runs a catalog change alone, durably, and then shows it to everybody. */
  async editCatalog(edit: CatalogEditor): Promise<CatalogEdit> {
    const unlock = await this.lockCatalog();
    try {
      const ddl = new DdlTransaction(this.catalog);
      const result = ddl.edit(edit);
      const change = ddl.change();
      if (change.puts.length === 0 && change.deletes.length === 0 && !ddl.changesRoles) return result;
      await this.engine.change(change);
      this.adopt(ddl.catalog, change);
      return result;
    } finally {
      unlock();
    }
  }

  /** Statements that change the catalog wait for each other; one in a transaction until that is over. */
  async lockCatalog(): Promise<() => void> {
    let unlock = (): void => {};
    const before = this.lastEdit;
    this.lastEdit = before.then(() => new Promise<void>(resolve => (unlock = resolve)));
    await before;
    return () => unlock();
  }

  /** Waits for the change under way that makes plans of this version stale; not for long. */
  async settled(version: number): Promise<void> {
    for (let waits = 0; waits < 100 && this.catalog.version === version; waits++) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }

  /** The change is durable, and in force in the engine. */
  adopt(catalog: Catalog, {puts, deletes}: EngineChange): void {
    this.catalog.commit(catalog);
    publishTypes(this.catalog);
    for (const {oid, spec} of puts) if (spec) this.specs.set(oid, spec);
    for (const oid of deletes) this.specs.delete(oid);
  }
}

/** What the planner may assume of the rows of an object with this spec. */
export function propsOf(spec: ObjectSpec | null): RelProps {
  if (spec?.kind === 'source') return {uniqueKeys: [], monotonic: true, nonNegative: true};
  if (spec?.kind === 'table') return {uniqueKeys: keysWithoutNulls(spec), monotonic: false, nonNegative: true};
  if (spec?.kind === 'view') return spec.plan.nodes[spec.plan.root].props;
  return {uniqueKeys: [], monotonic: false, nonNegative: true};
}
