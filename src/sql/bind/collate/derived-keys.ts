import type {Expr} from '../../../expr/expr.ts';
import {isCollatable} from '../../../types/collatable.ts';
import type {Collated} from './collate-expr.ts';
import {undetermined} from './derivation.ts';
import type {Derivation, FindCollation} from './derivation.ts';
import {comparisonKey, isBytewise} from './keys.ts';

// By what values are put in order, or taken for equal, under the collation that has been derived for them.

/** Errors: 42P22. */
export function orderKey({expr, by}: Collated, find: FindCollation): Expr {
  if (by.strength === 'none' || !isCollatable(expr.type)) return expr;
  const collation = neededCollation(by, find);
  return isBytewise(collation) ? expr : comparisonKey(expr, collation);
}

/** What equal values of the expression agree in. */
export function equalityKey({expr, by}: Collated, find: FindCollation): Expr {
  if (by.strength !== 'implicit' && by.strength !== 'explicit') return expr;
  const collation = find(by.collation);
  return collation.deterministic || !isCollatable(expr.type) ? expr : comparisonKey(expr, collation);
}

/** Errors: 42P22. */
export function neededCollation(by: Derivation, find: FindCollation): ReturnType<FindCollation> {
  if (by.strength === 'conflict') throw undetermined('string comparison');
  return find(by.collation);
}
