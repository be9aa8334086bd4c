import type {Catalog} from './catalog.ts';
import type {CatalogColumn} from './object.ts';

/** A masking policy stands between the role and the column's values. */
export function isMasked({masking}: CatalogColumn, _catalog: Catalog, _role: number): boolean {
  return masking !== undefined;
}
