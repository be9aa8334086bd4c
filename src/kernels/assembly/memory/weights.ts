// Weights of rows, i64 a physical row. Where a list of rows is absent, all of 0 … count are meant.

// @ts-ignore: decorator
@inline
function rowAt(rows: usize, i: usize): usize {
  return rows == 0 ? i : <usize>load<u32>(rows + (i << 2));
}

/** Adds to out[rows[i]] the weights[i]; wraps. */
export function weights_add_at(rows: usize, weights: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const at = out + (<usize>load<u32>(rows + (i << 2)) << 3);
    store<i64>(at, load<i64>(at) + load<i64>(weights + (i << 3)));
  }
}

/** 1: some row has a weight below 0. */
export function weights_any_negative(weights: usize, rows: usize, count: u32): u32 {
  for (let i: usize = 0; i < <usize>count; i++) {
    if (load<i64>(weights + (rowAt(rows, i) << 3)) < 0) return 1;
  }
  return 0;
}

/** The rows with a weight above 0 (absent: 1 each) whose total is above 1, in their order, into `out` (u32); how many. */
export function rows_in_company(rows: usize, count: u32, weights: usize, totals: usize, out: usize): u32 {
  let found: usize = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const row = rowAt(rows, i);
    if (load<i64>(totals + (row << 3)) <= 1) continue;
    if (weights != 0 && load<i64>(weights + (row << 3)) <= 0) continue;
    store<u32>(out + (found << 2), <u32>row);
    found++;
  }
  return <u32>found;
}
