import {parentPort, workerData} from 'node:worker_threads';
import {outOfMemoryError} from '../dataflow/out-of-memory.ts';
import {OutOfMemory} from '../kernels/memory.ts';
import {DataDirectoryError} from '../storage/store.ts';
import {messageOf} from '../types/message-of.ts';
import {asSqlError, SqlError, toPlainError} from '../types/sql-error.ts';
import {EngineHost} from './engine/engine-host.ts';
import type {BootMessage, EngineOptions, Reply, Request, Signal} from './engine/messages.ts';
import {Logger} from './log.ts';

/** The engine thread: recovers, reports, and then answers requests. */
const port = parentPort!;
const options = workerData as EngineOptions;
const log = new Logger(options.logLevel);

/** What a client is told of an error. What is no SqlError is our fault: the log has where it came from. */
function told(error: unknown): SqlError {
  if (error instanceof OutOfMemory) return outOfMemoryError(error);
  return asSqlError(error, thrown => {
    log.error(`internal error: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    return new SqlError('XX000', `internal error: ${messageOf(thrown)}`);
  });
}

try {
  const host = await EngineHost.open(options);
  port.on('message', (message: Request | Signal) => {
    if ('signal' in message) return host.signal(message);
    host
      .handle(message)
      .then(
        result => port.postMessage({id: message.id, result} satisfies Reply),
        error => port.postMessage({id: message.id, error: toPlainError(told(error))} satisfies Reply),
      )
      .finally(() => {
        // Nothing is left to do: the thread ends when the port is closed.
        if (message.method === 'shutdown') port.close();
      });
  });
  port.postMessage({boot: host.bootReport()} satisfies BootMessage);
  host.run();
} catch (error) {
  const failed = error instanceof DataDirectoryError ? error.message : ((error as Error).stack ?? String(error));
  port.postMessage({failed} satisfies BootMessage);
}
