/** Keys of the data directory's LevelDB; what each holds stands in migrations/0001-initial.mjs. */

const oidKey = (oid: number): string => String(oid).padStart(10, '0');

export const keys = {
  version: 'meta/version',
  catalog: (oid: number): string => `catalog/${oidKey(oid)}`,
  header: 'catalog-meta/header',
  spec: (oid: number): string => `spec/${oidKey(oid)}`,
  start: (oid: number): string => `start/${oidKey(oid)}`,
  sequence: (oid: number): string => `sequence/${oidKey(oid)}`,
  log: (sequence: number): string => `log/${String(sequence).padStart(16, '0')}`,
  manifest: 'checkpoint/manifest',
  object: (oid: number): string => `checkpoint/object/${oidKey(oid)}`,
} as const;

/** All keys that begin with `prefix/`. */
export function range(prefix: string): {gte: string; lt: string} {
  return {gte: `${prefix}/`, lt: `${prefix}0`};
}

/** The OID or sequence at the end of a key. */
export function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1));
}
