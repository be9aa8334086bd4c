import {BOOLEAN, INTEGER, OID} from '../../types/sql-type.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import {pgConversionRows} from './built-in/pg-conversion.ts';
import {pgTsConfigMapRows} from './built-in/pg-ts-config-map.ts';
import {pgTsConfigRows} from './built-in/pg-ts-config.ts';
import {pgTsDictRows} from './built-in/pg-ts-dict.ts';
import {pgTsParserRows} from './built-in/pg-ts-parser.ts';
import {pgTsTemplateRows} from './built-in/pg-ts-template.ts';
import {sqlFeaturesRows} from './built-in/sql-features.ts';
import {sqlPartsRows} from './built-in/sql-parts.ts';
import {builtInRows, once} from './built-in-rows.ts';
import {recordedRelation} from './recorded-relation.ts';
import {PG_CATALOG_OID} from './system-oids.ts';
import type {SystemRelation} from './system-relation.ts';

const owner = BigInt(BOOTSTRAP_ROLE_OID);

const oids = (names: string) => Object.fromEntries(names.split(' ').map(name => [name, OID]));

const whole: readonly (readonly [name: string, text: string, types: Parameters<typeof builtInRows>[1]])[] = [
  [
    'pg_catalog.pg_conversion',
    pgConversionRows,
    {...oids('oid conproc'), conforencoding: INTEGER, contoencoding: INTEGER, condefault: BOOLEAN},
  ],
  ['pg_catalog.pg_ts_config', pgTsConfigRows, oids('oid cfgparser')],
  [
    'pg_catalog.pg_ts_config_map',
    pgTsConfigMapRows,
    {...oids('mapcfg mapdict'), maptokentype: INTEGER, mapseqno: INTEGER},
  ],
  ['pg_catalog.pg_ts_dict', pgTsDictRows, oids('oid dicttemplate')],
  ['pg_catalog.pg_ts_parser', pgTsParserRows, oids('oid prsstart prstoken prsend prsheadline prslextype')],
  ['pg_catalog.pg_ts_template', pgTsTemplateRows, oids('oid tmplinit tmpllexize')],
  ['information_schema.sql_features', sqlFeaturesRows, {}],
  ['information_schema.sql_parts', sqlPartsRows, {}],
];

/** What namespace and owner are called where a catalog has them. */
const belongings: Readonly<Record<string, readonly string[]>> = {
  'pg_catalog.pg_conversion': ['connamespace', 'conowner'],
  'pg_catalog.pg_ts_config': ['cfgnamespace', 'cfgowner'],
  'pg_catalog.pg_ts_dict': ['dictnamespace', 'dictowner'],
  'pg_catalog.pg_ts_parser': ['prsnamespace'],
  'pg_catalog.pg_ts_template': ['tmplnamespace'],
};

/** Catalogs whose rows PostgreSQL brings and nobody can add to. */
export const builtInRelations: readonly SystemRelation[] = whole.map(([name, text, types]) => {
  const [namespace, owned] = belongings[name] ?? [];
  const rest = {...(namespace && {[namespace]: PG_CATALOG_OID}), ...(owned && {[owned]: owner})};
  const rows = once(() => builtInRows(text, types).map(row => ({...row, ...rest})));
  return recordedRelation(name, rows);
});
