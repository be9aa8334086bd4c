import {SqlError} from '../types/sql-error.ts';
import type {Catalog, NamedObject} from './catalog.ts';
import type {ObjectId, Relation, TableObject, ViewNames} from './object.ts';
import {owns} from './rights.ts';

type PolicyCommand = 'all' | 'select' | 'insert' | 'update' | 'delete';

/** CREATE POLICY. The conditions are text, bound anew for each statement, as a view's query is. */
export type Policy = {
  readonly comment?: string | null;
  readonly oid: ObjectId;
  readonly name: string;
  readonly permissive: boolean;
  readonly command: PolicyCommand;
  /** OIDs; 0 is PUBLIC. */
  readonly roles: readonly number[];
  readonly using: string | null;
  readonly check: string | null;
  readonly searchPath: readonly string[];
  /** What names in the conditions stood for. */
  readonly names: ViewNames;
  /** As of expressions elsewhere. */
  readonly usingCalls?: readonly ObjectId[];
  readonly checkCalls?: readonly ObjectId[];
};

/** ALTER TABLE … ROW LEVEL SECURITY. */
export type RowSecurity = {readonly enabled: boolean; readonly forced: boolean};

/** Row security keeps rows of the relation from the role. */
export function policiesApply(catalog: Catalog, relation: Relation | NamedObject, role: number): boolean {
  if (relation.kind !== 'table' || !relation.rowSecurity?.enabled) return false;
  const found = catalog.roleBook.ofOid(role);
  if (found?.superuser || found?.bypassRls) return false;
  return relation.rowSecurity.forced || !owns(catalog, relation, role);
}

/** Policies of the table that hold for the role when it runs the command. */
export function policiesFor(
  catalog: Catalog,
  table: TableObject,
  role: number,
  command: Exclude<PolicyCommand, 'all'>,
): readonly Policy[] {
  const found = (table.policies ?? []).filter(
    policy =>
      (policy.command === 'all' || policy.command === command) &&
      policy.roles.some(each => each === 0 || catalog.roleBook.hasRightsOf(role, each)),
  );
  // By name, so that it is known which one an error names.
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** SET row_security = off: rather an error than fewer rows. */
export function affectedByPolicies(catalog: Catalog, table: TableObject, role: number): SqlError {
  return new SqlError('42501', `query would be affected by row-level security policy for table "${table.name}"`, {
    hint: owns(catalog, table, role)
      ? "To disable the policy for the table's owner, use ALTER TABLE NO FORCE ROW LEVEL SECURITY."
      : undefined,
  });
}
