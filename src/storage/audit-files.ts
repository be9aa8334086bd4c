import {
  closeSync,
  existsSync,
  fdatasync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  write,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';

/** One line of the audit trail. */
export type AuditEntry = {
  readonly id: number;
  /** ms since 1970. */
  readonly at: number;
  readonly class: string;
  readonly sessionUser: string;
  readonly currentUser: string;
  readonly processId: number;
  readonly client: string;
  readonly application: string;
  readonly statement: string;
  readonly tag: string;
  readonly sqlstate: string;
  readonly message: string | null;
  readonly rows: number | null;
};

const writing = promisify(write);
const syncing = promisify(fdatasync);

type Line = {readonly entry: AuditEntry; readonly bytes: number};

/**
 * The audit trail: JSON lines in two files of the data directory. The older one goes when the newer has half of the bytes that
 * both may have, so the trail never grows beyond that. Entries are written and synced together, off the statement's way.
 */
export class AuditFiles {
  private readonly folder: string;
  private older: Line[] = [];
  private newer: Line[] = [];
  private newerBytes = 0;
  private pending: string[] = [];
  private flushing: Promise<void> | null = null;
  private file: number;
  private nextId = 1;
  maxBytes: number;

  constructor(dataDirectory: string, maxBytes: number) {
    this.folder = join(dataDirectory, 'audit');
    this.maxBytes = maxBytes;
    mkdirSync(this.folder, {recursive: true, mode: 0o700});
    this.older = this.read('older.jsonl');
    this.newer = this.read('newer.jsonl');
    this.newerBytes = this.newer.reduce((sum, {bytes}) => sum + bytes, 0);
    this.nextId = ([...this.older, ...this.newer].at(-1)?.entry.id ?? 0) + 1;
    this.file = this.open();
  }

  entries(): AuditEntry[] {
    return [...this.older, ...this.newer].map(({entry}) => entry);
  }

  append(entry: Omit<AuditEntry, 'id'>): void {
    const whole = {id: this.nextId++, ...entry};
    const text = `${JSON.stringify(whole)}\n`;
    const bytes = Buffer.byteLength(text);
    this.newer.push({entry: whole, bytes});
    this.newerBytes += bytes;
    this.pending.push(text);
    this.flushing ??= this.flush();
  }

  /** Resolves when all is on disk. */
  async close(): Promise<void> {
    while (this.flushing) await this.flushing;
    closeSync(this.file);
  }

  private async flush(): Promise<void> {
    try {
      while (this.pending.length > 0) {
        const text = this.pending.join('');
        this.pending = [];
        await writing(this.file, text);
        await syncing(this.file);
        if (this.newerBytes * 2 > this.maxBytes) this.rotate();
      }
    } finally {
      this.flushing = null;
    }
  }

  private rotate(): void {
    closeSync(this.file);
    renameSync(join(this.folder, 'newer.jsonl'), join(this.folder, 'older.jsonl'));
    // Where entries come all the time, some wait to be written whenever that is: those go to the new file.
    const written = this.newer.length - this.pending.length;
    this.older = this.newer.slice(0, written);
    this.newer = this.newer.slice(written);
    this.newerBytes = this.newer.reduce((sum, {bytes}) => sum + bytes, 0);
    this.file = this.open();
  }

  private open(): number {
    return openSync(join(this.folder, 'newer.jsonl'), 'a', 0o600);
  }

  /** A last line that was cut off by a crash is left out. */
  private read(name: string): Line[] {
    const path = join(this.folder, name);
    if (!existsSync(path)) return [];
    const whole: string[] = [];
    const lines = readFileSync(path, 'utf8').split('\n');
    const cut = lines.pop();
    const read = lines.flatMap((text): Line[] => {
      try {
        const entry = JSON.parse(text) as AuditEntry;
        whole.push(text);
        return [{entry, bytes: Buffer.byteLength(text) + 1}];
      } catch {
        return [];
      }
    });
    if (cut !== '' || whole.length < lines.length) this.rewrite(path, whole);
    return read;
  }

  private rewrite(path: string, lines: readonly string[]): void {
    writeFileSync(path, lines.map(line => `${line}\n`).join(''), {mode: 0o600});
  }
}
