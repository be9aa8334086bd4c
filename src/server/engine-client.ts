import type {Worker} from 'node:worker_threads';
import '../storage/keep-loaded.ts';
import {Batch} from '../columnar/batch.ts';
import type {Memory} from '../kernels/memory.ts';
import type {PointLookup} from '../plan/point-lookup.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {OperatorCounts} from '../plan/operator-counts.ts';
import type {
  Engine,
  EngineChange,
  EngineQuery,
  ObjectLockRequest,
  QueryRequest,
  WriteRequest,
  WriteResult,
} from '../session/engine.ts';
import type {Datum} from '../types/datum.ts';
import {fromPlainError, SqlError} from '../types/sql-error.ts';
import type {Published} from './engine/publications.ts';
import {packSteps} from './engine/writes/packed-steps.ts';
import {transferBatch} from './engine/writes/step-rows.ts';
import type {BootReport, PlainBatch, PlainWriteResult, Reply, Request, Signal} from './engine/messages.ts';
import type {EngineThread} from './engine-thread.ts';
import type {CountsOf, LookupCount} from '../catalog/system/status.ts';
import {Peeks} from './peek/peeks.ts';
import {SentChanges} from './sent-changes.ts';

type Pending = {readonly resolve: (result: unknown) => void; readonly reject: (error: unknown) => void};
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** How long the thread may take to end once it has closed everything. */
const EXIT_TIMEOUT_MS = 2000;

/** The front end's end of the engine thread: requests by message, results read in the shared memory. */
export class EngineClient implements Engine {
  readonly memory: Memory;
  readonly boot: BootReport;
  private readonly worker: Worker;
  private readonly peeks: Peeks;
  private readonly pending = new Map<number, Pending>();
  private readonly sentChanges = new SentChanges();
  private nextRequest = 1;
  private nextQuery = 1;
  private failure: SqlError | null = null;

  private constructor({worker, memory, peekWords}: EngineThread, boot: BootReport) {
    this.worker = worker;
    this.peeks = new Peeks(
      memory,
      peekWords,
      async (object, columns) => (await this.call({method: 'publish', object, columns})) as Published | null,
    );
    this.memory = memory;
    this.boot = boot;
    worker.on('message', (reply: Reply) => this.receive(reply));
  }

  /** Resolves when the thread serves. `crashed` is called if it dies later. Errors: ServerStartError. */
  static async over(thread: EngineThread, crashed: (error: Error) => void): Promise<EngineClient> {
    const client = new EngineClient(thread, await thread.boot);
    void thread.failed.then(error => client.crash(error, crashed));
    return client;
  }

  async change(change: EngineChange): Promise<void> {
    await this.call({method: 'change', change});
  }

  async populated(objects: readonly ObjectId[]): Promise<bigint> {
    return (await this.call({method: 'populated', objects})) as bigint;
  }

  peek(lookup: PointLookup, parameters: readonly Datum[]): readonly Datum[] | null | undefined {
    return this.failure ? undefined : this.peeks.row(lookup, parameters);
  }

  resetCounts(of: CountsOf): void {
    if (of !== 'bgwriter') this.peeks.resetCounts(of === 'all' ? null : of.relation);
    this.signal({signal: 'resetCounts', of});
  }

  peekCounts(): readonly LookupCount[] {
    return this.peeks.counted;
  }

  query(request: QueryRequest): EngineQuery {
    return new RemoteQuery(this, this.nextQuery++, request);
  }

  async write(request: WriteRequest): Promise<WriteResult> {
    const given = request.given && {
      object: request.given.object,
      batches: request.given.batches.map(transferBatch),
    };
    const message = {...request, given, ...packSteps(request.steps)};
    const {rows, ...result} = (await this.call({method: 'write', request: message})) as PlainWriteResult;
    return {...result, rows: rows && rows.map(plain => new Batch(this.memory, plain))};
  }

  cancelWrite(token: number, message?: string): void {
    this.signal({signal: 'cancelWrite', token, message});
  }

  async commit(transaction: number): Promise<void> {
    this.sentChanges.forget(transaction);
    await this.call({method: 'commit', transaction});
  }

  async lockObjects(request: ObjectLockRequest): Promise<void> {
    await this.call({method: 'lockObjects', request});
  }

  release(transaction: number): void {
    this.signal({signal: 'release', transaction});
  }

  async rollback(transaction: number): Promise<void> {
    this.sentChanges.forget(transaction);
    await this.call({method: 'rollback', transaction});
  }

  async changeWithin(transaction: number, change: EngineChange | null): Promise<void> {
    await this.call({method: 'changeWithin', transaction, change: this.sentChanges.message(transaction, change)});
    this.sentChanges.taken(transaction, change);
  }

  async savepoint(transaction: number, savepoint: number): Promise<void> {
    await this.call({method: 'savepoint', transaction, savepoint});
  }

  async rollbackTo(transaction: number, savepoint: number | null): Promise<void> {
    await this.call({method: 'rollbackTo', transaction, savepoint});
  }

  async checkConstraints(transaction: number, constraints: readonly ObjectId[] | null): Promise<void> {
    await this.call({method: 'checkConstraints', transaction, constraints});
  }

  endSession(processId: number): void {
    this.signal({signal: 'endSession', processId});
  }

  async checkpoint(): Promise<void> {
    await this.call({method: 'checkpoint'});
  }

  /** Prometheus text of the engine's counters. */
  async metrics(): Promise<string> {
    return (await this.call({method: 'metrics'})) as string;
  }

  /** Takes a last checkpoint, closes everything and ends the thread. */
  async shutdown(): Promise<void> {
    const exited = new Promise(resolve => this.worker.once('exit', resolve));
    // A source that does not let go of its connection must not keep the process.
    const reluctant = (): unknown => setTimeout(() => void this.worker.terminate(), EXIT_TIMEOUT_MS).unref();
    try {
      await this.call({method: 'shutdown'});
    } finally {
      reluctant();
      await exited;
    }
  }

  call(request: WithoutId<Request>): Promise<unknown> {
    if (this.failure) return Promise.reject(this.failure);
    const id = this.nextRequest++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, {resolve, reject});
      this.worker.postMessage({...request, id});
    });
  }

  signal(signal: Signal): void {
    if (!this.failure) this.worker.postMessage(signal);
  }

  private receive(reply: Reply): void {
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if (!pending) return;
    if ('error' in reply) pending.reject(fromPlainError(reply.error));
    else pending.resolve(reply.result);
  }

  private crash(error: Error, crashed: (error: Error) => void): void {
    if (this.failure) return;
    this.failure = new SqlError('57P02', 'the engine has crashed; the server is going down', {
      severity: 'FATAL',
      detail: error.message,
    });
    for (const {reject} of this.pending.values()) reject(this.failure);
    this.pending.clear();
    crashed(error);
  }
}

/** A read in the engine: opened by the first pull, one batch in flight. */
class RemoteQuery implements EngineQuery {
  private readonly client: EngineClient;
  private readonly id: number;
  private request: QueryRequest | null;
  private cancelMessage: string | undefined;
  private cancelled = false;
  private ended = false;

  constructor(client: EngineClient, id: number, request: QueryRequest) {
    this.client = client;
    this.id = id;
    this.request = request;
  }

  async next(wanted = 0): Promise<Batch | null> {
    if (this.cancelled) throw this.cancellation();
    if (this.ended) return null;
    const {request} = this;
    this.request = null;
    try {
      const plain = (await this.client.call(
        request ? {method: 'open', query: this.id, request, wanted} : {method: 'next', query: this.id, wanted},
      )) as PlainBatch | null;
      if (plain === null) this.ended = true;
      return plain && new Batch(this.client.memory, plain);
    } catch (error) {
      this.ended = true;
      throw error;
    }
  }

  async counts(): Promise<readonly OperatorCounts[]> {
    return (await this.client.call({method: 'counts', query: this.id})) as readonly OperatorCounts[];
  }

  cancel(message?: string): void {
    this.cancelled = true;
    this.cancelMessage = message;
    if (!this.request && !this.ended) this.client.signal({signal: 'cancel', query: this.id, message});
  }

  async close(): Promise<void> {
    if (this.request || this.ended) return;
    this.ended = true;
    await this.client.call({method: 'close', query: this.id});
  }

  private cancellation(): SqlError {
    return new SqlError('57014', this.cancelMessage ?? 'canceling statement due to user request');
  }
}
