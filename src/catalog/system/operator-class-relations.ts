import {classRows, familyRows, operatorRows, procedureRows} from './operator-class-rows.ts';
import {recordedRelation} from './recorded-relation.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import {PG_CATALOG_OID} from './system-oids.ts';
import type {SystemRelation} from './system-relation.ts';

const owner = BigInt(BOOTSTRAP_ROLE_OID);

/** What orders and searches of indexes are made of. Nobody can make more. */
export const operatorClassRelations: readonly SystemRelation[] = [
  recordedRelation('pg_catalog.pg_opfamily', function* () {
    for (const [oid, method, opfname] of split(familyRows)) {
      yield {oid: BigInt(oid), opfmethod: BigInt(method), opfname, opfnamespace: PG_CATALOG_OID, opfowner: owner};
    }
  }),
  recordedRelation('pg_catalog.pg_opclass', function* () {
    for (const [oid, method, opcname, family, type, isDefault, key] of split(classRows)) {
      yield {
        oid: BigInt(oid),
        opcmethod: BigInt(method),
        opcname,
        opcnamespace: PG_CATALOG_OID,
        opcowner: owner,
        opcfamily: BigInt(family),
        opcintype: BigInt(type),
        opcdefault: isDefault === '1',
        opckeytype: BigInt(key),
      };
    }
  }),
  recordedRelation('pg_catalog.pg_amop', function* () {
    for (const [oid, family, left, right, strategy, purpose, operator, method, order] of split(operatorRows)) {
      yield {
        oid: BigInt(oid),
        amopfamily: BigInt(family),
        amoplefttype: BigInt(left),
        amoprighttype: BigInt(right),
        amopstrategy: Number(strategy),
        amoppurpose: purpose,
        amopopr: BigInt(operator),
        amopmethod: BigInt(method),
        amopsortfamily: BigInt(order),
      };
    }
  }),
  recordedRelation('pg_catalog.pg_amproc', function* () {
    for (const [oid, family, left, right, number, procedure] of split(procedureRows)) {
      yield {
        oid: BigInt(oid),
        amprocfamily: BigInt(family),
        amproclefttype: BigInt(left),
        amprocrighttype: BigInt(right),
        amprocnum: Number(number),
        amproc: BigInt(procedure),
      };
    }
  }),
];

function split(rows: string): readonly (readonly string[])[] {
  return rows.split(';').map(row => row.trim().split(/\s+/));
}
