import {SqlError} from '../types/sql-error.ts';
import type {RoleBook} from './role-book.ts';

/**
 * What `grantor` has granted to `grantee` (OIDs of roles; grantee 0: PUBLIC), as Postgres's aclitem: privileges are
 * letters, in the order of `LETTERS`.
 */
export type AclItem = {
  readonly grantee: number;
  readonly grantor: number;
  readonly privileges: string;
  /** Those of them that the grantee may grant on. */
  readonly grantable: string;
};

export type Acl = readonly AclItem[];

const LETTERS = 'arwdDxtXUCTcsA';

/** Letters by the privilege's name in GRANT. */
export const PRIVILEGES: ReadonlyMap<string, string> = new Map([
  ['insert', 'a'],
  ['select', 'r'],
  ['update', 'w'],
  ['delete', 'd'],
  ['truncate', 'D'],
  ['references', 'x'],
  ['trigger', 't'],
  ['execute', 'X'],
  ['usage', 'U'],
  ['create', 'C'],
  ['temporary', 'T'],
  ['temp', 'T'],
  ['connect', 'c'],
  ['set', 's'],
  ['alter system', 'A'],
]);

const NAMES: ReadonlyMap<string, string> = new Map(
  [...PRIVILEGES].filter(([name]) => name !== 'temp').map(([name, letter]) => [letter, name.toUpperCase()]),
);

export function privilegeName(letter: string): string {
  return NAMES.get(letter)!;
}

/** Kinds of objects by what may be granted on them. */
export type AclClass =
  | 'relation'
  | 'sequence'
  | 'column'
  | 'database'
  | 'schema'
  | 'function'
  | 'type'
  | 'language'
  | 'large object'
  | 'foreign-data wrapper'
  | 'foreign server'
  | 'parameter'
  | 'tablespace';

export const ALL_PRIVILEGES: {readonly [C in AclClass]: string} = {
  relation: 'arwdDxt',
  sequence: 'rwU',
  column: 'arwx',
  database: 'CTc',
  schema: 'UC',
  function: 'X',
  type: 'U',
  language: 'U',
  'large object': 'rw',
  'foreign-data wrapper': 'U',
  'foreign server': 'U',
  parameter: 'sA',
  tablespace: 'C',
};

const FOR_EVERYBODY: {readonly [C in AclClass]: string} = {
  relation: '',
  sequence: '',
  column: '',
  database: 'Tc',
  schema: '',
  function: 'X',
  type: 'U',
  language: 'U',
  'large object': '',
  'foreign-data wrapper': '',
  'foreign server': '',
  parameter: '',
  tablespace: '',
};

/** What objects that nobody has granted anything on have. */
export function defaultAcl(kind: AclClass, owner: number): Acl {
  const everybody = FOR_EVERYBODY[kind];
  const items: AclItem[] = [];
  if (everybody !== '') items.push({grantee: 0, grantor: owner, privileges: everybody, grantable: ''});
  if (kind !== 'column') items.push({grantee: owner, grantor: owner, privileges: ALL_PRIVILEGES[kind], grantable: ''});
  return items;
}

function ordered(letters: Iterable<string>): string {
  const set = new Set(letters);
  return [...LETTERS].filter(letter => set.has(letter)).join('');
}

export function intersection(a: string, b: string): string {
  return ordered([...a].filter(letter => b.includes(letter)));
}

export function difference(a: string, b: string): string {
  return ordered([...a].filter(letter => !b.includes(letter)));
}

export function union(a: string, b: string): string {
  return ordered(a + b);
}

/** Which of the privileges the role has: its own, those of PUBLIC and of the roles whose rights it has. */
export function privilegesOf(acl: Acl, role: number, book: RoleBook, wanted: string): string {
  const roles = book.rolesOf(role, 'inherit');
  let found = '';
  for (const item of acl) {
    if (item.grantee !== 0 && !roles.has(item.grantee)) continue;
    found += item.privileges;
  }
  return intersection(wanted, found);
}

/** Which of the privileges the role may grant on. The owner may grant all, whatever has been revoked. */
export function grantableBy(acl: Acl, owner: number, role: number, book: RoleBook, wanted: string): string {
  if (book.hasRightsOf(role, owner)) return wanted;
  const roles = book.rolesOf(role, 'inherit');
  let found = '';
  for (const item of acl) if (roles.has(item.grantee)) found += item.grantable;
  return intersection(wanted, found);
}

/** `grantee=r*w/grantor`. */
export function aclItemText({grantee, grantor, privileges, grantable}: AclItem, book: RoleBook): string {
  const letters = [...privileges].map(letter => (grantable.includes(letter) ? `${letter}*` : letter)).join('');
  return `${grantee === 0 ? '' : roleText(grantee, book)}=${letters}/${roleText(grantor, book)}`;
}

function roleText(oid: number, book: RoleBook): string {
  const name = book.ofOid(oid)?.name ?? String(oid);
  return /^[A-Za-z0-9_]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** As the catalogs show it; null: as objects are made. */
export function aclTexts(acl: Acl | null | undefined, book: RoleBook): string[] | null {
  return acl ? acl.map(item => aclItemText(item, book)) : null;
}

/** Errors: 22P02, 42704. */
export function parseAclItem(text: string, book: RoleBook): AclItem {
  const match =
    /^\s*(?:group\s+|user\s+)?(?:"((?:[^"]|"")*)"|([^"=\s]*))\s*=((?:[arwdDxtXUCTc]\*?)*)(?:\/(?:"((?:[^"]|"")*)"|([^"\s]+)))?\s*$/.exec(
      text,
    );
  if (!match) {
    throw new SqlError(
      '22P02',
      text.includes('=') ? 'invalid mode character: must be one of "arwdDxtXUCTcsA"' : 'missing "=" sign',
    );
  }
  const oidOf = (name: string): number => book.mustFind(name).oid;
  const grantee = (match[1]?.replaceAll('""', '"') ?? match[2]) || null;
  const grantor = match[4]?.replaceAll('""', '"') ?? match[5];
  const modes = [...match[3].matchAll(/([a-zA-Z])(\*?)/g)];
  return {
    grantee: grantee === null ? 0 : oidOf(grantee),
    grantor: grantor === undefined ? book.made[0].oid : oidOf(grantor),
    privileges: ordered(modes.map(([, letter]) => letter)),
    grantable: ordered(modes.filter(([, , star]) => star).map(([, letter]) => letter)),
  };
}
