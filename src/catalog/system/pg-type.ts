import {collationOidOf} from '../../types/collatable.ts';
import type {Datum} from '../../types/datum.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {BOOLEAN, CHAR, INTEGER, NAME, OID, SMALLINT, TEXT, baseOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typmodOf} from '../../types/typmod.ts';
import {arrayTypeOid, compositeClassOid, rowTypeOid} from '../../types/user-types.ts';
import {aclTexts} from '../acl.ts';
import {arrayTypeName} from '../array-names.ts';
import type {CatalogObject} from '../object.ts';
import {isRelation, isType} from '../object.ts';
import {typeOf} from '../user-types.ts';
import {storedExpression} from '../stored-expression.ts';
import {builtInTypeOids, builtInTypes} from './built-in-types.ts';
import {ACLITEMS, REGPROC} from './column-types.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {PG_CATALOG_OID, bootstrapRole, namespaceOid, roleOid} from './system-oids.ts';
import {arrayIoOids} from './array-io.ts';
import {systemRelation} from './system-relation.ts';
import {alignmentOf} from './type-alignment.ts';

const ARRAY_SUBSCRIPTS = 6179n;
const ARRAY_FUNCTIONS = {
  typinput: arrayIoOids.array_in,
  typoutput: arrayIoOids.array_out,
  typreceive: arrayIoOids.array_recv,
  typsend: arrayIoOids.array_send,
  typanalyze: 3816n,
};

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
    ...VARIABLE,
    ...ARRAY_FUNCTIONS,
    oid: BigInt(arrayTypeOid(typeOid)),
    typname: arrayTypeName(catalog, object),
    typtype: 'b',
    typcategory: 'A',
    typsubscript: ARRAY_SUBSCRIPTS,
    typelem: BigInt(typeOid),
    typalign: facts.typalign === 'd' ? 'd' : 'i',
    typcollation: facts.typcollation,
    typacl: null,
  };
}

// Functions by which drivers know enums, records, ranges and domains.
const ENUM_FUNCTIONS = {typinput: 3506n, typoutput: 3507n, typreceive: 3532n, typsend: 3533n};
const RECORD_FUNCTIONS = {typinput: 2290n, typoutput: 2291n, typreceive: 2402n, typsend: 2403n};
const RANGE_FUNCTIONS = {typinput: 3834n, typoutput: 3835n, typreceive: 3836n, typsend: 3837n, typanalyze: 3916n};
const MULTIRANGE_FUNCTIONS = {typinput: 4231n, typoutput: 4232n, typreceive: 4233n, typsend: 4234n, typanalyze: 4242n};
const DOMAIN_FUNCTIONS = {typinput: 2597n, typreceive: 2598n, typmodin: 0n, typmodout: 0n, typsubscript: 0n};

type Facts = Readonly<Record<string, Datum>>;

function factsOf(type: SqlType): Facts {
  if (type.domain !== undefined) return {...factsOfBase(baseOf(type)), typtype: 'd', ...DOMAIN_FUNCTIONS};
  const {kind, bounds} = type;
  if (kind === 'struct') return {...VARIABLE, ...RECORD_FUNCTIONS, typtype: 'c', typcategory: 'C', typalign: 'd'};
  if (bounds) {
    const functions = kind === 'range' ? RANGE_FUNCTIONS : MULTIRANGE_FUNCTIONS;
    const typalign = alignmentOf(bounds.subtype) === 'd' ? 'd' : 'i';
    return {...VARIABLE, ...functions, typtype: kind === 'range' ? 'r' : 'm', typcategory: 'R', typalign};
  }
  return {...VARIABLE, ...ENUM_FUNCTIONS, typlen: 4, typbyval: true, typtype: 'e', typcategory: 'E', typstorage: 'p'};
}

const VARIABLE = {typlen: -1, typbyval: false, typalign: 'i', typstorage: 'x', typcollation: 0n};

/** What a domain has from the type that it is over. */
function factsOfBase(base: SqlType): Facts {
  const {kind} = base;
  if (kind === 'array') return {...VARIABLE, ...ARRAY_FUNCTIONS, typcategory: 'A', typalign: alignmentOf(base)};
  const known = builtInTypes().get(BigInt(oidOf(base)));
  if (!known) return factsOf(base);
  const {typlen, typbyval, typcategory, typdelim, typoutput, typsend, typanalyze, typalign, typstorage, typcollation} =
    known;
  return {typlen, typbyval, typcategory, typdelim, typoutput, typsend, typanalyze, typalign, typstorage, typcollation};
}
