import {copyRun} from '../memory/copy';
import {endLane, lane, ready, room} from './columns';
import {
  ANSWERS, ANSWER_COUNT, BOOLEAN, FAIL_END, FAIL_HOST, KIND, NEXT, TOO_LARGE, VALUES, VARIABLE, WIDTH, fail,
} from './layout';
import {skipValue} from './scan';

// Forms that are too rare to be worth a kernel (a date in words, a number of forty digits) are answered by the host. The
// first time the record fails with FAIL_HOST; the host parses the value's text, adds an entry to the answers and has the
// record decoded again, and this time the entry is found.

/** Asks the host for the value at `p`, whatever it is. */
export function hostValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const behind = skipValue(context, p, end, 0);
  if (behind == 0) return 0;
  return host(context, node, p, behind, row);
}

/** The row's value is what the host answered for the value from `p` to `behind`. */
export function host(context: usize, node: usize, p: usize, behind: usize, row: u32): usize {
  const count = load<u32>(context, ANSWER_COUNT);
  let entry = <usize>load<u32>(context, ANSWERS);
  for (let i: u32 = 0; i < count; i++, entry += 12) {
    if (load<u32>(entry) == <u32>p) return putAnswer(context, node, entry, behind, row);
  }
  store<u32>(context, <u32>behind, FAIL_END);
  return fail(context, FAIL_HOST, p, node);
}

function putAnswer(context: usize, node: usize, entry: usize, behind: usize, row: u32): usize {
  const from = <usize>load<u32>(entry, 4);
  const bytes = <usize>load<u32>(entry, 8);
  if (load<u32>(node, VARIABLE)) {
    ready(node, row);
    const out = room(node, bytes);
    if (out == 0) return fail(context, TOO_LARGE, from, node);
    copyRun(out, from, bytes);
    endLane(node, row, <u32>(out + bytes - <usize>load<u32>(node, VALUES)));
  } else if (load<u32>(node, KIND) == BOOLEAN) {
    putBoolean(node, row, load<u8>(from));
  } else {
    const width = <usize>load<u32>(node, WIDTH);
    copyRun(lane(node, row, width), from, width);
  }
  return behind;
}

export function putBoolean(node: usize, row: u32, value: u32): void {
  ready(node, row);
  const at = <usize>load<u32>(node, VALUES) + (row >> 3);
  const bit = row & 7;
  store<u8>(at, (<u32>load<u8>(at) & ~(<u32>1 << bit)) | (value << bit));
  store<u32>(node, row + 1, NEXT);
}
