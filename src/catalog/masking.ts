import type {SqlType} from '../types/sql-type.ts';
import type {Catalog} from './catalog.ts';
import type {CatalogColumn, CatalogObject, ViewNames} from './object.ts';

/** CREATE MASKING POLICY: what readers of a column see in the place of its values. */
export type MaskingPolicy = {
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly owner: number;
  /** The masked column first. */
  readonly parameters: readonly {readonly name: string; readonly type: SqlType}[];
  readonly returns: SqlType;
  /** Text, bound anew for each statement that reads the column. */
  readonly body: string;
  readonly searchPath: readonly string[];
  /** What names in the body stood for; policies of older servers have none, and name no relation. */
  readonly names?: ViewNames;
};

/** A masking policy stands between readers and the column's values; whom it shows them, its body alone says. */
export function isMasked({masking}: CatalogColumn): boolean {
  return masking !== undefined;
}

export function maskingPolicyOf(catalog: Catalog, oid: number): MaskingPolicy | null {
  return catalog.roleBook.maskingPolicies.find(policy => policy.oid === oid) ?? null;
}

type MaskedColumn = {
  readonly object: CatalogObject & {readonly columns: readonly CatalogColumn[]};
  readonly column: CatalogColumn;
  readonly policy: MaskingPolicy;
};

export function* maskedColumns(catalog: Catalog): Generator<MaskedColumn> {
  if (catalog.roleBook.maskingPolicies.length === 0) return;
  for (const object of catalog.all()) {
    if (!('columns' in object)) continue;
    for (const column of object.columns) {
      const policy = column.masking && maskingPolicyOf(catalog, column.masking.policy);
      if (policy) yield {object, column, policy};
    }
  }
}
