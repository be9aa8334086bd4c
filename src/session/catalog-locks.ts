import {isDeepStrictEqual} from 'node:util';
import {calledByParts} from '../catalog/calling-parts.ts';
import type {Catalog} from '../catalog/catalog.ts';
import {namesOf} from '../catalog/object-keys.ts';
import {type CatalogObject, isRelation, isType, type ObjectId} from '../catalog/object.ts';
import type {RoleBook} from '../catalog/role-book.ts';
import {classOids} from '../catalog/system/system-oids.ts';
import {sequencesIn} from '../catalog/table-parts.ts';
import {isTemporary, isTemporarySchema} from '../catalog/temporary.ts';
import type {SqlType} from '../types/sql-type.ts';
import {relationOfRowType} from '../types/user-types.ts';
import type {CatalogEdit} from './ddl.ts';
import type {ObjectLock, TableLockMode} from './engine.ts';

// What a statement that changes the catalog must have to itself, or at least unchanged, until its transaction ends:
//
// - what it makes: the names, so that nobody else makes something of the same name meanwhile;
// - what it alters or takes away: the object. Where only rights, comments, indexes or options become others, those who are
//   built on it are not in the way;
// - what it builds on, at any distance: the objects as they are.
//
// Objects that have nothing to do with each other are changed side by side.

/** Roles, memberships, settings of roles and what is granted on the database change one after the other. */
const ROLES = 'roles';

/** As pg_locks names the catalogs of these. */
const CLASSES: Readonly<Partial<Record<CatalogObject['kind'], keyof typeof classOids>>> = {
  schema: 'pg_namespace',
  type: 'pg_type',
  domain: 'pg_type',
  function: 'pg_proc',
  collation: 'pg_collation',
};

/** Objects that are to stay as they are. */
export function locksToKeep(objects: readonly CatalogObject[]): ObjectLock[] {
  return objects.map(object => ({key: object.oid, mode: 'access share', on: placeOf(object)}));
}

/** What `edit`, which has made `after` of `before`, must hold. */
export function locksFor(before: Catalog, after: Catalog, {specs, examines, restarts}: CatalogEdit): ObjectLock[] {
  const locks = new Locks(after, before);
  const {put, removed, roles} = after.overlayOn(before);
  for (const object of put) {
    const old = before.byOid(object.oid);
    if (old && old.kind !== 'system') {
      locks.object(object, modeOf(old, object));
      locks.names(
        namesOf(object).filter(name => !namesOf(old).includes(name)),
        object,
      );
    } else {
      locks.object(object, 'access exclusive');
      locks.names(namesOf(object), object);
    }
    locks.foundations(object);
  }
  for (const oid of removed) {
    const object = before.byOid(oid);
    if (object && object.kind !== 'system') locks.object(object, 'access exclusive');
  }
  for (const spec of specs.values()) {
    if (spec?.kind !== 'view' && spec?.kind !== 'sink') continue;
    for (const input of spec.plan.inputs) locks.foundation(input);
  }
  for (const oid of examines ?? []) locks.oid(oid, 'share row exclusive');
  for (const {oid} of restarts ?? []) locks.oid(oid, 'share row exclusive');
  if (roles) locks.roles(before.roleBook, roles);
  return locks.all();
}

/**
 * What these locks are about is as it was, and nothing has been built on what they have to themselves: then what was found in the one
 * catalog is true in the later one.
 */
export function sameUnder(locks: readonly ObjectLock[], earlier: Catalog, later: Catalog): boolean {
  return keysSame(locks, earlier, later) && !isBuiltOn(locks, earlier, later);
}

function isBuiltOn(locks: readonly ObjectLock[], earlier: Catalog, later: Catalog): boolean {
  const own = new Set(locks.flatMap(({key, mode}) => (mode === 'access exclusive' ? [key] : [])));
  const below = new Locks(later, earlier);
  for (const object of later.all()) if (earlier.byOid(object.oid) !== object) below.foundations(object);
  return below.all().some(({key}) => own.has(key));
}

function keysSame(locks: readonly ObjectLock[], a: Catalog, b: Catalog): boolean {
  return locks.every(({key}) => {
    if (typeof key === 'number') return a.byOid(key) === b.byOid(key);
    if (key === ROLES) return a.roleBook === b.roleBook;
    const name = key.startsWith(NAME) ? key.slice(NAME.length) : null;
    if (name !== null) return a.isTaken(name) === b.isTaken(name);
    const role = roleOfKey(key);
    return a.roleBook === b.roleBook || isDeepStrictEqual(a.roleBook.ofOid(role), b.roleBook.ofOid(role));
  });
}

const NAME = 'name ';
const ROLE = 'role ';

function roleOfKey(key: string): number {
  return Number(key.slice(ROLE.length));
}

class Locks {
  private readonly found = new Map<ObjectLock['key'], Map<TableLockMode, ObjectLock>>();
  private readonly visited = new Set<ObjectId>();
  private readonly after: Catalog;
  private readonly before: Catalog;

  constructor(after: Catalog, before: Catalog) {
    this.after = after;
    this.before = before;
  }

  all(): ObjectLock[] {
    return [...this.found.values()].flatMap(modes => [...modes.values()]);
  }

  private add(key: ObjectLock['key'], mode: TableLockMode, on: ObjectLock['on']): void {
    const modes = this.found.get(key) ?? new Map<TableLockMode, ObjectLock>();
    modes.set(mode, {key, mode, on});
    this.found.set(key, modes);
  }

  object(object: CatalogObject, mode: TableLockMode): void {
    this.add(object.oid, mode, placeOf(object));
  }

  oid(oid: ObjectId, mode: TableLockMode): void {
    const object = this.after.byOid(oid) ?? this.before.byOid(oid);
    if (object && object.kind !== 'system') this.object(object, mode);
  }

  /** Nobody else can make anything in a session's temporary schema. */
  names(names: readonly string[], object: CatalogObject): void {
    if (isTemporary(object)) return;
    for (const name of names) this.add(`${NAME}${name}`, 'exclusive', null);
  }

  /** What the object is built on: that does not go, nor become something else, while its maker is at work. */
  foundations(object: CatalogObject): void {
    if (object.kind !== 'schema' && !isTemporarySchema(object.schema)) {
      const schema = this.after.schema(object.schema);
      if (schema) this.foundation(schema.oid);
    }
    const owner = this.after.role(object.owner);
    if (owner) this.role(owner.oid);
    for (const {grantee, grantor} of object.acl ?? []) for (const role of [grantee, grantor]) this.role(role);
    for (const oid of builtOn(object)) this.foundation(oid);
  }

  foundation(oid: ObjectId): void {
    if (this.visited.has(oid)) return;
    this.visited.add(oid);
    const object = this.after.byOid(oid);
    if (!object || object.kind === 'system') return;
    this.object(object, 'access share');
    for (const below of builtOn(object)) this.foundation(below);
  }

  private role(oid: number): void {
    if (this.after.roleBook.made.some(role => role.oid === oid)) {
      this.add(`${ROLE}${oid}`, 'access share', {type: 'object', class: Number(classOids.pg_authid), object: oid});
    }
  }

  /** A role that goes, or is called something else, must not own or be granted anything that is not committed. */
  roles(before: RoleBook, after: RoleBook): void {
    this.add(ROLES, 'exclusive', null);
    for (const {oid, name} of before.made) {
      if (after.ofOid(oid)?.name === name) continue;
      this.add(`${ROLE}${oid}`, 'access exclusive', {type: 'object', class: Number(classOids.pg_authid), object: oid});
    }
  }
}

function placeOf({kind, oid}: CatalogObject): ObjectLock['on'] {
  const catalog = CLASSES[kind];
  if (!catalog) return {type: 'relation', relation: oid};
  return {type: 'object', class: Number(classOids[catalog]), object: oid};
}

/** Only things about it have become others that nothing is built on. */
function modeOf(before: CatalogObject, after: CatalogObject): TableLockMode {
  return isDeepStrictEqual(coreOf(before), coreOf(after)) ? 'share update exclusive' : 'access exclusive';
}

function coreOf(object: CatalogObject): unknown {
  const core = {...object, acl: null, comment: null, indexes: null, options: null, generation: 0};
  if (!('columns' in object)) return core;
  return {...core, columns: object.columns.map(column => ({...column, acl: null, comment: null}))};
}

function builtOn(object: CatalogObject): ObjectId[] {
  const own: ObjectId[] = [...object.dependsOn];
  if (object.kind === 'table') own.push(...object.foreignKeys.map(({references}) => references));
  if (object.kind === 'table' || object.kind === 'view') {
    own.push(...object.columns.flatMap(({default: value}) => (value ? sequencesIn(value.expr) : [])));
  }
  own.push(...calledByParts(object));
  if (object.kind === 'sequence' && object.ownedBy) own.push(object.ownedBy.table);
  return [...own, ...typesOf(object).flatMap(oidsWithin)];
}

function typesOf(object: CatalogObject): readonly SqlType[] {
  if (object.kind === 'function') return [...object.parameters.map(({type}) => type), object.returns];
  if (object.kind === 'domain') return [object.base];
  if (isType(object)) return object.form.type === 'composite' ? object.form.attributes.map(({type}) => type) : [];
  return isRelation(object) ? object.columns.map(({type}) => type) : [];
}

function oidsWithin({oid, domain, collation, element, fields}: SqlType): ObjectId[] {
  const named = [oid, domain, collation].filter(each => each !== undefined);
  return [
    ...named,
    ...named.map(relationOfRowType).filter(relation => relation > 0),
    ...(element ? oidsWithin(element) : []),
    ...(fields ?? []).flatMap(field => oidsWithin(field.type)),
  ];
}
