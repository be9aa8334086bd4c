import {randomInt} from 'node:crypto';
import type {Catalog} from '../catalog/catalog.ts';
import {encodeObject} from '../catalog/record.ts';
import {publishTypes} from '../catalog/user-types.ts';
import type {SessionStatus} from '../catalog/system/status.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {RelProps} from '../plan/props.ts';
import {SqlError} from '../types/sql-error.ts';
import {AdvisoryLocks} from './advisory-locks.ts';
import type {ConnectOptions, Database, Session} from './api.ts';
import type {CatalogEdit, CatalogEditor} from './ddl.ts';
import type {Engine, ObjectSpec} from './engine.ts';
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
    if (!this.catalog.role(options.user)) {
      throw new SqlError('28000', `role "${options.user}" does not exist`, {severity: 'FATAL'});
    }
    if (this.sessions.size >= MAX_CONNECTIONS) {
      throw new SqlError('53300', 'sorry, too many clients already', {severity: 'FATAL'});
    }
    const processId = this.nextProcessId++;
    const session = new SqlSession(this, options, processId, randomInt(1, 2 ** 31 - 1));
    this.sessions.set(processId, session);
    return session;
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

  /** What the planner may assume of an object's rows. */
  props(oid: ObjectId): RelProps {
    const spec = this.specs.get(oid);
    if (spec?.kind === 'source') return {uniqueKeys: [], monotonic: true, nonNegative: true};
    if (spec?.kind === 'table') {
      return {uniqueKeys: keysWithoutNulls(spec), monotonic: false, nonNegative: true};
    }
    if (spec?.kind === 'view') return spec.plan.nodes[spec.plan.root].props;
    return {uniqueKeys: [], monotonic: false, nonNegative: true};
  }

  /** Runs a catalog change alone, durably, and then shows it to everybody. */
  editCatalog(edit: CatalogEditor): Promise<CatalogEdit> {
    const run = this.lastEdit.then(async () => {
      const fork = this.catalog.fork();
      const result = edit(fork);
      const changes = fork.changesSince(this.catalog);
      if (changes.put.length === 0 && changes.removed.length === 0) return result;
      await this.engine.change({
        puts: changes.put.map(object => ({
          oid: object.oid,
          record: encodeObject(object),
          spec: result.specs.get(object.oid),
        })),
        deletes: changes.removed,
        header: JSON.stringify(changes.header),
        restarts: result.restarts ?? [],
      });
      this.catalog.commit(fork);
      publishTypes(this.catalog);
      for (const [oid, spec] of result.specs) this.specs.set(oid, spec);
      for (const oid of changes.removed) this.specs.delete(oid);
      return result;
    });
    this.lastEdit = run.catch(() => {});
    return run;
  }
}
