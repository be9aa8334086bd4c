import {catalogTypes} from '../../types/catalog-oids.ts';
import {BOOLEAN, CHAR, INTEGER, NAME, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {REGPROC, TEXTS} from './column-types.ts';
import {DEFAULT_COLLATION_OID, PG_CATALOG_OID, bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

// Drivers tell array types by their input and receive functions, which are pg_proc's OIDs in Postgres.
const ARRAY_IN = 750n;
const ARRAY_OUT = 751n;
const ARRAY_RECV = 2400n;
const ARRAY_SEND = 2401n;

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
    typacl: TEXTS,
  },
  *rows(snapshot) {
    const owner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    for (const type of catalogTypes) {
      const pseudo = type.category === 'P' || type.category === 'X';
      yield {
        ...constants,
        oid: BigInt(type.oid),
        typname: type.name,
        typowner: owner,
        typlen: type.length,
        typbyval: type.length > 0 && type.length <= 8,
        typtype: pseudo ? 'p' : 'b',
        typcategory: type.category,
        typispreferred: type.preferred,
        typarray: BigInt(type.arrayOid),
        typalign: type.length === 8 || type.length === 16 ? 'd' : type.length === 1 ? 'c' : 'i',
        typstorage: type.length !== -1 ? 'p' : type.name === 'numeric' ? 'm' : 'x',
        typcollation: type.category === 'S' ? DEFAULT_COLLATION_OID : 0n,
      };
      if (type.arrayOid === 0) continue;
      yield {
        ...constants,
        oid: BigInt(type.arrayOid),
        typname: `_${type.name}`,
        typowner: owner,
        typlen: -1,
        typbyval: false,
        typtype: pseudo ? 'p' : 'b',
        typcategory: pseudo ? 'P' : 'A',
        typispreferred: false,
        typelem: BigInt(type.oid),
        typinput: ARRAY_IN,
        typoutput: ARRAY_OUT,
        typreceive: ARRAY_RECV,
        typsend: ARRAY_SEND,
        typalign: type.length === 8 || type.length === 16 ? 'd' : 'i',
        typstorage: 'x',
        typcollation: type.category === 'S' ? DEFAULT_COLLATION_OID : 0n,
      };
    }
  },
});
