import fc from 'fast-check';
import {appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import type {Offsets, PartitionStatus} from '../../dataflow/source.ts';
import {loadKernels} from '../../kernels/load.ts';
import {column} from '../../types/schema.ts';
import {BIGINT, TEXT} from '../../types/sql-type.ts';
import {formatByName} from '../formats/registry.ts';
import {FileSource, type FileSourceOptions} from './file-source.ts';

const memory = loadKernels();
const SCHEMA = [column('n', BIGINT), column('text', TEXT)];

let directory: string;
let path: string;
const open = new Set<FileSource>();

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'millrace-file-'));
  path = join(directory, 'records');
});

afterEach(async () => {
  for (const source of open) await source.close();
  open.clear();
  rmSync(path, {recursive: true, force: true});
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(0);
});

afterAll(() => rmSync(directory, {recursive: true, force: true}));

type Options = Partial<FileSourceOptions> & {readonly format?: string; readonly formatOptions?: Record<string, string>};

async function openSource(from: bigint | null = null, options: Options = {}): Promise<FileSource> {
  const {format = 'json', formatOptions = {}, follow = false, readBytes} = options;
  const decoding = formatByName(format);
  const createDecoder = () => decoding.createDecoder(memory, SCHEMA, formatOptions);
  const source = new FileSource(memory, SCHEMA, createDecoder, {path, follow, readBytes});
  open.add(source);
  await source.open(from === null ? new Map() : at(from));
  return source;
}

const at = (offset: bigint | number): Offsets => new Map([['0', BigInt(offset)]]);

type Read = {
  readonly rows: readonly (readonly unknown[])[];
  readonly letters: readonly {readonly offset: bigint; readonly bytes: string; readonly reason: string}[];
  /** Next offset after each poll. */
  readonly offsets: readonly bigint[];
};

/** Polls until nothing comes. */
async function readAll(source: FileSource, maxRows = 1000, until?: Offsets): Promise<Read> {
  const rows: (readonly unknown[])[] = [];
  const letters: Read['letters'][number][] = [];
  const offsets: bigint[] = [];
  for (;;) {
    const poll = await source.poll(maxRows, until);
    if (poll === null) return {rows, letters, offsets};
    const found = poll.deltas.flatMap(delta => batchRows(delta).map(({row}) => row));
    for (const delta of poll.deltas) delta.release();
    rows.push(...found);
    for (const {partition, offset, bytes, reason} of poll.deadLetters) {
      expect(partition).toBe('0');
      letters.push({offset, bytes: Buffer.from(bytes).toString(), reason});
    }
    expect(Object.fromEntries(poll.rows)).toEqual({0: found.length});
    offsets.push(poll.next.get('0')!);
  }
}

function statusOf(source: FileSource): PartitionStatus {
  const [status, ...more] = source.status();
  expect(more).toEqual([]);
  return status;
}

/** Waits and polls until rows have come. */
async function waitForRows(source: FileSource, count: number): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let i = 0; i < 100 && rows.length < count; i++) {
    rows.push(...(await readAll(source)).rows.map(([n]) => n));
    if (rows.length < count) await source.wait(100);
  }
  return rows;
}

const line = (n: number, text = ''): string => `{"n":${n},"text":"${text}"}\n`;

test('a file is read to its end, which makes it finished; its last line needs no line feed', async () => {
  writeFileSync(path, `${line(1)}\n${line(2)}\r\n{"n":3}`);
  const source = await openSource();
  expect(statusOf(source)).toEqual({partition: '0', state: 'starting', position: 0n, lag: 46n, lastError: null});
  const first = await source.poll(1);
  expect(first?.next).toEqual(at(18));
  for (const delta of first!.deltas) delta.release();
  expect(statusOf(source)).toMatchObject({state: 'running', position: 18n, lag: 28n});
  const {rows, letters} = await readAll(source);
  expect(rows).toEqual([
    [2n, ''],
    [3n, null],
  ]);
  expect(letters).toEqual([]);
  expect(statusOf(source)).toEqual({partition: '0', state: 'finished', position: 46n, lag: 0n, lastError: null});
  appendFileSync(path, line(4));
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source).state).toBe('finished');
});

test('an empty file is finished at once', async () => {
  writeFileSync(path, '');
  const source = await openSource();
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source)).toMatchObject({state: 'finished', position: 0n, lag: 0n});
});

test('records that are longer than the buffer', async () => {
  const texts = [10, 5000, 3, 200_000, 1].map(length => 'x'.repeat(length));
  writeFileSync(path, texts.map((text, i) => line(i, text)).join(''));
  const source = await openSource(null, {readBytes: 256});
  const {rows} = await readAll(source);
  expect(rows).toEqual(texts.map((text, i) => [BigInt(i), text]));
});

test('bad records are dead letters with the byte where they begin', async () => {
  const lines = [line(0), '{"n":1\n', line(2), '\n', 'nonsense\n', line(3), '{"n":"x"}'];
  writeFileSync(path, lines.join(''));
  const offsets = lines.map((_, i) => BigInt(lines.slice(0, i).join('').length));
  for (const readBytes of [16, 64, 1 << 20]) {
    const {rows, letters} = await readAll(await openSource(null, {readBytes}), 2);
    expect(rows.map(([n]) => n)).toEqual([0n, 2n, 3n]);
    expect(letters.map(({offset, bytes}) => [offset, bytes])).toEqual([
      [offsets[1], '{"n":1'],
      [offsets[4], 'nonsense'],
      [offsets[6], '{"n":"x"}'],
    ]);
    for (const {reason} of letters) expect(reason).toMatch(/\S/);
  }
});

test('any file, read in any pieces and begun again at any offset it gave, gives the same rows', async () => {
  const text = fc.oneof(fc.string({maxLength: 30}), fc.string({minLength: 100, maxLength: 400}));
  const record = fc.oneof(
    {weight: 6, arbitrary: text.map(text => JSON.stringify({n: text.length, text}))},
    {weight: 1, arbitrary: fc.constantFrom('', '  ', '{', '[1]', '{"n":1}x')},
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, {maxLength: 40}),
      fc.boolean(),
      fc.integer({min: 1, max: 10}),
      fc.integer({min: 1, max: 600}),
      fc.nat(),
      async (records, ended, maxRows, readBytes, which) => {
        const bytes = records.map(each => `${each}\n`).join('');
        writeFileSync(path, ended ? bytes : bytes.slice(0, -1));
        const whole = await readAll(await openSource(null, {readBytes: 1 << 20}), 1_000_000);
        const pieces = await readAll(await openSource(null, {readBytes}), maxRows);
        expect(pieces.rows).toEqual(whole.rows);
        expect(pieces.letters).toEqual(whole.letters);
        if (pieces.offsets.length === 0) return;

        const cut = pieces.offsets[which % pieces.offsets.length];
        const before = await readAll(await openSource(null, {readBytes}), maxRows, at(cut));
        const after = await readAll(await openSource(cut, {readBytes}), maxRows);
        expect([...before.rows, ...after.rows]).toEqual(whole.rows);
        expect([...before.letters, ...after.letters]).toEqual(whole.letters);
        for (const source of open) await source.close();
        open.clear();
      },
    ),
    {numRuns: 150},
  );
});

test('a followed file: what is appended comes, a line only when it is whole', async () => {
  writeFileSync(path, line(1));
  const source = await openSource(null, {follow: true});
  expect(await waitForRows(source, 1)).toEqual([1n]);
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source)).toMatchObject({state: 'idle', lag: 0n});
  appendFileSync(path, '{"n":');
  expect((await readAll(source)).rows).toEqual([]);
  expect(statusOf(source)).toMatchObject({state: 'idle', position: 18n, lag: 5n});
  appendFileSync(path, `2}\n${line(3)}{"n":4}`);
  expect(await waitForRows(source, 2)).toEqual([2n, 3n]);
  expect((await readAll(source)).rows).toEqual([]);
  appendFileSync(path, '\n');
  expect(await waitForRows(source, 1)).toEqual([4n]);
});

test('appended to by many small writes while it is followed', async () => {
  writeFileSync(path, '');
  const source = await openSource(null, {follow: true, readBytes: 64});
  const rows: unknown[] = [];
  const all = Array.from({length: 300}, (_, n) => line(n, 'y'.repeat(n % 90))).join('');
  for (let written = 0; written < all.length; written += 37) {
    appendFileSync(path, all.slice(written, written + 37));
    if (written % 5 === 0) rows.push(...(await readAll(source, 3)).rows.map(([n]) => n));
  }
  rows.push(...(await waitForRows(source, 300 - rows.length)));
  expect(rows).toEqual(Array.from({length: 300}, (_, n) => BigInt(n)));
});

test('a file that is not there fails visibly until it is', async () => {
  for (const follow of [false, true]) {
    const source = await openSource(null, {follow});
    expect(await source.poll(10)).toBe(null);
    expect(statusOf(source)).toMatchObject({
      state: 'failed',
      lastError: `could not read file "${path}": no such file or directory`,
    });
    writeFileSync(path, line(1));
    expect(await waitForRows(source, 1)).toEqual([1n]);
    await source.poll(10);
    expect(statusOf(source)).toMatchObject({state: follow ? 'idle' : 'finished', lastError: null});
    rmSync(path);
  }
});

test('a directory', async () => {
  mkdirSync(path);
  const source = await openSource();
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source)).toMatchObject({
    state: 'failed',
    lastError: `could not read file "${path}": illegal operation on a directory`,
  });
});

test('a followed file that becomes shorter fails until it is longer again, and is read on where reading stopped', async () => {
  const text = line(1) + line(2);
  writeFileSync(path, text);
  const source = await openSource(null, {follow: true});
  expect(await waitForRows(source, 2)).toEqual([1n, 2n]);
  truncateSync(path, 10);
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source)).toMatchObject({
    state: 'failed',
    position: 36n,
    lastError: 'the file is shorter (10 bytes) than what has been read of it (36 bytes)',
  });
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source).state).toBe('failed');
  writeFileSync(path, text + line(3));
  expect(await waitForRows(source, 1)).toEqual([3n]);
  expect(statusOf(source)).toMatchObject({state: 'idle', lastError: null});
});

test('a followed file that is replaced by a longer one is read on in the new one', async () => {
  writeFileSync(path, `${line(1)}{"n":`);
  const source = await openSource(null, {follow: true});
  expect(await waitForRows(source, 1)).toEqual([1n]);
  writeFileSync(`${path}.new`, line(1) + line(2));
  renameSync(`${path}.new`, path);
  expect(await waitForRows(source, 1)).toEqual([2n]);
  appendFileSync(path, line(3));
  expect(await waitForRows(source, 1)).toEqual([3n]);
  rmSync(path);
  await source.poll(10);
  expect(statusOf(source).state).toBe('failed');
  writeFileSync(path, line(1) + line(2) + line(3) + line(4));
  expect(await waitForRows(source, 1)).toEqual([4n]);
});

test('a history ends where it is told to', async () => {
  writeFileSync(path, line(1) + line(2) + line(3));
  const source = await openSource(null, {follow: true});
  expect((await readAll(source, 10, at(36))).rows.map(([n]) => n)).toEqual([1n, 2n]);
  expect(statusOf(source)).toMatchObject({position: 36n});
  expect(await source.poll(10, at(0))).toBe(null);
  expect((await readAll(source, 10, at(54))).rows.map(([n]) => n)).toEqual([3n]);
});

test('opened again it goes back', async () => {
  writeFileSync(path, `n,text\n1,a\n2,b\n3,c\n`);
  const source = await openSource(null, {format: 'csv', formatOptions: {header: 'true'}});
  expect((await readAll(source)).rows.map(([n]) => n)).toEqual([1n, 2n, 3n]);
  expect(statusOf(source).state).toBe('finished');
  await source.open(at(11));
  expect((await readAll(source)).rows.map(([n]) => n)).toEqual([2n, 3n]);
  await source.open(new Map());
  expect((await readAll(source)).rows.map(([n]) => n)).toEqual([1n, 2n, 3n]);
});

test('CSV begun in the middle knows its header, however long that is', async () => {
  const filler = Array.from({length: 50}, (_, i) => `unused_${i}`);
  const rows = [1, 2, 3].map(n => `"a\nb",${filler.map(() => '').join(',')},${n}\n`);
  writeFileSync(path, `text,${filler.join(',')},n\n${rows.join('')}`);
  const options = {format: 'csv', formatOptions: {header: 'true'}, readBytes: 64};
  const whole = await readAll(await openSource(null, options), 1);
  expect(whole.rows).toEqual([1, 2, 3].map(n => [BigInt(n), 'a\nb']));
  const offset = whole.offsets[whole.offsets.length - 2];
  expect((await readAll(await openSource(offset, options))).rows).toEqual([[3n, 'a\nb']]);
});

test('a CSV header without a column is a failure of the file, not of the server', async () => {
  writeFileSync(path, 'text\na\n');
  const source = await openSource(null, {format: 'csv', formatOptions: {header: 'true'}});
  expect(await source.poll(10)).toBe(null);
  expect(statusOf(source)).toMatchObject({state: 'failed', lastError: 'column "n" is missing in the CSV header'});
  writeFileSync(path, 'text,n\na,1\n');
  expect(await waitForRows(source, 1)).toEqual([1n]);
});

test('closed while a read is under way', async () => {
  writeFileSync(path, Array.from({length: 20_000}, (_, n) => line(n)).join(''));
  for (let i = 0; i < 20; i++) {
    const source = await openSource();
    const polling = source.poll(100_000);
    await source.close();
    open.delete(source);
    for (const delta of (await polling)?.deltas ?? []) delta.release();
    expect(await source.poll(10)).toBe(null);
    expect(memory.stats().liveBuffers).toBe(0);
  }
});
