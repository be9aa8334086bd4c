import {type Acl, aclTexts, defaultAcl, parseAclItem, privilegesOf} from '../../catalog/acl.ts';
import {classOids} from '../../catalog/system/system-oids.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {MillraceDatabase} from '../database.ts';
import type {SqlSession} from '../session.ts';
import {readOnlyTransaction} from '../transaction.ts';
import {descriptorsOf} from './descriptors.ts';
import {deletePages} from './pages.ts';
import {rowsOf} from './rows.ts';
import {hasTables, makeTables} from './tables.ts';

// Which large objects there are, whose they are, and who may do what with them.

export type LargeObject = {
  readonly oid: bigint;
  readonly owner: number; /** null: as it was made. */
  readonly acl: Acl | null;
};

const FIND = 'SELECT oid, lomowner, lomacl FROM pg_catalog.pg_largeobject_metadata WHERE oid = $1::oid';
const ALL = 'SELECT oid, lomowner, lomacl FROM pg_catalog.pg_largeobject_metadata ORDER BY oid';
const LAST = 'SELECT max(oid::bigint) FROM pg_catalog.pg_largeobject_metadata WHERE oid < 4294967295::oid';
const CREATE = 'INSERT INTO pg_catalog.pg_largeobject_metadata (oid, lomowner) VALUES ($1::oid, $2::oid)';
const CHANGE =
  'UPDATE pg_catalog.pg_largeobject_metadata SET lomowner = $2::oid, lomacl = $3::text[]::aclitem[] WHERE oid = $1::oid';
const REMOVE = 'DELETE FROM pg_catalog.pg_largeobject_metadata WHERE oid = $1::oid';

/** OIDs that have been given out, by nobody to be given out again. */
const lastGiven = new WeakMap<MillraceDatabase, bigint>();

/** Errors: 42704. */
export async function findObject(session: SqlSession, oid: bigint): Promise<LargeObject> {
  const found = await lookUp(session, oid);
  if (!found) throw new SqlError('42704', `large object ${oid} does not exist`);
  return found;
}

async function lookUp(session: SqlSession, oid: bigint): Promise<LargeObject | null> {
  if (!hasTables(session.catalog)) return null;
  const [row] = await rowsOf(session, FIND, [oid]);
  return row ? objectOf(session, row) : null;
}

export async function allObjects(session: SqlSession): Promise<readonly LargeObject[]> {
  return (await rowsOf(session, ALL, [])).map(row => objectOf(session, row));
}

function objectOf({catalog}: SqlSession, [oid, owner, acl]: readonly Datum[]): LargeObject {
  const texts = acl as readonly string[] | null;
  return {
    oid: oid as bigint,
    owner: Number(owner),
    acl: texts?.map(text => parseAclItem(text, catalog.roleBook)) ?? null,
  };
}

/** `wanted`: 0 for one that nobody has. Errors: 25006, 23505 it is taken. */
export async function createObject(session: SqlSession, wanted: bigint, called: string): Promise<bigint> {
  mayWrite(session, called);
  await makeTables(session);
  const oid = wanted === 0n ? await freeOid(session) : wanted;
  await rowsOf(session, CREATE, [oid, BigInt(session.currentRole)]);
  return oid;
}

async function freeOid(session: SqlSession): Promise<bigint> {
  const {database} = session;
  let last = lastGiven.get(database);
  if (last === undefined) {
    const [[highest]] = await rowsOf(session, LAST, []);
    last = (highest as bigint | null) ?? BigInt(session.catalog.header.nextOid) - 1n;
    // Others may have looked meanwhile.
    last = lastGiven.get(database) ?? last;
  }
  for (;;) {
    last = last >= 0xfffffffen ? 16384n : last + 1n;
    const given = lastGiven.get(database);
    if (given !== undefined && given >= last && given < 0xfffffffen) last = given + 1n;
    lastGiven.set(database, last);
    if (!(await lookUp(session, last))) return last;
  }
}

/** Errors: 25006, 42704, 42501. */
export async function removeObject(session: SqlSession, oid: bigint): Promise<void> {
  mayWrite(session, 'lo_unlink()');
  const object = await findObject(session, oid);
  if (!isCompatible(session)) mustOwn(session, object);
  await unlinkObject(session, oid);
}

/** Whoever asks. */
export async function unlinkObject(session: SqlSession, oid: bigint): Promise<void> {
  descriptorsOf(session).closeAll(oid);
  await rowsOf(session, REMOVE, [oid]);
  await deletePages(session, oid);
  await dropComment(session, oid);
}

async function dropComment(session: SqlSession, oid: bigint): Promise<void> {
  const catalog = Number(classOids.pg_largeobject);
  const isIts = (each: {readonly catalog: number; readonly oid: number}): boolean =>
    each.catalog === catalog && each.oid === Number(oid);
  if (!session.catalog.roleBook.builtInComments.some(isIts)) return;
  await session.transaction.edit(fork => {
    const {roleBook} = fork;
    fork.roleBook = roleBook.with({builtInComments: roleBook.builtInComments.filter(each => !isIts(each))});
    return {specs: new Map(), notices: [], tag: ''};
  });
}

/** Puts another owner or other rights in force. */
export async function changeObject(session: SqlSession, {oid, owner, acl}: LargeObject): Promise<void> {
  await rowsOf(session, CHANGE, [oid, BigInt(owner), aclTexts(acl, session.catalog.roleBook)]);
}

/** Errors: 42704, 42501. `letters`: r, w. */
export async function mayUse(session: SqlSession, oid: bigint, letters: string): Promise<void> {
  const {owner, acl} = await findObject(session, oid);
  const {currentRole, catalog} = session;
  if (isCompatible(session) || catalog.roleBook.isSuperuser(currentRole)) return;
  if (privilegesOf(acl ?? defaultAcl('large object', owner), currentRole, catalog.roleBook, letters) === letters)
    return;
  throw new SqlError('42501', `permission denied for large object ${oid}`);
}

/** Errors: 42501. */
export function mustOwn({catalog, currentRole}: SqlSession, {oid, owner}: LargeObject): void {
  if (catalog.roleBook.hasRightsOf(currentRole, owner)) return;
  throw new SqlError('42501', `must be owner of large object ${oid}`);
}

/** As PostgreSQL was before it knew rights to large objects. */
function isCompatible({settings}: SqlSession): boolean {
  return settings.get('lo_compat_privileges') === 'on';
}

/** Errors: 25006. */
export function mayWrite({transaction}: SqlSession, called: string): void {
  if (transaction.isReadOnly) throw readOnlyTransaction(called);
}
