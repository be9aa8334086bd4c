import type {Catalog} from './catalog.ts';
import {NeededRights} from './needed-rights.ts';
import type {ObjectId} from './object.ts';
import {permissionDenied} from './rights-errors.ts';
import {mayOn} from './rights.ts';

/**
 * The rights of a definition that lives on: defaults, checks, indexes and the like have the bodies of the functions in them
 * that they call, and nobody is asked again. So who makes one must be allowed to call them.
 */
export class DefiningRights extends NeededRights {
  private readonly catalog: Catalog;
  private readonly role: number;

  constructor(catalog: Catalog, role: number) {
    super();
    this.catalog = catalog;
    this.role = role;
  }

  /** Errors: 42501. */
  override call(called: ObjectId, as: number | null): void {
    super.call(called, as);
    const made = this.catalog.byOid(called);
    if (made?.kind !== 'function' || mayOn(this.catalog, made, as ?? this.role, 'X')) return;
    throw permissionDenied(made);
  }
}
