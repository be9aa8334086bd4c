import {SqlError} from '../../../types/sql-error.ts';
import {isCollatable, typeCollation} from '../../../types/collatable.ts';
import type {SqlType} from '../../../types/sql-type.ts';
import type {Collation} from '../../../catalog/system/collations.ts';
import {DEFAULT_COLLATION} from '../../../catalog/system/collations.ts';

// How an expression comes by its collation: the rules of the manual's 24.2.2, as Postgres's parse_collate.c has them.

/** Rising: what is higher decides. */
const strengths = ['none', 'implicit', 'conflict', 'explicit'] as const;

export type Derivation = {
  readonly strength: (typeof strengths)[number];
  /** The OID; 0 with `none` and `conflict`. */
  readonly collation: number;
  /** conflict: the two that do not agree. */
  readonly pair?: readonly [number, number];
  readonly position?: number;
};

export const NONE: Derivation = Object.freeze({strength: 'none', collation: 0});

export type FindCollation = (oid: number) => Collation;

export function implicit(collation: number, position?: number): Derivation {
  return {strength: 'implicit', collation, position};
}

/** Of a column or constant of the type. */
export function ofType(type: SqlType, position?: number): Derivation {
  if (!isCollatable(type)) return NONE;
  const collation = type.collation ?? typeCollation(type);
  // A column of a query in which two collations were in conflict.
  if (collation === 0) return {strength: 'conflict', collation: 0, position};
  return implicit(collation, position);
}

/** Of what stands side by side in one expression. Errors: 42P21 two explicit ones. */
export function combine(parts: readonly Derivation[], find: FindCollation): Derivation {
  return parts.reduce((sofar, part) => merge(sofar, part, find), NONE);
}

function merge(a: Derivation, b: Derivation, find: FindCollation): Derivation {
  const [rankA, rankB] = [a, b].map(({strength}) => strengths.indexOf(strength));
  if (rankA !== rankB) return rankB > rankA ? b : a;
  if (a.strength === 'none' || a.strength === 'conflict' || a.collation === b.collation) return a;
  if (a.strength === 'explicit') {
    throw new SqlError('42P21', `collation mismatch between explicit collations ${pairText(a, b, find)}`, {
      position: b.position,
    });
  }
  if (a.collation === DEFAULT_COLLATION) return b;
  if (b.collation === DEFAULT_COLLATION) return a;
  return {strength: 'conflict', collation: 0, pair: [a.collation, b.collation], position: b.position};
}

function pairText(a: Derivation, b: Derivation, find: FindCollation): string {
  return `"${find(a.collation).name}" and "${find(b.collation).name}"`;
}

/** Errors: 42P21: an order or a grouping needs the one collation. */
export function requireAgreement({strength, pair, position}: Derivation, find: FindCollation): void {
  if (strength !== 'conflict' || !pair) return;
  const names = pair.map(oid => `"${find(oid).name}"`).join(' and ');
  throw new SqlError('42P21', `collation mismatch between implicit collations ${names}`, {
    hint: 'You can choose the collation by applying the COLLATE clause to one or both expressions.',
    position,
  });
}

/** Errors: 42P22, as Postgres raises it when the comparison is made. */
export function undetermined(use: string): SqlError {
  return new SqlError('42P22', `could not determine which collation to use for ${use}`, {
    hint: 'Use the COLLATE clause to set the collation explicitly.',
  });
}
