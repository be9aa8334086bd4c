import {commentsOf} from '../comments.ts';
import {allAggregates, allFunctions} from '../../expr/registry.ts';
import {allWindowFunctions} from '../../expr/window-functions.ts';
import {INTEGER, OID, TEXT} from '../../types/sql-type.ts';
import {catalogTypes} from '../../types/catalog-oids.ts';
import {pseudoTypes} from '../../types/pseudo-types.ts';
import {builtInDescription, operatorFacts} from './built-ins.ts';
import {
  classOids,
  HEAP_AM_OID,
  indexMethods,
  INTERNAL_LANGUAGE_OID,
  SQL_LANGUAGE_OID,
  systemNamespaces,
} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/** What is here of what PostgreSQL describes. */
function builtIns(): readonly (readonly [keyof typeof classOids, Iterable<number>])[] {
  const operators = allFunctions().filter(row => row.kind === 'operator');
  return [
    ['pg_operator', operators.map(row => Number(operatorFacts(row).oid))],
    ['pg_type', [...catalogTypes, ...pseudoTypes].flatMap(({oid, arrayOid}) => [oid, arrayOid])],
    ['pg_namespace', systemNamespaces.values()],
    ['pg_am', [Number(HEAP_AM_OID), ...[...indexMethods.values()].map(({oid}) => Number(oid))]],
    ['pg_language', [Number(INTERNAL_LANGUAGE_OID), Number(SQL_LANGUAGE_OID)]],
    ['pg_collation', [100, 950, 951]],
  ];
}

function descriptionOf({oid, description}: {readonly oid: number; readonly description: string}): string {
  return builtInDescription('pg_proc', oid) ?? description;
}

export const pgDescription = systemRelation({
  oid: 2609,
  schema: 'pg_catalog',
  name: 'pg_description',
  columns: {
    objoid: OID,
    classoid: OID,
    objsubid: INTEGER,
    description: TEXT,
  },
  *rows(snapshot) {
    for (const object of snapshot.catalog.all()) yield* commentsOf(object);
    for (const [name, oids] of builtIns()) {
      for (const oid of oids) {
        const description = builtInDescription(name, oid);
        if (description !== null) yield {objoid: BigInt(oid), classoid: classOids[name], objsubid: 0, description};
      }
    }
    const functions = allFunctions().filter(row => row.kind === 'function');
    for (const row of [...functions, ...allAggregates(), ...allWindowFunctions()]) {
      yield {objoid: BigInt(row.oid), classoid: classOids.pg_proc, objsubid: 0, description: descriptionOf(row)};
    }
  },
});
