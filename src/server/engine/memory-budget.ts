import type {Memory} from '../../kernels/memory.ts';
import {SqlError} from '../../types/sql-error.ts';

/** Kept free for ticks and reads: this share of the whole, at most so many bytes. */
const RESERVED_SHARE = 1 / 8;
const RESERVED_BYTES = 256 << 20;

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
    return this.memory.stats().liveBytes > this.limit - Math.min(RESERVED_BYTES, this.limit * RESERVED_SHARE);
  }

  /** Errors: 53200. */
  mustHaveRoom(): void {
    if (!this.isShort) return;
    throw new SqlError('53200', 'out of memory', {
      detail: `State takes ${megabytes(this.memory.stats().liveBytes)} of ${megabytes(this.limit)}.`,
      hint: 'Delete rows or drop views, or start the server with more --max-memory.',
    });
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1 << 20))} MB`;
}
