import {catalogTypes} from '../../types/catalog-oids.ts';
import {pseudoTypes} from '../../types/pseudo-types.ts';
import {BOOLEAN, CHAR, OID, SMALLINT} from '../../types/sql-type.ts';
import {vectorTypes} from '../../types/vector-types.ts';
import {pgTypeRows} from './built-in/pg-type.ts';
import {type BuiltInRow, builtInRows, once} from './built-in-rows.ts';

const columns = {
  oid: OID,
  typlen: SMALLINT,
  typbyval: BOOLEAN,
  typtype: CHAR,
  typcategory: CHAR,
  typispreferred: BOOLEAN,
  typdelim: CHAR,
  typsubscript: OID,
  typelem: OID,
  typarray: OID,
  typinput: OID,
  typoutput: OID,
  typreceive: OID,
  typsend: OID,
  typmodin: OID,
  typmodout: OID,
  typanalyze: OID,
  typalign: CHAR,
  typstorage: CHAR,
  typcollation: OID,
};

/** What PostgreSQL's pg_type says of its own types, by OID: of all that it has. */
export const builtInTypes: () => ReadonlyMap<bigint, BuiltInRow> = once(
  () => new Map(builtInRows(pgTypeRows, columns).map(row => [row.oid as bigint, row])),
);

/** Those that are here. */
export const builtInTypeOids: () => ReadonlySet<unknown> = once(
  () =>
    new Set(
      [...catalogTypes, ...pseudoTypes, ...vectorTypes].flatMap(({oid, arrayOid}) => [BigInt(oid), BigInt(arrayOid)]),
    ),
);
