import {mapOuter} from '../../plan/outer-references.ts';
import type {Rel} from '../../plan/rel.ts';

/** The relation taken out from under an apply whose row it does not look at: what it refers to is one level nearer. */
export function lowerOuter(rel: Rel): Rel {
  return raiseOuter(rel, -1);
}

/** The relation moved under `levels` more applies than where it was bound. */
export function raiseOuter(rel: Rel, levels: number): Rel {
  if (levels === 0) return rel;
  return mapOuter(rel, (outer, nesting) => ({...outer, depth: outer.depth + levels + nesting}));
}
