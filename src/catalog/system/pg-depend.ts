import {oidOf} from '../../types/catalog-oids.ts';
import {arrayTypeOid, rowTypeOid} from '../../types/user-types.ts';
import {CHAR, INTEGER, OID, type SqlType} from '../../types/sql-type.ts';
import type {NamedObject} from '../catalog.ts';
import {hiddenColumns, indexMentions, type TableIndex} from '../constraints.ts';
import {
  type Calls,
  type CatalogObject,
  isRelation,
  isType,
  liveColumns,
  type TableObject,
  type ViewObject,
} from '../object.ts';
import {sequenceOf} from '../stored-expression.ts';
import {constraintOid, defaultOid, ruleOid} from './derived-oids.ts';
import {viewsWithRules} from './pg-rewrite.ts';
import {keyTriggers} from './key-triggers.ts';
import {ownRanges, type OwnRange} from './range-constructors.ts';
import {attributeNumbers, type ListedRelation, userRelations} from './relation-rows.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {classOids, FIRST_USER_OID, namespaceOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/** An object of the catalogs, or a column of one. */
export type Place = {readonly class: bigint; readonly oid: bigint; readonly column: number};

/** n: it is needed; a: what depends goes with it; i: what depends is a part of it. */
type How = 'n' | 'a' | 'i';

/** What users have made, as Postgres counts what it needs; of what the server brings nothing is said. */
export const pgDepend = systemRelation({
  oid: 2608,
  schema: 'pg_catalog',
  name: 'pg_depend',
  columns: {
    classid: OID,
    objid: OID,
    objsubid: INTEGER,
    refclassid: OID,
    refobjid: OID,
    refobjsubid: INTEGER,
    deptype: CHAR,
  },
  *rows(snapshot) {
    const seen = new Set<string>();
    for (const [place, on, how] of dependencies(snapshot)) {
      const row = {
        classid: place.class,
        objid: place.oid,
        objsubid: place.column,
        refclassid: on.class,
        refobjid: on.oid,
        refobjsubid: on.column,
        deptype: how,
      };
      const key = Object.values(row).join();
      if (seen.has(key)) continue;
      seen.add(key);
      yield row;
    }
  },
});

type Dependency = readonly [Place, Place, How];

function* dependencies(snapshot: SystemSnapshot): Generator<Dependency> {
  const {catalog} = snapshot;
  for (const object of catalog.all()) {
    if (object.kind === 'schema' || object.kind === 'sink') continue;
    if (!('schema' in object)) continue;
    const schema = {class: classOids.pg_namespace, oid: namespaceOid(catalog, object.schema), column: 0};
    if (schema.oid >= FIRST_USER_OID) yield [placeOf(object), schema, 'n'];
  }
  for (const listed of userRelations(snapshot)) {
    for (const {column, number} of liveColumns(listed)) {
      yield* ofType({...relationPlace(listed.relation.oid), column: number}, column.type);
    }
    for (const index of listed.indexes) yield* ofIndex(listed, index);
    if (listed.relkind === 'S') continue;
    const rowType = rowTypeOid(listed.relation.oid);
    yield [typePlace(rowType), relationPlace(listed.relation.oid), 'i'];
    yield [typePlace(arrayTypeOid(rowType)), typePlace(rowType), 'i'];
  }
  for (const table of catalog.ofKind('table')) yield* ofTable(snapshot, table);
  for (const view of catalog.ofKind('view')) yield* ofDefaults(view);
  for (const view of viewsWithRules(snapshot)) {
    const rule = {class: classOids.pg_rewrite, oid: ruleOid(view.oid), column: 0};
    yield [rule, relationPlace(view.oid), 'i'];
    yield [rule, relationPlace(view.oid), 'n'];
    const named = snapshot.printer?.columnsNamed(view, catalog) ?? new Map<number, ReadonlySet<number>>();
    for (const on of view.dependsOn) {
      const object = catalog.byOid(on);
      if (!object) continue;
      const columns = [...(named.get(on) ?? [])].filter(number => number > 0);
      if (columns.length === 0 || !isRelation(object)) yield [rule, placeOf(object), 'n'];
      for (const column of columns) yield [rule, {...relationPlace(on), column}, 'n'];
    }
  }
  for (const {oid, ownedBy, identity} of catalog.ofKind('sequence')) {
    const owner = ownedBy && catalog.byOid(ownedBy.table);
    if (owner?.kind !== 'table') continue;
    const column = attributeNumbers(owner)(ownedBy!.column);
    yield [relationPlace(oid), {...relationPlace(owner.oid), column}, identity ? 'i' : 'a'];
  }
  for (const made of catalog.ofKind('function')) {
    for (const type of [made.returns, ...made.parameters.map(each => each.type)]) yield* ofType(placeOf(made), type);
    for (const parameter of made.parameters) if (parameter.default) yield* ofCalls(placeOf(made), parameter.default);
  }
  for (const made of [...catalog.ofKind('type'), ...catalog.ofKind('domain')]) {
    yield [typePlace(arrayTypeOid(made.oid)), typePlace(made.oid), 'i'];
  }
  for (const made of ownRanges(catalog)) yield* ofRange(snapshot, made);
  for (const {oid, constraint} of keyTriggers(catalog)) {
    yield [{class: classOids.pg_trigger, oid, column: 0}, constraintPlace(constraint), 'i'];
  }
  for (const domain of catalog.ofKind('domain')) {
    yield* ofType(placeOf(domain), domain.base);
    if (domain.default) yield* ofCalls(placeOf(domain), domain.default);
    for (const check of domain.checks) {
      const place = constraintPlace(BigInt(check.oid));
      yield [place, placeOf(domain), 'a'];
      yield* ofCalls(place, check);
    }
  }
  // Sinks have no catalog of Postgres's to stand in; what they read is told as of relations.
  for (const sink of catalog.ofKind('sink')) {
    for (const on of sink.dependsOn) yield [relationPlace(sink.oid), relationPlace(on), 'n'];
  }
}

/** Its multirange, the functions that make values of both, and the cast between them are parts of a range. */
function* ofRange({catalog}: SystemSnapshot, {range, multirange, constructors, cast}: OwnRange): Generator<Dependency> {
  const functionPlace = (oid: bigint): Place => ({class: classOids.pg_proc, oid, column: 0});
  yield [typePlace(multirange.oid), typePlace(range.oid), 'i'];
  for (const {oid, schema, args, result} of constructors) {
    const place = functionPlace(oid);
    yield [place, {class: classOids.pg_namespace, oid: namespaceOid(catalog, schema), column: 0}, 'n'];
    yield [place, typePlace(result), 'i'];
    for (const type of [result, ...args]) if (type >= FIRST_USER_OID) yield [place, typePlace(type), 'n'];
  }
  const castPlace = {class: classOids.pg_cast, oid: cast.oid, column: 0};
  yield [castPlace, functionPlace(cast.by), 'i'];
  yield [castPlace, typePlace(cast.source), 'i'];
  yield [castPlace, typePlace(cast.target), 'i'];
}

function typePlace(oid: number | bigint): Place {
  return {class: classOids.pg_type, oid: BigInt(oid), column: 0};
}

function relationPlace(oid: number): Place {
  return {class: classOids.pg_class, oid: BigInt(oid), column: 0};
}

function constraintPlace(oid: bigint): Place {
  return {class: classOids.pg_constraint, oid, column: 0};
}

export function placeOf(object: CatalogObject | NamedObject): Place {
  return {class: classOf(object), oid: BigInt(object.oid), column: 0};
}

function classOf(object: CatalogObject | NamedObject): bigint {
  if (object.kind === 'schema') return classOids.pg_namespace;
  if (object.kind === 'function') return classOids.pg_proc;
  if (object.kind === 'collation') return classOids.pg_collation;
  return object.kind !== 'system' && isType(object) ? classOids.pg_type : classOids.pg_class;
}

function* ofType(place: Place, type: SqlType): Generator<Dependency> {
  const oid = BigInt(oidOf(type));
  if (oid >= FIRST_USER_OID) yield [place, {class: classOids.pg_type, oid, column: 0}, 'n'];
}

/** The functions that an expression calls. */
function* ofCalls(place: Place, {calls = []}: Calls): Generator<Dependency> {
  for (const oid of calls) yield [place, {class: classOids.pg_proc, oid: BigInt(oid), column: 0}, 'n'];
}

/** Defaults of columns, and what generates them. */
function* ofDefaults(relation: TableObject | ViewObject): Generator<Dependency> {
  for (const {column, number} of liveColumns(relation)) {
    const found = column.generated ?? (column.identity ? null : column.default);
    if (!found) continue;
    const place = {class: classOids.pg_attrdef, oid: defaultOid(relation.oid, number), column: 0};
    yield [place, {...relationPlace(relation.oid), column: number}, column.generated ? 'i' : 'a'];
    yield* ofCalls(place, found);
    const sequence = sequenceOf(found.expr);
    if (sequence !== null) yield [place, {class: classOids.pg_class, oid: sequence, column: 0}, 'n'];
  }
}

/** Defaults, checks, foreign keys and policies. */
function* ofTable(snapshot: SystemSnapshot, table: TableObject): Generator<Dependency> {
  const numbers = attributeNumbers(table);
  const columnPlace = (index: number): Place => ({...relationPlace(table.oid), column: numbers(index)});
  yield* ofDefaults(table);
  for (const check of table.checks) {
    const place = constraintPlace(BigInt(check.oid));
    for (const column of check.columns) {
      yield [place, columnPlace(column), 'a'];
      yield [place, columnPlace(column), 'n'];
    }
    yield* ofCalls(place, check);
    if (check.columns.length === 0) yield [place, relationPlace(table.oid), 'a'];
  }
  for (const key of table.foreignKeys) {
    const place = constraintPlace(BigInt(key.oid));
    for (const column of key.columns) yield [place, columnPlace(column), 'a'];
    const target = snapshot.catalog.byOid(key.references);
    if (target?.kind !== 'table') continue;
    const there = attributeNumbers(target);
    for (const column of key.referenced) yield [place, {...relationPlace(target.oid), column: there(column)}, 'n'];
    yield [place, relationPlace(key.index), 'n'];
  }
  for (const policy of table.policies ?? []) {
    const place = {class: classOids.pg_policy, oid: BigInt(policy.oid), column: 0};
    yield [place, relationPlace(table.oid), 'a'];
    yield* ofCalls(place, {calls: [...(policy.usingCalls ?? []), ...(policy.checkCalls ?? [])]});
    const named = snapshot.printer?.policyColumns(table, policy, snapshot.catalog) ?? [];
    for (const [relation, columns] of named) {
      for (const column of columns) yield [place, {...relationPlace(relation), column}, 'n'];
      if (columns.size === 0 && relation !== table.oid) yield [place, relationPlace(relation), 'n'];
    }
  }
}

/** An index goes with the columns it speaks of; that of a key with the constraint, and this with the columns. */
function* ofIndex({relation, columns}: ListedRelation, index: TableIndex): Generator<Dependency> {
  const owner = relationPlace(index.oid);
  const key = constraintPlace(constraintOid(index.oid));
  if (index.constraint) yield [owner, key, 'i'];
  const numbers = attributeNumbers({columns});
  const hidden = hiddenColumns(index);
  const mentioned = columns.flatMap((_, i) => (indexMentions(index, i) && !hidden.includes(i) ? [numbers(i)] : []));
  for (const column of mentioned.length > 0 ? mentioned : [0]) {
    yield [index.constraint ? key : owner, {...relationPlace(relation.oid), column}, 'a'];
  }
  for (const part of [...(index.expressions ?? []), index.predicate]) if (part) yield* ofCalls(owner, part);
}
