import {oidOf} from '../../types/catalog-oids.ts';
import {collationOidOf} from '../../types/collatable.ts';
import {OID, rangeTypeOf, rangeTypes, sameKind} from '../../types/sql-type.ts';
import type {Catalog} from '../catalog.ts';
import {defaultOperatorClass, indexedTypeNames} from '../operator-classes.ts';
import {typeOf} from '../user-types.ts';
import {pgRangeRows} from './built-in/pg-range.ts';
import {builtInRows, once} from './built-in-rows.ts';
import {REGPROC} from './column-types.ts';
import {proceduresNamed} from './procedures.ts';
import {systemRelation} from './system-relation.ts';

const recorded = once(() => {
  const columns = {rngtypid: OID, rngsubopc: OID, rngcanonical: OID, rngsubdiff: OID};
  return new Map(builtInRows(pgRangeRows, columns).map(row => [row.rngtypid, row]));
});

/** The function that subtype_diff names, which was found when the range was made. */
function differenceOf(catalog: Catalog, range: number): bigint {
  const object = catalog.byOid(range);
  if (object?.kind !== 'type' || object.form.type !== 'range' || object.form.difference === null) return 0n;
  const {subtype, difference} = object.form;
  const name = difference.slice(difference.lastIndexOf('.') + 1);
  const own = catalog
    .ofKind('function')
    .find(
      made =>
        made.name === name &&
        made.parameters.length === 2 &&
        made.parameters.every(({type}) => sameKind(type, subtype)),
    );
  if (own) return BigInt(own.oid);
  const wanted = BigInt(oidOf(subtype));
  return BigInt(
    proceduresNamed(name).find(({args}) => args.length === 2 && args.every(arg => arg === wanted))?.oid ?? 0,
  );
}

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
        rngcollation: BigInt(collationOidOf(subtype)),
        rngsubopc: BigInt(defaultOperatorClass('btree', indexedTypeNames(subtype))?.oid ?? 0),
        rngcanonical: 0n,
        rngsubdiff: differenceOf(catalog, oidOf(range)),
        ...recorded().get(BigInt(oidOf(range))),
      };
    }
  },
});
