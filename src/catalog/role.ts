/** A role; roles are kept with the catalog, and names in `owner` are theirs. */
export type Role = {
  readonly oid: number;
  readonly name: string;
  readonly superuser: boolean;
  readonly login: boolean;
};

/** The role every database is made with, as Postgres's bootstrap superuser; its OID is Postgres's. */
export const BOOTSTRAP_ROLE_OID = 10;
