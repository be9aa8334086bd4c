import {collationOidOf} from '../../types/collatable.ts';
import {catalogTypeOfKind, lengthOf, oidOf} from '../../types/catalog-oids.ts';
import {BOOLEAN, CHAR, INTEGER, NAME, OID, SMALLINT, TEXT, baseOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typmodOf} from '../../types/typmod.ts';
import {arrayTypeOid, compositeClassOid, rowTypeOid} from '../../types/user-types.ts';
import {aclTexts} from '../acl.ts';
import type {CatalogObject} from '../object.ts';
import {isRelation, isType} from '../object.ts';
import {typeOf} from '../user-types.ts';
import {storedExpression} from '../stored-expression.ts';
import {builtInTypeOids, builtInTypes} from './built-in-types.ts';
import {ACLITEMS, REGPROC} from './column-types.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {DEFAULT_COLLATION_OID, PG_CATALOG_OID, bootstrapRole, namespaceOid, roleOid} from './system-oids.ts';
import {arrayIoOids} from './array-io.ts';
import {systemRelation} from './system-relation.ts';

const NO_COLUMNS = {name: '', oid: 0, columns: []};

const constants = {
  typnamespace: PG_CATALOG_OID,
  typisdefined: true,
  typdelim: ',',
  typrelid: 0n,
  typsubscript: 0n,
  typelem: 0n,
  typarray: 0n,
  typinput: 0n,
  typoutput: 0n,
  typreceive: 0n,
  typsend: 0n,
  typmodin: 0n,
  typmodout: 0n,
  typanalyze: 0n,
  typnotnull: false,
  typbasetype: 0n,
  typtypmod: -1,
  typndims: 0,
};

export const pgType = systemRelation({
  oid: 1247,
  schema: 'pg_catalog',
  name: 'pg_type',
  columns: {
    oid: OID,
    typname: NAME,
    typnamespace: OID,
    typowner: OID,
    typlen: SMALLINT,
    typbyval: BOOLEAN,
    typtype: CHAR,
    typcategory: CHAR,
    typispreferred: BOOLEAN,
    typisdefined: BOOLEAN,
    typdelim: CHAR,
    typrelid: OID,
    typsubscript: REGPROC,
    typelem: OID,
    typarray: OID,
    typinput: REGPROC,
    typoutput: REGPROC,
    typreceive: REGPROC,
    typsend: REGPROC,
    typmodin: REGPROC,
    typmodout: REGPROC,
    typanalyze: REGPROC,
    typalign: CHAR,
    typstorage: CHAR,
    typnotnull: BOOLEAN,
    typbasetype: OID,
    typtypmod: INTEGER,
    typndims: INTEGER,
    typcollation: OID,
    typdefaultbin: TEXT,
    typdefault: TEXT,
    typacl: ACLITEMS,
  },
  *rows(snapshot) {
    const owner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    const here = builtInTypeOids();
    for (const row of builtInTypes().values()) if (here.has(row.oid)) yield {...constants, ...row, typowner: owner};
    for (const object of snapshot.catalog.all()) yield* userTypeRows(snapshot, object);
  },
});

/** A type that somebody made, or of a relation's rows; and that of its arrays. */
function* userTypeRows(snapshot: SystemSnapshot, object: CatalogObject) {
  const {catalog} = snapshot;
  // A sequence is a relation whose rows have no type.
  if ((!isType(object) && !isRelation(object)) || object.kind === 'sequence') return;
  const {oid, name, schema, owner} = object;
  const typeOid = isType(object) ? oid : rowTypeOid(oid);
  const facts = isType(object) ? factsOf(typeOf(object)) : factsOf({kind: 'struct', oid: typeOid});
  const common = {
    ...constants,
    typacl: isType(object) ? aclTexts(object.acl, catalog.roleBook) : null,
    typnamespace: namespaceOid(catalog, schema),
    typowner: roleOid(catalog, owner),
    typispreferred: false,
  };
  const composite = facts.typtype === 'c';
  yield {
    ...common,
    ...facts,
    oid: BigInt(typeOid),
    typname: name,
    typarray: BigInt(arrayTypeOid(typeOid)),
    typrelid: composite ? BigInt(isType(object) ? compositeClassOid(oid) : oid) : 0n,
    ...(object.kind === 'domain'
      ? {
          typnotnull: object.notNull,
          typbasetype: BigInt(oidOf(object.base)),
          typtypmod: typmodOf(object.base),
          typcollation: BigInt(collationOidOf(object.base)),
          typdefault:
            object.default &&
            storedExpression(snapshot, NO_COLUMNS, object.default.text, {pretty: false, wanted: object.base}),
        }
      : {}),
  };
  yield {
    ...common,
    oid: BigInt(arrayTypeOid(typeOid)),
    typname: `_${name}`,
    typlen: -1,
    typbyval: false,
    typtype: 'b',
    typcategory: 'A',
    typelem: BigInt(typeOid),
    typinput: arrayIoOids.array_in,
    typoutput: arrayIoOids.array_out,
    typreceive: arrayIoOids.array_recv,
    typsend: arrayIoOids.array_send,
    typalign: facts.typalign === 'd' ? 'd' : 'i',
    typstorage: 'x',
    typcollation: facts.typcollation,
  };
}

// Input and output functions by which drivers know enums, records and domains.
const ENUM_FUNCTIONS = {typinput: 3506n, typoutput: 3507n, typreceive: 3532n, typsend: 3533n};
const RECORD_FUNCTIONS = {typinput: 2290n, typoutput: 2291n, typreceive: 2402n, typsend: 2403n};
const DOMAIN_FUNCTIONS = {typinput: 2597n, typreceive: 2598n};

function factsOf(type: SqlType) {
  const base = baseOf(type);
  const length = lengthOf(base);
  const composite = base.kind === 'struct';
  const category = base.bounds
    ? 'R'
    : composite
      ? 'C'
      : base.kind === 'enum'
        ? 'E'
        : base.kind === 'array'
          ? 'A'
          : null;
  const typcategory = category ?? catalogTypeOfKind(base.kind)!.category;
  return {
    typlen: length,
    typbyval: length > 0 && length <= 8,
    typtype:
      type.domain !== undefined ? 'd' : composite ? 'c' : base.bounds ? (base.kind === 'range' ? 'r' : 'm') : 'e',
    typcategory,
    typalign: composite || length === 8 || length === 16 ? 'd' : length === 1 ? 'c' : 'i',
    typstorage: length !== -1 ? 'p' : base.kind === 'numeric' ? 'm' : 'x',
    typcollation: typcategory === 'S' ? DEFAULT_COLLATION_OID : 0n,
    ...(base.kind === 'enum' ? ENUM_FUNCTIONS : composite ? RECORD_FUNCTIONS : {}),
    ...(type.domain !== undefined ? DOMAIN_FUNCTIONS : {}),
  };
}
