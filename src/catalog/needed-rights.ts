import type {Catalog} from './catalog.ts';
import {isRelation, liveColumns, type ObjectId, type Relation} from './object.ts';
import {permissionDenied} from './rights-errors.ts';
import {mayOn, mayOnAnyColumn, mayOnColumn} from './rights.ts';

/** What a statement does with one relation in the name of one role; columns by attribute number. */
export class RelationUse {
  readonly relation: ObjectId;
  /** Whose rights count: a view's owner's, for what the view reads, or a function's that has them; null: the user's. */
  readonly as: number | null;
  /** It stands in FROM: SELECT on it, or on one column at least. */
  selects = false;
  readonly read = new Set<number>();
  inserts = false;
  readonly inserted = new Set<number>();
  updates = false;
  readonly updated = new Set<number>();
  deletes = false;

  constructor(relation: ObjectId, as: number | null) {
    this.relation = relation;
    this.as = as;
  }
}

/** A function that somebody made is called; `as`: see above. */
type FunctionUse = {readonly function: ObjectId; readonly as: number | null};

/** All rights that a statement needs, in the order of their first use, and looked at whenever it is run. */
export class NeededRights {
  private readonly uses = new Map<string, RelationUse | FunctionUse>();

  use(relation: ObjectId, as: number | null): RelationUse {
    const key = `${relation} ${as ?? ''}`;
    const known = this.known(relation, as);
    if (known) return known;
    const use = new RelationUse(relation, as);
    this.uses.set(key, use);
    return use;
  }

  known(relation: ObjectId, as: number | null): RelationUse | null {
    const known = this.uses.get(`${relation} ${as ?? ''}`);
    return known instanceof RelationUse ? known : null;
  }

  call(called: ObjectId, as: number | null): void {
    const key = `call ${called} ${as ?? ''}`;
    if (!this.uses.has(key)) this.uses.set(key, {function: called, as});
  }

  get all(): Iterable<RelationUse | FunctionUse> {
    return this.uses.values();
  }
}

/** Errors: 42501 `permission denied for table t`. */
export function checkRights(catalog: Catalog, needed: NeededRights, user: number): void {
  for (const use of needed.all) {
    const role = use.as ?? user;
    if (catalog.roleBook.isSuperuser(role)) continue;
    if (use instanceof RelationUse) {
      const relation = catalog.byOid(use.relation);
      if (!relation || !isRelation(relation)) continue;
      if (!isAllowed(catalog, relation, use, role)) throw permissionDenied(relation);
    } else {
      const made = catalog.byOid(use.function);
      if (made?.kind === 'function' && !mayOn(catalog, made, role, 'X')) throw permissionDenied(made);
    }
  }
}

function isAllowed(catalog: Catalog, relation: Relation, use: RelationUse, role: number): boolean {
  if (use.deletes && !mayOn(catalog, relation, role, 'd')) return false;
  const allowed = (letter: string, wanted: boolean, columns: ReadonlySet<number>): boolean => {
    if (!wanted && columns.size === 0) return true;
    if (mayOn(catalog, relation, role, letter)) return true;
    if (columns.size === 0) return mayOnAnyColumn(catalog, relation, role, letter);
    const live = new Map(liveColumns(relation).map(({number, column}) => [number, column]));
    return [...columns].every(number => {
      const column = live.get(number);
      return column !== undefined && mayOnColumn(catalog, column, role, letter);
    });
  };
  return (
    allowed('r', use.selects, use.read) &&
    allowed('a', use.inserts, use.inserted) &&
    allowed('w', use.updates, use.updated)
  );
}
