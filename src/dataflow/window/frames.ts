import type {EvaluationContext} from '../../expr/evaluate.ts';
import {inRangeOf, type InRange} from '../../expr/in-range.ts';
import type {FrameBound, WindowFrame} from '../../expr/window-call.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import type {PartitionRows} from './partition-rows.ts';

/** A frame with its offsets evaluated. */
export type ResolvedFrame = Omit<WindowFrame, 'start' | 'end'> & {
  readonly start: ResolvedBound;
  readonly end: ResolvedBound;
};
type ResolvedBound = {readonly type: FrameBound['type']; readonly offset: Datum};

/** What RANGE with an offset goes by. */
export type RangeOrder = {readonly key: SortKey; readonly schema: Schema; readonly environment: EvaluationContext};

/**
 * Which rows each row of a partition sees: up to three stretches [start, end), in order, that move forward as the row does.
 * More than one where an exclusion cuts the frame.
 */
export class Frames {
  readonly parts: number;
  private readonly rows: PartitionRows;
  private readonly exclude: WindowFrame['exclude'];
  private readonly starts: (row: number) => number;
  private readonly ends: (row: number) => number;

  constructor(rows: PartitionRows, frame: ResolvedFrame, order: RangeOrder | null) {
    this.rows = rows;
    this.exclude = frame.exclude;
    this.parts = frame.exclude === 'none' ? 1 : frame.exclude === 'ties' ? 3 : 2;
    this.starts = boundOf(rows, frame, 'start', order);
    this.ends = boundOf(rows, frame, 'end', order);
  }

  start(part: number, row: number): number {
    const start = this.starts(row);
    if (this.parts === 1 || part === 0) return start;
    if (part === 1 && this.parts === 3) return Math.max(start, row);
    return Math.max(start, this.exclude === 'currentRow' ? row + 1 : this.rows.behindPeers(row));
  }

  /** May be before the start: then there are none. */
  end(part: number, row: number): number {
    const end = this.ends(row);
    if (part === this.parts - 1) return end;
    if (part === 1) return Math.min(end, row + 1);
    return Math.min(end, this.exclude === 'currentRow' ? row : this.rows.firstPeer(row));
  }

  nth(row: number, n: number): number {
    let left = n;
    for (let part = 0; part < this.parts; part++) {
      const start = this.start(part, row);
      const length = Math.max(0, this.end(part, row) - start);
      if (left < length) return start + left;
      left -= length;
    }
    return -1;
  }

  nthFromEnd(row: number, n: number): number {
    let left = n;
    for (let part = this.parts - 1; part >= 0; part--) {
      const end = this.end(part, row);
      const length = Math.max(0, end - this.start(part, row));
      if (left < length) return end - 1 - left;
      left -= length;
    }
    return -1;
  }
}

function boundOf(
  rows: PartitionRows,
  {unit, ...frame}: ResolvedFrame,
  which: 'start' | 'end',
  order: RangeOrder | null,
): (row: number) => number {
  const {type, offset} = frame[which];
  const isStart = which === 'start';
  switch (type) {
    case 'unboundedPreceding':
      return () => 0;
    case 'unboundedFollowing':
      return () => rows.rows;
    case 'currentRow':
      if (unit === 'rows') return isStart ? row => row : row => row + 1;
      return isStart ? row => rows.firstPeer(row) : row => rows.behindPeers(row);
    case 'preceding':
    case 'following': {
      const sign = type === 'preceding' ? -1 : 1;
      if (unit === 'range') return rangeBound(rows, order!, type, which, offset);
      const by = sign * Math.min(Number(offset), Number.MAX_SAFE_INTEGER);
      if (unit === 'rows') return isStart ? row => clamp(row + by, rows.rows) : row => clamp(row + by + 1, rows.rows);
      return isStart
        ? row => rows.groupStart(Math.max(0, rows.groupsBefore(row) + by))
        : row => {
            const group = rows.groupsBefore(row) + by;
            return group < 0 ? 0 : rows.groupStart(group + 1);
          };
    }
  }
}

function clamp(row: number, rows: number): number {
  return Math.min(Math.max(row, 0), rows);
}

/**
 * The first row whose value is within the offset, or the row behind the last one. Asked in ascending order of rows, it goes
 * through the partition once. A NULL is within any offset of NULLs, and of nothing else.
 */
function rangeBound(
  rows: PartitionRows,
  {key, schema, environment}: RangeOrder,
  type: 'preceding' | 'following',
  which: 'start' | 'end',
  offset: Datum,
): (row: number) => number {
  const {column, descending} = key;
  const rules: InRange = inRangeOf(schema[column].type);
  const subtract = (type === 'preceding') !== descending;
  const [from, to] = valuesRange(rows, column);
  const sign = descending ? -1 : 1;
  let at = from;
  let asked = -1;
  let bound: Datum = null;
  const isBefore = (row: number): boolean => {
    const compared = sign * rules.order(rules.compared(rows.value(column, row)), bound);
    return which === 'start' ? compared < 0 : compared <= 0;
  };
  return row => {
    if (row < from || row >= to) return which === 'start' ? rows.firstPeer(row) : rows.behindPeers(row);
    if (row === asked) return at;
    asked = row;
    bound = rules.bound(rows.value(column, row), offset, subtract, environment);
    while (at < to && isBefore(at)) at++;
    return at;
  };
}

/** Where the rows that have a value begin and end; NULLs stand together at one end. */
function valuesRange(rows: PartitionRows, column: number): [number, number] {
  let from = 0;
  let to = rows.rows;
  while (from < to && rows.value(column, from) === null) from++;
  while (to > from && rows.value(column, to - 1) === null) to--;
  return [from, to];
}
