import {OID, TEXT} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import {maskedColumns} from '../masking.ts';
import {liveColumns} from '../object.ts';
import {TEXTS} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const millraceMaskingPolicies = systemRelation({
  oid: 15120,
  schema: 'millrace',
  name: 'masking_policies',
  relkind: 'v',
  columns: {oid: OID, schema: TEXT, name: TEXT, owner: TEXT, signature: TEXT, returns: TEXT, body: TEXT},
  *rows({catalog}) {
    for (const policy of catalog.roleBook.maskingPolicies) {
      const parameters = policy.parameters.map(({name, type}) => `${name} ${typeName(type)}`);
      yield {
        oid: BigInt(policy.oid),
        schema: policy.schema,
        name: policy.name,
        owner: catalog.roleBook.ofOid(policy.owner)?.name ?? String(policy.owner),
        signature: `(${parameters.join(', ')})`,
        returns: typeName(policy.returns),
        body: policy.body,
      };
    }
  },
});

/** Which columns are seen through which policy. */
export const millraceMaskedColumns = systemRelation({
  oid: 15121,
  schema: 'millrace',
  name: 'masked_columns',
  relkind: 'v',
  columns: {schema: TEXT, object: TEXT, kind: TEXT, column: TEXT, policy_schema: TEXT, policy: TEXT, using: TEXTS},
  *rows({catalog}) {
    for (const {object, column, policy} of maskedColumns(catalog)) {
      const names = new Map(liveColumns(object).map(each => [each.number, each.column.name]));
      yield {
        schema: object.schema,
        object: object.name,
        kind: object.kind,
        column: column.name,
        policy_schema: policy.schema,
        policy: policy.name,
        using: [column.name, ...column.masking!.others.map(number => names.get(number) ?? '')],
      };
    }
  },
});
