// Windows of event time: int64 microseconds, windows aligned to multiples of `slide` shifted by `offset`.

// @ts-ignore: decorator
@inline function floorMod(a: i64, b: i64): i64 {
  const r = a % b;
  return r < 0 ? r + b : r;
}

/**
 * For each selected row with a time t, one of the windows [start, start + size) it is in: the one that begins latest,
 * moved `back` (a multiple of `slide`) towards the past. Writes its bounds into int64 lanes of `starts` and `ends`, and
 * the numbers of the rows that are in that window into `rows` (uint32[selected]); other lanes are zeroed. Returns how
 * many rows there are. The infinities are their own window, once. `slide` and `size` > 0; `selection` 0 = all rows.
 */
export function window_bounds(
  times: usize, validity: usize, length: u32, selection: usize, selected: u32,
  size: i64, slide: i64, offset: i64, back: i64,
  starts: usize, ends: usize, rows: usize,
): u32 {
  const shift = floorMod(offset, slide);
  memory.fill(starts, 0, <usize>length << 3);
  memory.fill(ends, 0, <usize>length << 3);
  let n: u32 = 0;
  // Rows come mostly in the order of time: the multiple of `slide` (shifted) that the row before was behind.
  let from: i64 = i64.MIN_VALUE;
  for (let i: u32 = 0; i < selected; i++) {
    const row: usize = selection == 0 ? <usize>i : <usize>load<u32>(selection + (<usize>i << 2));
    if (validity != 0 && ((load<u8>(validity + (row >> 3)) >> <u8>(row & 7)) & 1) == 0) continue;
    const t = load<i64>(times + (row << 3));
    let start = t;
    let end = t;
    if (t == i64.MIN_VALUE || t == i64.MAX_VALUE) {
      if (back != 0) continue;
    } else {
      let into = t - from;
      if (from == i64.MIN_VALUE || t < from || into >= slide) {
        into = floorMod(t, slide) - shift;
        if (into < 0) into += slide;
        from = t - into;
      }
      // t - start: the row is in the window as long as this is less than its size.
      if (into + back >= size) continue;
      start = t - into - back;
      end = start + size;
    }
    store<i64>(starts + (row << 3), start);
    store<i64>(ends + (row << 3), end);
    store<u32>(rows + (<usize>n << 2), <u32>row);
    n++;
  }
  return n;
}
