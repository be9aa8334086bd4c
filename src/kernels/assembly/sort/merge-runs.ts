import {compareItems} from './sort-rows';

// Merges sorted runs of items (sort-rows.ts) by a tournament: a row costs one comparison for each doubling of the runs. Of equal
// rows that of the earlier run comes first.
//
// A run is {next item u32, end u32}. The tree is u32[2 × leaves], leaves a power of two: tree[leaves + i] is run i, each node
// above the winner of its two, tree[1] the run with the next row.

export function sort_merge_begin(directory: usize, runs: usize, tree: usize, leaves: u32, keys: usize, keyCount: u32): void {
  for (let i: u32 = 0; i < leaves; i++) store<u32>(tree + (<usize>(leaves + i) << 2), i);
  for (let node = leaves - 1; node > 0; node--) play(directory, runs, tree, node, keys, keyCount);
}

/** The next rows of all, at most `capacity`, as references at `out`; how many. Runs from the number of them on are empty: {0, 0}. */
export function sort_merge(
  directory: usize, runs: usize, tree: usize, leaves: u32, keys: usize, keyCount: u32, out: usize, capacity: u32,
): u32 {
  let count: u32 = 0;
  while (count < capacity) {
    const winner = load<u32>(tree, 4);
    const run = runs + (<usize>winner << 3);
    const item = load<u32>(run);
    if (item == load<u32>(run, 4)) break;
    store<u32>(out + (<usize>count << 2), load<u32>(<usize>item, 8));
    count++;
    store<u32>(run, item + 16);
    for (let node = (leaves + winner) >> 1; node > 0; node >>= 1) play(directory, runs, tree, node, keys, keyCount);
  }
  return count;
}

// @ts-ignore: decorator
@inline
function play(directory: usize, runs: usize, tree: usize, node: u32, keys: usize, keyCount: u32): void {
  const pair = load<u64>(tree + (<usize>node << 3));
  const a = <u32>pair;
  const b = <u32>(pair >> 32);
  store<u32>(tree + (<usize>node << 2), isFirst(directory, runs, a, b, keys, keyCount) ? a : b);
}

/** Run `a`, the earlier one, has the next row of the two. */
// @ts-ignore: decorator
@inline
function isFirst(directory: usize, runs: usize, a: u32, b: u32, keys: usize, keyCount: u32): bool {
  const itemA = load<u32>(runs + (<usize>a << 3));
  const itemB = load<u32>(runs + (<usize>b << 3));
  if (itemB == load<u32>(runs + (<usize>b << 3), 4)) return true;
  if (itemA == load<u32>(runs + (<usize>a << 3), 4)) return false;
  const prefixA = load<u64>(<usize>itemA);
  const prefixB = load<u64>(<usize>itemB);
  if (prefixA != prefixB) return prefixA < prefixB;
  return compareItems(directory, <usize>itemA, <usize>itemB, keys, keyCount) <= 0;
}
