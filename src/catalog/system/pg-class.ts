import {BOOLEAN, CHAR, INTEGER, NAME, OID, REAL, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {ACLITEMS, TEXTS, XID} from './column-types.ts';
import {compositeClassOid, rowTypeOid} from '../../types/user-types.ts';
import {aclTexts} from '../acl.ts';
import type {Options} from '../object.ts';
import {shownAcl} from '../rights.ts';
import {persistenceOf} from '../temporary.ts';
import {listedRelations} from './relation-rows.ts';
import {tuplesFound} from './relation-statistics.ts';
import {keyTriggers} from './key-triggers.ts';
import {relationFacts} from './relation-facts.ts';
import {accessMethodOid, GLOBAL_TABLESPACE_OID, HEAP_AM_OID, namespaceOid, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

const persistenceLetters = {permanent: 'p', unlogged: 'u', temporary: 't'} as const;

const constants = {
  reltype: 0n,
  reloftype: 0n,
  reltablespace: 0n,
  relpages: 0,
  reltuples: -1,
  relallvisible: 0,
  reltoastrelid: 0n,
  relisshared: false,
  relpersistence: 'p',
  relchecks: 0,
  relhastriggers: false,
  relhassubclass: false,
  relrowsecurity: false,
  relforcerowsecurity: false,
  relispopulated: true,
  relispartition: false,
  relrewrite: 0n,
  relfrozenxid: 0n,
  relminmxid: 0n,
};

function optionTexts(options: Options | undefined): string[] | null {
  const texts = Object.entries(options ?? {}).map(([name, value]) => `${name}=${value}`);
  return texts.length > 0 ? texts : null;
}

/** Catalogs whose files PostgreSQL finds by a map beside pg_class. */
const MAPPED = new Set([1247, 1249, 1255, 1259]);

function isMapped({oid}: {readonly oid: number}, shared: boolean): boolean {
  return shared || MAPPED.has(oid);
}

export const pgClass = systemRelation({
  oid: 1259,
  schema: 'pg_catalog',
  name: 'pg_class',
  columns: {
    oid: OID,
    relname: NAME,
    relnamespace: OID,
    reltype: OID,
    reloftype: OID,
    relowner: OID,
    relam: OID,
    relfilenode: OID,
    reltablespace: OID,
    relpages: INTEGER,
    reltuples: REAL,
    relallvisible: INTEGER,
    reltoastrelid: OID,
    relhasindex: BOOLEAN,
    relisshared: BOOLEAN,
    relpersistence: CHAR,
    relkind: CHAR,
    relnatts: SMALLINT,
    relchecks: SMALLINT,
    relhasrules: BOOLEAN,
    relhastriggers: BOOLEAN,
    relhassubclass: BOOLEAN,
    relrowsecurity: BOOLEAN,
    relforcerowsecurity: BOOLEAN,
    relispopulated: BOOLEAN,
    relreplident: CHAR,
    relispartition: BOOLEAN,
    relrewrite: OID,
    relfrozenxid: XID,
    relminmxid: XID,
    relacl: ACLITEMS,
    reloptions: TEXTS,
    relpartbound: TEXT,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    const triggered = new Set(keyTriggers(catalog).map(({table}) => table));
    const tuples = tuplesFound(snapshot);
    for (const {relation, owner, relkind, columns, indexes} of listedRelations(snapshot)) {
      const system = relation.kind === 'system' ? relation : null;
      const shared = system !== null && relationFacts(system)?.shared === true;
      const common = {
        ...constants,
        relisshared: shared,
        reltablespace: shared ? GLOBAL_TABLESPACE_OID : 0n,
        relnamespace: namespaceOid(catalog, relation.schema),
        relpersistence: relation.kind === 'system' ? 'p' : persistenceLetters[persistenceOf(relation)],
        relowner: roleOid(catalog, owner),
      };
      yield {
        ...common,
        oid: BigInt(relation.oid),
        relname: relation.name,
        relispopulated: relation.kind !== 'materialized view' || !relation.unpopulated,
        reltype: relation.kind === 'system' || relation.kind === 'sequence' ? 0n : BigInt(rowTypeOid(relation.oid)),
        relam: relkind === 'r' || relkind === 'm' ? HEAP_AM_OID : 0n,
        relfilenode: (relkind === 'r' || relkind === 'm') && !isMapped(relation, shared) ? BigInt(relation.oid) : 0n,
        relkind,
        reltuples: tuples(relation.oid),
        relnatts: Math.max(0, ...columns.map(({number}, i) => number ?? i + 1)),
        relhastriggers: triggered.has(relation.oid),
        relchecks: relation.kind === 'table' ? relation.checks.length : 0,
        relhasindex: indexes.length > 0,
        // psql asks for a view's text only where it has a rule.
        relhasrules: relkind === 'v' || relkind === 'm',
        relreplident: system?.schema !== 'pg_catalog' && (relkind === 'r' || relkind === 'm') ? 'd' : 'n',
        relrowsecurity: relation.kind === 'table' && relation.rowSecurity?.enabled === true,
        relforcerowsecurity: relation.kind === 'table' && relation.rowSecurity?.forced === true,
        relacl: aclTexts(shownAcl(catalog, relation), catalog.roleBook),
        reloptions: relation.kind === 'table' || relation.kind === 'view' ? optionTexts(relation.options) : null,
      };
      for (const index of indexes) {
        yield {
          ...common,
          oid: BigInt(index.oid),
          relname: index.name,
          relam: accessMethodOid(index.method),
          relfilenode: BigInt(index.oid),
          relkind: 'i',
          reltuples: Math.max(0, tuples(relation.oid)),
          relnatts: index.columns.length + (index.include?.length ?? 0),
          relhasindex: false,
          relhasrules: false,
          relreplident: 'n',
          reloptions: index.parameters && index.parameters.length > 0 ? index.parameters : null,
        };
      }
    }
    for (const {oid, name, schema, owner, form} of catalog.ofKind('type')) {
      if (form.type !== 'composite') continue;
      yield {
        ...constants,
        oid: BigInt(compositeClassOid(oid)),
        relname: name,
        relnamespace: namespaceOid(catalog, schema),
        reltype: BigInt(oid),
        relowner: roleOid(catalog, owner),
        relam: 0n,
        relfilenode: 0n,
        relkind: 'c',
        relnatts: form.attributes.length,
        relhasindex: false,
        relhasrules: false,
        relreplident: 'n',
      };
    }
  },
});
