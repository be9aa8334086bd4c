import {compositeClassOid} from '../types/user-types.ts';
import type {Catalog} from './catalog.ts';
import {indexesOf} from './constraints.ts';
import {type CatalogObject, isType, liveColumns} from './object.ts';
import {constraintOid} from './system/derived-oids.ts';
import {classOids, DATABASE_OID} from './system/system-oids.ts';

/** A row of pg_description: what COMMENT ON has said of something. */
type CommentRow = {
  readonly objoid: bigint;
  readonly classoid: bigint;
  /** A column's attribute number; 0: the object itself. */
  readonly objsubid: number;
  readonly description: string;
};

/** Comments on the object and on its parts. */
export function* commentsOf(object: CatalogObject): Generator<CommentRow> {
  const classoid = classOf(object);
  const objoid = BigInt(object.oid);
  const row = (oid: bigint, kind: bigint, description: string | null | undefined, objsubid = 0): CommentRow[] =>
    description === null || description === undefined ? [] : [{objoid: oid, classoid: kind, objsubid, description}];
  yield* row(objoid, classoid, object.comment);
  if ('columns' in object) {
    for (const {column, number} of liveColumns(object)) yield* row(objoid, classoid, column.comment, number);
  }
  if (object.kind === 'type' && object.form.type === 'composite') {
    const relation = BigInt(compositeClassOid(object.oid));
    for (const [i, {comment}] of object.form.attributes.entries())
      yield* row(relation, classOids.pg_class, comment, i + 1);
  }
  if (object.kind === 'domain') {
    for (const {oid, comment} of object.checks) yield* row(BigInt(oid), classOids.pg_constraint, comment);
  }
  if (object.kind === 'table' || object.kind === 'materialized view') {
    for (const {oid, comment, constraintComment} of indexesOf(object)) {
      yield* row(BigInt(oid), classoid, comment);
      yield* row(constraintOid(oid), classOids.pg_constraint, constraintComment);
    }
  }
  if (object.kind !== 'table') return;
  for (const {oid, comment} of object.policies ?? []) yield* row(BigInt(oid), classOids.pg_policy, comment);
  for (const {oid, comment} of [...object.checks, ...object.foreignKeys]) {
    yield* row(BigInt(oid), classOids.pg_constraint, comment);
  }
}

/** What pg_description says of an OID; `catalog`: of the class of that name alone. */
export function commentOn(catalog: Catalog, oid: bigint, className: string | null): string | null {
  const wanted = className === null ? null : (classOids[className as keyof typeof classOids] ?? -1n);
  const own = catalog.byOid(Number(oid));
  const candidates = own && own.kind !== 'system' ? [own] : [...catalog.all()];
  for (const object of candidates) {
    for (const {objoid, classoid, objsubid, description} of commentsOf(object)) {
      if (objoid === oid && objsubid === 0 && (wanted === null || wanted === classoid)) return description;
    }
  }
  return null;
}

/** What COMMENT ON has said of something built in; undefined: nothing. `catalog`: null for any. */
export function commentOnBuiltIn(
  {roleBook}: Catalog,
  oid: bigint,
  className: string | null,
): string | null | undefined {
  const wanted = className === null ? null : Number(classOids[className as keyof typeof classOids] ?? -1n);
  return roleBook.builtInComments.find(each => BigInt(each.oid) === oid && (wanted === null || wanted === each.catalog))
    ?.comment;
}

/** A row of pg_shdescription. */
type SharedComment = Omit<CommentRow, 'objsubid'>;

export function* sharedComments(catalog: Catalog): Generator<SharedComment> {
  const {roleBook} = catalog;
  if (roleBook.databaseComment !== null) {
    yield {objoid: DATABASE_OID, classoid: classOids.pg_database, description: roleBook.databaseComment};
  }
  for (const {oid, comment} of roleBook.all) {
    if (comment !== null) yield {objoid: BigInt(oid), classoid: classOids.pg_authid, description: comment};
  }
}

function classOf(object: CatalogObject): bigint {
  if (object.kind === 'schema') return classOids.pg_namespace;
  if (object.kind === 'function') return classOids.pg_proc;
  if (object.kind === 'collation') return classOids.pg_collation;
  return isType(object) ? classOids.pg_type : classOids.pg_class;
}
