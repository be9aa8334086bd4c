import {mem_size} from '../memory/allocator';
import {
  BYTES, COLUMN_BYTES, DECIMAL, FLOAT32, FLOAT64, INTERVAL, LIST, STRUCT, childCount, children, columnAt, isValid, offsets, physical, validity,
  values,
} from '../layout';
import {compareBytes, compareNullable, order} from '../sort/compare';
import {compareKey, keyPrefix} from '../sort/prefix';
import {allocate, ensure, free} from './buffer';
import {NO_ROW, SEGMENT_MASK, SEGMENT_ROWS, SEGMENT_SHIFT, columnsOf} from './directory';
import {ordinalOf, referenceOf, storeAccount, storeColumns, storeDirectory, weightOf} from './row-store';

// Rows of a row store in order: treaps whose nodes stand beside the rows, 24 bytes by reference: 0 left, 4 right (references + 1),
// 8 priority (0: in no tree), 16 prefix of the first sort key (sort/prefix.ts). A root is a u32 reference + 1. In ranked trees a
// node has 8 bytes more: 24 the weight of all rows below and at it i64, so that a row is found by its position.
//
// The struct, behind a row store at `s`: `t` 0 directory of node pages, 4 sort keys (address), 8 how many, in its top bit whether
// the trees are ranked, 12 random state.

export const TREAP_BYTES: u32 = 16;
const RANKED: u32 = 0x80000000;
const STACK: u32 = 1024;
const ALL: u32 = 0xffffffff;

// @ts-ignore: decorator
@inline
function keyCount(t: usize): u32 { return load<u32>(t, 8) & ~RANKED; }
// @ts-ignore: decorator
@inline
export function isRanked(t: usize): bool { return (load<u32>(t, 8) & RANKED) != 0; }
// @ts-ignore: decorator
@inline
function nodeBytes(t: usize): u32 { return 24 + ((load<u32>(t, 8) >> 31) << 3); }

/** Before there are rows. */
export function treapRank(t: usize): void {
  store<u32>(t, load<u32>(t, 8) | RANKED, 8);
}

// @ts-ignore: decorator
@inline
export function nodeOf(t: usize, reference: u32): usize {
  const page = <usize>load<u32>(<usize>load<u32>(t) + (<usize>(reference >> SEGMENT_SHIFT) << 2));
  return page + <usize>((reference & SEGMENT_MASK) * nodeBytes(t));
}

export function isInTree(t: usize, reference: u32): bool {
  return load<u32>(nodeOf(t, reference), 8) != 0;
}

/** Nodes, in no tree, for the rows up to the ordinal `total`. */
export function treapReserve(s: usize, t: usize, total: u32): void {
  if (total == 0) return;
  const account = storeAccount(s);
  const bytes = nodeBytes(t);
  const last = referenceOf(total - 1);
  const segments = (last >> SEGMENT_SHIFT) + 1;
  const pages = <usize>load<u32>(t);
  const have: u32 = pages == 0 ? 0 : mem_size(pages);
  if (have < segments << 2) {
    ensure(account, t, have, segments << 2, ALL);
    const grown = <usize>load<u32>(t);
    memory.fill(grown + <usize>have, 0, <usize>(mem_size(grown) - have));
  }
  for (let segment = segments - 1; ; segment--) {
    const page = <usize>load<u32>(t) + (<usize>segment << 2);
    const old = <usize>load<u32>(page);
    const size: u32 = old == 0 ? 0 : mem_size(old);
    const needed = (segment == segments - 1 ? (last & SEGMENT_MASK) + 1 : SEGMENT_ROWS) * bytes;
    if (size >= needed) return;
    ensure(account, page, size, needed, SEGMENT_ROWS * bytes);
    const grown = <usize>load<u32>(page);
    memory.fill(grown + <usize>size, 0, <usize>(mem_size(grown) - size));
    if (segment == 0) return;
  }
}

export function treapFree(account: usize, t: usize): void {
  const pages = <usize>load<u32>(t);
  if (pages != 0) {
    for (let at = pages; at + 4 <= pages + <usize>mem_size(pages); at += 4) free(account, <usize>load<u32>(at));
    free(account, pages);
  }
  store<u32>(t, 0);
}

/** A total order: the sort keys, then every column, then how equal values are written. */
export function compareRows(s: usize, t: usize, a: u32, b: u32): i32 {
  const x = load<u64>(nodeOf(t, a), 16);
  const y = load<u64>(nodeOf(t, b), 16);
  if (x != y) return x < y ? -1 : 1;
  const columnsA = columnsOf(storeDirectory(s), a);
  const columnsB = columnsOf(storeDirectory(s), b);
  const rowA = <usize>(a & SEGMENT_MASK);
  const rowB = <usize>(b & SEGMENT_MASK);
  const keys = <usize>load<u32>(t, 4);
  const count = storeColumns(s);
  for (let i: u32 = 0; i < keyCount(t); i++) {
    const key = keys + (<usize>i << 3);
    const column = load<u32>(key);
    const compared = compareKey(columnAt(columnsA, column), rowA, columnAt(columnsB, column), rowB, load<u32>(key, 4));
    if (compared != 0) return compared;
  }
  for (let c: u32 = 0; c < count; c++) {
    const compared = compareNullable(columnAt(columnsA, c), rowA, columnAt(columnsB, c), rowB);
    if (compared != 0) return compared;
  }
  for (let c: u32 = 0; c < count; c++) {
    const compared = compareForms(columnAt(columnsA, c), rowA, columnAt(columnsB, c), rowB);
    if (compared != 0) return compared;
  }
  return order<u32>(a, b);
}

/** Of two equal values: 1.0 and 1.00, 0 and -0, 1 month and 30 days have some order too. The plainer one comes first. */
function compareForms(a: usize, rowA: usize, b: usize, rowB: usize): i32 {
  if (!isValid(validity(a), rowA)) return 0;
  const kind = physical(a);
  const x = values(a);
  const y = values(b);
  if (kind == FLOAT64) return order<u64>(load<u64>(x + (rowA << 3)), load<u64>(y + (rowB << 3)));
  if (kind == FLOAT32) return order<u32>(load<u32>(x + (rowA << 2)), load<u32>(y + (rowB << 2)));
  if (kind == INTERVAL) return compareBytes(x + (rowA << 4), 16, y + (rowB << 4), 16);
  if (kind == STRUCT) {
    for (let i: u32 = 0; i < childCount(a); i++) {
      const at = <usize>i * COLUMN_BYTES;
      const compared = compareForms(children(a) + at, rowA, children(b) + at, rowB);
      if (compared != 0) return compared;
    }
    return 0;
  }
  if (kind != DECIMAL && kind != BYTES && kind != LIST) return 0;
  const startA = <usize>load<u32>(offsets(a) + (rowA << 2));
  const startB = <usize>load<u32>(offsets(b) + (rowB << 2));
  const lengthA = <usize>load<u32>(offsets(a) + (rowA << 2), 4) - startA;
  const lengthB = <usize>load<u32>(offsets(b) + (rowB << 2), 4) - startB;
  if (kind != LIST) {
    return lengthA == lengthB ? compareBytes(x + startA, lengthA, y + startB, lengthB) : order<usize>(lengthA, lengthB);
  }
  for (let i: usize = 0; i < min(lengthA, lengthB); i++) {
    const compared = compareForms(children(a), startA + i, children(b), startB + i);
    if (compared != 0) return compared;
  }
  return 0;
}

function nextPriority(t: usize): u32 {
  let x = load<u32>(t, 12);
  if (x == 0) x = 0x9e3779b9;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  store<u32>(t, x, 12);
  return x;
}

/** Puts a row that is in no tree into the one whose root stands at `root`. */
export function treapInsert(s: usize, t: usize, root: usize, reference: u32): void {
  const node = nodeOf(t, reference);
  const priority = nextPriority(t);
  store<u32>(node, priority, 8);
  store<u64>(node, prefixOf(s, t, reference), 16);
  let link = root;
  let current = load<u32>(link);
  while (current != 0 && load<u32>(nodeOf(t, current - 1), 8) >= priority) {
    link = nodeOf(t, current - 1) + (compareRows(s, t, reference, current - 1) < 0 ? 0 : 4);
    current = load<u32>(link);
  }
  store<u32>(link, reference + 1);
  // The subtree falls apart into what is before the row and what is behind it.
  let before = node;
  let behind = node + 4;
  while (current != 0) {
    const other = nodeOf(t, current - 1);
    if (compareRows(s, t, reference, current - 1) < 0) {
      store<u32>(behind, current);
      behind = other;
      current = load<u32>(other);
    } else {
      store<u32>(before, current);
      before = other + 4;
      current = load<u32>(other, 4);
    }
  }
  store<u32>(before, 0);
  store<u32>(behind, 0);
  if (!isRanked(t)) return;
  sumSpine(s, t, load<u32>(node), 4);
  sumSpine(s, t, load<u32>(node, 4), 0);
  treapReweigh(s, t, root, reference);
}

// @ts-ignore: decorator
@inline
function weightBelow(t: usize, link: u32): i64 {
  return link == 0 ? 0 : load<i64>(nodeOf(t, link - 1), 24);
}

function sum(s: usize, t: usize, reference: u32): void {
  const node = nodeOf(t, reference);
  const own = max<i64>(weightOf(s, reference), 0);
  store<i64>(node, own + weightBelow(t, load<u32>(node)) + weightBelow(t, load<u32>(node, 4)), 24);
}

/** The sums of a subtree's root and of what follows it on one side (0 left, 4 right), from below. */
function sumSpine(s: usize, t: usize, link: u32, side: usize): void {
  if (link == 0) return;
  sumSpine(s, t, load<u32>(nodeOf(t, link - 1) + side), side);
  sum(s, t, link - 1);
}

/** A row of a ranked tree has another weight than before: the sums on the way to it. */
export function treapReweigh(s: usize, t: usize, root: usize, reference: u32): void {
  const path = allocate(0, STACK << 2);
  let depth: u32 = 0;
  let current = load<u32>(root);
  for (;;) {
    if (depth == STACK) abort();
    store<u32>(path + (<usize>depth << 2), current);
    depth++;
    if (current == reference + 1) break;
    const node = nodeOf(t, current - 1);
    current = load<u32>(node + (compareRows(s, t, reference, current - 1) < 0 ? 0 : 4));
  }
  while (depth > 0) {
    depth--;
    sum(s, t, load<u32>(path + (<usize>depth << 2)) - 1);
  }
  free(0, path);
}

/** The weight of all rows of a ranked tree. */
export function treapWeight(t: usize, root: u32): i64 {
  return weightBelow(t, root);
}

/** The row at a position of a ranked tree, each row counted as its weight says; NO_ROW beyond the end. */
export function treapSelect(s: usize, t: usize, root: u32, position: i64): u32 {
  let rest = position;
  let current = root;
  while (current != 0) {
    const node = nodeOf(t, current - 1);
    const left = load<u32>(node);
    const before = weightBelow(t, left);
    if (rest < before) {
      current = left;
      continue;
    }
    rest -= before;
    const own = max<i64>(weightOf(s, current - 1), 0);
    if (rest < own) return current - 1;
    rest -= own;
    current = load<u32>(node, 4);
  }
  return NO_ROW;
}

function prefixOf(s: usize, t: usize, reference: u32): u64 {
  if (keyCount(t) == 0) return 0;
  const key = <usize>load<u32>(t, 4);
  const column = columnAt(columnsOf(storeDirectory(s), reference), load<u32>(key));
  return keyPrefix(column, <usize>(reference & SEGMENT_MASK), load<u32>(key, 4));
}

/** Takes a row out of its tree. */
export function treapRemove(s: usize, t: usize, root: usize, reference: u32): void {
  const node = nodeOf(t, reference);
  let link = root;
  let current = load<u32>(link);
  while (current != reference + 1) {
    link = nodeOf(t, current - 1) + (compareRows(s, t, reference, current - 1) < 0 ? 0 : 4);
    current = load<u32>(link);
  }
  let left = load<u32>(node);
  let right = load<u32>(node, 4);
  while (left != 0 && right != 0) {
    const leftNode = nodeOf(t, left - 1);
    const rightNode = nodeOf(t, right - 1);
    if (load<u32>(leftNode, 8) > load<u32>(rightNode, 8)) {
      store<u32>(link, left);
      link = leftNode + 4;
      left = load<u32>(link);
    } else {
      store<u32>(link, right);
      link = rightNode;
      right = load<u32>(link);
    }
  }
  store<u32>(link, left | right);
  store<u32>(node, 0, 8);
  if (isRanked(t)) sumAfterRemoval(s, t, root, reference);
}

/** The sums on the way to where the removed row would be: those above it, and where its two subtrees have become one. */
function sumAfterRemoval(s: usize, t: usize, root: usize, removed: u32): void {
  const path = allocate(0, STACK << 2);
  let depth: u32 = 0;
  let current = load<u32>(root);
  while (current != 0) {
    if (depth == STACK) abort();
    store<u32>(path + (<usize>depth << 2), current);
    depth++;
    const node = nodeOf(t, current - 1);
    current = load<u32>(node + (compareRows(s, t, removed, current - 1) < 0 ? 0 : 4));
  }
  while (depth > 0) {
    depth--;
    sum(s, t, load<u32>(path + (<usize>depth << 2)) - 1);
  }
  free(0, path);
}

/** The nodes under the rows' new references (map by ordinal), out of `t` as it was before the compaction into fresh pages. */
export function treapRemap(s: usize, t: usize, map: usize, total: u32, moved: u32): void {
  const account = storeAccount(s);
  const bytes = nodeBytes(t);
  const old = <usize>load<u32>(t);
  store<u32>(t, 0);
  treapReserve(s, t, moved);
  for (let i: u32 = 0; i < total; i++) {
    const to = load<u32>(map + (<usize>i << 2));
    if (to == NO_ROW) continue;
    const reference = referenceOf(i);
    const page = <usize>load<u32>(old + (<usize>(reference >> SEGMENT_SHIFT) << 2));
    const from = page + <usize>((reference & SEGMENT_MASK) * bytes);
    const node = nodeOf(t, to);
    memory.copy(node, from, <usize>bytes);
    store<u32>(node, moveLink(load<u32>(from), map));
    store<u32>(node, moveLink(load<u32>(from, 4), map), 4);
  }
  if (old == 0) return;
  for (let at = old; at + 4 <= old + <usize>mem_size(old); at += 4) free(account, <usize>load<u32>(at));
  free(account, old);
}

/** A link (reference + 1) after the rows have moved. */
export function moveLink(link: u32, map: usize): u32 {
  return link == 0 ? 0 : load<u32>(map + (<usize>ordinalOf(link - 1) << 2)) + 1;
}
