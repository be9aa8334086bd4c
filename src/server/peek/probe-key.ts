import {DESCRIPTOR_BYTES} from '../../columnar/descriptor.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import {physicalOf, type SqlType} from '../../types/sql-type.ts';

/** More columns, and longer texts, are laid out in buffers of their own. */
const MAX_COLUMNS = 4;
const MAX_TEXT_BYTES = 96;
/** Of one column: its value or its text's two offsets, then the text. */
const CELL_BYTES = 8 + MAX_TEXT_BYTES;
const CELLS = MAX_COLUMNS * DESCRIPTOR_BYTES;

export const PROBE_KEY_BYTES = CELLS + MAX_COLUMNS * CELL_BYTES;

/**
 * A key to look for, laid out as a batch of one row in memory that is used again and again: plain keys, which is nearly all,
 * need no buffers of their own.
 */
export class ProbeKey {
  readonly address: Address;
  private readonly memory: Memory;

  /** `address`: of `PROBE_KEY_BYTES` bytes, in eights. */
  constructor(memory: Memory, address: Address) {
    this.memory = memory;
    this.address = address;
  }

  /** The columns' descriptors are at `address` then, until the next; false: these cannot be laid out here. */
  put(types: readonly SqlType[], values: readonly Datum[]): boolean {
    if (types.length > MAX_COLUMNS) return false;
    for (let i = 0; i < types.length; i++) if (!this.putColumn(i, types[i], values[i])) return false;
    return true;
  }

  private putColumn(column: number, type: SqlType, value: Datum): boolean {
    const {memory, address} = this;
    const cell = address + CELLS + column * CELL_BYTES;
    const physical = physicalOf(type);
    let isText = false;
    switch (type.kind) {
      case 'smallint':
        memory.i16[cell >>> 1] = value as number;
        break;
      case 'integer':
        memory.i32[cell >>> 2] = value as number;
        break;
      case 'bigint':
        memory.i64[cell >>> 3] = value as bigint;
        break;
      case 'text':
        if ((value as string).length * 3 > MAX_TEXT_BYTES) return false;
        memory.i32[cell >>> 2] = 0;
        memory.i32[(cell >>> 2) + 1] = memory.writeText(cell + 8, value as string);
        isText = true;
        break;
      default:
        return false;
    }
    const words = memory.u32;
    const at = (address + column * DESCRIPTOR_BYTES) >>> 2;
    words[at] = physical;
    words[at + 1] = 1;
    words[at + 2] = isText ? cell + 8 : cell;
    words[at + 3] = isText ? cell : 0;
    for (let i = 4; i < DESCRIPTOR_BYTES / 4; i++) words[at + i] = 0;
    return true;
  }
}
