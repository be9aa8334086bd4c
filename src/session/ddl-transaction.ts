import type {Catalog} from '../catalog/catalog.ts';
import {isTemporary} from '../catalog/temporary.ts';
import {encodeObject} from '../catalog/record.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {CatalogEdit, CatalogEditor} from './ddl.ts';
import type {EngineChange, ObjectSpec, SequenceRestart} from './engine.ts';

/** How far the changes had come. */
export type DdlMark = {
  readonly catalog: Catalog;
  readonly specs: ReadonlyMap<ObjectId, ObjectSpec | null>;
  readonly restarts: readonly SequenceRestart[];
};

/** Told apart from versions of committed catalogs by their sign. */
let lastVersion = 0;

/** The changes of the catalog that a transaction has made and not committed: only its own statements see them. */
export class DdlTransaction {
  private readonly base: Catalog;
  private fork: Catalog;
  private specs = new Map<ObjectId, ObjectSpec | null>();
  private restarts: readonly SequenceRestart[] = [];
  private readonly examines = new Set<ObjectId>();
  private current = --lastVersion;

  constructor(base: Catalog) {
    this.base = base;
    this.fork = base.fork();
  }

  get catalog(): Catalog {
    return this.fork;
  }

  /** Of plans that are made meanwhile. */
  get version(): number {
    return this.current;
  }

  spec(oid: ObjectId): ObjectSpec | null | undefined {
    if (!this.fork.byOid(oid)) return null;
    return this.specs.get(oid);
  }

  /** Views that it has made, changed or refreshed. */
  get views(): ObjectId[] {
    return [...this.specs].filter(([oid, spec]) => spec?.kind === 'view' && this.fork.byOid(oid)).map(([oid]) => oid);
  }

  /** Leaves all as it was if `edit` throws. */
  edit(edit: CatalogEditor): CatalogEdit {
    const next = this.fork.fork();
    const result = edit(next);
    this.fork = next;
    for (const [oid, spec] of result.specs) this.specs.set(oid, spec);
    for (const oid of result.examines ?? []) this.examines.add(oid);
    this.restarts = [...this.restarts, ...(result.restarts ?? [])];
    this.current = --lastVersion;
    return result;
  }

  mark(): DdlMark {
    return {catalog: this.fork, specs: new Map(this.specs), restarts: this.restarts};
  }

  rollbackTo({catalog, specs, restarts}: DdlMark): void {
    this.fork = catalog;
    this.specs = new Map(specs);
    this.restarts = restarts;
    this.current = --lastVersion;
  }

  get changesRoles(): boolean {
    return this.fork.roleBook !== this.base.roleBook;
  }

  /** All of it, against what is committed. */
  change(): EngineChange {
    const changes = this.fork.changesSince(this.base);
    return {
      puts: changes.put.map(object => ({
        oid: object.oid,
        record: encodeObject(object),
        spec: this.specs.get(object.oid),
      })),
      deletes: changes.removed,
      temporary: [
        ...changes.put.filter(isTemporary).map(({oid}) => oid),
        ...changes.removed.filter(oid => {
          const object = this.base.byOid(oid);
          return object !== null && object.kind !== 'system' && isTemporary(object);
        }),
      ],
      header: JSON.stringify(changes.header),
      examines: [...this.examines],
      restarts: this.restarts.filter(({oid}) => this.fork.byOid(oid)),
    };
  }
}
