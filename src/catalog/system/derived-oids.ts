// Parts of objects that Postgres numbers by themselves. Their OIDs are derived from those of what they are parts of, and above any
// that the catalog allocates, so that one record holds all.

/** A key's constraint beside its index. */
const CONSTRAINTS = 3_000_000_000n;
/** A view's rule. */
const RULES = 2_000_000_000n;
/** Columns have defaults; so many numbers each relation has for them. */
const DEFAULTS_OF_EACH = 2048n;

/** Keys are triggers, so many each; the number is that of the foreign key or of the unique key's index. */
const TRIGGERS = 2_500_000_000n;
const TRIGGERS_OF_EACH = 4n;

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

export function triggerOid(key: number, number: number): bigint {
  return TRIGGERS + BigInt(key) * TRIGGERS_OF_EACH + BigInt(number);
}

export function defaultOid(relation: number, number: number): bigint {
  return BigInt(relation) * DEFAULTS_OF_EACH + BigInt(number);
}
