const waiting: (() => void)[] = [];

/**
 * Resolves when it is the caller's turn to go on: one of all that wait at each turn of the event loop, so that others are heard and
 * answered between two of them, however many have much to send.
 */
export function turn(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(grant);
  });
}

function grant(): void {
  waiting.shift()!();
  if (waiting.length > 0) setImmediate(grant);
}
