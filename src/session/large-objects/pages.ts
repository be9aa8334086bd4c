import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {rowsOf} from './rows.ts';

// What large objects hold: pages of 2 kB, of which those that nobody has written are not there and read as zeros. What is read or
// written in one go is a piece of so many pages at a time: a part of an object costs what it is long, and an object is never copied as
// a whole.

const PAGE_BYTES = 2048;
const PIECE_PAGES = 1024;
const PIECE_BYTES = PAGE_BYTES * PIECE_PAGES;
/** Of an object: 4 TB. */
export const MAX_BYTES = 2147483647 * PAGE_BYTES;
/** What one value holds. */
const MAX_VALUE_BYTES = 1024 * 1024 * 1024 - 5;

const READ_PAGES =
  'SELECT pageno, data FROM pg_catalog.pg_largeobject WHERE loid = $1::oid AND pageno BETWEEN $2::int4 AND $3::int4';
const READ_PAGE = 'SELECT data FROM pg_catalog.pg_largeobject WHERE loid = $1::oid AND pageno = $2::int4';
const LAST_PAGE =
  'SELECT pageno, length(data) FROM pg_catalog.pg_largeobject WHERE loid = $1::oid ORDER BY pageno DESC LIMIT 1';
const WRITE_PAGES =
  'INSERT INTO pg_catalog.pg_largeobject (loid, pageno, data) ' +
  'SELECT $1::oid, p, d FROM unnest($2::int4[], $3::bytea[]) AS t (p, d) ' +
  'ON CONFLICT (loid, pageno) DO UPDATE SET data = EXCLUDED.data';
const DELETE_BEHIND = 'DELETE FROM pg_catalog.pg_largeobject WHERE loid = $1::oid AND pageno > $2::int4';
const DELETE_ALL = 'DELETE FROM pg_catalog.pg_largeobject WHERE loid = $1::oid';

export async function sizeOf(session: SqlSession, oid: bigint): Promise<number> {
  const [last] = await rowsOf(session, LAST_PAGE, [oid]);
  return last ? (last[0] as number) * PAGE_BYTES + (last[1] as number) : 0;
}

/** Whole objects are read a piece at a time, by as many pages as clients ask for in one go: each is found by its key. */
const FEW_PAGES = 16;

/** null: there is a hole in them, or the object's end, so that what is to be read depends on where that is. */
async function readFewPages(
  session: SqlSession,
  oid: bigint,
  from: number,
  wanted: number,
): Promise<Uint8Array | null> {
  const end = from + wanted;
  const first = Math.floor(from / PAGE_BYTES);
  if (wanted === 0 || end > (first + FEW_PAGES) * PAGE_BYTES) return null;
  const bytes = new Uint8Array(wanted);
  for (let page = first; page * PAGE_BYTES < end; page++) {
    const start = page * PAGE_BYTES;
    const data = await pageOf(session, oid, page);
    if (!data || start + data.length < Math.min(end, start + PAGE_BYTES)) return null;
    bytes.set(data.subarray(Math.max(0, from - start), end - start), Math.max(0, start - from));
  }
  return bytes;
}

/** Fewer bytes where the object ends. Errors: 54000 for more than a value holds. */
export async function readBytes(session: SqlSession, oid: bigint, from: number, wanted: number): Promise<Uint8Array> {
  const few = await readFewPages(session, oid, from, wanted);
  if (few) return few;
  const count = Math.max(0, Math.min(wanted, (await sizeOf(session, oid)) - from));
  if (count > MAX_VALUE_BYTES) throw new SqlError('54000', 'large object read request is too large');
  const bytes = new Uint8Array(count);
  const end = from + count;
  for (let first = Math.floor(from / PAGE_BYTES); first * PAGE_BYTES < end; first += PIECE_PAGES) {
    const last = Math.min(first + PIECE_PAGES, Math.ceil(end / PAGE_BYTES)) - 1;
    for (const [page, data] of await rowsOf(session, READ_PAGES, [oid, first, last])) {
      const at = (page as number) * PAGE_BYTES - from;
      bytes.set((data as Uint8Array).subarray(Math.max(0, -at), Math.max(0, count - at)), Math.max(0, at));
    }
  }
  return bytes;
}

/** Errors: 22023 beyond what an object holds. */
export async function writeBytes(session: SqlSession, oid: bigint, at: number, bytes: Uint8Array): Promise<void> {
  if (at + bytes.length > MAX_BYTES) {
    throw new SqlError('22023', `invalid large object write request size: ${bytes.length}`);
  }
  for (let done = 0; done < bytes.length;) {
    const from = at + done;
    const end = Math.min(at + bytes.length, (Math.floor(from / PIECE_BYTES) + 1) * PIECE_BYTES);
    await writePiece(session, oid, from, bytes.subarray(done, done + end - from));
    done += end - from;
  }
}

async function writePiece(session: SqlSession, oid: bigint, at: number, bytes: Uint8Array): Promise<void> {
  const pages: number[] = [];
  const contents: Uint8Array[] = [];
  const end = at + bytes.length;
  for (let page = Math.floor(at / PAGE_BYTES); page * PAGE_BYTES < end; page++) {
    const start = page * PAGE_BYTES;
    const part = bytes.subarray(Math.max(0, start - at), start + PAGE_BYTES - at);
    pages.push(page);
    contents.push(part.length === PAGE_BYTES ? part : await merged(session, oid, page, Math.max(0, at - start), part));
  }
  await writePages(session, oid, pages, contents);
}

/** The page with a part of it written over. */
async function merged(
  session: SqlSession,
  oid: bigint,
  page: number,
  at: number,
  part: Uint8Array,
): Promise<Uint8Array> {
  const before = await pageOf(session, oid, page);
  const bytes = new Uint8Array(Math.max(before?.length ?? 0, at + part.length));
  if (before) bytes.set(before);
  bytes.set(part, at);
  return bytes;
}

async function pageOf(session: SqlSession, oid: bigint, page: number): Promise<Uint8Array | null> {
  const [row] = await rowsOf(session, READ_PAGE, [oid, page]);
  return row ? (row[0] as Uint8Array) : null;
}

async function writePages(
  session: SqlSession,
  oid: bigint,
  pages: readonly number[],
  contents: readonly Uint8Array[],
): Promise<void> {
  const values: readonly Datum[] = [oid, pages, contents];
  await rowsOf(session, WRITE_PAGES, values);
}

/** Its end is there then, whether it was longer or shorter. */
export async function truncateTo(session: SqlSession, oid: bigint, length: number): Promise<void> {
  const page = Math.floor(length / PAGE_BYTES);
  const last = new Uint8Array(length % PAGE_BYTES);
  const before = await pageOf(session, oid, page);
  if (before) last.set(before.subarray(0, last.length));
  await rowsOf(session, DELETE_BEHIND, [oid, page]);
  await writePages(session, oid, [page], [last]);
}

export async function deletePages(session: SqlSession, oid: bigint): Promise<void> {
  await rowsOf(session, DELETE_ALL, [oid]);
}
