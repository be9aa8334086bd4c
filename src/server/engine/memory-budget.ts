import type {Batch} from '../../columnar/batch.ts';
import {selectedRows, weightOf} from '../../columnar/datum-access.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Arrangement} from '../../dataflow/arrangement/arrangement.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import {SqlError} from '../../types/sql-error.ts';

/** Kept free for ticks and reads: this share of the whole, at most so many bytes. */
const RESERVED_SHARE = 1 / 8;
const RESERVED_BYTES = 256 << 20;
/** Of a row that a tick takes out of a table: an entry in a table that may have to double. */
const REMEMBERED_BYTES = 100;

/**
 * Whether linear memory has room for more input. State is kept from filling it to the brim: a view or read that runs out
 * of memory fails alone, but a table that cannot take in a row that is already durable would stop the server.
 */
export class MemoryBudget {
  private readonly memory: Memory;
  private readonly limit: number;

  constructor(memory: Memory, limit: number) {
    this.memory = memory;
    this.limit = limit;
  }

  get isShort(): boolean {
    return this.free < this.reserved;
  }

  private get free(): number {
    return this.limit - this.memory.stats().liveBytes;
  }

  private get reserved(): number {
    return Math.min(RESERVED_BYTES, this.limit * RESERVED_SHARE);
  }

  /** Errors: 53200. */
  mustHaveRoom(): void {
    if (this.isShort)
      throw this.outOfMemory('Delete rows or drop views, or start the server with a larger --max-memory.');
  }

  /**
   * Whether a table can take in these deltas for sure. New rows are copied, and the table's indexes may have to double, for
   * which the old and the new one stand side by side. Rows that go are remembered until the tick is over, and the rest
   * may be moved together. Taking rows out may use what is kept free, since it is how there comes to be more. Errors: 53200.
   */
  mustHaveRoomFor(table: Arrangement, deltas: readonly Batch[]): void {
    let added = 0;
    let removed = 0;
    for (const delta of deltas) {
      if (addsRows(delta)) added += batchBytes(this.memory, delta);
      else removed += delta.selected;
    }
    const changes = removed === 0 ? 0 : removed * REMEMBERED_BYTES + table.bytes / 2;
    if (changes > this.free) throw this.outOfMemory('Delete fewer rows at a time.');
    if (added > 0 && table.bytes + 2 * added + changes + this.reserved > this.free) {
      throw this.outOfMemory('Delete rows or drop views, or start the server with a larger --max-memory.');
    }
  }

  private outOfMemory(hint: string): SqlError {
    const used = megabytes(this.limit - this.free);
    return new SqlError('53200', 'out of memory', {
      detail: `State takes ${used} of ${megabytes(this.limit)}; to grow, a table needs about as much again as it has.`,
      hint,
    });
  }
}

/** Not one of the batches that only take rows out: in those every weight is negative. */
function addsRows(delta: Batch): boolean {
  if (delta.weights === 0) return true;
  for (const row of selectedRows(delta)) return weightOf(delta, row) > 0n;
  return false;
}

function batchBytes(memory: Memory, {columns, weights}: Batch): number {
  return columns.reduce((sum, column) => sum + vectorBytes(memory, column), bufferBytes(memory, weights));
}

function vectorBytes(memory: Memory, {values, offsets, validity, children}: Vector): number {
  const own = bufferBytes(memory, values) + bufferBytes(memory, offsets) + bufferBytes(memory, validity);
  return (children ?? []).reduce((sum, child) => sum + vectorBytes(memory, child), own);
}

function bufferBytes(memory: Memory, address: Address): number {
  return address === 0 ? 0 : memory.kernels.mem_size(address);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1 << 20))} MB`;
}
