import type {Expr} from '../expr/expr.ts';

/** Sets of columns of which no two rows agree in all. The empty set says: at most one row. */
type UniqueKeys = readonly (readonly number[])[];

/** More would be true, but seldom of use. */
const MOST_KEYS = 8;

export const AT_MOST_ONE_ROW: UniqueKeys = Object.freeze([[]]);

/** Without those that contain another one. */
export function minimalKeys(keys: UniqueKeys): UniqueKeys {
  if (keys.length < 2) return keys;
  const sorted = [...keys].sort((a, b) => a.length - b.length);
  const kept: (readonly number[])[] = [];
  for (const key of sorted) {
    if (kept.length === MOST_KEYS) break;
    if (!kept.some(smaller => smaller.every(column => key.includes(column)))) kept.push(key);
  }
  return kept;
}

/** No two rows agree in all of these columns. */
export function isUniqueOn(keys: UniqueKeys, columns: readonly number[]): boolean {
  return keys.some(key => key.every(column => columns.includes(column)));
}

/** Keys all of whose columns are passed on as they are. */
export function keysThroughProject(keys: UniqueKeys, exprs: readonly Expr[]): UniqueKeys {
  if (keys.length === 0) return keys;
  const place = new Map<number, number>();
  exprs.forEach((expr, i) => {
    if (expr.op === 'column' && !place.has(expr.index)) place.set(expr.index, i);
  });
  return keys.filter(key => key.every(c => place.has(c))).map(key => key.map(c => place.get(c)!));
}

/** Columns that can have but one value are not needed in a key. */
export function keysWithConstants(keys: UniqueKeys, constant: ReadonlySet<number>): UniqueKeys {
  if (keys.length === 0 || constant.size === 0) return keys;
  return minimalKeys(keys.map(key => key.filter(c => !constant.has(c))));
}

/** `leftKeys[i] = rightKeys[i]` in every joined row. Good for inner and left joins. */
export function keysOfJoin(
  left: UniqueKeys,
  right: UniqueKeys,
  width: number,
  leftKeys: readonly number[],
  rightKeys: readonly number[],
  kind: 'inner' | 'left',
): UniqueKeys {
  const keys: (readonly number[])[] = [];
  if (isUniqueOn(right, rightKeys)) keys.push(...left);
  if (kind === 'inner' && isUniqueOn(left, leftKeys)) keys.push(...right.map(key => key.map(c => c + width)));
  if (keys.length === 0) {
    for (const l of left) for (const r of right) keys.push([...l, ...r.map(c => c + width)]);
  }
  return minimalKeys(keys);
}
