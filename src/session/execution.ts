import type {Batch} from '../columnar/batch.ts';
import {batchRows} from '../columnar/datum-access.ts';
import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {Execution, ResultChunk, ResultColumn} from './api.ts';
import type {EngineQuery} from './engine.ts';

/** A column of a result that is no relation's. */
export function resultColumn(name: string, type: SqlType): ResultColumn {
  return {name, type, tableOid: 0, attributeNumber: 0};
}

/** A statement that is done and returned no rows. */
export function command(tag: string): Execution {
  return {columns: null, tag, next: async () => null, close: async () => {}};
}

/** A result whose rows are already here: SHOW, EXPLAIN. */
export function rowsResult(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Datum[])[],
  tag: string = `SELECT ${rows.length}`,
): Execution {
  let at = 0;
  return {
    columns,
    tag,
    async next(maxRows) {
      if (at >= rows.length) return null;
      const chunk = rows.slice(at, maxRows > 0 ? at + maxRows : undefined);
      at += chunk.length;
      return {kind: 'rows', rows: chunk};
    },
    async close() {
      at = rows.length;
    },
  };
}

/** Somebody who takes row after row does not ask the engine for each. */
const FEWEST_ROWS = 64;

/**
 * A query that runs in the engine, pulled a batch at a time. A row limit (Execute with max rows, FETCH) may cut
 * through a batch: the rest waits here, as rows, for the next call.
 */
export class QueryExecution implements Execution {
  readonly columns: readonly ResultColumn[];
  private readonly query: EngineQuery;
  private readonly waitFor: (work: () => Promise<Batch | null>) => Promise<Batch | null>;
  private rest: (readonly Datum[])[] = [];
  private count = 0;
  private done = false;
  private readonly fixedTag: string | undefined;

  /** `waitFor` is how the session waits, so that the statement can be cancelled; `tag`: other than SELECT and the count. */
  constructor(
    columns: readonly ResultColumn[],
    query: EngineQuery,
    waitFor: (work: () => Promise<Batch | null>) => Promise<Batch | null>,
    tag?: string,
  ) {
    this.fixedTag = tag;
    this.columns = columns;
    this.query = query;
    this.waitFor = waitFor;
  }

  get tag(): string {
    return this.fixedTag ?? `SELECT ${this.count}`;
  }

  async next(maxRows: number): Promise<ResultChunk | null> {
    if (this.rest.length > 0) return this.take(maxRows);
    if (this.done) return null;
    const batch = await this.waitFor(() => this.query.next(maxRows === 0 ? 0 : Math.max(maxRows, FEWEST_ROWS)));
    if (batch === null) {
      await this.close();
      return null;
    }
    const rows = Number(totalWeight(batch));
    const chunk: ResultChunk = {kind: 'batch', batch, release: () => batch.release()};
    if (maxRows === 0 || rows <= maxRows) {
      this.count += rows;
      return chunk;
    }
    this.rest = [...splitChunk(chunk)];
    batch.release();
    return this.take(maxRows);
  }

  async close(): Promise<void> {
    this.rest = [];
    if (this.done) return;
    this.done = true;
    await this.query.close();
  }

  private take(maxRows: number): ResultChunk {
    const rows = this.rest.splice(0, maxRows > 0 ? maxRows : this.rest.length);
    this.count += rows.length;
    return {kind: 'rows', rows};
  }
}

/** Rows that are here already, as a query that gives them; takes the references. */
export function rowsAtHand(batches: readonly Batch[]): EngineQuery {
  const left = [...batches];
  const close = async (): Promise<void> => {
    for (const batch of left.splice(0)) batch.release();
  };
  return {next: async () => left.shift() ?? null, counts: async () => [], cancel: () => {}, close};
}

export function splitChunk(chunk: ResultChunk): readonly (readonly Datum[])[] {
  if (chunk.kind === 'rows') return chunk.rows;
  return batchRows(chunk.batch).flatMap(({row, weight}) => Array.from({length: Number(weight)}, () => row));
}

/** All rows of a statement of ours. */
export async function readAll(execution: Execution): Promise<(readonly Datum[])[]> {
  const rows: (readonly Datum[])[] = [];
  try {
    for (let chunk = await execution.next(0); chunk; chunk = await execution.next(0)) {
      rows.push(...splitChunk(chunk));
      if (chunk.kind === 'batch') chunk.release();
    }
  } finally {
    await execution.close();
  }
  return rows;
}

function totalWeight(batch: {
  readonly memory: {readonly i64: BigInt64Array; readonly u32: Uint32Array};
  readonly weights: number;
  readonly selection: number;
  readonly selected: number;
}): bigint {
  if (batch.weights === 0) return BigInt(batch.selected);
  const weights = batch.memory.i64;
  const selection = batch.memory.u32;
  let sum = 0n;
  for (let i = 0; i < batch.selected; i++) {
    const row = batch.selection === 0 ? i : selection[(batch.selection >>> 2) + i];
    sum += weights[(batch.weights >>> 3) + row];
  }
  return sum;
}

/** Reads all rows and forgets them; how many there were. */
export async function drain(execution: Execution): Promise<number> {
  let rows = 0;
  try {
    for (let chunk = await execution.next(0); chunk; chunk = await execution.next(0)) {
      if (chunk.kind === 'rows') rows += chunk.rows.length;
      else {
        rows += chunk.batch.selected;
        chunk.release();
      }
    }
  } finally {
    await execution.close();
  }
  return rows;
}
