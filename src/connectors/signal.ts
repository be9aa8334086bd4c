/** Lets several wait for something to happen, each for a bounded time. */
export class Signal {
  private readonly waiting = new Set<() => void>();

  /** Resolves at the next `notify`, or after `timeoutMs`. */
  wait(timeoutMs: number): Promise<void> {
    return new Promise(resolve => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, timeoutMs);
      this.waiting.add(end);
    });
  }

  notify(): void {
    for (const end of [...this.waiting]) end();
  }
}
