import type {Catalog} from '../../catalog/catalog.ts';
import type {CatalogObject} from '../../catalog/object.ts';
import type {Arrangement} from '../../dataflow/arrangement/arrangement.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {EngineChange, ObjectSpec} from '../../session/engine.ts';
import type {TableSpec} from '../../session/table-spec.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Objects} from './objects.ts';
import {inOrder} from './spec-order.ts';
import {type Reference, referencesByTable} from './writes/references.ts';

/**
 * A change of the catalog that is not in force yet: what the transaction that makes it sees of the tables, and how it comes
 * into force, between two ticks.
 */
export class PreparedChange {
  readonly change: EngineChange;
  /** Objects that it makes or changes. */
  readonly made: ReadonlyMap<ObjectId, CatalogObject>;
  private readonly lyingOver: () => Catalog;
  private readonly objects: Objects;
  private readonly circuit: Circuit;
  private readonly specs: ReadonlyMap<ObjectId, ObjectSpec>;
  private readonly deletes: ReadonlySet<ObjectId>;
  /** They stay in the catalog, and nothing runs for them. */
  private readonly stopped: readonly ObjectId[];
  /** How sources and sinks come into force: what is wrong with their options has been found. */
  private readonly connected: ReadonlyMap<ObjectId, () => void>;
  private references: {
    readonly over: unknown;
    readonly byTable: ReadonlyMap<ObjectId, readonly Reference[]>;
  } | null = null;
  /** Rows of tables that get columns, as of a tick. */
  private readonly widened = new Map<ObjectId, {readonly tick: number; readonly rows: Arrangement}>();

  /** Errors: what a connector says of its options. */
  constructor(
    change: EngineChange,
    made: ReadonlyMap<ObjectId, CatalogObject>,
    lyingOver: () => Catalog,
    objects: Objects,
    circuit: Circuit,
  ) {
    this.change = change;
    this.made = made;
    this.lyingOver = lyingOver;
    this.objects = objects;
    this.circuit = circuit;
    this.specs = new Map(change.puts.flatMap(({oid, spec}) => (spec ? [[oid, spec] as const] : [])));
    this.deletes = new Set(change.deletes);
    this.stopped = change.puts.flatMap(({oid, spec}) => (spec === null ? [oid] : []));
    this.connected = new Map(
      [...this.specs.values()]
        .filter(({kind}) => kind === 'source' || kind === 'sink')
        .map(spec => [spec.oid, objects.prepare(spec)]),
    );
  }

  /** As it is with the change in it. */
  get catalog(): Catalog {
    return this.lyingOver();
  }

  /** Errors: 42P01. */
  table(oid: ObjectId): TableSpec {
    const spec = this.specs.get(oid);
    if (spec?.kind === 'table') return spec;
    if (this.deletes.has(oid)) throw new SqlError('42P01', `relation with OID ${oid} does not exist`);
    return this.objects.table(oid);
  }

  has(oid: ObjectId): boolean {
    return !this.deletes.has(oid) && (this.specs.has(oid) || this.circuit.has(oid));
  }

  /** The table is made by the change: nothing is committed in it. */
  isNew(oid: ObjectId): boolean {
    return this.specs.has(oid) && !this.circuit.has(oid);
  }

  /** The table, where it has more columns than what is committed in it. */
  wider(oid: ObjectId): TableSpec | null {
    const spec = this.specs.get(oid);
    if (spec?.kind !== 'table' || !this.circuit.has(oid)) return null;
    return spec.schema.length > this.circuit.schemaOf(oid).length ? spec : null;
  }

  referencesTo(oid: ObjectId): readonly Reference[] {
    const over = this.objects.allReferences();
    if (this.references?.over !== over) {
      const all = new Map(this.objects.specs().map(spec => [spec.oid, spec]));
      for (const deleted of this.deletes) all.delete(deleted);
      for (const [changed, spec] of this.specs) all.set(changed, spec);
      this.references = {over, byTable: referencesByTable(all.values())};
    }
    return this.references.byTable.get(oid) ?? [];
  }

  /** What is committed in the table, as the change makes it look. */
  committed(oid: ObjectId): Arrangement | null {
    if (this.isNew(oid)) return null;
    const spec = this.wider(oid);
    const rows = this.circuit.arrangement(oid);
    if (!spec) return rows;
    const known = this.widened.get(oid);
    if (known?.tick === this.circuit.tick) return known.rows;
    known?.rows.close();
    const wide = rows!.widened(spec.schema, spec.missing);
    this.widened.set(oid, {tick: this.circuit.tick, rows: wide});
    return wide;
  }

  /** Puts it in force. */
  install(): void {
    // They go on under another plan, from the beginning.
    const refilled = [...this.specs.values()].flatMap(spec => (this.objects.isRefilledBy(spec) ? [spec.oid] : []));
    this.objects.drop([...this.change.deletes, ...this.stopped, ...refilled]);
    for (const spec of inOrder([...this.specs.values()])) {
      if (spec.kind === 'table') this.objects.putTable(spec, this.takeWidened(spec));
      else (this.connected.get(spec.oid) ?? this.objects.prepare(spec))();
    }
  }

  close(): void {
    for (const {rows} of this.widened.values()) rows.close();
    this.widened.clear();
  }

  private takeWidened(spec: TableSpec): Arrangement | null {
    const rows = this.wider(spec.oid) ? this.committed(spec.oid) : null;
    this.widened.delete(spec.oid);
    return rows;
  }
}
