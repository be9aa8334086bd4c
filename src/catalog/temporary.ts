import {SqlError} from '../types/sql-error.ts';
import type {CatalogObject} from './object.ts';

// Temporary objects live in a schema of their session's, pg_temp_N. A session's search path begins with that name, whether it
// is set to search there (as pg_temp) or not: what makes the paths below of it.

export function temporarySchema(session: number): string {
  return `pg_temp_${session}`;
}

export function isTemporarySchema(name: string): boolean {
  return /^pg_temp_\d+$/.test(name);
}

export function isTemporary(object: Pick<CatalogObject, 'schema' | 'name' | 'kind'>): boolean {
  return isTemporarySchema(object.kind === 'schema' ? object.name : object.schema);
}

export function persistenceOf(object: CatalogObject): 'permanent' | 'unlogged' | 'temporary' {
  if (isTemporary(object)) return 'temporary';
  return 'unlogged' in object && object.unlogged ? 'unlogged' : 'permanent';
}

/** SET SCHEMA. Errors: 0A000. */
export function refuseMove(object: CatalogObject, schema: string): void {
  if (!isTemporary(object) && !isTemporarySchema(schema) && schema !== 'pg_temp') return;
  throw new SqlError('0A000', 'cannot move objects into or out of temporary schemas');
}

/** The session's, whose search path it is; null: it is nobody's. */
export function ownTemporarySchema(searchPath: readonly string[]): string | null {
  return searchPath.length > 0 && isTemporarySchema(searchPath[0]) ? searchPath[0] : null;
}

/** What outlives the session keeps: the path as it was set. */
export function lastingPath(searchPath: readonly string[]): readonly string[] {
  return ownTemporarySchema(searchPath) ? searchPath.slice(1) : searchPath;
}

/** The path that something made before was written in, as this session follows it. */
export function pathFor(session: readonly string[], searchPath: readonly string[]): readonly string[] {
  const own = ownTemporarySchema(session);
  return own ? [own, ...searchPath] : searchPath;
}

/** A schema's name, as it was written. */
export function schemaMeant(name: string, searchPath: readonly string[]): string {
  return name === 'pg_temp' ? (ownTemporarySchema(searchPath) ?? name) : name;
}

/** The schemas that the path names, in order: those that CREATE looks at. */
export function schemasSet(searchPath: readonly string[]): readonly string[] {
  return lastingPath(searchPath).map(name => schemaMeant(name, searchPath));
}

const searched = new WeakMap<readonly string[], readonly string[]>();

/** The schemas a bare name is looked up in, in order: what is temporary comes first, then pg_catalog, unless they are listed. */
export function effectivePath(searchPath: readonly string[]): readonly string[] {
  let path = searched.get(searchPath);
  if (!path) {
    const set = schemasSet(searchPath);
    const own = ownTemporarySchema(searchPath);
    path = [...(own && !set.includes(own) ? [own] : []), ...(set.includes('pg_catalog') ? [] : ['pg_catalog']), ...set];
    searched.set(searchPath, path);
  }
  return path;
}
