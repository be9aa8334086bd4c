import type {Address} from '../kernels/memory.ts';
import type {SqlType} from '../types/sql-type.ts';

/**
 * A column of values in linear memory, in Arrow's layout. Immutable once it is in a batch. A vector is a plain record
 * of addresses; each address it names counts as one reference to that buffer (see `retainVector`/`releaseVector`).
 */
export type Vector = {
  readonly type: SqlType;
  readonly length: number;
  /** length × width bytes; a bitmap for booleans; the bytes for variable width; for a list the shapes, see shape-lanes.ts; else 0. */
  readonly values: Address;
  /** int32[length + 1] for variable width and lists, else 0. offsets[0] is 0. */
  readonly offsets: Address;
  /** Bitmap, least significant bit first, 1 = not null; 0 = no nulls. A null lane's value is arbitrary but initialised. */
  readonly validity: Address;
  /** list: one vector of offsets[length] elements; struct: one a field, `length` rows each, null where the struct is. */
  readonly children: readonly Vector[];
};
