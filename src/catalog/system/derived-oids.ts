// Parts of objects that Postgres numbers by themselves. Their OIDs are derived from those of what they are parts of, and above any
// that the catalog allocates, so that one record holds all.

/** A key's constraint beside its index. */
const CONSTRAINTS = 3_000_000_000n;
/** A view's rule. */
const RULES = 2_000_000_000n;
/** Columns have defaults; so many numbers each relation has for them. */
const DEFAULTS_OF_EACH = 2048n;

export function constraintOid(indexOid: number): bigint {
  return BigInt(indexOid) + CONSTRAINTS;
}

export function indexOfConstraint(constraint: bigint): number {
  return Number(constraint - CONSTRAINTS);
}

export function ruleOid(view: number): bigint {
  return BigInt(view) + RULES;
}

export function viewOfRule(rule: bigint): number {
  return Number(rule - RULES);
}

export function defaultOid(relation: number, number: number): bigint {
  return BigInt(relation) * DEFAULTS_OF_EACH + BigInt(number);
}
