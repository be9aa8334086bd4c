import type {ObjectId} from '../../catalog/object.ts';
import type {ScopeColumn} from '../bind/level.ts';
import type {Recorder} from '../bind/recorder.ts';

/** Attribute numbers of columns, by relation. */
export class NamedColumns {
  readonly byRelation = new Map<ObjectId, Set<number>>();
  private readonly withSystem: boolean;

  /** `withSystem`: system columns, whose numbers are negative, count too. */
  constructor(withSystem: boolean) {
    this.withSystem = withSystem;
  }

  relation(oid: ObjectId): Set<number> {
    const known = this.byRelation.get(oid) ?? new Set();
    this.byRelation.set(oid, known);
    return known;
  }

  column({tableOid, attributeNumber}: ScopeColumn): void {
    const counts = attributeNumber > 0 || (this.withSystem && attributeNumber < 0);
    if (tableOid > 0 && counts) this.relation(tableOid).add(attributeNumber);
  }

  /** What the text names one by one and by a star, and the relations that it reads; whole rows are the caller's to judge. */
  recorded({relations, columns, stars}: Recorder): void {
    for (const oid of relations.values()) this.relation(oid);
    for (const column of columns.values()) this.column(column);
    for (const all of stars.values()) for (const column of all) this.column(column);
  }
}
