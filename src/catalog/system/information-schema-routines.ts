import type {Datum} from '../../types/datum.ts';
import {argumentDefault} from '../argument-default.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import {pgLanguage} from './pg-language.ts';
import {pgProc} from './pg-proc.ts';
import {recordedRelation} from './recorded-relation.ts';
import {rowsByName} from './rows-by-name.ts';
import {Sight} from './sight.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {namespaceNames} from './system-oids.ts';
import type {SystemRelation} from './system-relation.ts';
import {dataTypeOf, udtOfNumber} from './type-facts.ts';

const modes: Readonly<Record<string, string>> = {i: 'IN', o: 'OUT', b: 'INOUT', v: 'IN', t: 'OUT'};
const kinds: Readonly<Record<string, string>> = {f: 'FUNCTION', p: 'PROCEDURE'};

/** Functions, as the standard tells them. */
export const routineViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.routines', function* (snapshot) {
    const {catalog} = snapshot;
    const languages = new Map(Array.from(rowsByName(pgLanguage, snapshot), row => [row.oid, row.lanname as string]));
    for (const routine of routinesSeen(snapshot)) {
      const {row, result} = routine;
      const procedure = row.prokind === 'p';
      const language = languages.get(row.prolang) ?? '';
      const udt = udtOfNumber(catalog, result);
      yield {
        ...specific(catalog.database, routine),
        routine_catalog: catalog.database,
        routine_schema: routine.schema,
        routine_name: row.proname,
        routine_type: kinds[row.prokind as string] ?? null,
        ...(procedure
          ? {}
          : {
              data_type: dataTypeOf(catalog, result),
              type_udt_catalog: udt.udt_catalog,
              type_udt_schema: udt.udt_schema,
              type_udt_name: udt.udt_name,
              dtd_identifier: '0',
              is_null_call: row.proisstrict ? 'YES' : 'NO',
            }),
        routine_body: language === 'sql' ? 'SQL' : 'EXTERNAL',
        routine_definition: routine.owned ? row.prosrc : null,
        external_language: language.toUpperCase(),
        parameter_style: 'GENERAL',
        is_deterministic: row.provolatile === 'i' ? 'YES' : 'NO',
        sql_data_access: 'MODIFIES',
        schema_level_routine: 'YES',
        max_dynamic_result_sets: 0,
        security_type: row.prosecdef ? 'DEFINER' : 'INVOKER',
        as_locator: 'NO',
        is_udt_dependent: 'NO',
      };
    }
  }),
  recordedRelation('information_schema.parameters', function* (snapshot) {
    const {catalog} = snapshot;
    for (const routine of routinesSeen(snapshot)) {
      for (const {number, type, mode, name} of parametersOf(routine)) {
        yield {
          ...specific(catalog.database, routine),
          ordinal_position: number,
          parameter_mode: mode,
          is_result: 'NO',
          as_locator: 'NO',
          parameter_name: name,
          data_type: dataTypeOf(catalog, type),
          ...udtOfNumber(catalog, type),
          dtd_identifier: String(number),
          parameter_default: routine.owned ? argumentDefault(snapshot, routine.row.oid, number) : null,
        };
      }
    }
  }),
];

/** A function as the asking role sees it. */
type Routine = {
  readonly schema: string;
  /** The name and the OID, since names alone are not unique. */
  readonly specificName: string;
  /** Of pg_type; 0: a procedure gives none. */
  readonly result: number;
  /** The role has its owner's rights. */
  readonly owned: boolean;
  /** Of pg_proc. */
  readonly row: Readonly<Record<string, Datum>>;
};

/** Those that it may execute. */
export function* routinesSeen(snapshot: SystemSnapshot): Generator<Routine> {
  const {catalog, session} = snapshot;
  const sight = new Sight(snapshot);
  const schemas = namespaceNames(catalog);
  const bringer = catalog.roleBook.hasRightsOf(session.role, BOOTSTRAP_ROLE_OID);
  for (const row of rowsByName(pgProc, snapshot)) {
    const made = catalog.byOid(Number(row.oid));
    const own = made?.kind === 'function' ? made : null;
    if (own ? !sight.object(own, 'X') : row.proacl !== null && !bringer) continue;
    yield {
      schema: schemas.get(row.pronamespace as bigint) ?? '',
      specificName: `${row.proname as string}_${String(row.oid)}`,
      result: row.prokind === 'p' ? 0 : Number(row.prorettype),
      owned: own ? sight.owns(own) : bringer,
      row,
    };
  }
}

/** The OUT ones too. */
export function parametersOf({row}: Routine) {
  const types = (row.proallargtypes ?? row.proargtypes) as readonly bigint[];
  const given = row.proargmodes as readonly string[] | null;
  const names = row.proargnames as readonly (string | null)[] | null;
  return types.map((type, i) => ({
    number: i + 1,
    type: Number(type),
    mode: given ? modes[given[i]] : 'IN',
    name: names?.[i] || null,
  }));
}

function specific(database: string, {schema, specificName}: Routine) {
  return {specific_catalog: database, specific_schema: schema, specific_name: specificName};
}
