import type {Catalog} from '../catalog/catalog.ts';
import type {CatalogObject} from '../catalog/object.ts';
import {refuseTemporaryTypes} from '../catalog/temporary-types.ts';
import {isTemporary} from '../catalog/temporary.ts';
import type {Uncommitted} from '../catalog/user-types.ts';
import {encodeObject} from '../catalog/record.ts';
import type {ObjectId} from '../plan/rel.ts';
import {locksFor, sameUnder} from './catalog-locks.ts';
import {SqlError} from '../types/sql-error.ts';
import type {CatalogEdit, CatalogEditor} from './ddl.ts';
import type {EngineChange, ObjectLock, ObjectSpec, SequenceRestart} from './engine.ts';

/** How far the changes had come. */
export type DdlMark = {
  readonly base: Catalog;
  readonly catalog: Catalog;
  readonly specs: ReadonlyMap<ObjectId, ObjectSpec | null>;
  readonly restarts: readonly SequenceRestart[];
};

/** An edit that has been made on trial: it counts once the locks are there and `accept` has taken it. */
export type DdlAttempt = {
  readonly base: Catalog;
  readonly after: Catalog;
  readonly result: CatalogEdit;
  readonly locks: readonly ObjectLock[];
  /** It changes nothing. */
  readonly isEmpty: boolean;
};

/** Told apart from versions of committed catalogs by their sign. */
let lastVersion = 0;

/**
 * The changes of the catalog that a transaction has made and not committed: only its own statements see them. They lie over what is
 * committed, as it is now: what others commit meanwhile is seen too, and has nothing to do with what is changed here, since that
 * is locked.
 */
export class DdlTransaction {
  private readonly committed: Catalog;
  private base: Catalog;
  private fork: Catalog;
  private specs = new Map<ObjectId, ObjectSpec | null>();
  private restarts: readonly SequenceRestart[] = [];
  private readonly examines = new Set<ObjectId>();
  /** Each is written once, though all are told after each statement. */
  private readonly records = new WeakMap<CatalogObject, string>();
  private current = --lastVersion;

  constructor(committed: Catalog) {
    this.committed = committed;
    this.base = committed.fork();
    this.fork = this.base;
  }

  get catalog(): Catalog {
    this.refresh();
    return this.fork;
  }

  /** Of plans that are made meanwhile. */
  get version(): number {
    this.refresh();
    return this.current;
  }

  spec(oid: ObjectId): ObjectSpec | null | undefined {
    if (!this.catalog.byOid(oid)) return null;
    return this.specs.get(oid);
  }

  /** Objects as the transaction has made them up to now. */
  made(): Uncommitted {
    const {fork, base} = this;
    return oid => {
      const object = fork.byOid(oid);
      return object && object.kind !== 'system' && object !== base.byOid(oid) ? object : undefined;
    };
  }

  /** Views that it has made, changed or refreshed. */
  get views(): ObjectId[] {
    const {catalog} = this;
    return [...this.specs].filter(([oid, spec]) => spec?.kind === 'view' && catalog.byOid(oid)).map(([oid]) => oid);
  }

  /** Others have committed changes: ours lie over those. */
  private refresh(): void {
    if (this.committed.version === this.base.version) return;
    const overlay = this.fork.overlayOn(this.base);
    this.base = this.committed.fork();
    this.fork = this.base.forkWith(overlay);
    this.current = --lastVersion;
  }

  /** Changes nothing yet. Errors: 0A000. */
  attempt(edit: CatalogEditor): DdlAttempt {
    const {catalog, base} = this;
    const after = catalog.fork();
    const result = edit(after);
    const {put, removed, roles} = after.overlayOn(catalog);
    refuseSystemTables(catalog, after, [...put.map(({oid}) => oid), ...removed]);
    refuseTemporaryTypes(after, put);
    const {specs, examines = [], restarts = []} = result;
    const count = put.length + removed.length + specs.size + examines.length + restarts.length;
    const isEmpty = count === 0 && roles === null;
    return {base, after, result, locks: locksFor(catalog, after, result), isEmpty};
  }

  /** What the attempt was made on is still so. */
  isCurrent({base, locks}: DdlAttempt): boolean {
    return base.version === this.committed.version || sameUnder(locks, base, this.committed);
  }

  accept({base, after, result, isEmpty}: DdlAttempt): void {
    if (isEmpty) return;
    this.base = base;
    this.fork = after;
    for (const [oid, spec] of result.specs) this.specs.set(oid, spec);
    for (const oid of result.examines ?? []) this.examines.add(oid);
    this.restarts = [...this.restarts, ...(result.restarts ?? [])];
    this.current = --lastVersion;
  }

  mark(): DdlMark {
    return {base: this.base, catalog: this.fork, specs: new Map(this.specs), restarts: this.restarts};
  }

  rollbackTo({base, catalog, specs, restarts}: DdlMark): void {
    this.base = base;
    this.fork = catalog;
    this.specs = new Map(specs);
    this.restarts = restarts;
    this.current = --lastVersion;
  }

  private recordOf(object: CatalogObject): string {
    const known = this.records.get(object);
    if (known !== undefined) return known;
    const record = encodeObject(object);
    this.records.set(object, record);
    return record;
  }

  /** All of it, against what is committed. */
  change(): EngineChange {
    const {catalog, base} = this;
    const changes = catalog.changesSince(base);
    return {
      puts: changes.put.map(object => ({
        oid: object.oid,
        record: this.recordOf(object),
        spec: this.specs.get(object.oid),
      })),
      deletes: changes.removed,
      temporary: [
        ...changes.put.filter(isTemporary).map(({oid}) => oid),
        ...changes.removed.filter(oid => {
          const object = base.byOid(oid);
          return object !== null && object.kind !== 'system' && isTemporary(object);
        }),
      ],
      header: JSON.stringify(changes.header),
      changesRoles: catalog.roleBook !== base.roleBook,
      examines: [...this.examines],
      restarts: this.restarts.filter(({oid}) => catalog.byOid(oid)),
    };
  }
}

/** Tables among the catalogs stay as they were made. Errors: 42501. */
function refuseSystemTables(before: Catalog, after: Catalog, changed: readonly ObjectId[]): void {
  for (const oid of changed) {
    const table = before.byOid(oid);
    if (table?.kind !== 'table' || table.schema !== 'pg_catalog') continue;
    const now = after.byOid(table.oid);
    const isSame =
      now?.kind === 'table' &&
      (['name', 'schema', 'columns', 'indexes', 'checks', 'foreignKeys', 'policies', 'acl'] as const).every(
        part => now[part] === table[part],
      );
    if (!isSame) throw new SqlError('42501', `permission denied: "${table.name}" is a system catalog`);
  }
}
