import type {RelationStatus, SinkStatus, SystemStatus, ViewStatus} from '../../catalog/system/status.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {ObjectSpec} from '../../session/engine.ts';
import type {Sources} from './sources.ts';

/** µs since 1970 UTC: when the server began, within the time that its engine takes to start. */
const STARTED_AT = BigInt(Math.round(performance.timeOrigin)) * 1000n;

/** What the status is about. */
type Observed = {
  readonly circuit: Circuit;
  readonly all: ReadonlyMap<ObjectId, ObjectSpec>;
  readonly sources: Sources;
  readonly sinks: ReadonlyMap<ObjectId, {readonly rows: bigint}>;
  readonly hydrating: ReadonlySet<ObjectId>;
};

/** What runs, as the system relations tell of it. */
export function objectStatus(of: Observed): Omit<SystemStatus, 'sessions' | 'locks'> {
  return {
    sources: () => of.sources.status(),
    sinks: () => sinkStatus(of),
    materializedViews: () => viewStatus(of),
    relations: () => relationStatus(of),
    viewErrors: () => viewErrors(of),
    operators: () => operatorStatus(of),
    startedAt: () => STARTED_AT,
  };
}

function* sinkStatus({circuit, sinks, hydrating}: Observed): Iterable<SinkStatus> {
  for (const [oid, {rows}] of sinks) {
    const failure = circuit.dataflow(oid)?.failure ?? null;
    const state = failure ? 'failed' : hydrating.has(oid) ? 'starting' : 'running';
    yield {sink: oid, state, rows, lastError: failure?.message ?? null};
  }
}

function* viewStatus({circuit, all}: Observed): Iterable<ViewStatus> {
  for (const spec of all.values()) {
    if (spec.kind !== 'view') continue;
    const dataflow = circuit.dataflow(spec.oid)!;
    yield {
      view: spec.oid,
      state: dataflow.state === 'failed' ? 'failed' : dataflow.state === 'live' ? 'running' : 'hydrating',
      rows: BigInt(dataflow.arrangement?.rows ?? 0),
      stateBytes: BigInt(dataflow.stateBytes),
      tick: BigInt(circuit.tick),
    };
  }
}

function* relationStatus({circuit, all}: Observed): Iterable<RelationStatus> {
  for (const {oid, kind} of all.values()) {
    if (kind === 'table' || kind === 'view') {
      yield {relation: oid, bytes: BigInt(circuit.stateBytes(oid)), rows: BigInt(circuit.rowsOf(oid))};
    }
  }
}

function* viewErrors({circuit, all}: Observed): ReturnType<SystemStatus['viewErrors']> & Iterable<never> {
  for (const spec of all.values()) {
    if (spec.kind !== 'view') continue;
    for (const {error, weight, row} of circuit.errors(spec.oid)) {
      yield {view: spec.oid, code: error.code, message: error.message, row, weight} as never;
    }
  }
}

function* operatorStatus({circuit, all}: Observed): ReturnType<SystemStatus['operators']> & Iterable<never> {
  for (const spec of all.values()) {
    if (spec.kind !== 'view' && spec.kind !== 'sink') continue;
    for (const stats of circuit.statistics(spec.oid)) {
      yield {
        object: spec.oid,
        worker: 0,
        operator: stats.index,
        name: stats.name,
        rowsIn: BigInt(stats.rowsIn),
        rowsOut: BigInt(stats.rowsOut),
        nanoseconds: BigInt(Math.round(stats.nanoseconds)),
        stateBytes: BigInt(stats.stateBytes),
      } as never;
    }
  }
}
