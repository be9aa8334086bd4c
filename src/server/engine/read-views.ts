import type {Catalog} from '../../catalog/catalog.ts';
import {schemaOf} from '../../catalog/object.ts';
import {systemRelationByOid} from '../../catalog/system/index.ts';
import type {LockStatus, SessionStatus} from '../../catalog/system/status.ts';
import {callSystemFunction} from '../../catalog/system-functions.ts';
import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {conformBatch} from '../../columnar/widen.ts';
import type {Snapshot} from '../../dataflow/arrangement/arrangement.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {SessionFacts} from '../../session/engine.ts';
import type {TableSpec} from '../../session/table-spec.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Schema} from '../../types/schema.ts';
import {sameLayout} from '../../types/sql-type.ts';
import {orAborted} from './abort.ts';
import {CatalogRows} from './catalog-rows.ts';
import type {Objects} from './objects.ts';
import {emptySnapshot, ReadView, retainSnapshot} from './read-view.ts';
import type {Sequences} from './sequences.ts';
import {systemSnapshot} from './system-snapshot.ts';
import {concurrentUpdate} from './writes/commit-check.ts';
import {heldRows} from './writes/held-rows.ts';
import type {Frozen, Transactions} from './writes/transactions.ts';
import type {ViewRequest} from './writes/writes.ts';

/** What views need of the engine around them. */
type ReadViewHost = {
  readonly memory: Memory;
  readonly circuit: Circuit;
  readonly objects: Objects;
  readonly sequences: Sequences;
  readonly transactions: Transactions;
  readonly catalog: () => Catalog;
  readonly lastTick: () => number;
  readonly waitStatuses: () => Iterable<LockStatus>;
  readonly whenIdle: <T>(work: () => T) => Promise<T>;
};

/** Opens what statements see. */
export class ReadViews {
  private readonly host: ReadViewHost;
  private readonly catalogRows = new CatalogRows();

  constructor(host: ReadViewHost) {
    this.host = host;
  }

  /**
   * What a statement sees: the objects as of the last tick, and its transaction's rows. A view that is being filled is waited
   * for. Errors: 57014 of the signal, 42P01 for what is gone, those that stand in the views.
   */
  async open(request: ViewRequest, signal: AbortSignal): Promise<ReadView> {
    const {inputs, lookups, skipped, facts, transaction} = request;
    await orAborted(this.host.objects.settled(inputs), signal);
    const history = await this.host.objects.sources.readHistories(inputs, signal);
    const open = (): ReadView => {
      const extra = new Map<ObjectId, readonly Batch[]>(history);
      try {
        signal.throwIfAborted();
        const change = this.host.transactions.changeOf(transaction);
        const there = (object: ObjectId): boolean => (change ? change.has(object) : this.host.circuit.has(object));
        const gone = inputs.find(
          object => !there(object) && !systemRelationByOid(object) && !this.host.sequences.has(object),
        );
        if (gone !== undefined) throw new SqlError('42P01', `relation with OID ${gone} does not exist`);
        const snapshot = this.systemSnapshot(facts, change?.catalog ?? this.host.catalog());
        for (const object of inputs) {
          // Tables of large objects take the places of empty relations.
          const relation = there(object) ? null : systemRelationByOid(object);
          if (relation) extra.set(object, this.catalogRows.batchesOf(this.host.memory, relation, snapshot));
          if (this.host.sequences.has(object)) {
            const sequence = snapshot.catalog.relation(object);
            extra.set(object, [batchFromRows(this.host.memory, schemaOf(sequence), [this.host.sequences.row(object)])]);
          }
          if (change?.isNew(object) && !extra.has(object)) extra.set(object, []);
        }
        const kept = inputs.filter(object => !extra.has(object));
        const snapshots = this.snapshotsFor(kept, lookups, facts, transaction);
        this.count(snapshots, lookups);
        if (change) for (const object of kept) widenSnapshot(snapshots, object, change.wider(object));
        for (const [object, deltas] of this.host.transactions.view(transaction)) {
          if (!snapshots.has(object) && !change?.isNew(object)) continue;
          if (inputs.includes(object)) this.mustFit(object, transaction!);
          extra.set(
            object,
            deltas.map(delta => delta.retain()),
          );
        }
        for (const object of skipped ?? []) {
          const own = transaction === null ? null : this.host.transactions.of(transaction).set;
          const held = heldRows(
            this.host.memory,
            this.host.transactions.others(own),
            (change ?? this.host.objects).table(object),
          );
          if (held) extra.set(object, [...(extra.get(object) ?? []), held]);
        }
        return new ReadView(this.host.memory, snapshots, extra, {
          now: facts.now,
          settings: facts.settings,
          system: (name, args) => callSystemFunction(snapshot, name, args),
        });
      } catch (error) {
        for (const batches of extra.values()) for (const batch of batches) batch.release();
        throw error;
      }
    };
    return this.mayReadNow(request) ? open() : this.host.whenIdle(open);
  }

  /** A query that need not wait for the end of the tick under way: that changes nothing of what it reads, or what was there can be told. */
  private mayReadNow({inputs, lookups, betweenTicks, transaction}: ViewRequest): boolean {
    if (betweenTicks || transaction !== null || !lookups) return false;
    const {circuit} = this.host;
    return inputs.every(object => circuit.has(object) && circuit.canRead(object, lookups.get(object)));
  }

  close(): void {
    this.catalogRows.close();
  }

  /** As of now, or in a transaction that has a snapshot as of its first read. */
  private snapshotsFor(
    objects: readonly ObjectId[],
    lookups: ViewRequest['lookups'],
    {settings}: SessionFacts,
    transaction: number | null,
  ): Map<ObjectId, Snapshot> {
    const isolation = settings.get('transaction_isolation');
    if (transaction === null || (isolation !== 'repeatable read' && isolation !== 'serializable')) {
      return this.host.circuit.snapshots(objects, lookups);
    }
    const own = this.host.transactions.of(transaction);
    const {snapshots, there} = own.snapshot(() => this.freeze());
    if (isolation === 'serializable') own.noteReads(objects.flatMap(object => this.host.circuit.tablesUnder(object)));
    // What was being filled then is seen as it is, and nothing of what has been made since.
    const seen = this.host.circuit.snapshots(objects.filter(object => there.has(object) && !snapshots.has(object)));
    for (const object of objects) {
      const snapshot = snapshots.get(object);
      if (snapshot) seen.set(object, this.asItIsNow(object, retainSnapshot(snapshot)));
      else if (!there.has(object)) seen.set(object, emptySnapshot(this.host.circuit.schemaOf(object)));
    }
    return seen;
  }

  /** What another has altered since has other columns by now. Takes over the snapshot. Errors: 40001 some are of another type. */
  private asItIsNow(object: ObjectId, snapshot: Snapshot): Snapshot {
    const {circuit, objects} = this.host;
    const schema = circuit.schemaOf(object);
    if (isAltered(snapshot.schema, schema)) {
      snapshot.release();
      throw concurrentUpdate();
    }
    return schema.length > snapshot.schema.length ? widened(snapshot, objects.table(object)) : snapshot;
  }

  /** Where there was no index to look in yet, all rows are read. */
  private count(snapshots: ReadonlyMap<ObjectId, Snapshot>, lookups: ViewRequest['lookups']): void {
    const {activity} = this.host.objects;
    for (const [object, {rows}] of snapshots) {
      const lookup = lookups?.get(object);
      if (lookup && rows < Math.max(2, this.host.circuit.rowsOf(object))) {
        activity.lookedUp(object, lookup.columns, rows);
      } else activity.scanned(object, rows);
    }
  }

  private freeze(): Frozen {
    const {circuit, lastTick} = this.host;
    return {tick: lastTick(), snapshots: circuit.allSnapshots(), there: new Set(circuit.ids())};
  }

  /** Rows of the transaction's own were made for the table as it is. Errors: 40001. */
  private mustFit(table: ObjectId, transaction: number): void {
    const {set, change} = this.host.transactions.of(transaction);
    if ((change ?? this.host.objects).table(table).generation === set.generationOf(table)) return;
    throw concurrentUpdate();
  }

  private *lockStatuses(sessions: readonly SessionStatus[] = []): Iterable<LockStatus> {
    yield* this.host.transactions.lockStatuses();
    yield* this.host.waitStatuses();
    for (const {locks} of sessions) yield* locks;
  }

  private systemSnapshot(facts: SessionFacts, catalog: Catalog): ReturnType<typeof systemSnapshot> {
    const {objects, sequences} = this.host;
    const status = {...objects.status(facts.sessions), locks: () => this.lockStatuses(facts.sessions)};
    return systemSnapshot(catalog, status, sequences, facts);
  }
}

/** More than columns that have been added: ALTER TYPE puts another column of the name behind all. */
function isAltered(before: Schema, now: Schema): boolean {
  const added = new Set(now.slice(before.length).map(({name}) => name));
  return before.some(({name, type}, i) => {
    const column = now.at(i);
    return !column || !sameLayout(type, column.type) || (column.name !== name && added.has(name));
  });
}

/** The table's rows with the columns that the transaction has given it. */
function widenSnapshot(snapshots: Map<ObjectId, Snapshot>, object: ObjectId, table: TableSpec | null): void {
  const snapshot = table && snapshots.get(object);
  if (snapshot) snapshots.set(object, widened(snapshot, table));
}

/** Takes over the snapshot. */
function widened(snapshot: Snapshot, {schema, missing}: TableSpec): Snapshot {
  const batches = snapshot.batches.map(batch => conformBatch(batch, schema, missing));
  snapshot.release();
  const release = (): void => batches.forEach(batch => batch.release());
  return {schema, batches, rows: snapshot.rows, release};
}
