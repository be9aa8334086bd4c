import {denied} from '../../catalog/rights-errors.ts';
import type {Datum} from '../../types/datum.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {descriptorsOf} from './descriptors.ts';
import {createObject, mayUse, mayWrite, removeObject} from './objects.ts';
import {MAX_BYTES, readBytes, sizeOf, truncateTo, writeBytes} from './pages.ts';

// The functions of large objects, as the session calls them (session-functions.ts).

type LargeObjectFunction = (session: SqlSession, args: readonly Datum[]) => Promise<Datum> | Datum;

const INV_WRITE = 0x20000;
const INV_READ = 0x40000;
const MAX_INT = 0x7fffffff;
const NOTHING = '';

/** Errors: 22023, 42704, 42501, 25006. */
async function open(session: SqlSession, [oid, flags]: readonly Datum[]): Promise<Datum> {
  const writes = ((flags as number) & INV_WRITE) !== 0;
  if (writes) mayWrite(session, 'lo_open(INV_WRITE)');
  else if (((flags as number) & INV_READ) === 0) {
    throw new SqlError('22023', `invalid flags for opening a large object: ${flags as number}`);
  }
  await mayUse(session, oid as bigint, writes ? 'rw' : 'r');
  return descriptorsOf(session).add({oid: oid as bigint, writes, position: 0});
}

async function read(session: SqlSession, [number, count]: readonly Datum[]): Promise<Datum> {
  const descriptor = descriptorsOf(session).get(number as number);
  const bytes = await readBytes(session, descriptor.oid, descriptor.position, Math.max(0, count as number));
  descriptor.position += bytes.length;
  return bytes;
}

async function write(session: SqlSession, [number, bytes]: readonly Datum[]): Promise<Datum> {
  mayWrite(session, 'lowrite()');
  const descriptor = descriptorsOf(session).forWriting(number as number);
  const {length} = bytes as Uint8Array;
  await writeBytes(session, descriptor.oid, descriptor.position, bytes as Uint8Array);
  descriptor.position += length;
  return length;
}

/** Errors: 22023. */
async function seek(session: SqlSession, number: number, offset: bigint, whence: number): Promise<bigint> {
  const descriptor = descriptorsOf(session).get(number);
  const bases = [() => 0, () => descriptor.position, () => sizeOf(session, descriptor.oid)];
  const base = bases.at(whence < 0 ? bases.length : whence);
  if (!base) throw new SqlError('22023', `invalid whence setting: ${whence}`);
  const target = BigInt(await base()) + offset;
  mustBePlace(target, 'seek');
  descriptor.position = Number(target);
  return target;
}

/** Errors: 22023. */
function mustBePlace(target: bigint, what: string): void {
  if (target >= 0n && target <= BigInt(MAX_BYTES)) return;
  throw new SqlError('22023', `invalid large object ${what} target: ${target}`);
}

/** Errors: 22003 for what an integer does not hold. */
function inInteger(value: bigint, called: string, number: Datum): number {
  if (value <= BigInt(MAX_INT)) return Number(value);
  throw new SqlError('22003', `${called} result out of range for large-object descriptor ${number as number}`);
}

async function truncate(session: SqlSession, number: number, length: bigint, called: string): Promise<Datum> {
  mayWrite(session, called);
  const descriptor = descriptorsOf(session).forWriting(number);
  mustBePlace(length, 'truncation');
  await truncateTo(session, descriptor.oid, Number(length));
  return 0;
}

async function get(session: SqlSession, [oid, from = 0n, count = null]: readonly Datum[]): Promise<Datum> {
  if (count !== null && (count as number) < 0) throw new SqlError('22023', 'requested length cannot be negative');
  await mayUse(session, oid as bigint, 'r');
  mustBePlace(from as bigint, 'seek');
  return readBytes(session, oid as bigint, Number(from), count === null ? Infinity : (count as number));
}

async function put(session: SqlSession, [oid, at, bytes]: readonly Datum[]): Promise<Datum> {
  mayWrite(session, 'lo_put()');
  await mayUse(session, oid as bigint, 'rw');
  mustBePlace(at as bigint, 'seek');
  await writeBytes(session, oid as bigint, Number(at), bytes as Uint8Array);
  return NOTHING;
}

async function fromBytes(session: SqlSession, [wanted, bytes]: readonly Datum[]): Promise<Datum> {
  const oid = await createObject(session, wanted as bigint, 'lo_from_bytea()');
  await writeBytes(session, oid, 0, bytes as Uint8Array);
  return oid;
}

/** Of the server's files there are none that clients could read or write. Errors: 42501, 0A000. */
function serverFile(name: string): LargeObjectFunction {
  return ({catalog, currentRole}) => {
    if (!catalog.roleBook.isSuperuser(currentRole)) throw denied('function', name);
    throw notSupported(`${name}() of files of the server`);
  };
}

export const largeObjectFunctions: readonly (readonly [name: string, LargeObjectFunction])[] = [
  ['lo_creat', session => createObject(session, 0n, 'lo_creat()')],
  ['lo_create', (session, [oid]) => createObject(session, oid as bigint, 'lo_create()')],
  ['lo_from_bytea', fromBytes],
  ['lo_get', get],
  ['lo_put', put],
  ['lo_open', open],
  ['loread', read],
  ['lowrite', write],
  [
    'lo_lseek',
    async (session, [number, offset, whence]) => {
      const descriptor = descriptorsOf(session).get(number as number);
      const before = descriptor.position;
      try {
        const place = await seek(session, number as number, BigInt(offset as number), whence as number);
        return inInteger(place, 'lo_lseek', number);
      } catch (error) {
        descriptor.position = before;
        throw error;
      }
    },
  ],
  [
    'lo_lseek64',
    (session, [number, offset, whence]) => seek(session, number as number, offset as bigint, whence as number),
  ],
  [
    'lo_tell',
    (session, [number]) => inInteger(BigInt(descriptorsOf(session).get(number as number).position), 'lo_tell', number),
  ],
  ['lo_tell64', (session, [number]) => BigInt(descriptorsOf(session).get(number as number).position)],
  [
    'lo_truncate',
    (session, [number, length]) => truncate(session, number as number, BigInt(length as number), 'lo_truncate()'),
  ],
  [
    'lo_truncate64',
    (session, [number, length]) => truncate(session, number as number, length as bigint, 'lo_truncate64()'),
  ],
  [
    'lo_close',
    (session, [number]) => {
      descriptorsOf(session).close(number as number);
      return 0;
    },
  ],
  [
    'lo_unlink',
    async (session, [oid]) => {
      await removeObject(session, oid as bigint);
      return 1;
    },
  ],
  ['lo_import', serverFile('lo_import')],
  ['lo_export', serverFile('lo_export')],
];
