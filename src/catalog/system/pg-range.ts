import {oidOf} from '../../types/catalog-oids.ts';
import {OID, rangeTypeOf, rangeTypes} from '../../types/sql-type.ts';
import type {Catalog} from '../catalog.ts';
import {defaultOperatorClass, indexedTypeNames} from '../operator-classes.ts';
import {typeOf} from '../user-types.ts';
import {pgRangeRows} from './built-in/pg-range.ts';
import {builtInRows, once} from './built-in-rows.ts';
import {REGPROC} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

const recorded = once(() => {
  const columns = {rngtypid: OID, rngsubopc: OID, rngcanonical: OID, rngsubdiff: OID};
  return new Map(builtInRows(pgRangeRows, columns).map(row => [row.rngtypid, row]));
});

/** The ranges that users have made. */
function ownRanges(catalog: Catalog) {
  return catalog.ofKind('type').flatMap(object => (object.form.type === 'range' ? [rangeTypeOf(typeOf(object))!] : []));
}

export const pgRange = systemRelation({
  oid: 3541,
  schema: 'pg_catalog',
  name: 'pg_range',
  columns: {
    rngtypid: OID,
    rngsubtype: OID,
    rngmultitypid: OID,
    rngcollation: OID,
    rngsubopc: OID,
    rngcanonical: REGPROC,
    rngsubdiff: REGPROC,
  },
  *rows({catalog}) {
    for (const {range, multirange, subtype} of [...rangeTypes, ...ownRanges(catalog)]) {
      yield {
        rngtypid: BigInt(oidOf(range)),
        rngsubtype: BigInt(oidOf(subtype)),
        rngmultitypid: BigInt(oidOf(multirange)),
        rngcollation: 0n,
        rngsubopc: BigInt(defaultOperatorClass('btree', indexedTypeNames(subtype))?.oid ?? 0),
        rngcanonical: 0n,
        rngsubdiff: 0n,
        ...recorded().get(BigInt(oidOf(range))),
      };
    }
  },
});
