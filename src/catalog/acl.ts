/** A right on an object, as Postgres's aclitem writes it. */
export type Privilege = 'r' | 'a' | 'w' | 'd' | 'D' | 'x' | 't' | 'X' | 'U' | 'C' | 'T' | 'c';

/** What `grantor` has granted to `grantee` (OIDs of roles; grantee 0: PUBLIC): letters of privileges. */
export type AclItem = {
  readonly grantee: number;
  readonly grantor: number;
  readonly privileges: string;
  /** Those of them that the grantee may grant on. */
  readonly grantable: string;
};

/** undefined: as objects of the kind are made (`defaultAcl`). */
export type Acl = readonly AclItem[];
