import type {Catalog} from '../catalog/catalog.ts';
import {mayUseSchema} from '../catalog/rights.ts';
import {PG_READ_ALL_SETTINGS_OID, type Role} from '../catalog/role.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Settings} from './settings.ts';

export type CatalogSeen = {readonly catalog: Catalog; readonly version: number};

/**
 * Whom a session acts for: the role that has logged in, the one it has taken on by SET SESSION AUTHORIZATION, and the one
 * by SET ROLE. The settings `session_authorization` and `role` say which, so that they come and go with a transaction; the
 * roles are remembered by OID, whatever their names become.
 */
export class Identity {
  readonly authenticated: number;
  private readonly catalog: () => Catalog;
  private readonly known = new Map<string, number>();
  session: number;
  current: number;

  constructor({oid, name}: Role, catalog: () => Catalog) {
    this.authenticated = this.session = this.current = oid;
    this.catalog = catalog;
    this.known.set(name, oid);
  }

  get isSuperuser(): boolean {
    return this.catalog().roleBook.isSuperuser(this.current);
  }

  get readsAllSettings(): boolean {
    return this.catalog().roleBook.hasRightsOf(this.current, PG_READ_ALL_SETTINGS_OID);
  }

  /** Checks a value for one of the two settings. Errors: 42704, 42501. */
  accept(setting: 'role' | 'session_authorization', value: string): string {
    if (setting === 'role' && value === 'none') return value;
    const book = this.catalog().roleBook;
    const role = book.named(value);
    if (!role) throw new SqlError('22023', `role "${value}" does not exist`);
    if (setting === 'role' && !book.isMember(this.session, role.oid)) {
      throw new SqlError('42501', `permission denied to set role "${value}"`);
    }
    if (
      setting === 'session_authorization' &&
      role.oid !== this.authenticated &&
      !book.isSuperuser(this.authenticated)
    ) {
      throw new SqlError('42501', `permission denied to set session authorization "${value}"`);
    }
    this.known.set(value, role.oid);
    return value;
  }

  /** The settings have changed. */
  follow(settings: Settings): void {
    this.session = this.oidOf(settings.get('session_authorization')!) ?? this.authenticated;
    this.current = this.oidOf(settings.get('role')!) ?? this.session;
  }

  private oidOf(name: string): number | null {
    return name === 'none' || name === '' ? null : (this.known.get(name) ?? null);
  }

  /** The catalog as it is now. */
  get seen(): CatalogSeen {
    const catalog = this.catalog();
    return {catalog, version: catalog.version};
  }

  /** The catalog is still the one that was seen. */
  sees(before: CatalogSeen | null): boolean {
    const catalog = this.catalog();
    return before !== null && before.catalog === catalog && before.version === catalog.version;
  }

  /** Those of a search path that may be used; `$user` is the schema of the role's own name. */
  schemas(path: readonly string[]): string[] {
    const catalog = this.catalog();
    const book = catalog.roleBook;
    const own = book.ofOid(this.current)?.name ?? '';
    const named = path.flatMap(name => (name !== '$user' ? [name] : catalog.schema(own) ? [own] : []));
    if (book.isSuperuser(this.current)) return named;
    return named.filter(name => !catalog.hasSchema(name) || mayUseSchema(catalog, name, this.current));
  }
}
