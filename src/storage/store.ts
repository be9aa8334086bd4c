import {existsSync, mkdirSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {deserialize, serialize} from 'node:v8';
import type * as classicLevel from 'classic-level';
import {messageOf} from '../types/message-of.ts';
import {keys, numberOf, range} from './layout.ts';

// Imported, it would be read twice: Node looks for the names that a CommonJS module exports.
const {ClassicLevel} = createRequire(import.meta.url)('classic-level') as typeof classicLevel;

type Db = classicLevel.ClassicLevel<string, Uint8Array>;
type Operation = {type: 'put'; key: string; value: Uint8Array} | {type: 'del'; key: string};

/** A change of the catalog: records by OID as text, what the engine needs to run each, and the catalog's header. */
type CatalogChange = {
  readonly puts: readonly {readonly oid: number; readonly record: string; readonly spec?: unknown}[];
  readonly deletes: readonly number[];
  readonly header: string;
};

/** What becomes durable together, before anyone is told that it has happened. */
type Commit = {
  readonly catalog?: CatalogChange;
  /** Encoded table deltas, in order. */
  readonly deltas?: readonly {readonly table: number; readonly bytes: Uint8Array}[];
};

export type StoredCatalog = {
  /** null: a new data directory. */
  readonly header: string | null;
  readonly records: readonly string[];
  readonly specs: ReadonlyMap<number, unknown>;
  readonly starts: ReadonlyMap<number, Record<string, string>>;
  readonly sequences: ReadonlyMap<number, SequenceState>;
};

/** `last`: the last value that may have been given out, or with `called` false the first that will be. */
type SequenceState = {readonly last: bigint; readonly called: boolean};

/** Why a data directory cannot be opened, in one line a person can act on. */
export class DataDirectoryError extends Error {}

const text = new TextEncoder();
const utf8 = new TextDecoder();
const encodeJson = (value: unknown): Uint8Array => text.encode(JSON.stringify(value));
const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

/**
 * The data directory: catalog and table commits in LevelDB. A commit is one synced write group; commits that arrive
 * while one is being written share the next group. Checkpoints are in checkpoint-store.ts, over the same database.
 */
export class Store {
  readonly directory: string;
  readonly db: Db;
  private sequence: number;
  private readonly waiting: {operations: Operation[]; resolve: () => void; reject: (error: unknown) => void}[] = [];
  private writing: Promise<void> | null = null;

  private constructor(directory: string, db: Db, sequence: number) {
    this.directory = directory;
    this.db = db;
    this.sequence = sequence;
  }

  /** Opens or creates. Errors: DataDirectoryError when locked, damaged, or of a newer version. */
  static async open(directory: string, migrations: string): Promise<Store> {
    let db: Db;
    try {
      mkdirSync(join(directory, 'segments'), {recursive: true});
      db = new ClassicLevel<string, Uint8Array>(join(directory, 'db'), {valueEncoding: 'view'});
      await db.open();
    } catch (error) {
      throw openError(directory, error);
    }
    try {
      await migrate(db, directory, migrations);
      const last = await lastLogSequence(db);
      const manifest = await db.get(keys.manifest);
      const covered = manifest ? (decodeJson(manifest) as {sequence: number}).sequence : 0;
      return new Store(directory, db, Math.max(last, covered));
    } catch (error) {
      await db.close();
      if (error instanceof DataDirectoryError) throw error;
      throw new DataDirectoryError(`data directory ${directory} is damaged: ${messageOf(error)}`);
    }
  }

  /** The sequence of the last commit that was handed out. */
  get lastSequence(): number {
    return this.sequence;
  }

  /** Resolves with the commit's sequence once it is on disk. Order of calls is order of sequences. */
  async commit(commit: Commit): Promise<number> {
    const operations = catalogOperations(commit.catalog);
    const sequence = ++this.sequence;
    if (commit.deltas && commit.deltas.length > 0) {
      operations.push({type: 'put', key: keys.log(sequence), value: serialize(commit.deltas)});
    }
    if (operations.length > 0) await this.write(operations);
    return sequence;
  }

  /** The offsets a source starts from, once known. */
  async putStart(oid: number, offsets: Record<string, string>): Promise<void> {
    await this.write([{type: 'put', key: keys.start(oid), value: encodeJson(offsets)}]);
  }

  /** Where sequences are, or will not be before. */
  async putSequences(states: ReadonlyMap<number, SequenceState>): Promise<void> {
    await this.write(
      [...states].map(([oid, {last, called}]) => ({
        type: 'put',
        key: keys.sequence(oid),
        value: encodeJson({last: String(last), called}),
      })),
    );
  }

  /** One synced write group with whatever else is waiting. */
  write(operations: Operation[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({operations, resolve, reject});
      this.writing ??= this.drain().finally(() => (this.writing = null));
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0);
      try {
        await this.db.batch(
          group.flatMap(entry => entry.operations),
          {sync: true},
        );
        for (const entry of group) entry.resolve();
      } catch (error) {
        for (const entry of group) entry.reject(error);
      }
    }
  }

  async readCatalog(): Promise<StoredCatalog> {
    const records: string[] = [];
    const specs = new Map<number, unknown>();
    const starts = new Map<number, Record<string, string>>();
    for await (const [, value] of this.db.iterator(range('catalog'))) records.push(utf8.decode(value));
    for await (const [key, value] of this.db.iterator(range('spec'))) specs.set(numberOf(key), deserialize(value));
    for await (const [key, value] of this.db.iterator(range('start'))) {
      starts.set(numberOf(key), decodeJson(value) as Record<string, string>);
    }
    const sequences = new Map<number, SequenceState>();
    for await (const [key, value] of this.db.iterator(range('sequence'))) {
      const {last, called} = decodeJson(value) as {last: string; called: boolean};
      sequences.set(numberOf(key), {last: BigInt(last), called});
    }
    const header = await this.db.get(keys.header);
    return {header: header ? utf8.decode(header) : null, records, specs, starts, sequences};
  }

  /** Table deltas committed after `sequence`, in order. */
  async *replay(sequence: number): AsyncIterable<{readonly table: number; readonly bytes: Uint8Array}> {
    for await (const [, value] of this.db.iterator({gt: keys.log(sequence), lt: range('log').lt})) {
      for (const delta of deserialize(value) as {table: number; bytes: Uint8Array}[]) yield delta;
    }
  }

  async close(): Promise<void> {
    await this.writing;
    await this.db.close();
  }
}

function catalogOperations(change: CatalogChange | undefined): Operation[] {
  if (!change) return [];
  const operations: Operation[] = [{type: 'put', key: keys.header, value: text.encode(change.header)}];
  for (const oid of change.deletes) {
    for (const key of [keys.catalog(oid), keys.spec(oid), keys.start(oid), keys.object(oid), keys.sequence(oid)]) {
      operations.push({type: 'del', key});
    }
  }
  for (const {oid, record, spec} of change.puts) {
    operations.push({type: 'put', key: keys.catalog(oid), value: text.encode(record)});
    if (spec === null) for (const key of [keys.spec(oid), keys.object(oid)]) operations.push({type: 'del', key});
    else if (spec !== undefined) operations.push({type: 'put', key: keys.spec(oid), value: serialize(spec)});
  }
  return operations;
}

async function lastLogSequence(db: Db): Promise<number> {
  for await (const key of db.keys({...range('log'), reverse: true, limit: 1})) return numberOf(key);
  return 0;
}

/** Brings the directory to the newest layout, one numbered file of migrations/ after the other. */
async function migrate(db: Db, directory: string, migrations: string): Promise<void> {
  const stored = await db.get(keys.version);
  let version = stored ? Number(utf8.decode(stored)) : 0;
  const files = readdirSync(migrations)
    .filter(file => /^\d+-.*\.mjs$/.test(file))
    .sort();
  const newest = Math.max(0, ...files.map(file => parseInt(file, 10)));
  if (version > newest) {
    throw new DataDirectoryError(
      `data directory ${directory} has layout version ${version}, but this server knows only up to ${newest}`,
    );
  }
  for (const file of files) {
    const migration = (await import(pathToFileURL(join(migrations, file)).href)) as {
      version: number;
      up(db: Db, directory: string): Promise<void>;
    };
    if (migration.version <= version) continue;
    await migration.up(db, directory);
    version = migration.version;
    await db.put(keys.version, text.encode(String(version)), {sync: true});
  }
}

function openError(directory: string, error: unknown): DataDirectoryError {
  const cause = (error as {cause?: {code?: string; message?: string}}).cause;
  if (cause?.code === 'LEVEL_LOCKED') {
    return new DataDirectoryError(`data directory ${directory} is locked: another server is using it`);
  }
  if (!existsSync(directory)) {
    return new DataDirectoryError(`data directory ${directory} cannot be created: ${messageOf(error)}`);
  }
  return new DataDirectoryError(`data directory ${directory} cannot be opened: ${cause?.message ?? messageOf(error)}`);
}
