import type {BackendWriter} from './codec/backend-writer.ts';

/** Settings that the client is told of (manual 55.2.7): each when it differs from what was told last. */
export class ParameterStatuses {
  private readonly told = new Map<string, string>();
  private changed: Map<string, string> | null = null;

  set(name: string, value: string): void {
    this.changed ??= new Map();
    this.changed.set(name, value);
  }

  report(writer: BackendWriter): void {
    if (this.changed === null) return;
    const changed = [...this.changed].filter(([name, value]) => this.told.get(name) !== value);
    this.changed = null;
    // In Postgres's order.
    changed.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    for (const [name, value] of changed) {
      this.told.set(name, value);
      writer.parameterStatus(name, value);
    }
  }
}
