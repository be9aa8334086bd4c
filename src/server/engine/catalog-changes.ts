import type {Catalog} from '../../catalog/catalog.ts';
import {needJavaScript} from '../../catalog/function-signature.ts';
import type {CatalogObject} from '../../catalog/object.ts';
import {decodeObject} from '../../catalog/record.ts';
import {publishTypes} from '../../catalog/user-types.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import {loadJavaScript} from '../../expr/javascript/sandbox.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {EngineChange} from '../../session/engine.ts';
import type {Store} from '../../storage/store.ts';
import type {PeekGate} from '../peek/gate.ts';
import {type ChangeMessage, wholeChange} from '../sent-changes.ts';
import {type HeaderWritten, headerWith} from './header-written.ts';
import type {Objects} from './objects.ts';
import {PreparedChange} from './prepared-change.ts';
import type {Sequences} from './sequences.ts';
import type {CommitQueue} from './writes/commit-queue.ts';
import type {Transactions} from './writes/transactions.ts';

/** What changes of the catalog need of the engine around them. */
type ChangeHost = {
  readonly circuit: Circuit;
  readonly objects: Objects;
  readonly sequences: Sequences;
  readonly store: Store;
  readonly commits: CommitQueue;
  readonly transactions: Transactions;
  readonly peeks: PeekGate;
  readonly header: HeaderWritten;
  readonly whenIdle: <T>(work: () => T) => Promise<T>;
  readonly wake: () => void;
};

/** The engine's catalog, and how changes come into it: those of transactions when they commit. */
export class CatalogChanges {
  private readonly host: ChangeHost;
  private current: Catalog;
  private installed = 0;

  constructor(catalog: Catalog, host: ChangeHost) {
    this.current = catalog;
    this.host = host;
  }

  get catalog(): Catalog {
    return this.current;
  }

  /** Changes whenever objects come, go or become others. */
  get version(): number {
    return this.installed;
  }

  async change(change: EngineChange): Promise<void> {
    // Everything that can be wrong is found before anything is written.
    const prepared = this.prepare(change);
    if (needJavaScript(prepared.made.values())) await loadJavaScript();
    await this.host.store.commit({catalog: this.host.header.durable(change) ?? undefined});
    await this.host.whenIdle(() => this.install(prepared));
    this.host.wake();
  }

  /** `before`: the same transaction's, up to its last statement. */
  private prepare(change: EngineChange, before: PreparedChange | null = null): PreparedChange {
    const known = new Map(before?.change.puts.map(({oid, record}) => [oid, record]));
    const made = new Map(
      change.puts.map(({oid, record}) => [
        oid,
        known.get(oid) === record ? before!.made.get(oid)! : decodeObject(record),
      ]),
    );
    const over = this.lyingOver(change, made);
    return new PreparedChange(change, made, over, this.host.objects, this.host.circuit);
  }

  /** The catalog as the change makes it, whatever others have put in force since. */
  private lyingOver(change: EngineChange, objects: ReadonlyMap<ObjectId, CatalogObject>): () => Catalog {
    let made: {readonly version: number; readonly catalog: Catalog} | null = null;
    return () => {
      if (made?.version !== this.installed) {
        made = {version: this.installed, catalog: this.catalogWith(change, objects)};
      }
      return made.catalog;
    };
  }

  private catalogWith(change: EngineChange, objects: ReadonlyMap<ObjectId, CatalogObject>): Catalog {
    const put = [...objects.values()];
    return this.current.succeededBy(headerWith(this.current.header, change), {put, removed: change.deletes});
  }

  /** What the types are: as committed, and as transactions under way have made them. */
  private publish(): void {
    publishTypes(
      this.current,
      [...this.host.transactions.changes()].map(change => oid => change.made.get(oid)),
    );
  }

  /** Between two ticks, once it is durable. */
  install(prepared: PreparedChange): void {
    const {catalog, change} = prepared;
    const fresh = change.puts.flatMap(({spec}) =>
      spec?.kind === 'sequence' && !this.host.sequences.has(spec.oid) ? [spec] : [],
    );
    this.current = catalog;
    this.installed++;
    this.publish();
    this.host.peeks.whileClosed(() => prepared.install());
    // Whatever a transaction that came to nothing may have left under the number.
    for (const {oid, start} of fresh) this.host.sequences.restart(oid, {last: start, called: false});
    for (const {oid, last, called} of change.restarts) this.host.sequences.restart(oid, {last, called});
  }

  /** Sequences work at once, for nobody else knows of them; all else waits for the commit. */
  async changeWithin(transaction: number, message: ChangeMessage | null): Promise<void> {
    const before = this.host.transactions.changeOf(transaction);
    const change = message && wholeChange(message, before?.change ?? null);
    const prepared = change && this.prepare(change, before);
    if (prepared && needJavaScript(prepared.made.values())) await loadJavaScript();
    if (change && change.examines.length > 0) {
      this.host.transactions.lock(transaction, change.examines);
      // What was on its way before the lock is among what is examined.
      await this.host.commits.settled();
    }
    await this.host.whenIdle(() => {
      const own = this.host.transactions.of(transaction);
      for (const {spec} of change?.puts ?? []) {
        if (spec?.kind === 'sequence' && !this.host.sequences.has(spec.oid)) {
          this.host.sequences.put(spec);
          this.host.sequences.restart(spec.oid, {last: spec.start, called: false});
        }
        if (spec?.kind !== 'table') continue;
        own.set.conform(spec.oid, spec.schema, spec.missing, spec.generation);
      }
      const still = new Set(change?.puts.map(({oid}) => oid));
      for (const {oid, spec} of own.change?.change.puts ?? []) {
        if (still.has(oid)) continue;
        // Its number may become another object's.
        if (spec?.kind === 'sequence' && this.current.byOid(oid) === null) this.host.sequences.drop(oid);
        // Back at a savepoint, a table may look as it did before.
        if (spec?.kind !== 'table' || !this.host.circuit.has(oid)) continue;
        const {schema, missing, generation} = this.host.objects.table(oid);
        own.set.conform(oid, schema, missing, generation);
      }
      own.setChange(prepared);
      this.publish();
    });
  }

  rollback(transaction: number): void {
    const change = this.host.transactions.changeOf(transaction);
    this.host.transactions.drop(transaction);
    this.host.wake();
    if (!change) return;
    this.publish();
    for (const {oid, spec} of change.change.puts) {
      if (spec?.kind === 'sequence' && this.current.byOid(oid) === null) this.host.sequences.drop(oid);
    }
  }

  /** The transaction's changes are known to everybody, or it had none: nobody waits for it any more. */
  release(transaction: number): void {
    this.host.transactions.drop(transaction);
    this.host.transactions.letGo(transaction);
    this.host.wake();
  }
}
