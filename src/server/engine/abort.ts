/** Settles as `work` does, or rejects with the signal's reason before; the work itself goes on. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    const settled = (): void => signal.removeEventListener('abort', abort);
    work.finally(settled).then(resolve, reject);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
}
