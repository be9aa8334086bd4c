import type {Datum} from '../types/datum.ts';
import {oidOf} from '../types/catalog-oids.ts';
import {SqlError} from '../types/sql-error.ts';
import {
  type AclClass,
  aclItemText,
  ALL_PRIVILEGES,
  defaultAcl,
  parseAclItem,
  privilegeName,
  PRIVILEGES,
} from './acl.ts';
import type {Catalog, NamedObject} from './catalog.ts';
import {inputTypes} from './function-signature.ts';
import {type FunctionObject, isRelation, isType, liveColumns, type Relation} from './object.ts';
import {parseObjectIdentifier, splitQualifiedName, typeOid} from './object-identifier.ts';
import {grantableOn, mayOn, mayOnAnyColumn, mayOnColumn, mayOnDatabase, mayUseSchema} from './rights.ts';
import {policiesApply} from './row-security.ts';
import type {SystemSnapshot} from './system/snapshot.ts';
import {procedureOfOid} from './system/procedures.ts';
import {connectorServers, WRAPPER_OID} from './system/source-options.ts';
import {
  DATABASE_OID,
  DEFAULT_TABLESPACE_OID,
  GLOBAL_TABLESPACE_OID,
  INTERNAL_LANGUAGE_OID,
  JAVASCRIPT_LANGUAGE_OID,
  SQL_LANGUAGE_OID,
  systemNamespaces,
} from './system/system-oids.ts';
import type {SystemAnswer} from './system-answer.ts';

/** A privilege that is asked for: its letter, and whether the role must be able to grant it on. */
type Asked = {readonly letter: string; readonly option: boolean};

/** Whether the role may (Asked) on the object; null: there is no such object. */
type Check = (snapshot: SystemSnapshot, role: number, object: Datum, asked: Asked) => boolean | null;

const LANGUAGES = new Map([
  ['internal', INTERNAL_LANGUAGE_OID],
  ['sql', SQL_LANGUAGE_OID],
  ['javascript', JAVASCRIPT_LANGUAGE_OID],
]);
const TABLESPACES = new Map([
  ['pg_default', DEFAULT_TABLESPACE_OID],
  ['pg_global', GLOBAL_TABLESPACE_OID],
]);
const WRAPPERS = new Map([['millrace', WRAPPER_OID]]);

/** has_*_privilege, pg_has_role and functions of aclitems. Errors: 22023, 42704, 42P01, 42703, 42883, 3F000, 3D000, 42809. */
export const privilegeFunctions: Readonly<Record<string, SystemAnswer>> = {
  has_table_privilege: asking('relation', onRelation),
  has_any_column_privilege: asking('column', (snapshot, role, object, {letter, option}) => {
    const relation = relationOf(snapshot, object);
    if (!relation) return null;
    if (option) return grantableOn(snapshot.catalog, relation, role, letter) === letter;
    return mayOnAnyColumn(snapshot.catalog, relation, role, letter);
  }),
  has_sequence_privilege: asking('sequence', (snapshot, role, object, asked) => {
    const relation = relationOf(snapshot, object);
    if (!relation) return null;
    if (relation.kind !== 'sequence') throw new SqlError('42809', `"${relation.name}" is not a sequence`);
    return may(snapshot.catalog, relation, role, asked);
  }),
  has_schema_privilege: asking('schema', (snapshot, role, object, {letter}) => {
    const name = schemaName(snapshot, object);
    if (name === null) return null;
    return mayUseSchema(snapshot.catalog, name, role, letter as 'U' | 'C');
  }),
  has_database_privilege: asking('database', ({catalog}, role, object, {letter}) => {
    if (typeof object === 'string' && object !== catalog.database) {
      throw new SqlError('3D000', `database "${object}" does not exist`);
    }
    if (typeof object === 'bigint' && object !== DATABASE_OID) return null;
    return mayOnDatabase(catalog, role, letter);
  }),
  has_function_privilege: asking('function', (snapshot, role, object, asked) => {
    const {catalog, session} = snapshot;
    const made = typeof object === 'string' ? madeFunction(snapshot, object) : catalog.byOid(Number(object));
    if (!made && typeof object === 'string') {
      parseObjectIdentifier('regprocedure', object, catalog, session.searchPath);
    }
    if (made?.kind === 'function') return may(catalog, made, role, asked);
    return typeof object === 'bigint' && !procedureOfOid(Number(object)) ? null : !asked.option;
  }),
  has_type_privilege: asking('type', (snapshot, role, object, asked) => {
    const {catalog, session} = snapshot;
    const oid =
      typeof object === 'string'
        ? parseObjectIdentifier('regtype', object, catalog, session.searchPath)
        : (object as bigint);
    const made = catalog.byOid(Number(oid));
    return made && made.kind !== 'system' && isType(made) ? may(catalog, made, role, asked) : !asked.option;
  }),
  has_language_privilege: asking('language', ({catalog}, role, object, {option}) => {
    if (!isNamed('language', object, LANGUAGES)) return null;
    return !option || catalog.roleBook.isSuperuser(role);
  }),
  has_tablespace_privilege: asking('tablespace', ({catalog}, role, object) => {
    if (!isNamed('tablespace', object, TABLESPACES)) return null;
    return catalog.roleBook.isSuperuser(role);
  }),
  has_server_privilege: asking('type', ({catalog}, _role, object) =>
    isNamed('server', object, connectorServers(catalog)) ? true : null,
  ),
  has_foreign_data_wrapper_privilege: asking('type', (_snapshot, _role, object) =>
    isNamed('foreign-data wrapper', object, WRAPPERS) ? true : null,
  ),
  has_column_privilege: (snapshot, ...args) => {
    const [user, object, column, text] = args.length === 4 ? args : [null, ...args];
    const role = user === null ? snapshot.session.role : roleOid(snapshot.catalog, user);
    const relation = relationOf(snapshot, object);
    if (!relation) return null;
    const live = liveColumns(relation).find(each =>
      typeof column === 'string' ? each.column.name === column : each.number === Number(column),
    );
    if (!live) {
      if (typeof column !== 'string') return null;
      throw new SqlError('42703', `column "${column}" of relation "${relation.name}" does not exist`);
    }
    return parseAsked(text as string, 'column').some(
      asked =>
        may(snapshot.catalog, relation, role, asked) ||
        (!asked.option && mayOnColumn(snapshot.catalog, live.column, role, asked.letter)),
    );
  },
  pg_has_role: (snapshot, ...args) => {
    const {catalog, session} = snapshot;
    const [user, role, text] = args.length === 3 ? args : [null, ...args];
    const member = user === null ? session.role : roleOid(catalog, user);
    const wanted = roleOid(catalog, role);
    const book = catalog.roleBook;
    return (text as string).split(',').some(part => {
      const word = part.trim().toLowerCase();
      if (word === 'usage') return book.hasRightsOf(member, wanted);
      if (word === 'member') return book.isMember(member, wanted);
      if (/^(usage|member) with (grant|admin) option$/.test(word)) return book.isAdminOf(member, wanted);
      throw new SqlError('22023', `unrecognized privilege type: "${part.trim()}"`);
    });
  },
  is_role_in_session: ({catalog, session}, name) => {
    const role = catalog.role(name as string);
    return role !== null && catalog.roleBook.hasRightsOf(session.role, role.oid);
  },
  row_security_active: (snapshot, object) => {
    const relation = relationOf(snapshot, object);
    return relation !== null && policiesApply(snapshot.catalog, relation, snapshot.session.role);
  },
  acldefault: ({catalog}, kind, owner) => {
    const classes: Record<string, AclClass> = {
      c: 'column',
      r: 'relation',
      s: 'sequence',
      d: 'database',
      f: 'function',
      F: 'foreign-data wrapper',
      l: 'language',
      L: 'large object',
      n: 'schema',
      p: 'parameter',
      S: 'foreign server',
      t: 'tablespace',
      T: 'type',
    };
    const found = classes[kind as string];
    if (!found) throw new SqlError('XX000', `unrecognized objtype abbreviation: ${String(kind)}`);
    return defaultAcl(found, Number(owner)).map(item => aclItemText(item, catalog.roleBook));
  },
  makeaclitem: ({catalog}, grantee, grantor, text, option) => {
    const letters = PRIVILEGES.get((text as string).trim().toLowerCase());
    if (letters === undefined) throw new SqlError('22023', `unrecognized privilege type: "${text as string}"`);
    const item = {
      grantee: Number(grantee),
      grantor: Number(grantor),
      privileges: letters,
      grantable: option ? letters : '',
    };
    return aclItemText(item, catalog.roleBook);
  },
  aclexplode: ({catalog}, items) =>
    (items as readonly (string | null)[]).flatMap(text => {
      if (text === null) throw new SqlError('22004', 'ACL arrays must not contain null values');
      const {grantee, grantor, privileges, grantable} = parseAclItem(text, catalog.roleBook);
      return [...privileges].map(letter => [
        BigInt(grantor),
        BigInt(grantee),
        privilegeName(letter),
        grantable.includes(letter),
      ]);
    }) as unknown as Datum,
};

function asking(kind: AclClass, check: Check): SystemAnswer {
  return (snapshot, ...args) => {
    const [user, object, text] = args.length === 3 ? args : [null, ...args];
    const role = user === null ? snapshot.session.role : roleOid(snapshot.catalog, user);
    let known = true;
    for (const asked of parseAsked(text as string, kind)) {
      const answer = check(snapshot, role, object, asked);
      if (answer === true) return true;
      if (answer === null) known = false;
    }
    return known ? false : null;
  };
}

/** Errors: 42704 a name that there is not. */
function isNamed(what: string, object: Datum, names: ReadonlyMap<string, bigint>): boolean {
  if (typeof object !== 'string') return [...names.values()].includes(object as bigint);
  if (!names.has(object)) throw new SqlError('42704', `${what} "${object}" does not exist`);
  return true;
}

function onRelation(snapshot: SystemSnapshot, role: number, object: Datum, asked: Asked): boolean | null {
  const relation = relationOf(snapshot, object);
  return relation && may(snapshot.catalog, relation, role, asked);
}

function may(catalog: Catalog, object: NamedObject, role: number, {letter, option}: Asked): boolean {
  return option ? grantableOn(catalog, object, role, letter) === letter : mayOn(catalog, object, role, letter);
}

/** `SELECT, INSERT WITH GRANT OPTION`: one of them is enough. Errors: 22023. */
function parseAsked(text: string, kind: AclClass): Asked[] {
  return text.split(',').flatMap(part => {
    const match = /^(\w+)( WITH GRANT OPTION)?$/i.exec(part.trim());
    // A privilege of old, which nobody has any more.
    if (kind === 'relation' && match?.[1].toLowerCase() === 'rule') return [];
    const letter = match && PRIVILEGES.get(match[1].toLowerCase());
    if (!letter || !ALL_PRIVILEGES[kind].includes(letter)) {
      throw new SqlError('22023', `unrecognized privilege type: "${part.trim()}"`);
    }
    return {letter, option: match![2] !== undefined};
  });
}

/** By name or OID; 0 and `public` are everybody. */
function roleOid(catalog: Catalog, role: Datum): number {
  if (typeof role !== 'string') return Number(role);
  return role === 'public' ? 0 : catalog.roleBook.mustFind(role).oid;
}

function relationOf({catalog, session}: SystemSnapshot, object: Datum): Relation | null {
  const oid =
    typeof object === 'string'
      ? parseObjectIdentifier('regclass', object, catalog, session.searchPath)
      : (object as bigint);
  const found = catalog.byOid(Number(oid));
  return found && isRelation(found) ? found : null;
}

/** A function that somebody made, by `name(type, …)`. */
function madeFunction({catalog, session}: SystemSnapshot, text: string): NamedObject | null {
  const open = text.indexOf('(');
  if (open < 0 || !text.trimEnd().endsWith(')')) return null;
  const named = catalog.functionsNamed(splitQualifiedName(text.slice(0, open)), session.searchPath);
  if (named.length === 0) return null;
  const inside = text.slice(open + 1, text.lastIndexOf(')')).trim();
  const types = inside === '' ? [] : inside.split(',').map(type => typeOid(type.trim(), catalog, session.searchPath));
  const same = (made: FunctionObject): boolean =>
    inputTypes(made.parameters)
      .map(type => String(oidOf(type)))
      .join() === types.join();
  return named.find(same) ?? null;
}

function schemaName({catalog, session}: SystemSnapshot, object: Datum): string | null {
  if (typeof object === 'string') {
    parseObjectIdentifier('regnamespace', JSON.stringify(object), catalog, session.searchPath);
    return object;
  }
  const made = catalog.byOid(Number(object));
  if (made?.kind === 'schema') return made.name;
  return [...systemNamespaces].find(([, oid]) => BigInt(oid) === object)?.[0] ?? null;
}
