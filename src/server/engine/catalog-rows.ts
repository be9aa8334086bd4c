import {isDeepStrictEqual} from 'node:util';
import type {Catalog} from '../../catalog/catalog.ts';
import {schemaOf} from '../../catalog/object.ts';
import type {SystemSnapshot} from '../../catalog/system/snapshot.ts';
import type {SystemRelation} from '../../catalog/system/system-relation.ts';
import {type Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';

type Rows = readonly (readonly Datum[])[];

/** What rows were made of. */
type Kept = {
  readonly catalog: Catalog;
  /** Of the session: its names, and what was found. */
  readonly asked: ReadonlyMap<string, unknown>;
  readonly rows: Rows;
  batches: readonly Batch[] | null;
};

/** How long batches stay when nobody asks for any: clients that fill a screen ask many times in a row. */
const IDLE_MILLISECONDS = 1000;

/**
 * Rows of system relations: those that follow from the catalog alone, or from it and who asks, are made once for a catalog, since
 * clients that look at a table ask for the same few relations again and again.
 */
export class CatalogRows {
  private readonly kept = new Map<number, Kept>();
  private readonly timer = setTimeout(() => this.releaseBatches(), IDLE_MILLISECONDS).unref();

  of(relation: SystemRelation, snapshot: SystemSnapshot): Rows {
    return this.made(relation, snapshot).rows;
  }

  /** The same as batches, which are the caller's to release. */
  batchesOf(memory: Memory, relation: SystemRelation, snapshot: SystemSnapshot): Batch[] {
    const made = this.made(relation, snapshot);
    if (this.kept.get(relation.oid) !== made) return batchesOf(memory, relation, made.rows);
    made.batches ??= batchesOf(memory, relation, made.rows);
    this.timer.refresh();
    return made.batches.map(batch => batch.retain());
  }

  close(): void {
    clearTimeout(this.timer);
    this.releaseBatches();
  }

  private made(relation: SystemRelation, snapshot: SystemSnapshot): Kept {
    const {catalog, session} = snapshot;
    const kept = this.kept.get(relation.oid);
    if (kept?.catalog === catalog && isSame(kept.asked, session)) return kept;
    if (kept) this.forget(relation.oid, kept);
    const watched = new WatchedSnapshot(snapshot);
    const rows = relation.rows(watched);
    const made: Kept = {catalog, asked: watched.asked, rows, batches: null};
    if (!watched.changes) this.kept.set(relation.oid, made);
    return made;
  }

  private forget(oid: number, kept: Kept): void {
    this.kept.delete(oid);
    for (const batch of kept.batches ?? []) batch.release();
  }

  private releaseBatches(): void {
    for (const kept of this.kept.values()) {
      for (const batch of kept.batches ?? []) batch.release();
      kept.batches = null;
    }
  }
}

function batchesOf(memory: Memory, relation: SystemRelation, rows: Rows): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < rows.length; at += MAX_BATCH_ROWS) {
    batches.push(batchFromRows(memory, schemaOf(relation), rows.slice(at, at + MAX_BATCH_ROWS)));
  }
  return batches;
}

type SessionPart = keyof SystemSnapshot['session'];

function isSame(asked: Kept['asked'], session: SystemSnapshot['session']): boolean {
  for (const [part, found] of asked) if (!isDeepStrictEqual(session[part as SessionPart], found)) return false;
  return true;
}

/** Remembers what was looked at beside the catalog and what prints from it. */
class WatchedSnapshot implements SystemSnapshot {
  /** Something that is another each time. */
  changes = false;
  readonly asked = new Map<string, unknown>();
  readonly session: SystemSnapshot['session'];
  private readonly snapshot: SystemSnapshot;

  constructor(snapshot: SystemSnapshot) {
    this.snapshot = snapshot;
    this.session = new Proxy(snapshot.session, {
      get: (session, part: SessionPart) => {
        const found = session[part];
        if (isPlain(found)) this.asked.set(part, found);
        else this.changes = true;
        return found;
      },
    });
  }

  get catalog(): SystemSnapshot['catalog'] {
    return this.snapshot.catalog;
  }

  get printer(): SystemSnapshot['printer'] {
    return this.snapshot.printer;
  }

  get status(): SystemSnapshot['status'] {
    this.changes = true;
    return this.snapshot.status;
  }

  get sequences(): SystemSnapshot['sequences'] {
    this.changes = true;
    return this.snapshot.sequences;
  }
}

/** Words and numbers, and lists: what a role, a search path or counts of maintenance are. */
function isPlain(value: unknown): boolean {
  return Array.isArray(value) || (typeof value !== 'function' && (typeof value !== 'object' || value === null));
}
