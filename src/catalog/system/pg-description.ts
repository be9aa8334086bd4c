import {commentsOf} from '../comments.ts';
import {allFunctions} from '../../expr/registry.ts';
import {INTEGER, OID, TEXT} from '../../types/sql-type.ts';
import {builtInDescriptionsOf, operatorFacts, ownDescription} from './built-ins.ts';
import {builtInTypeOids} from './built-in-types.ts';
import {once} from './built-in-rows.ts';
import {procedures} from './procedures.ts';
import {classOids, INTERNAL_LANGUAGE_OID, SQL_LANGUAGE_OID, systemNamespaces} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/** Catalogs of which not all is here that PostgreSQL describes, with the OIDs that are. */
const partly = once((): Readonly<Record<string, ReadonlySet<unknown>>> => {
  const operators = allFunctions().filter(row => row.kind === 'operator');
  return {
    pg_proc: new Set(procedures().map(({oid}) => oid)),
    pg_operator: new Set(operators.map(row => Number(operatorFacts(row).oid))),
    pg_type: new Set([...builtInTypeOids()].map(Number)),
    pg_namespace: new Set(systemNamespaces.values()),
    pg_language: new Set([Number(INTERNAL_LANGUAGE_OID), Number(SQL_LANGUAGE_OID)]),
  };
});

const builtIn = once(() => {
  const described = Object.entries(classOids).flatMap(([name, classoid]) => {
    const here = partly()[name];
    const texts = [...builtInDescriptionsOf(name)].filter(([oid]) => !here || here.has(oid));
    return texts.map(([oid, description]) => ({objoid: BigInt(oid), classoid, objsubid: 0, description}));
  });
  const known = builtInDescriptionsOf('pg_proc');
  const own = procedures().filter(({oid}) => !known.has(oid));
  const classoid = classOids.pg_proc;
  return [
    ...described,
    ...own.map(({oid}) => ({objoid: BigInt(oid), classoid, objsubid: 0, description: ownDescription(oid)})),
  ];
});

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
    const {builtInComments} = snapshot.catalog.roleBook;
    if (builtInComments.length === 0) return yield* builtIn();
    const said = new Set(builtInComments.map(({catalog, oid}) => `${catalog}:${oid}`));
    for (const row of builtIn()) if (!said.has(`${row.classoid}:${row.objoid}`)) yield row;
    for (const {catalog, oid, comment} of builtInComments) {
      if (comment !== null) yield {objoid: BigInt(oid), classoid: BigInt(catalog), objsubid: 0, description: comment};
    }
  },
});
