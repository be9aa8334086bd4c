import type {Kernels} from '../kernels/load.ts';
import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';

/**
 * Which kernel export answers a function, and how it is called. n is the number of lanes; a lane whose bit is set in
 * `flags` (a zeroed bitmap of n bits) was not answered, the result counts them. `mode` tells which operand is one
 * value for all lanes: 0 none, 1 the right, 2 the left. Operands are addresses of values (and of offsets where these
 * vary in width); `...params` are the twin's constants.
 *
 * | shape | call |
 * |---|---|
 * | unary | (a, out, n, flags, ...params) → flagged; a bitmap where a is boolean |
 * | binary | (mode, a, b, out, n, flags, ...params) → flagged |
 * | compare | (mode, a, b, outBits, n, negate, ...params), modes 0 and 1; `flip` is the export with the sides changed |
 * | bytesCompare | (mode, a, aOffsets, b, bOffsets, outBits, n, negate), as compare |
 * | bytesSearch | (a, aOffsets, needle, needleBytes, outBits, n, negate) |
 * | bytesToFixed | (a, aOffsets, out, n, flags, ...params) → flagged |
 * | bytesMap | (a, aOffsets, out, n) → 0, or 1 when it does not apply to these bytes; the offsets stay |
 * | concat | (mode, aOffsets, bOffsets, outOffsets, n) → bytes, then text_concat |
 * | bytesOf | (a, out, outOffsets, n, ...params) → bytes; out has `room`·(n + 2) |
 * | decimalDivide | (mode, a, b, out, n, flags, outOffsets, ...params) → flagged; out has 32·(n + 2) |
 */
export type KernelTwin = {
  readonly export: keyof Kernels & string;
  readonly shape: KernelShape;
  /** Arguments that the kernel takes, by number; the others went into `params` or `needle`. Absent: all. */
  readonly uses?: readonly number[];
  /** Constants that follow the standard arguments: i32 as numbers, i64 as bigints. */
  readonly params?: readonly (number | bigint)[];
  /** bytesOf: bytes that a lane may take. */
  readonly room?: number;
  /** bytesSearch: the text searched for. */
  readonly needle?: string;
  /** The kernel takes the (used) arguments cast to these types, each wider than the argument's own. */
  readonly operands?: readonly SqlType[];
  /** Layout of what the kernel writes, where it is not the result's own: it is then converted. */
  readonly produces?: SqlType;
  /** `produces` cannot hold what the row says to flagged lanes: all lanes then go the row's way. */
  readonly partial?: boolean;
  readonly negate?: boolean;
  readonly flip?: keyof Kernels & string;
};

type KernelShape =
  | 'unary'
  | 'binary'
  | 'compare'
  | 'bytesCompare'
  | 'bytesSearch'
  | 'bytesToFixed'
  | 'bytesMap'
  | 'concat'
  | 'bytesOf'
  | 'decimalDivide';

/** What is known of a call before it runs, for choosing its kernel. */
export type KernelCall = {
  readonly args: readonly SqlType[];
  readonly result: SqlType;
  /** Value of the arguments that are constant; undefined for the others. */
  readonly constants: readonly (Datum | undefined)[];
  readonly settings: ReadonlyMap<string, string>;
};

export type KernelChoice = KernelTwin | ((call: KernelCall) => KernelTwin | null);
