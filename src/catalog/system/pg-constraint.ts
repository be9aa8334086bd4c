import {printedDomainCheck} from '../stored-expression.ts';
import {BOOLEAN, CHAR, INTEGER, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {OIDS, SMALLINTS} from './column-types.ts';
import {constraintOid} from './derived-oids.ts';
import {keyOperators} from './key-operators.ts';
import type {ReferentialAction} from '../constraints.ts';
import type {TableObject} from '../object.ts';
import {attributeNumbers, userRelations} from './relation-rows.ts';
import {namespaceOid} from './system-oids.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {systemRelation} from './system-relation.ts';

export const pgConstraint = systemRelation({
  oid: 2606,
  schema: 'pg_catalog',
  name: 'pg_constraint',
  columns: {
    oid: OID,
    conname: NAME,
    connamespace: OID,
    contype: CHAR,
    condeferrable: BOOLEAN,
    condeferred: BOOLEAN,
    convalidated: BOOLEAN,
    conrelid: OID,
    contypid: OID,
    conindid: OID,
    conparentid: OID,
    confrelid: OID,
    confupdtype: CHAR,
    confdeltype: CHAR,
    confmatchtype: CHAR,
    conislocal: BOOLEAN,
    coninhcount: INTEGER,
    connoinherit: BOOLEAN,
    conkey: SMALLINTS,
    confkey: SMALLINTS,
    conpfeqop: OIDS,
    conppeqop: OIDS,
    conffeqop: OIDS,
    confdelsetcols: SMALLINTS,
    conexclop: OIDS,
    conbin: TEXT,
  },
  *rows(snapshot) {
    for (const {relation} of userRelations(snapshot)) {
      if (relation.kind !== 'table') continue;
      const common = {
        connamespace: namespaceOid(snapshot.catalog, relation.schema),
        conrelid: BigInt(relation.oid),
        contypid: 0n,
        conparentid: 0n,
        conislocal: true,
        coninhcount: 0,
      };
      for (const constraint of constraintsOf(snapshot, relation)) yield {...common, ...constraint};
    }
    for (const {oid: domain, schema, base, checks} of snapshot.catalog.ofKind('domain')) {
      for (const {oid, name, text, validated} of checks) {
        yield {
          oid: BigInt(oid),
          conname: name,
          connamespace: namespaceOid(snapshot.catalog, schema),
          contype: 'c',
          condeferrable: false,
          condeferred: false,
          convalidated: validated,
          conrelid: 0n,
          contypid: BigInt(domain),
          conindid: 0n,
          conparentid: 0n,
          confrelid: 0n,
          confupdtype: ' ',
          confdeltype: ' ',
          confmatchtype: ' ',
          conislocal: true,
          coninhcount: 0,
          connoinherit: false,
          conbin: printedDomainCheck(snapshot, base, text, false) ?? text,
        };
      }
    }
  },
});

const nothingReferenced = {confrelid: 0n, confupdtype: ' ', confdeltype: ' ', confmatchtype: ' '};

const actionLetters: Readonly<Record<ReferentialAction, string>> = {
  'no action': 'a',
  restrict: 'r',
  cascade: 'c',
  'set null': 'n',
  'set default': 'd',
};

function* constraintsOf({catalog}: SystemSnapshot, table: TableObject) {
  const {indexes, checks, foreignKeys} = table;
  const numbers = attributeNumbers(table);
  for (const index of indexes) {
    if (!index.constraint) continue;
    yield {
      ...nothingReferenced,
      oid: constraintOid(index.oid),
      conname: index.name,
      contype: index.constraint === 'primary' ? 'p' : 'u',
      condeferrable: index.deferrable,
      condeferred: index.deferred,
      convalidated: true,
      conindid: BigInt(index.oid),
      connoinherit: true,
      conkey: index.columns.map(numbers),
    };
  }
  for (const check of checks) {
    yield {
      ...nothingReferenced,
      oid: BigInt(check.oid),
      conname: check.name,
      contype: 'c',
      condeferrable: false,
      condeferred: false,
      convalidated: check.validated,
      conindid: 0n,
      connoinherit: check.noInherit,
      conkey: check.columns.map(numbers),
      conbin: check.text,
    };
  }
  for (const key of foreignKeys) {
    const referenced = catalog.byOid(key.references) as TableObject;
    const index = referenced.indexes.find(({oid}) => oid === key.index);
    const operators = key.columns.map((column, i) => {
      const there = key.referenced[i];
      const operatorClass = index?.classes?.[index.columns.indexOf(there)];
      return keyOperators(referenced.columns[there].type, table.columns[column].type, operatorClass);
    });
    yield {
      oid: BigInt(key.oid),
      conname: key.name,
      contype: 'f',
      condeferrable: key.deferrable,
      condeferred: key.deferred,
      convalidated: key.validated,
      conindid: BigInt(key.index),
      confrelid: BigInt(key.references),
      confupdtype: actionLetters[key.onUpdate],
      confdeltype: actionLetters[key.onDelete],
      confmatchtype: key.match === 'full' ? 'f' : 's',
      connoinherit: true,
      conkey: key.columns.map(numbers),
      confkey: key.referenced.map(attributeNumbers(referenced)),
      conpfeqop: operators.map(({across}) => across),
      conppeqop: operators.map(each => each.referenced),
      conffeqop: operators.map(({referencing}) => referencing),
      confdelsetcols: key.setColumns?.map(numbers) ?? null,
    };
  }
}
