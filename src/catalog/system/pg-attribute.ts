import {aclTexts} from '../acl.ts';
import {lengthOf, oidOf} from '../../types/catalog-oids.ts';
import {baseOf, BOOLEAN, CHAR, INTEGER, NAME, OID, SMALLINT, type SqlType, TEXT} from '../../types/sql-type.ts';
import {typmodOf} from '../../types/typmod.ts';
import {compositeClassOid} from '../../types/user-types.ts';
import {type CatalogColumn, liveColumns} from '../object.ts';
import {builtInTypes} from './built-in-types.ts';
import {ACLITEMS, TEXTS} from './column-types.ts';
import {attributeNumber, listedRelations} from './relation-rows.ts';
import {collationOidOf} from '../../types/collatable.ts';
import {relationFacts} from './relation-facts.ts';
import {systemRelation, type SystemRelation} from './system-relation.ts';
import {alignmentOf} from './type-alignment.ts';

function attribute(relation: number, attnum: number, column: CatalogColumn) {
  const length = lengthOf(column.type);
  const known = builtInTypes().get(BigInt(oidOf(baseOf(column.type))));
  return {
    attrelid: BigInt(relation),
    attname: column.name,
    atttypid: BigInt(oidOf(column.type)),
    attstattarget: -1,
    attlen: length,
    attnum,
    attndims: column.type.kind === 'array' ? 1 : 0,
    attcacheoff: -1,
    atttypmod: typmodOf(column.type),
    attbyval: known?.typbyval ?? (length > 0 && length <= 8),
    attalign: alignmentOf(column.type),
    attstorage: known?.typstorage ?? (length === -1 ? 'x' : 'p'),
    attcompression: '',
    attnotnull: !column.nullable,
    atthasdef: (column.default !== null && !column.identity) || Boolean(column.generated),
    atthasmissing: false,
    attidentity: column.identity === 'always' ? 'a' : column.identity ? 'd' : '',
    attgenerated: column.generated ? 's' : '',
    attisdropped: false,
    attislocal: true,
    attinhcount: 0,
    attcollation: BigInt(collationOidOf(column.type)),
  };
}

const C_COLLATION = 950n;

/** ctid, xmin and their like, which every row that is stored has. */
function systemAttributes(relation: number) {
  return systemAttributeTypes.map(([name, type], i) => ({
    ...attribute(relation, -1 - i, {name, type, nullable: false, default: null}),
    attstattarget: 0,
    attcollation: 0n,
    attacl: null,
  }));
}

const systemAttributeTypes: readonly (readonly [string, SqlType])[] = [
  ['ctid', {kind: 'tid'}],
  ['xmin', {kind: 'xid'}],
  ['cmin', {kind: 'cid'}],
  ['xmax', {kind: 'xid'}],
  ['cmax', {kind: 'cid'}],
  ['tableoid', OID],
];

/** What PostgreSQL says of its own relation's column. */
function factsOf(relation: SystemRelation, number: number, collation: bigint) {
  const facts = relationFacts(relation)?.columns[number - 1];
  if (!facts) return {};
  return {
    attnotnull: facts.notNull,
    attcollation: facts.inC ? C_COLLATION : collation,
    attndims: facts.isArray ? 1 : 0,
  };
}

export const pgAttribute = systemRelation({
  oid: 1249,
  schema: 'pg_catalog',
  name: 'pg_attribute',
  columns: {
    attrelid: OID,
    attname: NAME,
    atttypid: OID,
    attstattarget: INTEGER,
    attlen: SMALLINT,
    attnum: SMALLINT,
    attndims: INTEGER,
    attcacheoff: INTEGER,
    atttypmod: INTEGER,
    attbyval: BOOLEAN,
    attalign: CHAR,
    attstorage: CHAR,
    attcompression: CHAR,
    attnotnull: BOOLEAN,
    atthasdef: BOOLEAN,
    atthasmissing: BOOLEAN,
    attidentity: CHAR,
    attgenerated: CHAR,
    attisdropped: BOOLEAN,
    attislocal: BOOLEAN,
    attinhcount: INTEGER,
    attcollation: OID,
    attacl: ACLITEMS,
    attoptions: TEXTS,
    attfdwoptions: TEXTS,
    attmissingval: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, relkind, columns, indexes} of listedRelations(snapshot)) {
      // Only what is stored here has constraints; that a view's column is never NULL is not one.
      const constrained = relkind === 'r' || relkind === 'f' || relkind === 'S';
      if (relkind !== 'v') for (const row of systemAttributes(relation.oid)) yield row;
      for (const {column, number} of liveColumns({columns})) {
        const row = attribute(relation.oid, number, constrained ? column : {...column, nullable: true});
        yield {
          ...row,
          ...(relation.kind === 'system' ? factsOf(relation, number, row.attcollation) : {}),
          attacl: aclTexts(column.acl, snapshot.catalog.roleBook),
        };
      }
      for (const {oid, columns: numbers, names, expressions, include = []} of indexes) {
        for (const [i, index] of [...numbers, ...include].entries()) {
          const type = expressions?.at(i)?.expr.type ?? columns[index].type;
          const name = names?.[i] ?? columns[index].name;
          yield attribute(oid, attributeNumber(i), {name, type, nullable: true, default: null});
        }
      }
    }
    for (const {oid, form} of snapshot.catalog.ofKind('type')) {
      if (form.type !== 'composite') continue;
      for (const [i, {name, type}] of form.attributes.entries()) {
        yield attribute(compositeClassOid(oid), attributeNumber(i), {name, type, nullable: true, default: null});
      }
    }
  },
});
