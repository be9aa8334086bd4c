import type {SystemSnapshot} from './snapshot.ts';

/** The object's name as the millrace relations give it: with its schema unless the search path leads there. */
export function objectName({catalog, session}: SystemSnapshot, oid: number): string | null {
  const object = catalog.byOid(oid);
  return object && catalog.displayName(object, session.searchPath);
}
