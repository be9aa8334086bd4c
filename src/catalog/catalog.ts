import {SqlError} from '../types/sql-error.ts';
import {indexesOf, type IndexedRelation, type TableIndex} from './constraints.ts';
import {alreadyExists, nameTaken, relationMissing, schemaMissing} from './name-errors.ts';
import {isApart, isRelation, isType} from './object.ts';
import type {
  CatalogObject,
  CatalogRelation,
  DomainObject,
  FunctionObject,
  ObjectId,
  Relation,
  SchemaObject,
  TypeObject,
} from './object.ts';
import {keyOf, objectKey, schemaKey} from './object-keys.ts';
import {bootstrapRoleNamed} from './role.ts';
import type {Role} from './role.ts';
import {RoleBook, type RoleRecords} from './role-book.ts';
import {compatibilityRelation} from './system/compatibility.ts';
import {allSystemRelations, systemRelationByName, systemRelationByOid, systemSchemas} from './system/index.ts';
import {FIRST_USER_OID} from './system/system-oids.ts';
import type {SystemRelation} from './system/system-relation.ts';
import {IntegerMap, NameMap} from './shared-map.ts';
import {effectivePath, isTemporarySchema, ownTemporarySchema, schemaMeant, schemasSet} from './temporary.ts';

/** Postgres's first OID for users' objects; what lies below is the system's. */
const PUBLIC_OID = 2200;

/** What is written down beside the objects. */
export type CatalogHeader = RoleRecords & {
  readonly database: string;
  readonly nextOid: number;
  /** Grows by one with each committed change. */
  readonly version: number;
};

/** What changed between two versions: what the storage layer has to write. */
type CatalogChanges = {
  readonly put: readonly CatalogObject[];
  readonly removed: readonly ObjectId[];
  readonly header: CatalogHeader;
};

/** What a transaction has changed of a catalog: put in the place of what stood there, taken out, and roles if it has changed any. */
type Overlay = {
  readonly put: readonly CatalogObject[];
  readonly removed: readonly ObjectId[];
  readonly roles: RoleBook | null;
};

/** Counts for a catalog and all of its forks: what one of them has given away no other gives. */
type OidCounter = {next: number};

/** Anything a relation's name may stand for. */
export type NamedObject = CatalogObject | SystemRelation;

/**
 * The objects of the one database, by OID and by name. Records are frozen; a transaction works on a `fork` (cheap: it
 * shares all that stays) and `commit`s it, so others never see half of its changes.
 *
 * Names: relations, sources and sinks share one name space a schema, as in Postgres. A search path is a list of schema
 * names; pg_catalog is searched first unless the path names it.
 */
export class Catalog {
  readonly database: string;
  private objects = IntegerMap.empty<CatalogObject>();
  private names = NameMap.empty<ObjectId>();
  /** Indexes have names of their own: whose they are. */
  private indexOwners = NameMap.empty<ObjectId>();
  /** null: to be made when it is asked for. */
  private functionsByName: ReadonlyMap<string, readonly FunctionObject[]> | null = null;
  private book: RoleBook;
  private readonly oids: OidCounter;
  private currentVersion: number;

  private constructor(database: string, version: number, book: RoleBook, oids: OidCounter) {
    this.database = database;
    this.book = book;
    this.oids = oids;
    this.currentVersion = version;
  }

  /** The catalog of a new database: the schema public, and one role. */
  static create(database: string, owner: string): Catalog {
    const roles = [bootstrapRoleNamed(owner)];
    const publicSchema: SchemaObject = {
      kind: 'schema',
      oid: PUBLIC_OID,
      name: 'public',
      schema: '',
      owner: 'pg_database_owner',
      definition: 'CREATE SCHEMA public',
      dependsOn: [],
      comment: 'standard public schema',
    };
    return Catalog.restore({database, nextOid: FIRST_USER_OID + 1, version: 1, roles}, [publicSchema]);
  }

  /** The catalog as it was persisted. */
  static restore(header: CatalogHeader, objects: Iterable<CatalogObject>): Catalog {
    const catalog = new Catalog(header.database, header.version, new RoleBook(header), {next: header.nextOid});
    for (const object of objects) catalog.put(object);
    return catalog;
  }

  get header(): CatalogHeader {
    return {database: this.database, nextOid: this.oids.next, version: this.currentVersion, ...this.book.records};
  }

  get version(): number {
    return this.currentVersion;
  }

  get roles(): readonly Role[] {
    return this.book.all;
  }

  /** Roles, their memberships and settings. */
  get roleBook(): RoleBook {
    return this.book;
  }

  /** Puts another in its place: a fork's alone. */
  set roleBook(book: RoleBook) {
    this.book = book;
  }

  /** A private copy to change. */
  fork(): Catalog {
    const fork = new Catalog(this.database, this.currentVersion, this.book, this.oids);
    fork.share(this);
    return fork;
  }

  private share({objects, names, indexOwners, functionsByName}: Catalog): void {
    this.objects = objects;
    this.names = names;
    this.indexOwners = indexOwners;
    this.functionsByName = functionsByName;
  }

  /** What `this` has made of `base`, which it was forked from. */
  overlayOn(base: Catalog): Overlay {
    const {put, removed} = this.differenceFrom(base);
    return {put, removed, roles: this.book === base.book ? null : this.book};
  }

  /** A fork with what another fork has made of an earlier state; nothing of that may have been changed since. */
  forkWith({put, removed, roles}: Overlay): Catalog {
    const fork = this.fork();
    fork.remove(removed);
    for (const {oid} of put) {
      const before = fork.objects.get(oid);
      if (before) fork.forget(before);
    }
    for (const object of put) fork.put(object);
    if (roles) fork.book = roles;
    return fork;
  }

  /** Another catalog with these objects in it, or out of it, whatever was made of which. */
  succeededBy(header: CatalogHeader, {put, removed}: Pick<Overlay, 'put' | 'removed'>): Catalog {
    const next = this.forkWith({put, removed, roles: null});
    const catalog = new Catalog(header.database, header.version, new RoleBook(header), {next: header.nextOid});
    catalog.share(next);
    return catalog;
  }

  /** What `this` has that `base`, which it was forked from, has not. */
  changesSince(base: Catalog): CatalogChanges {
    return {...this.differenceFrom(base), header: {...this.header, version: base.currentVersion + 1}};
  }

  private differenceFrom({objects}: Catalog): {put: readonly CatalogObject[]; removed: readonly ObjectId[]} {
    const {put, removed} = this.objects.differenceFrom(objects);
    return {put, removed: removed.map(({oid}) => oid)};
  }

  /** Takes over a fork's state. Errors: 40001 when somebody else committed since the fork was made. */
  commit(fork: Catalog): void {
    if (fork.currentVersion !== this.currentVersion) {
      throw new SqlError('40001', 'could not serialize access due to concurrent update of the catalog');
    }
    this.share(fork);
    this.book = fork.book;
    this.oids.next = Math.max(this.oids.next, fork.oids.next);
    this.currentVersion = fork.currentVersion + 1;
  }

  allocateOid(): ObjectId {
    return this.oids.next++;
  }

  all(): Iterable<CatalogObject> {
    return this.objects.values();
  }

  /** pg_class and its kin. */
  systemRelations(): readonly SystemRelation[] {
    // Tables of large objects take the places of empty relations.
    const own = this.ofKind('table').filter(({schema}) => schema === 'pg_catalog');
    if (own.length === 0) return allSystemRelations();
    return allSystemRelations().filter(
      relation => relation.schema !== 'pg_catalog' || !own.some(({name}) => name === relation.name),
    );
  }

  ofKind<Kind extends CatalogObject['kind']>(kind: Kind): Extract<CatalogObject, {kind: Kind}>[] {
    const found: CatalogObject[] = [];
    for (const object of this.objects.values()) if (object.kind === kind) found.push(object);
    return found as Extract<CatalogObject, {kind: Kind}>[];
  }

  byOid(oid: ObjectId): NamedObject | null {
    return this.objects.get(oid) ?? systemRelationByOid(oid);
  }

  /** The relation of this OID, which something already bound refers to. */
  relation(oid: ObjectId): Relation {
    const object = this.byOid(oid);
    if (!object || !isRelation(object)) throw new SqlError('XX000', `could not open relation with OID ${oid}`);
    return object;
  }

  /** Something has this name, one of `namesOf`. */
  isTaken(name: string): boolean {
    return this.names.has(name) || this.indexOwners.has(name);
  }

  role(name: string): Role | null {
    return this.book.named(name);
  }

  schema(name: string): SchemaObject | null {
    const oid = this.names.get(schemaKey(name));
    return oid === undefined ? null : (this.objects.get(oid) as SchemaObject);
  }

  hasSchema(name: string): boolean {
    // Each session has one of its own to be called so.
    return this.names.has(schemaKey(name)) || systemSchemas.has(name) || name === 'pg_temp';
  }

  /** What stands under a name in one schema. */
  inSchema(schema: string, name: string): NamedObject | null {
    const own = this.inOwnSchema(schema, name);
    if (own || !systemSchemas.has(schema)) return own;
    return systemRelationByName(schema, name);
  }

  private inOwnSchema(schema: string, name: string): CatalogObject | null {
    const oid = this.names.get(objectKey(schema, name));
    return oid === undefined ? null : this.objects.get(oid)!;
  }

  /** The index of this name in one schema. */
  indexInSchema(schema: string, name: string): {readonly table: IndexedRelation; readonly index: TableIndex} | null {
    const owner = this.indexOwners.get(objectKey(schema, name));
    const table = owner === undefined ? undefined : this.objects.get(owner);
    if (table?.kind !== 'table' && table?.kind !== 'materialized view') return null;
    const index = indexesOf(table).find(each => each.name === name);
    return index ? {table, index} : null;
  }

  /** What a possibly qualified name stands for, null if nothing. Errors: 0A000 another database's name. */
  find(parts: readonly string[], searchPath: readonly string[]): NamedObject | null {
    const {schema, name} = this.splitName(parts);
    if (schema !== null) return this.inSchema(schemaMeant(schema, searchPath), name);
    for (const candidate of effectivePath(searchPath)) {
      const object = this.inSchema(candidate, name);
      if (object) return object;
    }
    return null;
  }

  /** As `find`, of something that a query can read. Errors: 42P01, 42809, 0A000. */
  resolve(parts: readonly string[], searchPath: readonly string[]): Relation {
    const object = this.find(parts, searchPath) ?? compatibilityRelation(parts);
    if (!object || object.kind === 'domain') {
      const {schema, name} = this.splitName(parts);
      const path = schema === null ? effectivePath(searchPath) : [schemaMeant(schema, searchPath)];
      if (path.some(each => this.indexInSchema(each, name))) throw new SqlError('42809', `"${name}" is an index`);
      throw relationMissing({schema, name});
    }
    if (object.kind === 'type') {
      if (object.form.type !== 'composite') throw relationMissing(this.splitName(parts));
      throw new SqlError('42809', `"${object.name}" is a composite type`);
    }
    if (!isRelation(object)) {
      throw new SqlError('42809', `cannot read from ${object.kind} "${object.name}"`);
    }
    return object;
  }

  /** What a possibly qualified name stands for as a type: one that was made, or a relation's rows. Errors: 0A000. */
  findType(
    parts: readonly string[],
    searchPath: readonly string[],
  ): TypeObject | DomainObject | CatalogRelation | null {
    const object = this.find(parts, searchPath);
    if (!object || object.kind === 'system' || object.kind === 'schema' || object.kind === 'sink') return null;
    return isApart(object) ? null : object;
  }

  /** Where CREATE puts a name. Errors: 3F000, 42501, 42P16, 0A000. */
  creationTarget(
    parts: readonly string[],
    searchPath: readonly string[],
    temporary = false,
  ): {schema: string; name: string} {
    const {schema, name} = this.splitName(parts);
    const own = ownTemporarySchema(searchPath);
    const exists = (candidate: string): boolean => candidate === own || this.hasSchema(candidate);
    const target =
      schema !== null
        ? schemaMeant(schema, searchPath)
        : temporary
          ? own
          : schemasSet(searchPath).find(candidate => exists(candidate) && candidate !== 'pg_catalog');
    if (target === undefined || target === null) {
      throw new SqlError('3F000', 'no schema has been selected to create in');
    }
    if (!exists(target)) throw schemaMissing(target);
    if (temporary && target !== own) {
      throw new SqlError('42P16', 'cannot create temporary relation in non-temporary schema');
    }
    if (isTemporarySchema(target) && target !== own) {
      throw new SqlError('42P16', 'cannot create relations in temporary schemas of other sessions');
    }
    if (systemSchemas.has(target)) {
      throw new SqlError('42501', `permission denied to create "${target}.${name}"`, {
        detail: 'System catalog modifications are currently disallowed.',
      });
    }
    return {schema: target, name};
  }

  /** Adds a new object. Errors: 42P07, 42P06, 42710 the name is taken. */
  add(object: CatalogObject): void {
    if (object.kind === 'schema') {
      if (this.hasSchema(object.name)) throw alreadyExists(object);
    } else {
      const taken = this.sameName(object);
      if (taken) throw nameTaken(object, taken);
      this.refuseIndexNames(object);
      if (isTemporarySchema(object.schema) && !this.hasSchema(object.schema)) this.addTemporarySchema(object);
    }
    this.put(object);
  }

  /** It comes with the first object in it. */
  private addTemporarySchema({schema: name, owner}: CatalogObject): void {
    this.put({
      kind: 'schema',
      oid: this.allocateOid(),
      name,
      schema: '',
      owner,
      definition: `CREATE SCHEMA ${name}`,
      dependsOn: [],
      comment: null,
    });
  }

  /** Puts a new record in the place of one with the same OID; its name may have changed. Errors: 42P07. */
  replace(object: CatalogObject): void {
    const before = this.objects.get(object.oid);
    if (!before) throw new SqlError('XX000', `object ${object.oid} is not in the catalog`);
    const taken = object.kind === 'schema' ? this.schema(object.name) : this.sameName(object);
    if (taken && taken.oid !== object.oid) throw nameTaken(object, taken);
    this.refuseIndexNames(object);
    this.forget(before);
    this.put(object);
  }

  /** Functions of a possibly qualified name, those of the schemas that come first in the path first. */
  functionsNamed(parts: readonly string[], searchPath: readonly string[]): FunctionObject[] {
    const {schema, name} = this.splitName(parts);
    const named = this.functions.get(name) ?? [];
    const meant = schema !== null && schemaMeant(schema, searchPath);
    if (meant) return named.filter(found => found.schema === meant);
    // What is temporary has to be asked for by its schema: else anybody could put a function in another's way.
    const path = effectivePath(searchPath).filter(candidate => !isTemporarySchema(candidate));
    return path.flatMap(candidate => named.filter(found => found.schema === candidate));
  }

  /** What has the name that the object is to have; a function's name is one with its parameters' types. */
  private sameName(object: CatalogObject): NamedObject | null {
    if (!isApart(object)) return this.inOwnSchema(object.schema, object.name);
    const oid = this.names.get(keyOf(object));
    return oid === undefined ? null : this.objects.get(oid)!;
  }

  /** Takes objects out, whatever depends on them: what a planned drop (drop.ts) ends with. */
  remove(oids: Iterable<ObjectId>): void {
    for (const oid of oids) {
      const object = this.objects.get(oid);
      if (!object) continue;
      this.forget(object);
      this.objects = this.objects.without(oid);
      if (object.kind === 'schema') this.forgetDefaults(oid);
    }
  }

  private forgetDefaults(schema: ObjectId): void {
    const {defaultPrivileges} = this.book;
    const kept = defaultPrivileges.filter(entry => entry.schema !== schema);
    if (kept.length < defaultPrivileges.length) this.book = this.book.with({defaultPrivileges: kept});
  }

  private forget(object: CatalogObject): void {
    if (object.kind === 'function') this.functionsByName = null;
    this.names = this.names.without(keyOf(object));
    for (const {name} of indexesOf(object)) {
      this.indexOwners = this.indexOwners.without(objectKey(object.schema, name));
    }
  }

  /** Errors: 42P07 an index has the name of a relation, or the other way round. */
  private refuseIndexNames(object: CatalogObject): void {
    if (isApart(object) || object.kind === 'schema') return;
    const owner = this.indexOwners.get(objectKey(object.schema, object.name));
    if (owner !== undefined && !isType(object)) throw alreadyExists(object);
    for (const {name} of indexesOf(object)) {
      const other = this.indexOwners.get(objectKey(object.schema, name));
      const relation = this.inSchema(object.schema, name);
      if (
        (other !== undefined && other !== object.oid) ||
        (relation && !(relation.kind !== 'system' && isType(relation)))
      ) {
        throw alreadyExists({kind: 'table', name});
      }
    }
  }

  /** Objects that name `oid` in `dependsOn`, or live in that schema, oldest first. */
  dependents(oid: ObjectId): CatalogObject[] {
    const target = this.objects.get(oid);
    const schema = target?.kind === 'schema' ? target.name : null;
    return this.objects
      .values()
      .filter(object => object.dependsOn.includes(oid) || (object.kind !== 'schema' && object.schema === schema));
  }

  /** The name found without a schema is this object. */
  isVisible(object: NamedObject, searchPath: readonly string[]): boolean {
    return object.kind !== 'schema' && this.find([object.name], searchPath)?.oid === object.oid;
  }

  /** The object's name, with its schema where the search path does not lead to it. Not quoted. */
  displayName(object: NamedObject, searchPath: readonly string[]): string {
    if (object.kind === 'schema' || this.isVisible(object, searchPath)) return object.name;
    return `${object.schema}.${object.name}`;
  }

  private splitName(parts: readonly string[]): {schema: string | null; name: string} {
    if (parts.length === 1) return {schema: null, name: parts[0]};
    if (parts.length === 2) return {schema: parts[0], name: parts[1]};
    if (parts.length === 3 && parts[0] === this.database) return {schema: parts[1], name: parts[2]};
    if (parts.length === 3) {
      throw new SqlError('0A000', `cross-database references are not implemented: "${parts.join('.')}"`);
    }
    throw new SqlError('42601', `improper qualified name (too many dotted names): ${parts.join('.')}`);
  }

  private get functions(): ReadonlyMap<string, readonly FunctionObject[]> {
    if (this.functionsByName === null) {
      const byName = new Map<string, readonly FunctionObject[]>();
      for (const object of this.ofKind('function')) {
        byName.set(object.name, [...(byName.get(object.name) ?? []), object]);
      }
      this.functionsByName = byName;
    }
    return this.functionsByName;
  }

  private put(object: CatalogObject): void {
    if (object.kind === 'function') this.functionsByName = null;
    this.objects = this.objects.with(object.oid, Object.freeze(object));
    this.names = this.names.with(keyOf(object), object.oid);
    for (const {name} of indexesOf(object)) {
      this.indexOwners = this.indexOwners.with(objectKey(object.schema, name), object.oid);
    }
  }
}
