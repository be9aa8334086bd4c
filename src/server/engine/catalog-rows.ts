import type {Catalog} from '../../catalog/catalog.ts';
import type {SystemSnapshot} from '../../catalog/system/snapshot.ts';
import type {SystemRelation} from '../../catalog/system/system-relation.ts';
import type {Datum} from '../../types/datum.ts';

type Rows = readonly (readonly Datum[])[];

/**
 * Rows of system relations: those that follow from the catalog alone are made once for a catalog, since clients that look at
 * a table ask for the same few relations again and again.
 */
export class CatalogRows {
  private readonly kept = new Map<number, {readonly catalog: Catalog; readonly rows: Rows}>();

  of(relation: SystemRelation, snapshot: SystemSnapshot): Rows {
    const {catalog} = snapshot;
    const kept = this.kept.get(relation.oid);
    if (kept?.catalog === catalog) return kept.rows;
    const watched = new WatchedSnapshot(snapshot);
    const rows = relation.rows(watched);
    if (watched.asked) this.kept.delete(relation.oid);
    else this.kept.set(relation.oid, {catalog, rows});
    return rows;
  }
}

/** Remembers whether anything but the catalog was looked at, and what prints from it. */
class WatchedSnapshot implements SystemSnapshot {
  asked = false;
  private readonly snapshot: SystemSnapshot;

  constructor(snapshot: SystemSnapshot) {
    this.snapshot = snapshot;
  }

  get catalog(): SystemSnapshot['catalog'] {
    return this.snapshot.catalog;
  }

  get printer(): SystemSnapshot['printer'] {
    return this.snapshot.printer;
  }

  get status(): SystemSnapshot['status'] {
    this.asked = true;
    return this.snapshot.status;
  }

  get session(): SystemSnapshot['session'] {
    this.asked = true;
    return this.snapshot.session;
  }

  get sequences(): SystemSnapshot['sequences'] {
    this.asked = true;
    return this.snapshot.sequences;
  }
}
