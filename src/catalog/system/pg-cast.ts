import {castBetween} from '../../expr/registry.ts';
import {typeOfOid} from '../../types/catalog-oids.ts';
import {CHAR, OID} from '../../types/sql-type.ts';
import {pgCastRows} from './built-in/pg-cast.ts';
import {type BuiltInRow, builtInRows, once} from './built-in-rows.ts';
import {ownRanges} from './range-constructors.ts';
import {systemRelation} from './system-relation.ts';

const columns = {
  oid: OID,
  castsource: OID,
  casttarget: OID,
  castfunc: OID,
  castcontext: CHAR,
  castmethod: CHAR,
};

/** Those of PostgreSQL's casts that are here. */
const casts = once(() => builtInRows(pgCastRows, columns).filter(isHere));

function isHere({castsource, casttarget}: BuiltInRow): boolean {
  const source = typeOfOid(Number(castsource));
  const target = typeOfOid(Number(casttarget));
  return source !== undefined && target !== undefined && castBetween(source, target) !== null;
}

export const pgCast = systemRelation({
  oid: 2605,
  schema: 'pg_catalog',
  name: 'pg_cast',
  columns,
  *rows({catalog}) {
    yield* casts();
    for (const {cast} of ownRanges(catalog)) {
      const {oid, source: castsource, target: casttarget, by: castfunc} = cast;
      yield {oid, castsource, casttarget, castfunc, castcontext: 'e', castmethod: 'f'};
    }
  },
});
