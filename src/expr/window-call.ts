import type {Expr} from './expr.ts';
import type {SqlType} from '../types/sql-type.ts';

/** Which rows of its partition a window call sees from its row. `end` and `start` are as written out with BETWEEN. */
export type WindowFrame = {
  readonly unit: 'rows' | 'range' | 'groups';
  readonly start: FrameBound;
  readonly end: FrameBound;
  readonly exclude: 'none' | 'currentRow' | 'group' | 'ties';
};

/** An offset is the same for all rows of a partition: a bigint for ROWS and GROUPS, what in_range takes for RANGE. */
export type FrameBound =
  | {readonly type: 'unboundedPreceding' | 'currentRow' | 'unboundedFollowing'}
  | {readonly type: 'preceding' | 'following'; readonly offset: Expr};

/** What stands where no frame is written. */
export const DEFAULT_FRAME: WindowFrame = {
  unit: 'range',
  start: {type: 'unboundedPreceding'},
  end: {type: 'currentRow'},
  exclude: 'none',
};

/** A call of a window function ('row_number()') or of an aggregate ('sum(int8)') over a window. */
export type WindowCall = {
  readonly kind: 'window' | 'aggregate';
  readonly signature: string;
  readonly args: readonly Expr[];
  readonly filter: Expr | null;
  readonly frame: WindowFrame;
  readonly type: SqlType;
};

export function frameOffsets(frame: WindowFrame): Expr[] {
  return [frame.start, frame.end].flatMap(bound => ('offset' in bound ? [bound.offset] : []));
}

/** Of a physical call: the columns that are offsets. */
export function offsetColumns(frame: WindowFrame): number[] {
  return frameOffsets(frame).flatMap(offset => (offset.op === 'column' ? [offset.index] : []));
}

export function mapFrameOffsets(frame: WindowFrame, f: (offset: Expr) => Expr): WindowFrame {
  const start = mapBound(frame.start, f);
  const end = mapBound(frame.end, f);
  return start === frame.start && end === frame.end ? frame : {...frame, start, end};
}

function mapBound(bound: FrameBound, f: (offset: Expr) => Expr): FrameBound {
  if (!('offset' in bound)) return bound;
  const offset = f(bound.offset);
  return offset === bound.offset ? bound : {...bound, offset};
}
