import type {Batch} from '../../columnar/batch.ts';
import {takeBatch} from '../../columnar/batch-rows.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import {datumReader, selectedRows, weightOf} from '../../columnar/datum-access.ts';
import {makeVectors, releaseVector, retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Expr} from '../../expr/expr.ts';
import {compileTableCalls, type TableCall, type TableCallRows} from '../../expr/table-call.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import {type CompiledExpr, compile} from '../expressions.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Output} from '../operator.ts';
import {type RowErrors, emitRowErrors, rowPrinter} from '../row-errors.ts';
import {StatelessOperator} from './stateless.ts';

type FlatMapOptions = {
  readonly calls: readonly TableCall[];
  readonly args: readonly Expr[];
  readonly ordinality: boolean;
};

/** Rows in an output chunk, and chunks that one push emits before it leaves the rest to `drain`. */
const CHUNK_ROWS = 4096;
const CHUNKS_AT_ONCE = 16;

/**
 * ΔO = Σ over the rows r of ΔI: {r} × f(args(r)), several functions side by side, with the number of the made row from 1
 * where asked for. Linear; holds
 * only chunks that are not worked off yet, since one row may give very many. A row for which an argument or the function
 * fails is an error row (and keeps what the function gave before it failed).
 */
export class FlatMapOperator extends StatelessOperator {
  readonly name = 'flat map';
  private readonly memory: Memory;
  private readonly inputWidth: number;
  private readonly args: readonly CompiledExpr[];
  private readonly call: TableCallRows;
  private readonly stopsAtError: boolean;
  private readonly jobs: Batch[] = [];
  private running: Iterator<void> | null = null;

  constructor(schema: Schema, input: Schema, options: FlatMapOptions, context: OperatorContext) {
    super(schema);
    this.memory = context.memory;
    this.stopsAtError = context.stopsAtError ?? false;
    this.inputWidth = input.length;
    this.args = options.args.map(arg => compile(arg, context));
    const types = options.args.map(({type}) => type);
    this.call = compileTableCalls(options.calls, types, options.ordinality, context.environment);
  }

  push(_port: number, delta: Batch, out: Output): void {
    this.jobs.push(delta.retain());
    if (this.jobs.length === 1) this.drain(out);
  }

  drain(out: Output): 'done' | 'more' {
    for (let chunks = 0; this.jobs.length > 0; chunks++) {
      if (chunks === CHUNKS_AT_ONCE) return 'more';
      this.running ??= this.expand(this.jobs[0], out);
      if (!this.running.next().done) continue;
      this.running = null;
      this.jobs.shift()!.release();
    }
    return 'done';
  }

  override flush(_tick: Tick, out: Output): 'done' | 'more' {
    return this.drain(out);
  }

  /** Yields after each chunk. */
  private *expand(delta: Batch, out: Output): Generator<void> {
    const {vectors, errors} = this.arguments(delta);
    try {
      if (errors && !this.stopsAtError) emitRowErrors(delta, errors, out);
      const readers = vectors.map(vector => datumReader(this.memory, vector));
      let chunk = new Chunk();
      const emitChunk = (): void => {
        if (chunk.length > 0) this.emit(delta, chunk, out);
        chunk = new Chunk();
      };
      for (const row of selectedRows(delta)) {
        const error = errors?.get(row);
        if (error && this.stopsAtError) {
          emitChunk();
          emitRowErrors(delta, new Map([[row, error]]), out);
          return;
        }
        if (error) continue;
        const values = readers.map(read => read(row));
        for (const made of this.rows(delta, row, values, emitChunk, out)) {
          chunk.add(row, made);
          if (chunk.length < CHUNK_ROWS) continue;
          emitChunk();
          yield;
        }
      }
      emitChunk();
    } finally {
      for (const vector of vectors) releaseVector(this.memory, vector);
    }
  }

  private arguments(delta: Batch): {vectors: readonly Vector[]; errors: RowErrors | null} {
    let failed: Map<number, SqlError> | null = null;
    const vectors = makeVectors(this.memory, this.args, arg => {
      const {vector, errors} = arg.evaluate(delta);
      for (const [row, error] of errors ?? []) {
        failed ??= new Map();
        if (!failed.has(row)) failed.set(row, error);
      }
      return vector;
    });
    return {vectors, errors: failed};
  }

  private *rows(
    delta: Batch,
    row: number,
    values: readonly Datum[],
    emitChunk: () => void,
    out: Output,
  ): Generator<readonly Datum[]> {
    try {
      yield* this.call(values);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      if (this.stopsAtError) emitChunk();
      out.emitError(error, weightOf(delta, row), rowPrinter(this.memory, delta.columns)(row));
    }
  }

  private emit(delta: Batch, chunk: Chunk, out: Output): void {
    const {memory} = this;
    const rows = memory.alloc(chunk.length * 4);
    memory.u32.set(chunk.sources, rows >>> 2);
    const outer = takeBatch(delta, rows, chunk.length);
    memory.release(rows);
    try {
      const made = makeVectors(memory, this.schema.slice(this.inputWidth), ({type}, i) =>
        vectorFromDatums(
          memory,
          type,
          chunk.made.map(values => values[i]),
        ),
      );
      const columns = [...outer.columns.map(column => retainVector(memory, column)), ...made];
      out.emit(outer.withColumns(this.schema, columns));
    } finally {
      outer.release();
    }
  }

  override close(): void {
    this.running?.return?.();
    this.running = null;
    for (const delta of this.jobs) delta.release();
    this.jobs.length = 0;
  }
}

/** Rows that the function made, and the input row of each. */
class Chunk {
  readonly sources: number[] = [];
  readonly made: (readonly Datum[])[] = [];

  get length(): number {
    return this.made.length;
  }

  add(source: number, made: readonly Datum[]): void {
    this.sources.push(source);
    this.made.push(made);
  }
}
