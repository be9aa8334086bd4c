import {parentPort, workerData} from 'node:worker_threads';
import {DataDirectoryError} from '../storage/store.ts';
import {toPlainError} from '../types/sql-error.ts';
import {EngineHost} from './engine/engine-host.ts';
import type {BootMessage, EngineOptions, Reply, Request, Signal} from './engine/messages.ts';

/** The engine thread: recovers, reports, and then answers requests. */
const port = parentPort!;
const options = workerData as EngineOptions;

try {
  const host = await EngineHost.open(options);
  port.on('message', (message: Request | Signal) => {
    if ('signal' in message) return host.signal(message);
    host.handle(message).then(
      result => {
        port.postMessage({id: message.id, result} satisfies Reply);
        // Nothing is left to do: the thread ends when the port is closed.
        if (message.method === 'shutdown') port.close();
      },
      error => port.postMessage({id: message.id, error: toPlainError(error)} satisfies Reply),
    );
  });
  port.postMessage({boot: host.bootReport()} satisfies BootMessage);
  host.run();
} catch (error) {
  const failed = error instanceof DataDirectoryError ? error.message : ((error as Error).stack ?? String(error));
  port.postMessage({failed} satisfies BootMessage);
}
