import {type FileHandle, open, readdir, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {crc32} from 'node:zlib';
import {keys, numberOf, range} from './layout.ts';
import {DataDirectoryError, type Store} from './store.ts';

/** State that can be written as versioned segments (structurally the dataflow layer's Checkpointable). */
interface SegmentedState {
  segments(): readonly {readonly segment: number; readonly version: number}[];
  writeSegment(segment: number): Uint8Array;
}

/** The structures of one object, each under a name that is stable across restarts. */
export type ObjectState = {
  readonly object: number;
  readonly structures: readonly {readonly id: string; readonly state: SegmentedState}[];
};

/** What a checkpoint says besides the segments. Offsets: source → partition → next offset, decimal. */
export type CheckpointHead = {
  readonly tick: number;
  /** Commits up to this sequence are in the segments. */
  readonly sequence: number;
  readonly offsets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Counters of each source and partition that survive a restart. */
  readonly counters: Readonly<Record<string, Readonly<Record<string, {rows: number; deadLetters: number}>>>>;
};

type SegmentPlace = {
  readonly segment: number;
  readonly version: number;
  readonly file: number;
  readonly at: number;
  readonly bytes: number;
  /** Computed as the segment is written: between two ticks there is no time for it. */
  crc: number;
};
/** A segment's bytes on their way to where they belong. */
type Piece = {readonly bytes: Uint8Array; readonly place: SegmentPlace};
type StructurePlaces = {readonly id: string; readonly segments: readonly SegmentPlace[]};
type Manifest = CheckpointHead & {readonly checkpoint: number};

type RestoredSegment = {readonly segment: number; readonly version: number; readonly bytes: Uint8Array};

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** A file is written anew into the next checkpoint's once less than this share of it is still in use. */
const MIN_LIVE_SHARE = 0.4;

/**
 * Checkpoints: all state, source offsets and the covered commit sequence as of one tick. A checkpoint writes the
 * segments that changed since the last one into one new file, syncs it, and becomes true by one synced write group
 * that also forgets the commits it covers. A crash at any moment leaves the previous checkpoint whole.
 */
export class CheckpointStore {
  private readonly store: Store;
  private manifest: Manifest | null;
  private readonly objects: Map<number, readonly StructurePlaces[]>;
  private readonly fileBytes = new Map<number, number>();
  /** Objects whose segments are other ones than those written before, and how often that came. */
  private readonly replaced = new Map<number, number>();

  private constructor(store: Store, manifest: Manifest | null, objects: Map<number, readonly StructurePlaces[]>) {
    this.store = store;
    this.manifest = manifest;
    this.objects = objects;
    for (const places of allPlaces(objects)) {
      this.fileBytes.set(places.file, Math.max(this.fileBytes.get(places.file) ?? 0, places.at + places.bytes));
    }
  }

  static async load(store: Store): Promise<CheckpointStore> {
    const head = await store.db.get(keys.manifest);
    const objects = new Map<number, readonly StructurePlaces[]>();
    for await (const [key, value] of store.db.iterator(range('checkpoint/object'))) {
      objects.set(numberOf(key), decode(value) as StructurePlaces[]);
    }
    const checkpoints = new CheckpointStore(store, head ? (decode(head) as Manifest) : null, objects);
    await checkpoints.removeUnusedFiles();
    return checkpoints;
  }

  /** The newest checkpoint; null before the first. */
  get head(): CheckpointHead | null {
    return this.manifest;
  }

  has(object: number): boolean {
    return this.objects.has(object);
  }

  /** An object's segments by structure id. Errors: DataDirectoryError when a segment is missing or its checksum is wrong. */
  async restore(object: number): Promise<Map<string, RestoredSegment[]>> {
    const restored = new Map<string, RestoredSegment[]>();
    for (const {id, segments} of this.objects.get(object) ?? []) {
      const list: RestoredSegment[] = [];
      for (const place of segments) {
        list.push({segment: place.segment, version: place.version, bytes: await this.readSegment(place)});
      }
      restored.set(
        id,
        list.sort((a, b) => a.segment - b.segment),
      );
    }
    return restored;
  }

  private async readSegment(place: SegmentPlace): Promise<Uint8Array> {
    const path = this.path(place.file);
    const bytes = new Uint8Array(place.bytes);
    try {
      const file = await open(path, 'r');
      try {
        const {bytesRead} = await file.read(bytes, 0, place.bytes, place.at);
        if (bytesRead !== place.bytes) throw new Error('file is too short');
      } finally {
        await file.close();
      }
    } catch (error) {
      throw new DataDirectoryError(
        `data directory ${this.store.directory} is damaged: ${path}: ${(error as Error).message}`,
      );
    }
    if (crc32(bytes) !== place.crc) {
      throw new DataDirectoryError(
        `data directory ${this.store.directory} is damaged: checksum mismatch in ${path} at byte ${place.at}`,
      );
    }
    return bytes;
  }

  /** All of the object is to be written by the next checkpoint: versions of its segments count anew. */
  rewrite(object: number): void {
    this.replaced.set(object, (this.replaced.get(object) ?? 0) + 1);
  }

  /**
   * Copies out what changed, at once (between two ticks), and returns the function that makes it durable; ticks may
   * go on meanwhile. One at a time.
   */
  capture(head: CheckpointHead, states: readonly ObjectState[]): () => Promise<void> {
    const checkpoint = (this.manifest?.checkpoint ?? 0) + 1;
    const rewrite = this.sparseFiles();
    const pieces: Piece[] = [];
    let at = 0;
    const objects = new Map<number, StructurePlaces[]>();
    const changed = new Set<number>();
    for (const {object, structures} of states) {
      const replaced = this.replaced.has(object);
      if (replaced) changed.add(object);
      const before = new Map((replaced ? [] : (this.objects.get(object) ?? [])).map(s => [s.id, s.segments]));
      const placed = structures.map(({id, state}) => {
        const known = new Map((before.get(id) ?? []).map(place => [place.segment, place]));
        const list = state.segments();
        if (list.length !== known.size) changed.add(object);
        const segments = list.map(({segment, version}): SegmentPlace => {
          const old = known.get(segment);
          if (old && old.version === version && !rewrite.has(old.file)) return old;
          const bytes = state.writeSegment(segment);
          changed.add(object);
          const place = {segment, version, file: checkpoint, at, bytes: bytes.length, crc: 0};
          pieces.push({bytes, place});
          at += bytes.length;
          return place;
        });
        return {id, segments};
      });
      if (before.size !== structures.length) changed.add(object);
      objects.set(object, placed);
    }
    const replaced = [...this.replaced];
    return async () => {
      await this.persist({...head, checkpoint}, objects, changed, pieces, at);
      for (const [object, times] of replaced) if (this.replaced.get(object) === times) this.replaced.delete(object);
    };
  }

  private async persist(
    manifest: Manifest,
    objects: Map<number, StructurePlaces[]>,
    changed: ReadonlySet<number>,
    pieces: readonly Piece[],
    bytes: number,
  ): Promise<void> {
    if (pieces.length > 0) {
      const file = await open(this.path(manifest.checkpoint), 'w');
      try {
        for (const block of blocks(pieces)) {
          for (const {bytes, place} of block) place.crc = crc32(bytes);
          await writeAll(
            file,
            block.map(piece => piece.bytes),
          );
        }
        await file.sync();
      } finally {
        await file.close();
      }
      this.fileBytes.set(manifest.checkpoint, bytes);
    }
    const logs: {type: 'del'; key: string}[] = [];
    for await (const key of this.store.db.keys({...range('log'), lte: keys.log(manifest.sequence)})) {
      logs.push({type: 'del', key});
    }
    await this.store.write([
      {type: 'put', key: keys.manifest, value: encode(manifest)},
      ...[...changed].map(object => ({
        type: 'put' as const,
        key: keys.object(object),
        value: encode(objects.get(object)),
      })),
      ...[...this.objects.keys()]
        .filter(object => !objects.has(object))
        .map(object => ({type: 'del' as const, key: keys.object(object)})),
      ...logs,
    ]);
    this.manifest = manifest;
    this.objects.clear();
    for (const [object, places] of objects) this.objects.set(object, places);
    await this.removeUnusedFiles();
  }

  /** Files of which so little is live that their segments are worth writing again. */
  private sparseFiles(): ReadonlySet<number> {
    const live = this.liveBytes();
    const sparse = new Set<number>();
    for (const [file, bytes] of this.fileBytes) {
      if ((live.get(file) ?? 0) < bytes * MIN_LIVE_SHARE) sparse.add(file);
    }
    return sparse;
  }

  private liveBytes(): Map<number, number> {
    const live = new Map<number, number>();
    for (const place of allPlaces(this.objects)) live.set(place.file, (live.get(place.file) ?? 0) + place.bytes);
    return live;
  }

  private async removeUnusedFiles(): Promise<void> {
    const live = this.liveBytes();
    for (const name of await readdir(join(this.store.directory, 'segments'))) {
      const file = parseInt(name, 10);
      if (live.has(file)) continue;
      await unlink(join(this.store.directory, 'segments', name));
      this.fileBytes.delete(file);
    }
  }

  private path(file: number): string {
    return join(this.store.directory, 'segments', `${String(file).padStart(10, '0')}.seg`);
  }
}

/** What one write takes: the state has been copied once already, so the pieces are not joined. */
const BLOCK_BYTES = 8 << 20;
const BLOCK_PIECES = 512;

function* blocks(pieces: readonly Piece[]): Iterable<readonly Piece[]> {
  let start = 0;
  let bytes = 0;
  for (let i = 0; i < pieces.length; i++) {
    bytes += pieces[i].bytes.length;
    if (bytes < BLOCK_BYTES && i + 1 - start < BLOCK_PIECES && i < pieces.length - 1) continue;
    yield pieces.slice(start, i + 1);
    start = i + 1;
    bytes = 0;
  }
}

/** Behind what the file has. Errors: those of the disk. */
async function writeAll(file: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const {bytesWritten} = await file.writev(pieces);
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  // A disk that is nearly full takes a part; the rest then fails or fits.
  if (bytesWritten < bytes) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
}

function* allPlaces(objects: ReadonlyMap<number, readonly StructurePlaces[]>): Iterable<SegmentPlace> {
  for (const structures of objects.values()) for (const structure of structures) yield* structure.segments;
}
