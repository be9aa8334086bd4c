import type {Catalog} from './catalog.ts';
import type {Relation} from './object.ts';

/** Row security keeps rows of the relation from the role. */
export function policiesApply(_catalog: Catalog, _relation: Relation, _role: number): boolean {
  return false;
}
