import type {Catalog} from '../../catalog/catalog.ts';
import {type Acl, defaultAcl, intersection, privilegesOf} from '../../catalog/acl.ts';
import {bestGrantor, changedAcl} from '../../catalog/grant-acl.ts';
import {classOids} from '../../catalog/system/system-oids.ts';
import type {AlterLargeObject, CommentOnLargeObject, Grant} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import {changeObject, findObject, type LargeObject, mustOwn} from '../large-objects/objects.ts';
import type {SqlSession} from '../session.ts';
import {readOnlyTransaction} from '../transaction.ts';
import {checked, grant, wantedLetters} from './grant.ts';
import type {StatementHandler} from './handler.ts';
import {movedAcl} from './owned.ts';
import {granteeOid, roleOf} from './role-named.ts';

/** ALTER LARGE OBJECT … OWNER TO. Errors: 42704, 42501, 25006. */
export const alterLargeObject: StatementHandler<AlterLargeObject> = {
  async run({object, owner}, session) {
    await changing(session, 'ALTER LARGE OBJECT', async () => {
      const special = owner === 'current_user' || owner === 'session_user' || owner === 'current_role';
      const found = await findObject(session, oidOf(object));
      const {catalog, currentRole} = session;
      const to = roleOf(catalog, special ? {type: owner} : {type: 'name', name: owner}, session).oid;
      if (to === found.owner) return;
      mustOwn(session, found);
      if (!catalog.roleBook.isMember(currentRole, to)) {
        throw new SqlError('42501', `must be member of role "${catalog.roleBook.ofOid(to)!.name}"`);
      }
      await changeObject(session, {...found, owner: to, acl: found.acl && movedAcl(found.acl, found.owner, to)});
    });
    return command('ALTER LARGE OBJECT');
  },
};

/** Kept beside the roles, as those on what is built in. Errors: 42704, 42501, 25006. */
export const commentOnLargeObject: StatementHandler<CommentOnLargeObject> = {
  async run({object, text}, session) {
    await changing(session, 'COMMENT', async () => {
      const found = await findObject(session, oidOf(object));
      mustOwn(session, found);
      const comment = text === '' ? null : text;
      await session.transaction.edit(fork => {
        keep(fork, {catalog: Number(classOids.pg_largeobject), oid: Number(found.oid), comment});
        return {specs: new Map(), notices: [], tag: ''};
      });
    });
    return command('COMMENT');
  },
};

function keep(catalog: Catalog, said: {catalog: number; oid: number; comment: string | null}): void {
  const {roleBook} = catalog;
  const others = roleBook.builtInComments.filter(each => each.oid !== said.oid || each.catalog !== said.catalog);
  catalog.roleBook = roleBook.with({builtInComments: said.comment === null ? others : [...others, said]});
}

/** GRANT and REVOKE, on large objects too. Errors: 42501, 0LP01, 42704, 25006. */
export const grantOnAny: StatementHandler<Grant> = {
  async run(statement, session, sql, given) {
    const {targets} = statement;
    if (targets.type !== 'large objects') return grant.run(statement, session, sql, given);
    const tag = statement.grants ? 'GRANT' : 'REVOKE';
    await changing(session, tag, async () => {
      if (statement.grantedBy && roleOf(session.catalog, statement.grantedBy, session).oid !== session.currentRole) {
        throw new SqlError('0A000', 'grantor must be current user');
      }
      const letters = checked(
        statement.privileges,
        wantedLetters(statement.privileges, 'large object', false),
        'large object',
      );
      const objects: LargeObject[] = [];
      for (const object of targets.objects) objects.push(await findObject(session, oidOf(object)));
      for (const object of objects) {
        const acl = granted(session, statement, object, letters);
        if (acl) await changeObject(session, {...object, acl});
      }
    });
    return command(tag);
  },
};

/** null: the user may grant nothing of it, and has been told. */
function granted(session: SqlSession, statement: Grant, object: LargeObject, letters: string): Acl | null {
  const {catalog, currentRole} = session;
  const book = catalog.roleBook;
  const {oid, owner} = object;
  const acl = object.acl ?? defaultAcl('large object', owner);
  const {grantor, grantable} = bestGrantor(acl, owner, currentRole, book, letters);
  const {grants} = statement;
  if (grantable === '' && privilegesOf(acl, currentRole, book, 'rw') === '') {
    // As Postgres says it.
    throw new SqlError('42501', `permission denied for large object large object ${oid}`);
  }
  const warn = (message: string): void =>
    session.notice('WARNING', grants ? '01007' : '01006', `${message} "large object ${oid}"`);
  const all = statement.privileges.every(({name}) => name === null);
  if (grantable === '') warn(grants ? 'no privileges were granted for' : 'no privileges could be revoked for');
  else if (!all && intersection(letters, grantable).length < new Set(letters).size) {
    warn(grants ? 'not all privileges were granted for' : 'not all privileges could be revoked for');
  }
  if (grantable === '') return null;
  return changedAcl(acl, owner, book, {
    grants,
    grantor,
    grantees: statement.grantees.map(spec => granteeOid(catalog, spec, session)),
    privileges: grantable,
    option: statement.grantOption,
    cascade: statement.behavior === 'cascade',
  });
}

/** Errors: 25006. */
async function changing(session: SqlSession, what: string, work: () => Promise<void>): Promise<void> {
  if (session.transaction.isReadOnly) throw readOnlyTransaction(what);
  await session.atomically(work);
}

/** As oid reads it: modulo 2^32. */
function oidOf(text: string): bigint {
  return BigInt.asUintN(32, BigInt(Math.trunc(Number(text))));
}
