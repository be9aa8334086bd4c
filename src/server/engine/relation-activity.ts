import type {CountsOf, LookupCount, RelationActivity} from '../../catalog/system/status.ts';
import type {ObjectId} from '../../plan/rel.ts';

type Counts = {
  scans: number;
  scanned: number;
  inserted: number;
  updated: number;
  deleted: number;
  /** By the columns whose values were looked for. */
  readonly lookups: Map<string, {readonly columns: readonly number[]; count: number; found: number}>;
};

/** Counts what statements do with the rows of each relation, those too that are rolled back; from the server's start on. */
export class RelationActivities {
  checkpoints = {timed: 0, requested: 0, millis: 0};
  private readonly counts = new Map<ObjectId, Counts>();

  /** All rows are read; perhaps not to their end. */
  scanned(relation: ObjectId, rows: number): void {
    const counts = this.of(relation);
    counts.scans++;
    counts.scanned += rows;
  }

  lookedUp(relation: ObjectId, columns: readonly number[], found: number): void {
    const {lookups} = this.of(relation);
    const name = columns.join();
    const known = lookups.get(name);
    if (known) {
      known.count++;
      known.found += found;
    } else lookups.set(name, {columns, count: 1, found});
  }

  wrote(relation: ObjectId, {inserted, updated, deleted}: Pick<Counts, 'inserted' | 'updated' | 'deleted'>): void {
    const counts = this.of(relation);
    counts.inserted += inserted;
    counts.updated += updated;
    counts.deleted += deleted;
  }

  /** Forgets what is not there any more. */
  *tell(there: (relation: ObjectId) => boolean): Iterable<RelationActivity> {
    for (const [relation, {lookups, ...counts}] of this.counts) {
      if (!there(relation)) this.counts.delete(relation);
      else
        yield {relation, ...counts, lookups: [...lookups.values()].map((each): LookupCount => ({relation, ...each}))};
    }
  }

  reset(of: CountsOf): void {
    if (of === 'bgwriter') this.checkpoints = {timed: 0, requested: 0, millis: 0};
    else if (of === 'all') this.counts.clear();
    else this.counts.delete(of.relation);
  }

  private of(relation: ObjectId): Counts {
    let counts = this.counts.get(relation);
    if (!counts) {
      counts = {scans: 0, scanned: 0, inserted: 0, updated: 0, deleted: 0, lookups: new Map()};
      this.counts.set(relation, counts);
    }
    return counts;
  }
}
