import type {Datum} from '../../types/datum.ts';
import {oidOf, typeOfOid} from '../../types/catalog-oids.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  CHAR,
  DOUBLE,
  INET,
  INTEGER,
  NAME,
  NUMERIC,
  OID,
  REGCLASS,
  REGTYPE,
  SMALLINT,
  type SqlType,
  TEXT,
  TIMESTAMPTZ,
  type TypeKind,
} from '../../types/sql-type.ts';
import {formatText} from '../../types/io/registry.ts';
import {PRODUCT_VERSION} from '../../types/product-version.ts';
import {regKinds} from '../../types/reg-kinds.ts';
import {typeName} from '../../types/type-names.ts';
import {withTypmod} from '../../types/typmod.ts';
import {OIDVECTOR} from '../../types/vector-types.ts';
import {type Decimal, decimalDiv, decimalFromBigint, decimalPrint, decimalRound} from '../../types/decimal.ts';
import {cast, func} from '../define.ts';
import {encodingMaxLength, encodingName, encodingNumber} from '../text/encodings.ts';
import type {CallContext, FunctionRow, ParameterType} from '../function-row.ts';

// Functions about the server, the session and the catalog: the session answers them, asked by name through
// CallContext.system with the arguments as they are.

function ask(name: string, args: readonly Datum[], context: CallContext): Datum {
  if (!context.system) throw new SqlError('0A000', `${name}() is not supported in this place`);
  return context.system(name, args);
}

function system(
  name: string,
  args: readonly ParameterType[],
  returns: SqlType,
  says: string,
  options: {readonly strict?: boolean; readonly volatile?: boolean} = {},
): FunctionRow {
  return func(name, args, returns, says, (values: readonly Datum[], context) => ask(name, values, context), {
    volatility: options.volatile ? 'volatile' : 'stable',
    strict: options.strict ?? true,
  });
}

const sessionRows: readonly FunctionRow[] = [
  ...['current_user', 'session_user', 'user', 'current_role'].map(name => system(name, [], NAME, 'name of the role')),
  ...['current_database', 'current_catalog'].map(name => system(name, [], NAME, 'name of the database')),
  system('current_schema', [], NAME, 'first schema of the search path'),
  system('current_schemas', [BOOLEAN], arrayOf(NAME), 'schemas of the search path'),
  system('version', [], TEXT, 'name and version of the server'),
  func('mz_version', [], TEXT, 'version of Millrace', () => `v${PRODUCT_VERSION} (Millrace)`, {volatility: 'stable'}),
  system('mz_is_superuser', [], BOOLEAN, 'whether the current role is a superuser'),
  system('pg_backend_pid', [], INTEGER, 'number of the session'),
  system('pg_blocking_pids', [INTEGER], arrayOf(INTEGER), 'sessions that a waiting one waits for'),
  system('pg_postmaster_start_time', [], TIMESTAMPTZ, 'when the server started'),
  func('pg_trigger_depth', [], INTEGER, 'how many triggers are being run', () => 0, {volatility: 'stable'}),
  func('pg_jit_available', [], BOOLEAN, 'whether plans are compiled', () => false, {volatility: 'volatile'}),
  func('pg_notification_queue_usage', [], DOUBLE, 'how full the queue of notifications is', () => 0, {
    volatility: 'volatile',
  }),
  system('pg_relation_filenode', [REGCLASS], OID, 'number of the file that holds its rows'),
  func('pg_is_in_recovery', [], BOOLEAN, 'whether the server is a standby', () => false, {volatility: 'stable'}),
  system('current_setting', [TEXT], TEXT, 'value of a setting'),
  system('current_setting', [TEXT, BOOLEAN], TEXT, 'value of a setting, NULL if there is none'),
  system('set_config', [TEXT, TEXT, BOOLEAN], TEXT, 'sets a setting', {strict: false, volatile: true}),
  system('txid_current', [], BIGINT, 'number of the transaction'),
  system('pg_current_xact_id', [], {kind: 'xid8'}, 'number of the transaction'),
  system('txid_current_if_assigned', [], BIGINT, 'number of the transaction, if it has one'),
  system('age', [{kind: 'xid'}], INTEGER, 'transactions since'),
  system('pg_current_xact_id_if_assigned', [], {kind: 'xid8'}, 'number of the transaction, if it has one'),
  func('getdatabaseencoding', [], NAME, 'encoding of the database', () => 'UTF8', {volatility: 'stable'}),
  system('pg_conf_load_time', [], TIMESTAMPTZ, 'when settings were last read'),
  system('pg_client_encoding', [], NAME, 'encoding of the client'),
  system('inet_server_port', [], INTEGER, 'port of the server'),
  system('inet_server_addr', [], INET, 'address of the server'),
  system('inet_client_addr', [], INET, 'address of the client'),
  system('inet_client_port', [], INTEGER, 'port of the client'),
  system('current_query', [], TEXT, 'text of the statement', {volatile: true}),
  ...[OID, TEXT].map(type => system('row_security_active', [type], BOOLEAN, 'whether rows are hidden')),
];

const visibilityRows: readonly FunctionRow[] = [
  'pg_table_is_visible',
  'pg_type_is_visible',
  'pg_function_is_visible',
  'pg_operator_is_visible',
  'pg_opclass_is_visible',
  'pg_opfamily_is_visible',
  'pg_collation_is_visible',
  'pg_conversion_is_visible',
  'pg_statistics_obj_is_visible',
  'pg_ts_config_is_visible',
  'pg_ts_dict_is_visible',
  'pg_ts_parser_is_visible',
  'pg_ts_template_is_visible',
].map(name => system(name, [OID], BOOLEAN, 'whether its name alone finds it'));

const definitionRows: readonly FunctionRow[] = [
  system('pg_collation_actual_version', [OID], TEXT, 'version of what makes the order'),
  system('pg_get_userbyid', [OID], NAME, 'name of a role'),
  system('pg_describe_object', [OID, OID, INTEGER], TEXT, 'what an object is, in words'),
  system('pg_get_expr', [TEXT, OID], TEXT, 'text of a stored expression'),
  system('pg_get_expr', [TEXT, OID, BOOLEAN], TEXT, 'text of a stored expression'),
  system('pg_get_indexdef', [OID], TEXT, 'statement that makes an index'),
  system('pg_get_indexdef', [OID, INTEGER, BOOLEAN], TEXT, 'a column of an index'),
  ...['pg_get_constraintdef', 'pg_get_viewdef', 'pg_get_ruledef', 'pg_get_triggerdef'].flatMap(name => [
    system(name, [OID], TEXT, 'text of its definition'),
    system(name, [OID, BOOLEAN], TEXT, 'text of its definition'),
  ]),
  system('pg_get_viewdef', [OID, INTEGER], TEXT, 'text of its definition'),
  system('pg_get_viewdef', [TEXT, BOOLEAN], TEXT, 'text of its definition'),
  system('pg_get_viewdef', [TEXT], TEXT, 'text of its definition'),
  ...[
    'pg_get_functiondef',
    'pg_get_function_sqlbody',
    'pg_get_function_result',
    'pg_get_function_arguments',
    'pg_get_function_identity_arguments',
    'pg_get_partkeydef',
    'pg_get_statisticsobjdef_columns',
    'pg_get_statisticsobjdef',
    'pg_get_partition_constraintdef',
  ].map(name => system(name, [OID], TEXT, 'text of its definition')),
  system('pg_get_function_arg_default', [OID, INTEGER], TEXT, 'default of a parameter'),
  system('pg_relation_is_updatable', [REGCLASS, BOOLEAN], INTEGER, 'what can be done with its rows'),
  system('pg_column_is_updatable', [REGCLASS, SMALLINT, BOOLEAN], BOOLEAN, 'whether the column can be changed'),
  system('oidvectortypes', [OIDVECTOR], TEXT, 'names of types'),
  system('pg_get_serial_sequence', [TEXT, TEXT], TEXT, 'sequence that fills a column'),
  system('obj_description', [OID, NAME], TEXT, 'comment on an object'),
  system('obj_description', [OID], TEXT, 'comment on an object'),
  system('shobj_description', [OID, NAME], TEXT, 'comment on a shared object'),
  system('col_description', [OID, INTEGER], TEXT, 'comment on a column'),
  system('pg_relation_is_publishable', [REGCLASS], BOOLEAN, 'whether it can be published'),
  system('pg_is_other_temp_schema', [OID], BOOLEAN, 'whether it is the temporary schema of another'),
  system('pg_my_temp_schema', [], OID, 'the temporary schema of the session; 0 if it has none'),
  func('pg_tablespace_location', [OID], TEXT, 'folder of a tablespace', () => '', {volatility: 'stable'}),
  func(
    'pg_encoding_to_char',
    [INTEGER],
    NAME,
    'name of an encoding',
    ([encoding]: readonly [number]) => encodingName(encoding),
    {volatility: 'stable'},
  ),
  func('pg_encoding_max_length', [INTEGER], INTEGER, 'most bytes of a character', ([encoding]: readonly [number]) =>
    encodingMaxLength(encoding),
  ),
  func(
    'pg_char_to_encoding',
    [NAME],
    INTEGER,
    'number of an encoding',
    ([name]: readonly [string]) => encodingNumber(name),
    {volatility: 'stable'},
  ),
  func('format_type', [OID, INTEGER], TEXT, 'name of a type', formatType, {volatility: 'stable', strict: false}),
  func('pg_typeof', ['any'], REGTYPE, 'type of a value', (_args, context) => BigInt(oidOf(context.argTypes[0])), {
    keepsUnknown: true,
    volatility: 'stable',
    strict: false,
  }),
];

/** The catalog answers for types that are not built in. */
function formatType([oid, typmod]: readonly [bigint | null, number | null], context: CallContext): Datum {
  if (oid === null) return null;
  if (oid === 0n) return '-';
  const type = typeOfOid(Number(oid));
  const leaf = type?.element ?? type;
  if (type && leaf?.oid === undefined && leaf?.domain === undefined) {
    const name = typeName(withTypmod(type, typmod ?? -1));
    if (type.kind === 'bit' && typmod === null) return 'bit';
    // Without a modifier, bpchar is the name of the type and character that of the SQL type of length 1.
    return name === 'bpchar' && (typmod === null || typmod < 0) ? (typmod === null ? 'character' : 'bpchar') : name;
  }
  return context.system ? (context.system('format_type', [oid, typmod]) ?? '???') : '???';
}

const sizeRows: readonly FunctionRow[] = [
  ...['pg_relation_size', 'pg_total_relation_size', 'pg_table_size', 'pg_indexes_size'].map(name =>
    system(name, [REGCLASS], BIGINT, 'bytes it takes'),
  ),
  system('pg_relation_size', [REGCLASS, TEXT], BIGINT, 'bytes it takes'),
  system('pg_database_size', [OID], BIGINT, 'bytes it takes'),
  system('pg_database_size', [NAME], BIGINT, 'bytes it takes'),
  system('pg_tablespace_size', [OID], BIGINT, 'bytes it takes'),
  system('pg_tablespace_size', [NAME], BIGINT, 'bytes it takes'),
  func('pg_size_pretty', [BIGINT], TEXT, 'bytes in a readable unit', ([bytes]: readonly [bigint]) =>
    prettySize(decimalFromBigint(bytes)),
  ),
  func('pg_size_pretty', [NUMERIC], TEXT, 'bytes in a readable unit', ([bytes]: readonly [Decimal]) =>
    prettySize(bytes),
  ),
];

/** From 10 of a unit on, halves rounded up, as Postgres counts them. */
function prettySize(bytes: Decimal): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let size = bytes;
  let unit = 0;
  const magnitude = (value: Decimal): bigint => {
    const whole = decimalRound(value).coefficient;
    return whole < 0n ? -whole : whole;
  };
  while (unit < units.length - 1 && magnitude(size) >= 10240n) {
    size = decimalRound(decimalDiv(size, decimalFromBigint(1024)));
    unit++;
  }
  return `${decimalPrint(unit === 0 ? size : decimalRound(size))} ${units[unit]}`;
}

const privilegeKinds = [
  'table',
  'any_column',
  'schema',
  'database',
  'function',
  'language',
  'sequence',
  'tablespace',
  'type',
  'server',
  'foreign_data_wrapper',
];

/** (object, privilege), (role, object, privilege); objects and roles by name or oid. */
const privilegeRows: readonly FunctionRow[] = [
  ...privilegeKinds.flatMap(kind =>
    [TEXT, OID].flatMap(object => [
      system(`has_${kind}_privilege`, [object, TEXT], BOOLEAN, 'whether the role may'),
      system(`has_${kind}_privilege`, [NAME, object, TEXT], BOOLEAN, 'whether a role may'),
      system(`has_${kind}_privilege`, [OID, object, TEXT], BOOLEAN, 'whether a role may'),
    ]),
  ),
  ...[TEXT, OID].flatMap(object =>
    [TEXT, SMALLINT].map(column =>
      system('has_column_privilege', [object, column, TEXT], BOOLEAN, 'whether the role may'),
    ),
  ),
  ...[NAME, OID].flatMap(user =>
    [TEXT, OID].flatMap(object =>
      [TEXT, SMALLINT].map(column =>
        system('has_column_privilege', [user, object, column, TEXT], BOOLEAN, 'whether a role may'),
      ),
    ),
  ),
  system(
    'is_role_in_session',
    [TEXT],
    BOOLEAN,
    'whether the user has the rights of a role; false for one that is none',
  ),
  system('acldefault', [CHAR, OID], arrayOf({kind: 'aclitem'}), 'the rights that objects of a kind are made with'),
  system('makeaclitem', [OID, OID, TEXT, BOOLEAN], {kind: 'aclitem'}, 'a right as an entry of a list of rights'),
  ...[NAME, OID].flatMap(role => [
    system('pg_has_role', [role, TEXT], BOOLEAN, 'whether the role is a member'),
    ...[NAME, OID].map(user => system('pg_has_role', [user, role, TEXT], BOOLEAN, 'whether a role is a member')),
  ]),
];

/** Names looked up in the catalog: NULL for none. There are none for text search, as in Postgres. */
const lookupRows: readonly FunctionRow[] = regKinds
  .filter(kind => kind !== 'regconfig' && kind !== 'regdictionary')
  .map(kind => system(`to_${kind}`, [TEXT], {kind}, 'the object of a name'));

/** The catalog is asked. Errors: 42P01 and the like. */
function regFromText(kind: TypeKind, text: string, context: CallContext): Datum {
  return ask(`${kind}_oid`, [text], context);
}

function regCasts(kind: TypeKind): FunctionRow[] {
  const type: SqlType = {kind};
  const strings: readonly SqlType[] = [TEXT, {kind: 'varchar'}, NAME, {kind: 'bpchar'}];
  // Only text and varchar to regclass stand in pg_cast; the others are I/O conversions.
  const listed = (string: SqlType): boolean =>
    kind === 'regclass' && (string.kind === 'text' || string.kind === 'varchar');
  return strings.flatMap(string => [
    cast(
      string,
      type,
      listed(string) ? 'implicit' : 'explicit',
      ([text]: readonly [string], context) => regFromText(kind, text.trim(), context),
      {volatility: 'stable', method: listed(string) ? 'function' : 'io'},
    ),
    cast(
      type,
      string,
      'assignment',
      ([oid]: readonly [bigint], context) => {
        const name = context.system?.(`${kind}_name`, [oid]) as string | null | undefined;
        return name ?? formatText(type, oid);
      },
      {volatility: 'stable', method: 'io'},
    ),
  ]);
}

export const systemRows: readonly FunctionRow[] = [
  ...sessionRows,
  ...visibilityRows,
  ...definitionRows,
  ...sizeRows,
  ...privilegeRows,
  ...lookupRows,
  ...regKinds.flatMap(regCasts),
];
