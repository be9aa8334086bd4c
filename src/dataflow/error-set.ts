import {type SqlError, type PlainSqlError, toPlainError, fromPlainError} from '../types/sql-error.ts';
import type {Checkpointable} from './operator.ts';

export type ErrorRow = {readonly error: SqlError; readonly weight: bigint; readonly row: string | null};

/**
 * The error rows of one view: a Z-set, so that the retraction of a failing row takes its error back. State: one entry
 * for each distinct pair of error and row. Errors are rare; they live on the JavaScript heap.
 */
export class ErrorSet implements Checkpointable {
  private readonly entries = new Map<string, {error: SqlError; weight: bigint; row: string | null}>();
  private version = 0;

  /** Distinct error rows, including those whose weight is below zero for the moment. */
  get size(): number {
    return this.entries.size;
  }

  add(error: SqlError, weight: bigint, row?: string): void {
    this.version++;
    const key = JSON.stringify([error.code, error.message, error.fields.detail ?? '', row ?? '']);
    const entry = this.entries.get(key);
    if (!entry) {
      if (weight !== 0n) this.entries.set(key, {error, weight, row: row ?? null});
      return;
    }
    entry.weight += weight;
    if (entry.weight === 0n) this.entries.delete(key);
  }

  addAll(other: ErrorSet): void {
    for (const {error, weight, row} of other.entries.values()) this.add(error, weight, row ?? undefined);
  }

  /** Error rows that stand (weight ≥ 1), oldest first. */
  *rows(): Iterable<ErrorRow> {
    for (const entry of this.entries.values()) if (entry.weight > 0n) yield entry;
  }

  first(): ErrorRow | null {
    for (const row of this.rows()) return row;
    return null;
  }

  clear(): void {
    this.version++;
    this.entries.clear();
  }

  segments(): readonly {readonly segment: number; readonly version: number}[] {
    return this.entries.size === 0 ? [] : [{segment: 0, version: this.version}];
  }

  writeSegment(): Uint8Array {
    const rows: PlainErrorRow[] = [];
    for (const {error, weight, row} of this.entries.values()) {
      rows.push({error: toPlainError(error), weight: String(weight), row});
    }
    return new TextEncoder().encode(JSON.stringify(rows));
  }

  restore(segments: Iterable<{readonly segment: number; readonly version: number; readonly bytes: Uint8Array}>): void {
    for (const {version, bytes} of segments) {
      // Copied: TextDecoder refuses views of shared memory.
      const rows = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes))) as PlainErrorRow[];
      for (const {error, weight, row} of rows) this.add(fromPlainError(error), BigInt(weight), row ?? undefined);
      this.version = version;
    }
  }
}

type PlainErrorRow = {readonly error: PlainSqlError; readonly weight: string; readonly row: string | null};
