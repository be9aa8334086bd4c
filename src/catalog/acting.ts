import type {Catalog} from './catalog.ts';
import type {RoleBook} from './role-book.ts';
import type {Role} from './role.ts';

/** A role that does something, as questions about its rights see it. */
export type Acting = {
  readonly oid: number;
  readonly role: Role | null;
  readonly isSuperuser: boolean;
  readonly book: RoleBook;
  /** It is the role of this OID, or has its rights. */
  owns(owner: number): boolean;
};

export function actingIn(catalog: Catalog, oid: number): Acting {
  const book = catalog.roleBook;
  return {
    oid,
    role: book.ofOid(oid),
    isSuperuser: book.isSuperuser(oid),
    book,
    owns: owner => book.hasRightsOf(oid, owner),
  };
}
