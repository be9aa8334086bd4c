import type {Batch} from '../../columnar/batch.ts';
import type {Snapshot} from '../../dataflow/arrangement/arrangement.ts';
import {QueryRun} from '../../dataflow/query-run.ts';
import type {EvaluationContext} from '../../expr/evaluate.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {Schema} from '../../types/schema.ts';

/** What one statement sees: its inputs as of one tick, and a transaction's own rows. Any number of plans may be run over it. */
export class ReadView {
  readonly environment: EvaluationContext;
  private readonly memory: Memory;
  private readonly snapshots: ReadonlyMap<ObjectId, Snapshot>;
  private readonly extra: ReadonlyMap<ObjectId, readonly Batch[]>;

  /** Takes over the snapshots, and the references to the batches of `extra`. */
  constructor(
    memory: Memory,
    snapshots: ReadonlyMap<ObjectId, Snapshot>,
    extra: ReadonlyMap<ObjectId, readonly Batch[]>,
    environment: EvaluationContext,
  ) {
    this.memory = memory;
    this.snapshots = snapshots;
    this.extra = extra;
    this.environment = environment;
  }

  /** `transient`: relations that exist while the statement runs. The run holds what it needs by itself. */
  run(plan: PhysicalPlan, transient: ReadonlyMap<ObjectId, readonly Batch[]> = new Map(), trial = false): QueryRun {
    const snapshots = new Map<ObjectId, Snapshot>();
    for (const object of plan.inputs) {
      const snapshot = this.snapshots.get(object);
      if (snapshot) snapshots.set(object, retainSnapshot(snapshot));
    }
    return new QueryRun(this.memory, plan, snapshots, {
      extraInput: new Map([...this.extra, ...transient]),
      environment: this.environment,
      trial,
    });
  }

  close(): void {
    for (const snapshot of this.snapshots.values()) snapshot.release();
    for (const batches of this.extra.values()) for (const batch of batches) batch.release();
  }
}

export function emptySnapshot(schema: Schema): Snapshot {
  return {schema, batches: [], rows: 0, release: () => {}};
}

/** The same rows, held once more. */
export function retainSnapshot({schema, batches, rows}: Snapshot): Snapshot {
  for (const batch of batches) batch.retain();
  return {schema, batches, rows, release: () => batches.forEach(batch => batch.release())};
}
