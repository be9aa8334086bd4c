import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {createMemory, loadKernels} from '../kernels/load.ts';
import type {Memory} from '../kernels/memory.ts';
import type {BootMessage, BootReport, EngineOptions} from './engine/messages.ts';
import type {LogLevel} from './log.ts';
import {makePeekWords} from './peek/words.ts';
import {ServerStartError} from './start-error.ts';

/** The engine's thread, started by what takes no time to load, so that it gets ready while the main thread does. */
export type EngineThread = {
  readonly worker: Worker;
  readonly memory: Memory;
  readonly peekWords: Int32Array;
  /** When it has recovered and serves. Errors: ServerStartError, and those that its code throws. */
  readonly boot: Promise<BootReport>;
  /** When it has died. */
  readonly failed: Promise<Error>;
};

type EngineThreadOptions = {
  readonly dataDirectory: string;
  /** The most that state and results may take. */
  readonly maxMemoryBytes: number;
  readonly logLevel: LogLevel;
};

/** What a new data directory is made with. */
export const DEFAULT_USER = 'millrace';
const DEFAULT_DATABASE = 'millrace';

/**
 * Rows a tick takes from each source at most: what a source that is far behind gives in the time that a tick waits for it
 * (engine/source-feed.ts), with some to spare.
 */
const MAX_TICK_ROWS = 262_144;
const CHECKPOINT_MS = 10_000;

/** Errors: ServerStartError. */
export function startEngineThread(options: EngineThreadOptions): EngineThread {
  const migrations = migrationsDirectory();
  const memory = loadKernels(createMemory(options.maxMemoryBytes));
  const peekWords = makePeekWords();
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: {
      ...options,
      migrations,
      memory: memory.raw,
      peekWords,
      maxTickRows: MAX_TICK_ROWS,
      checkpointMilliseconds: CHECKPOINT_MS,
      database: DEFAULT_DATABASE,
      user: DEFAULT_USER,
    } satisfies EngineOptions,
  });
  const failed = new Promise<Error>(resolve => {
    worker.once('error', resolve);
    worker.once('exit', code => {
      if (code !== 0) resolve(new Error(`engine thread exited with code ${code}`));
    });
  });
  const boot = new Promise<BootReport>((resolve, reject) => {
    worker.once('message', (message: BootMessage) => {
      if ('boot' in message) resolve(message.boot);
      else reject(new ServerStartError(message.failed));
    });
    // Once it serves, rejecting does nothing any more.
    void failed.then(reject);
    worker.once('exit', () => reject(new Error('the engine thread ended while starting')));
  });
  // Nobody may be waiting for it yet.
  boot.catch(() => {});
  return {worker, memory, peekWords, boot, failed};
}

/** migrations/ beside dist/ (installed) or beside src/ (run from the sources). */
function migrationsDirectory(): string {
  for (const relative of ['../migrations', '../../migrations']) {
    const path = fileURLToPath(new URL(relative, import.meta.url));
    if (existsSync(path)) return path;
  }
  throw new ServerStartError('the migrations/ folder of the installation is missing');
}
