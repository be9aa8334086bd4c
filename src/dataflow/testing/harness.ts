import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import {Circuit} from '../circuit.ts';
import type {Dataflow, RestoredSegment} from '../dataflow.ts';
import type {QueryRun} from '../query-run.ts';
import {type ModelResult, type Row, rowText, runModel} from './model.ts';
import type {Chunk, Script, TestTable} from './script.ts';

const VIEW = 1000;
const LATE_VIEW = 1001;

/** A result that is not what it should be. */
class Mismatch extends Error {}

/**
 * The whole contract of a plan, on one script of changes:
 *
 * - the view equals the model after every tick, errors included, and so does the sum of its deltas;
 * - a one-shot read gives the same rows, or raises one of the errors;
 * - a second view, created half-way and hydrated in slices while ticks go on, ends up the same;
 * - a circuit restored from a checkpoint taken half-way goes on the same;
 * - dropping everything gives all memory back.
 */
export function verifyPlan(memory: Memory, plan: PhysicalPlan, tables: readonly TestTable[], script: Script): void {
  const before = memory.stats().liveBuffers;
  const half = Math.floor(script.length / 2);
  const bench = new TestCircuit(memory, tables);
  const view = bench.install(VIEW, plan);
  const sum = new Map<string, number>();
  const tickDelta = new Map<string, number>();
  bench.onDelta = delta => {
    addRows(sum, delta, view.schema);
    if (!plan.nodes[plan.root].props.monotonic) onlyOnce(tickDelta, delta, view.schema);
  };
  bench.hydrate(view);
  let late: Dataflow | null = null;
  let checkpoint: {segments: Checkpoint; tables: ReadonlyMap<ObjectId, readonly Row[]>; tick: number} | null = null;
  script.forEach((chunks, i) => {
    tickDelta.clear();
    bench.tick(chunks);
    const expected = runModel(plan, bench.rows);
    same(`view at tick ${i}`, bench.read(VIEW), expected);
    sameRows(`deltas up to tick ${i}`, sum, expected.rows);
    if (!tables.some(({stream}) => stream)) sameRead(bench.circuit.query(plan), expected);
    if (i === half) {
      checkpoint = {segments: bench.checkpoint(VIEW), tables: copyOf(bench.rows), tick: i};
      late = bench.install(LATE_VIEW, plan);
      bench.pushHistory(late);
    }
    late?.work(0);
  });
  const expected = runModel(plan, bench.rows);
  bench.hydrate(late!);
  same('view hydrated while ticks went on', bench.read(LATE_VIEW), expected);
  bench.close();
  restoreAndGoOn(memory, plan, tables, script.slice(half + 1), checkpoint!, expected);
  const after = memory.stats().liveBuffers;
  if (after !== before) throw new Mismatch(`${after - before} buffers leaked`);
}

type Checkpoint = ReadonlyMap<ObjectId, ReadonlyMap<string, readonly RestoredSegment[]>>;

function restoreAndGoOn(
  memory: Memory,
  plan: PhysicalPlan,
  tables: readonly TestTable[],
  rest: Script,
  checkpoint: {segments: Checkpoint; tables: ReadonlyMap<ObjectId, readonly Row[]>},
  expected: ModelResult,
): void {
  const restored = new TestCircuit(memory, tables, checkpoint.segments, checkpoint.tables);
  const view = restored.install(VIEW, plan, checkpoint.segments.get(VIEW));
  if (view.state !== 'live') throw new Mismatch('a restored view is not live');
  same('restored view', restored.read(VIEW), runModel(plan, restored.rows));
  for (const chunks of rest) restored.tick(chunks);
  same('restored view after more ticks', restored.read(VIEW), expected);
  restored.close();
}

/** A circuit with tables, and what is in them as plain rows. */
class TestCircuit {
  readonly circuit: Circuit;
  readonly rows: Map<ObjectId, Row[]>;
  onDelta: ((delta: Batch) => void) | null = null;
  private readonly memory: Memory;
  private readonly tables: readonly TestTable[];
  private readonly history: {object: ObjectId; delta: Batch}[] = [];
  private lastTick = 0;

  constructor(
    memory: Memory,
    tables: readonly TestTable[],
    restore?: Checkpoint,
    rows?: ReadonlyMap<ObjectId, readonly Row[]>,
  ) {
    this.memory = memory;
    this.tables = tables;
    this.circuit = new Circuit(memory);
    this.rows = new Map(tables.map(({object}) => [object, [...(rows?.get(object) ?? [])]]));
    for (const {object, schema, stream, monotonic} of tables) {
      if (stream) this.circuit.addStream(object, schema, {monotonic: monotonic ?? false});
      else this.circuit.addTable(object, schema, {restore: restore?.get(object)});
    }
  }

  install(object: ObjectId, plan: PhysicalPlan, restore?: ReadonlyMap<string, readonly RestoredSegment[]>): Dataflow {
    return this.circuit.install(object, plan, {
      name: `view${object}`,
      output: 'materialize',
      onError: 'quarantine',
      onDelta: object === VIEW ? (_tick, delta) => this.onDelta?.(delta) : undefined,
      restore,
    });
  }

  /** Feeds the chunks and runs a tick, in the thinnest slices. */
  tick(chunks: readonly Chunk[]): void {
    for (const {object, rows} of chunks) {
      const table = this.tables.find(other => other.object === object)!;
      const delta = batchFromRows(
        this.memory,
        table.schema,
        rows.map(({row}) => row),
        rows.map(({weight}) => BigInt(weight)),
      );
      this.circuit.feed(object, delta);
      if (table.stream) this.history.push({object, delta});
      else delta.release();
      this.apply(table, rows);
    }
    this.lastTick++;
    while (this.circuit.step(this.lastTick as Tick, 0) === 'more');
  }

  private apply({object, schema}: TestTable, changes: Chunk['rows']): void {
    const rows = this.rows.get(object)!;
    for (const {row, weight} of changes) {
      if (weight > 0) {
        rows.push(row);
        continue;
      }
      const text = rowText(row, schema);
      rows.splice(
        rows.findIndex(other => rowText(other, schema) === text),
        1,
      );
    }
  }

  /** What the streams have had so far, for a new dataflow. */
  pushHistory(dataflow: Dataflow): void {
    for (const {object, delta} of this.history) dataflow.hydrationInput(object)?.push(delta);
    for (const {object} of this.tables) dataflow.hydrationInput(object)?.complete();
  }

  hydrate(dataflow: Dataflow): void {
    if (this.history.length === 0) this.pushHistory(dataflow);
    for (let slices = 0; dataflow.work(0) !== 'done'; slices++) {
      if (slices > 100_000) throw new Mismatch(`hydration hangs in state ${dataflow.state}`);
    }
    if (dataflow.failure) throw dataflow.failure;
  }

  /** The rows of a view and its error rows. */
  read(object: ObjectId): ModelResult {
    const dataflow = this.circuit.dataflow(object)!;
    if (dataflow.failure) throw dataflow.failure;
    const rows = new Map<string, number>();
    const snapshot = dataflow.arrangement!.snapshot();
    for (const batch of snapshot.batches) addRows(rows, batch, snapshot.schema);
    snapshot.release();
    const errors = new Map<string, number>();
    for (const {error, weight} of this.circuit.errors(object)) {
      errors.set(error.code, (errors.get(error.code) ?? 0) + Number(weight));
    }
    return {rows, errors};
  }

  /** Every segment of the tables and of one view. */
  checkpoint(view: ObjectId): Checkpoint {
    const objects = [...this.tables.filter(({stream}) => !stream).map(({object}) => object), view];
    return new Map(
      objects.map(object => [
        object,
        new Map(
          this.circuit
            .state(object)
            .map(({id, state}) => [
              id,
              state.segments().map(({segment, version}) => ({segment, version, bytes: state.writeSegment(segment)})),
            ]),
        ),
      ]),
    );
  }

  close(): void {
    for (const {delta} of this.history) delta.release();
    this.circuit.close();
  }
}

/** All rows of a read, of which so many are wanted at a time: 0, 1, 2 and 3 in turn. */
function collect(run: QueryRun): Map<string, number> {
  const rows = new Map<string, number>();
  for (let i = 0; ; i++) {
    const batch = run.next(0, i % 4);
    if (batch === null) return rows;
    if (batch === 'more') continue;
    for (const {weight} of batchRows(batch)) if (weight < 1n) throw new Mismatch(`weight ${weight} in a result`);
    addRows(rows, batch, run.schema);
    batch.release();
  }
}

function sameRead(run: QueryRun, expected: ModelResult): void {
  try {
    const rows = collect(run);
    if (expected.errors.size > 0) throw new Mismatch(`a read raised nothing, for ${show(expected.errors)}`);
    sameRows('one-shot read', rows, expected.rows);
  } catch (error) {
    if (!(error instanceof SqlError) || !expected.errors.has(error.code)) throw error;
  } finally {
    run.close();
  }
}

function addRows(sums: Map<string, number>, batch: Batch, schema: Schema): void {
  for (const {row, weight} of batchRows(batch)) {
    const text = rowText(row, schema);
    const sum = (sums.get(text) ?? 0) + Number(weight);
    if (sum === 0) sums.delete(text);
    else sums.set(text, sum);
  }
}

/** A row stands once in the delta of a tick. */
function onlyOnce(seen: Map<string, number>, delta: Batch, schema: Schema): void {
  for (const {row, weight} of batchRows(delta)) {
    const text = rowText(row, schema);
    if (seen.has(text) || weight === 0n)
      throw new Mismatch(`weight ${weight} of ${text} in a delta that has it already`);
    seen.set(text, Number(weight));
  }
}

function same(what: string, actual: ModelResult, expected: ModelResult): void {
  sameRows(what, actual.rows, expected.rows);
  sameRows(`errors of ${what}`, actual.errors, expected.errors);
}

function sameRows(what: string, actual: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void {
  const [a, b] = [show(actual), show(expected)];
  if (a !== b) throw new Mismatch(`${what}:\n${a}\nexpected:\n${b}`);
}

function show(rows: ReadonlyMap<string, number>): string {
  return [...rows]
    .map(([row, weight]) => `  ${weight > 0 ? '+' : ''}${weight} ${row}`)
    .sort()
    .join('\n');
}

function copyOf(rows: ReadonlyMap<ObjectId, readonly Row[]>): ReadonlyMap<ObjectId, readonly Row[]> {
  return new Map([...rows].map(([object, list]) => [object, [...list]]));
}
