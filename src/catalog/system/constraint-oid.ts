/**
 * Postgres gives a primary key's constraint an OID beside its index's. Ours is derived, and far above any the catalog
 * allocates, so that one record holds all.
 */
const OFFSET = 3_000_000_000n;

export function constraintOid(indexOid: number): bigint {
  return BigInt(indexOid) + OFFSET;
}

export function indexOfConstraint(constraint: bigint): number {
  return Number(constraint - OFFSET);
}
