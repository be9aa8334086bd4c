import type {ObjectId, ViewObject} from './object.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

/** What a view that rows can be written through is made of: of each of its columns the place in the base's; null: none. */
export type ViewBase = {readonly base: ObjectId; readonly columns: readonly (number | null)[]};

/** Bits of what can be done with a relation, as `pg_relation_is_updatable` counts them. */
export const UPDATES = 4;
export const INSERTS = 8;
export const DELETES = 16;
const EVERYTHING = UPDATES | INSERTS | DELETES;

/** What statements can do with relations. One serves while the catalog stays as it is. */
export class Updatability {
  private readonly snapshot: SystemSnapshot;
  private readonly bases = new Map<ObjectId, ViewBase | null>();

  constructor(snapshot: SystemSnapshot) {
    this.snapshot = snapshot;
  }

  /** Of a view only with these columns (numbered from 0), or any. */
  of(oid: ObjectId, columns: ReadonlySet<number> | null = null): number {
    const relation = this.snapshot.catalog.byOid(oid);
    if (relation?.kind === 'table') return EVERYTHING;
    if (relation?.kind === 'system') return relation.relkind === 'r' ? EVERYTHING : 0;
    if (relation?.kind !== 'view') return 0;
    const found = this.baseOf(relation);
    if (!found) return 0;
    const written = found.columns.filter((place, i) => place !== null && (!columns || columns.has(i)));
    const own = written.length === 0 ? DELETES : EVERYTHING;
    return own & this.of(found.base, new Set(written as number[]));
  }

  /** Whether the column (numbered from 0) can be changed, and rows be deleted. */
  ofColumn(oid: ObjectId, column: number): boolean {
    const wanted = UPDATES | DELETES;
    return (this.of(oid, new Set([column])) & wanted) === wanted;
  }

  private baseOf(view: ViewObject): ViewBase | null {
    const known = this.bases.get(view.oid);
    if (known !== undefined) return known;
    const base = this.snapshot.printer?.baseOf(view, this.snapshot.catalog) ?? null;
    this.bases.set(view.oid, base);
    return base;
  }
}

/** As the catalogs of the standard say it. */
export function yesOrNo(yes: boolean): 'YES' | 'NO' {
  return yes ? 'YES' : 'NO';
}
