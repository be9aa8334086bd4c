import {oidOf} from '../../types/catalog-oids.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {FunctionObject} from '../object.ts';
import {udtNamed} from './information-schema-types.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemRelation} from './system-relation.ts';
import {typeFacts} from './type-facts.ts';

const modes = {in: 'IN', variadic: 'IN', out: 'OUT', inout: 'INOUT'} as const;

/** Functions that somebody made; those that the server brings stand in pg_proc alone. */
export const routineViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.routines', function* ({catalog}) {
    for (const made of catalog.ofKind('function')) {
      const udt = udtNamed(catalog, made.returns);
      yield {
        ...specific(catalog.database, made),
        routine_catalog: catalog.database,
        routine_schema: made.schema,
        routine_name: made.name,
        routine_type: made.procedure ? 'PROCEDURE' : 'FUNCTION',
        ...(made.procedure
          ? {}
          : {
              data_type: dataType(made.returns),
              type_udt_catalog: udt.udt_catalog,
              type_udt_schema: udt.udt_schema,
              type_udt_name: udt.udt_name,
            }),
        dtd_identifier: '0',
        routine_body: made.language === 'sql' ? 'SQL' : 'EXTERNAL',
        routine_definition: made.form ? null : made.body,
        external_language: made.language.toUpperCase(),
        parameter_style: 'GENERAL',
        is_deterministic: made.volatility === 'immutable' ? 'YES' : 'NO',
        sql_data_access: 'MODIFIES',
        is_null_call: made.strict ? 'YES' : 'NO',
        schema_level_routine: 'YES',
        max_dynamic_result_sets: 0,
        security_type: 'INVOKER',
        as_locator: 'NO',
        is_udt_dependent: 'NO',
      };
    }
  }),
  recordedRelation('information_schema.parameters', function* ({catalog}) {
    for (const made of catalog.ofKind('function')) {
      const columns = (made.table ?? []).map(({name, type}) => ({name, type, mode: 'out' as const, default: null}));
      for (const [i, parameter] of [...made.parameters, ...columns].entries()) {
        yield {
          ...specific(catalog.database, made),
          ordinal_position: i + 1,
          parameter_mode: modes[parameter.mode],
          is_result: 'NO',
          as_locator: 'NO',
          parameter_name: parameter.name,
          data_type: dataType(parameter.type),
          ...udtNamed(catalog, parameter.type),
          dtd_identifier: String(i + 1),
          parameter_default: parameter.default?.text ?? null,
        };
      }
    }
  }),
];

/** The name and the OID, since names alone are not unique. */
function specific(database: string, {schema, name, oid}: FunctionObject) {
  return {specific_catalog: database, specific_schema: schema, specific_name: `${name}_${oid}`};
}

function dataType(type: SqlType): string {
  return oidOf(type) === 2278 ? 'void' : typeFacts(type).data_type;
}
