import type {TableIndex} from '../constraints.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {LookupCount, RelationActivity, ServerStatistics} from './status.ts';

type Maintained = ServerStatistics['maintenance'][number];

/** What has been counted of relations, in the engine and beside it. */
export class RelationStatistics {
  private readonly rows: ReadonlyMap<number, bigint>;
  private readonly activity: ReadonlyMap<number, RelationActivity>;
  private readonly maintained: ReadonlyMap<number, Maintained>;
  private readonly lookups: readonly LookupCount[];

  constructor({status, session}: SystemSnapshot) {
    const activity = [...(status.activity?.() ?? [])];
    this.rows = new Map(Array.from(status.relations?.() ?? [], ({relation, rows}) => [relation, rows]));
    this.activity = new Map(activity.map(each => [each.relation, each]));
    this.maintained = new Map(session.statistics?.maintenance.map(each => [each.relation, each]) ?? []);
    this.lookups = [...activity.flatMap(({lookups}) => lookups), ...(session.statistics?.lookups ?? [])];
  }

  /** As pg_stat_all_tables has it. */
  ofTable(relation: number, indexes: readonly TableIndex[]) {
    const activity = this.activity.get(relation);
    const maintained = this.maintained.get(relation);
    const {count, found} = totals(this.lookups.filter(each => each.relation === relation));
    const changed = changes(activity);
    const hasIndex = indexes.length > 0;
    return {
      seq_scan: big(activity?.scans),
      seq_tup_read: big(activity?.scanned),
      // NULL of a table without an index, as in PostgreSQL; a lookup by a key that is none of its own counts as one.
      idx_scan: hasIndex || count > 0 ? big(count) : null,
      idx_tup_fetch: hasIndex || count > 0 ? big(found) : null,
      n_tup_ins: big(activity?.inserted),
      n_tup_upd: big(activity?.updated),
      n_tup_del: big(activity?.deleted),
      n_live_tup: this.rows.get(relation) ?? 0n,
      n_mod_since_analyze: big(changed - (maintained?.changesAtAnalyze ?? 0)),
      last_vacuum: maintained?.vacuumedAt ?? null,
      last_analyze: maintained?.analyzedAt ?? null,
      vacuum_count: big(maintained?.vacuumed),
      analyze_count: big(maintained?.analyzed),
    };
  }

  /** As pg_stat_all_indexes has it: lookups by the index's columns. */
  ofIndex(relation: number, {columns}: TableIndex) {
    const wanted = [...columns].sort().join();
    const own = this.lookups.filter(each => each.relation === relation && [...each.columns].sort().join() === wanted);
    const {count, found} = totals(own);
    return {idx_scan: big(count), idx_tup_read: big(found), idx_tup_fetch: big(found)};
  }

  /** As pg_stat_database has it, of all tables together. */
  ofDatabase() {
    const all = [...this.activity.values()];
    const {found} = totals(this.lookups);
    const sum = (of: (each: RelationActivity) => number): number => all.reduce((total, each) => total + of(each), 0);
    return {
      tup_returned: big(sum(({scanned}) => scanned) + found),
      tup_fetched: big(found),
      tup_inserted: big(sum(({inserted}) => inserted)),
      tup_updated: big(sum(({updated}) => updated)),
      tup_deleted: big(sum(({deleted}) => deleted)),
    };
  }
}

/** pg_class.reltuples by relation: what ANALYZE or VACUUM has found, -1 before. */
export function tuplesFound({session}: SystemSnapshot): (relation: number) => number {
  const found = new Map(session.maintenance?.map(({relation, tuples}) => [relation, tuples]));
  return relation => found.get(relation) ?? -1;
}

function changes(activity: RelationActivity | undefined): number {
  return activity ? activity.inserted + activity.updated + activity.deleted : 0;
}

function totals(lookups: readonly LookupCount[]): {count: number; found: number} {
  return lookups.reduce((sum, each) => ({count: sum.count + each.count, found: sum.found + each.found}), {
    count: 0,
    found: 0,
  });
}

function big(count: number | undefined): bigint {
  return BigInt(Math.round(count ?? 0));
}
