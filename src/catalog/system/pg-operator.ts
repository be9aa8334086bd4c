import {allFunctions} from '../../expr/registry.ts';
import {BOOLEAN, CHAR, NAME, OID} from '../../types/sql-type.ts';
import {operatorFacts} from './built-ins.ts';
import {REGPROC} from './column-types.ts';
import {parameterOid} from './function-oids.ts';
import {PG_CATALOG_OID, bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgOperator = systemRelation({
  oid: 2617,
  schema: 'pg_catalog',
  name: 'pg_operator',
  columns: {
    oid: OID,
    oprname: NAME,
    oprnamespace: OID,
    oprowner: OID,
    oprkind: CHAR,
    oprcanmerge: BOOLEAN,
    oprcanhash: BOOLEAN,
    oprleft: OID,
    oprright: OID,
    oprresult: OID,
    oprcom: OID,
    oprnegate: OID,
    oprcode: REGPROC,
    oprrest: REGPROC,
    oprjoin: REGPROC,
  },
  *rows(snapshot) {
    const owner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    for (const row of allFunctions()) {
      if (row.kind !== 'operator') continue;
      const prefix = row.args.length === 1;
      const facts = operatorFacts(row);
      yield {
        oid: facts.oid,
        oprname: row.name,
        oprnamespace: PG_CATALOG_OID,
        oprowner: owner,
        oprkind: prefix ? 'l' : 'b',
        oprcanmerge: facts.merges,
        oprcanhash: facts.hashes,
        oprleft: prefix ? 0n : parameterOid(row.args[0]),
        oprright: parameterOid(row.args[prefix ? 0 : 1]),
        oprresult: facts.result,
        oprcom: facts.commutator,
        oprnegate: facts.negator,
        oprcode: facts.code,
        oprrest: facts.restriction,
        oprjoin: facts.join,
      };
    }
  },
});
