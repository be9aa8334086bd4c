import {triggerText} from './system/pg-trigger.ts';
import {indexPart} from './index-definition.ts';
import {collationNamed, findCollationByOid} from './collation.ts';
import {collationVersion} from './system/collations.ts';
import {pseudoTypeName} from '../types/pseudo-types.ts';
import {quoteIdentifier} from '../expr/text/quote.ts';
import {typeOfOid} from '../types/catalog-oids.ts';
import type {Datum} from '../types/datum.ts';
import {regKinds, type RegKind} from '../types/reg-kinds.ts';
import {SqlError, notSupported} from '../types/sql-error.ts';
import {typeName} from '../types/type-names.ts';
import {typeOfCompositeClass} from '../types/user-types.ts';
import {withTypmod} from '../types/typmod.ts';
import {describedObject} from './addresses/describe.ts';
import {objectAnswers} from './addresses/functions.ts';
import {addressOf, portOf} from './client-address.ts';
import {effectivePath, isTemporary, ownTemporarySchema, schemasSet} from './temporary.ts';
import {indexOfOid, type IndexedRelation, type TableIndex} from './constraints.ts';
import {constraintText, indexColumnText} from './constraint-text.ts';
import {indexDefinition} from './index-definition.ts';
import type {Catalog} from './catalog.ts';
import {argumentDefault, defaultPrinter} from './argument-default.ts';
import {argumentsText, functionDefinition, type PrintType, resultText, standardBody} from './function-definition.ts';
import {commentOn, commentOnBuiltIn, sharedComments} from './comments.ts';
import {builtInArguments, builtInDefinition, builtInResult} from './built-in-function-text.ts';
import {anyBuiltInDescription, builtInDescription, ownDescription} from './system/built-ins.ts';
import type {SystemStatus} from './system/status.ts';
import {classOids, DATABASE_OID, DEFAULT_TABLESPACE_OID, GLOBAL_TABLESPACE_OID} from './system/system-oids.ts';
import {type FunctionObject, liveColumns} from './object.ts';
import {parseObjectIdentifier, printObjectIdentifier} from './object-identifier.ts';
import {permissionDenied} from './rights-errors.ts';
import {rightsOn} from './rights.ts';
import {shownIndex} from './shown-index.ts';
import {storedExpression} from './stored-expression.ts';
import {printedType, typeOwner, userTypeText} from './type-text.ts';
import {Updatability} from './updatability.ts';
import {ruleText, viewDefinition} from './view-definition.ts';
import {privilegeFunctions} from './privilege-functions.ts';
import {helperAnswers} from './catalog-helpers.ts';
import {serverAnswers} from './server-functions.ts';
import {statisticsAnswers} from './statistics-functions.ts';
import {constructorOf, type RangeConstructor} from './system/range-constructors.ts';
import {pgSettings} from './system/pg-settings.ts';
import {timeZoneRows} from './system/time-zones.ts';
import {seedSession, sessionRandom} from './session-random.ts';
import type {SequenceAccess} from './system/sequence-access.ts';
import type {SystemSnapshot} from './system/snapshot.ts';
import type {SystemAnswer} from './system-answer.ts';

/**
 * What CallContext.system answers: functions that look at the catalog, the session or the server. Arguments are not
 * null (the functions are strict) unless said so. Errors: XX000 for a name that is not here, 42704, 42P01 …
 */
export function callSystemFunction(snapshot: SystemSnapshot, name: string, args: readonly Datum[]): Datum {
  const answer = answers[name];
  if (!answer) throw new SqlError('XX000', `no such system function: ${name}`);
  return answer(snapshot, ...args);
}

/** The first three are before all others. */
function ageOf(xid: bigint, now = 3n): number {
  return xid < 3n ? 2147483647 : Number(BigInt.asIntN(32, now - xid));
}

/** Names that `callSystemFunction` knows. */
export function systemFunctionNames(): readonly string[] {
  return Object.keys(answers);
}

const answers: Readonly<Record<string, SystemAnswer>> = {
  // The session
  current_database: ({catalog}) => catalog.database,
  current_catalog: ({catalog}) => catalog.database,
  current_user: ({session}) => session.user,
  current_role: ({session}) => session.user,
  user: ({session}) => session.user,
  session_user: ({session}) => session.sessionUser,
  current_schema: ({catalog, session}) => schemasSet(session.searchPath).find(name => catalog.hasSchema(name)) ?? null,
  current_schemas: ({catalog, session}, implicit) =>
    (implicit ? effectivePath(session.searchPath) : schemasSet(session.searchPath)).filter(name =>
      catalog.hasSchema(name),
    ),
  mz_is_superuser: ({catalog, session}) => catalog.roleBook.isSuperuser(session.role),
  pg_backend_pid: ({session}) => session.processId,
  pg_blocking_pids: ({status}, pid) => {
    const waiting = [...(status.locks?.() ?? [])].filter(lock => !lock.granted && lock.processId === pid);
    return [...new Set(waiting.flatMap(({blockedBy}) => blockedBy))];
  },
  current_setting: (snapshot, name, missingOk) => currentSetting(snapshot, name as string, missingOk === true),
  version: snapshot => `PostgreSQL ${currentSetting(snapshot, 'server_version', true) ?? '15.0'} (Millrace)`,
  // The session sets it before the query is run (session/session-functions.ts), where it can.
  set_config: () => {
    throw notSupported('set_config() over the rows of a table', undefined, 'Use SET.');
  },
  random: ({session}) => sessionRandom(session.processId),
  setseed: ({session}, seed) => seedSession(session.processId, seed as number),
  statement_timestamp: ({session}) => session.statementNow ?? null,
  current_query: ({session}) => session.query ?? null,
  inet_client_addr: ({session}) => addressOf(session.client),
  inet_client_port: ({session}) => portOf(session.client),
  inet_server_addr: () => null,
  txid_current: ({session}) => session.transactionId ?? null,
  pg_current_xact_id: ({session}) => session.transactionId ?? null,
  txid_current_if_assigned: ({session}) => session.transactionId ?? null,
  age: ({session}, xid) => ageOf(xid as bigint, session.transactionId),
  pg_current_xact_id_if_assigned: ({session}) => session.transactionId ?? null,
  pg_postmaster_start_time: ({status}) => status.startedAt?.() ?? null,
  pg_conf_load_time: ({status}) => status.startedAt?.() ?? null,
  inet_server_port: () => null,
  pg_client_encoding: snapshot => currentSetting(snapshot, 'client_encoding', false),
  pg_my_temp_schema: ({catalog, session}) => {
    const own = ownTemporarySchema(session.searchPath);
    return BigInt((own !== null && catalog.schema(own)?.oid) || 0);
  },
  pg_is_other_temp_schema: ({catalog, session}, oid) => {
    const schema = catalog.byOid(Number(oid));
    const other = schema?.kind === 'schema' && isTemporary(schema);
    return other && schema.name !== ownTemporarySchema(session.searchPath);
  },

  pg_timezone_names: snapshot => timeZoneRows('pg_timezone_names', snapshot),
  pg_timezone_abbrevs: snapshot => timeZoneRows('pg_timezone_abbrevs', snapshot),
  pg_available_extensions: () => [],
  pg_available_extension_versions: () => [],
  pg_show_all_settings: snapshot => pgSettings.rows(snapshot) as unknown as Datum,
  pg_listening_channels: ({session}) => (session.listening ?? []).map(channel => [channel]) as unknown as Datum,

  // Names and their OIDs
  ...registeredNames(),
  pg_get_userbyid: ({catalog}, oid) => catalog.roleBook.ofOid(Number(oid))?.name ?? `unknown (OID=${String(oid)})`,

  // Visibility: what is not a relation lives in pg_catalog, which is always searched
  pg_table_is_visible: ({catalog, session}, oid) => {
    const number = Number(oid);
    const object =
      catalog.byOid(number) ?? catalog.byOid(typeOfCompositeClass(number)) ?? indexOfOid(catalog, number)?.table;
    return object ? catalog.isVisible(object, session.searchPath) : null;
  },
  pg_type_is_visible: ({catalog, session}, oid) => {
    const owner = typeOwner(catalog, Number(oid));
    return owner ? catalog.isVisible(owner.object, session.searchPath) : typeOfOid(Number(oid)) ? true : null;
  },
  pg_function_is_visible: ({catalog, session}, oid) => {
    const object = catalog.byOid(Number(oid));
    return object?.kind !== 'function' || session.searchPath.includes(object.schema);
  },
  pg_operator_is_visible: () => true,
  pg_collation_is_visible: ({catalog, session}, oid) => {
    const found = findCollationByOid(catalog, Number(oid));
    return found ? collationNamed(catalog, [found.name], session.searchPath)?.oid === found.oid : null;
  },
  pg_collation_actual_version: ({catalog}, oid) => {
    const found = findCollationByOid(catalog, Number(oid));
    if (!found) throw new SqlError('42704', `collation with OID ${String(oid)} does not exist`);
    return collationVersion(found);
  },
  pg_opclass_is_visible: () => true,
  pg_opfamily_is_visible: () => true,
  pg_conversion_is_visible: () => true,
  pg_ts_parser_is_visible: () => true,
  pg_ts_dict_is_visible: () => true,
  pg_ts_template_is_visible: () => true,
  pg_ts_config_is_visible: () => true,
  pg_statistics_obj_is_visible: () => null,

  // Definitions
  pg_describe_object: (snapshot, classid, oid, number) =>
    describedObject(snapshot, classid as bigint, oid as bigint, number as number),
  oidvectortypes: (snapshot, oids) => (oids as readonly Datum[]).map(oid => formatType(snapshot, oid, null)).join(', '),
  format_type: (snapshot, oid, typmod) => formatType(snapshot, oid, typmod),
  pg_get_expr: (snapshot, text, relation, pretty) => expressionText(snapshot, text, relation, pretty === true),
  pg_get_viewdef: (snapshot, view, form) => viewText(snapshot, view, form),
  pg_get_indexdef: (snapshot, oid, column, pretty) => indexText(snapshot, oid, column, pretty === true),
  pg_get_constraintdef: (snapshot, oid, pretty) =>
    oid === null ? null : constraintText(snapshot, oid as bigint, pretty === true),
  pg_get_ruledef: (snapshot, oid, pretty) => ruleText(snapshot, oid as bigint, pretty === true),
  pg_relation_is_updatable: (snapshot, oid) => new Updatability(snapshot).of(Number(oid)),
  pg_column_is_updatable: (snapshot, oid, number) =>
    (number as number) > 0 && new Updatability(snapshot).ofColumn(Number(oid), (number as number) - 1),
  pg_get_triggerdef: (snapshot, oid, pretty) => triggerText(snapshot, oid as bigint, pretty === true),
  pg_get_partkeydef: () => null,
  pg_get_statisticsobjdef_columns: () => null,
  pg_get_function_result: (snapshot, oid) =>
    ofMade(snapshot.catalog, oid, made => resultText(made, typePrinter(snapshot))) ??
    ofConstructor(snapshot, oid, ({result}) => formatType(snapshot, result, null)) ??
    builtInResult(Number(oid)),
  pg_get_function_arguments: (snapshot, oid) =>
    ofMade(snapshot.catalog, oid, made => argumentsText(made, typePrinter(snapshot), defaultPrinter(snapshot))) ??
    ofConstructor(snapshot, oid, made => constructorArguments(snapshot, made)) ??
    builtInArguments(Number(oid), true),
  pg_get_function_identity_arguments: (snapshot, oid) =>
    ofMade(snapshot.catalog, oid, made => argumentsText(made, typePrinter(snapshot), null)) ??
    ofConstructor(snapshot, oid, made => constructorArguments(snapshot, made)) ??
    builtInArguments(Number(oid), false),
  pg_get_function_arg_default: (snapshot, oid, number) => argumentDefault(snapshot, oid, number as number),
  pg_get_functiondef: (snapshot, oid) =>
    ofMade(snapshot.catalog, oid, made =>
      functionDefinition(made, {type: typePrinter(snapshot), default: defaultPrinter(snapshot)}),
    ) ?? builtInDefinition(Number(oid)),
  pg_get_function_sqlbody: ({catalog}, oid) => ofMade(catalog, oid, standardBody),
  pg_get_statisticsobjdef: () => null,
  pg_get_partition_constraintdef: () => null,
  pg_get_serial_sequence: (snapshot, table, column) => serialSequence(snapshot, table as string, column as string),

  // Sequences
  nextval: (snapshot, oid) =>
    sequencesOf(snapshot, oid, 'Uw', 'nextval').nextval(Number(oid), snapshot.session.processId),
  currval: (snapshot, oid) => sequencesOf(snapshot, oid, 'Ur').currval(Number(oid), snapshot.session.processId),
  lastval: snapshot => sequencesOf(snapshot, null).lastval(snapshot.session.processId),
  setval: (snapshot, oid, value, called) =>
    sequencesOf(snapshot, oid, 'w', 'setval').setval(
      Number(oid),
      value as bigint,
      called !== false,
      snapshot.session.processId,
    ),
  pg_sequence_last_value: (snapshot, oid) => sequencesOf(snapshot, oid, 'Ur').lastValue(Number(oid)),

  // Comments
  obj_description: ({catalog}, oid, className) => {
    const name = (className as string | undefined) ?? null;
    const own = commentOn(catalog, oid as bigint, name);
    if (own !== null) return own;
    const said = commentOnBuiltIn(catalog, oid as bigint, name);
    if (said !== undefined) return said;
    const brought = name === null ? anyBuiltInDescription(Number(oid)) : builtInDescription(name, Number(oid));
    return brought ?? (name === null || name === 'pg_proc' ? ownDescription(Number(oid)) : null);
  },
  col_description: ({catalog}, oid, number) => {
    const object = catalog.byOid(Number(oid)) ?? catalog.byOid(typeOfCompositeClass(Number(oid)) ?? -1);
    if (object?.kind === 'type' && object.form.type === 'composite') {
      return object.form.attributes[Number(number) - 1]?.comment ?? null;
    }
    if (!object || object.kind === 'system' || !('columns' in object)) return null;
    return liveColumns(object).find(live => live.number === Number(number))?.column.comment ?? null;
  },
  shobj_description: ({catalog}, oid, className) => {
    const classoid = classOids[className as keyof typeof classOids];
    for (const row of sharedComments(catalog)) {
      if (row.objoid === oid && row.classoid === classoid) return row.description;
    }
    return null;
  },

  // Sizes: those of state in memory, which is where rows live
  pg_table_size: (snapshot, oid) => stateBytes(snapshot, oid),
  pg_relation_size: (snapshot, oid, fork) => {
    if (fork === undefined || fork === 'main') return stateBytes(snapshot, oid);
    if (['fsm', 'vm', 'init'].includes(fork as string)) return stateBytes(snapshot, oid) === null ? null : 0n;
    throw new SqlError('22023', 'invalid fork name', {hint: 'Valid fork names are "main", "fsm", "vm", and "init".'});
  },
  // As pg_class.relfilenode has it.
  pg_relation_filenode: ({catalog}, oid) => {
    const object = catalog.byOid(Number(oid));
    const stored = object?.kind === 'table' || object?.kind === 'materialized view' || object?.kind === 'sequence';
    return stored || indexOfOid(catalog, Number(oid)) ? oid : null;
  },
  pg_total_relation_size: (snapshot, oid) => stateBytes(snapshot, oid),
  pg_indexes_size: (snapshot, oid) => (stateBytes(snapshot, oid) === null ? null : 0n),
  pg_database_size: ({status, catalog}, database) => {
    if (typeof database === 'string' && database !== catalog.database) {
      throw new SqlError('3D000', `database "${database}" does not exist`);
    }
    if (typeof database === 'bigint' && database !== DATABASE_OID) return null;
    return allBytes(status);
  },
  pg_tablespace_size: ({status}, tablespace) => {
    if (typeof tablespace === 'string' && !/^pg_(default|global)$/.test(tablespace)) {
      throw new SqlError('42704', `tablespace "${tablespace}" does not exist`);
    }
    if (tablespace === 'pg_global' || tablespace === GLOBAL_TABLESPACE_OID) return 0n;
    return tablespace === 'pg_default' || tablespace === DEFAULT_TABLESPACE_OID ? allBytes(status) : null;
  },

  ...privilegeFunctions,
  ...objectAnswers,
  ...helperAnswers,
  ...serverAnswers,
  ...statisticsAnswers,
  pg_relation_is_publishable: () => false,
};

/** Of each reg* type: the OID of a name (to_*: NULL for none), and the name of an OID. */
function registeredNames(): Record<string, SystemAnswer> {
  const rows: Record<string, SystemAnswer> = {};
  for (const kind of regKinds) {
    rows[`to_${kind}`] = (snapshot, text) => findName(kind, snapshot, text);
    rows[`${kind}_oid`] = (snapshot, text) => parseName(kind, snapshot, text);
    rows[`${kind}_name`] = (snapshot, oid) => printName(kind, snapshot, oid);
  }
  return rows;
}

function parseName(kind: RegKind, {catalog, session}: SystemSnapshot, text: Datum): bigint {
  return parseObjectIdentifier(kind, text as string, catalog, session.searchPath);
}

/** Errors of the name's form are raised; that there is nothing of the name is NULL. */
function findName(kind: RegKind, snapshot: SystemSnapshot, text: Datum): bigint | null {
  try {
    return parseName(kind, snapshot, text);
  } catch (error) {
    if (error instanceof SqlError && error.code !== '42602') return null;
    throw error;
  }
}

function printName(kind: RegKind, {catalog, session}: SystemSnapshot, oid: Datum): string {
  return printObjectIdentifier(kind, oid as bigint, catalog, session.searchPath);
}

function currentSetting({session}: SystemSnapshot, name: string, missingOk: boolean): string | null {
  const value = session.settingOf(name);
  if (value !== undefined) return value;
  if (missingOk) return null;
  throw new SqlError('42704', `unrecognized configuration parameter "${name}"`);
}

/** NULL of a relation that is no more. */
function expressionText(snapshot: SystemSnapshot, text: Datum, relation: Datum, pretty: boolean): string | null {
  if (relation === 0n) return text as string;
  const found = snapshot.catalog.byOid(Number(relation));
  if (!found || !('columns' in found)) return null;
  const shown = (index: TableIndex) => shownIndex(snapshot, found as IndexedRelation, index);
  const part = found.kind === 'system' ? null : indexPart(found, text as string, pretty, shown);
  return part ?? storedExpression(snapshot, found, text as string, {pretty});
}

/** Not strict: a null typmod is allowed, a null OID gives null. */
function formatType({catalog, session}: SystemSnapshot, oid: Datum, typmod: Datum): string | null {
  if (oid === null) return null;
  if (oid === 0n) return '-';
  const own = userTypeText(catalog, session.searchPath, Number(oid));
  if (own !== null) return own;
  const type = typeOfOid(Number(oid));
  if (!type) return pseudoTypeName(Number(oid)) ?? '???';
  if (type.kind === 'struct' || type.kind === 'record') return 'record';
  if (type.kind === 'array' && type.element!.kind === 'record') return 'record[]';
  // Without its length, bpchar prints under the standard's name; format_type says the catalog's for typmod -1.
  if (type.kind === 'bpchar' && typmod === null) return 'character';
  if (type.kind === 'bit' && typmod === null) return 'bit';
  return typeName(typmod === null ? type : withTypmod(type, typmod as number));
}

/** By name or by OID; `form`: prettily, or where lists are wrapped. */
function viewText(snapshot: SystemSnapshot, view: Datum, form: Datum | undefined): string | null {
  const oid = typeof view === 'string' ? parseName('regclass', snapshot, view) : (view as bigint);
  const object = snapshot.catalog.byOid(Number(oid));
  const wrap = typeof form === 'number' ? form : 0;
  const pretty = form === true || typeof form === 'number';
  return object?.kind === 'view' || object?.kind === 'materialized view'
    ? viewDefinition(snapshot, object, pretty, wrap)
    : null;
}

function indexText(snapshot: SystemSnapshot, oid: Datum, column: Datum | undefined, pretty: boolean): string | null {
  const {catalog, session} = snapshot;
  const found = indexOfOid(catalog, Number(oid));
  if (!found) return null;
  const {table} = found;
  const index = shownIndex(snapshot, table, found.index);
  if (column) return indexColumnText(index, column as number, table.columns, pretty);
  return indexDefinition(table, index, !pretty || !catalog.isVisible(table, session.searchPath), pretty);
}

/**
 * `rights`: letters of privileges, of which the user must have one; `changing`: the function that changes it. Errors: 42809 for what
 * is no sequence, 42501, 25006.
 */
function sequencesOf(
  {catalog, sequences, session}: SystemSnapshot,
  oid: Datum,
  rights = '',
  changing: string | null = null,
): SequenceAccess {
  const object = oid === null ? null : catalog.byOid(Number(oid));
  if (oid !== null && !object) throw new SqlError('42P01', `could not open relation with OID ${String(oid)}`);
  if (object && object.kind !== 'sequence') throw new SqlError('42809', `"${object.name}" is not a sequence`);
  // A column's identity goes on with every INSERT, whoever may insert.
  if (object && rights !== '' && !object.identity && rightsOn(catalog, object, session.role, rights) === '') {
    throw permissionDenied(object);
  }
  if (changing && object && !isTemporary(object) && session.settingOf('transaction_read_only') === 'on') {
    throw new SqlError('25006', `cannot execute ${changing}() in a read-only transaction`);
  }
  if (!sequences) throw notSupported('sequences in this place');
  return sequences;
}

/** Quoted and with its schema. Errors: 42703. */
function serialSequence({catalog, session}: SystemSnapshot, name: string, column: string): string | null {
  const oid = Number(parseObjectIdentifier('regclass', name, catalog, session.searchPath));
  const table = catalog.byOid(oid);
  const columns = table && 'columns' in table ? table.columns : [];
  const index = columns.findIndex(candidate => candidate.name === column);
  if (!table || index < 0) {
    throw new SqlError('42703', `column "${column}" of relation "${table?.name ?? name}" does not exist`);
  }
  const owned = catalog
    .ofKind('sequence')
    .find(({ownedBy}) => ownedBy !== null && ownedBy.table === oid && ownedBy.column === index);
  return owned ? `${quoteIdentifier(owned.schema)}.${quoteIdentifier(owned.name)}` : null;
}

function allBytes(status: SystemStatus): bigint {
  let bytes = 0n;
  for (const relation of status.relations?.() ?? []) bytes += relation.bytes;
  return bytes;
}

/** null: there is no such relation. */
function stateBytes({status, catalog}: SystemSnapshot, oid: Datum): bigint | null {
  for (const {relation, bytes} of status.relations?.() ?? []) if (BigInt(relation) === oid) return bytes;
  const object = catalog.byOid(Number(oid));
  return (object && 'columns' in object) || indexOfOid(catalog, Number(oid)) ? 0n : null;
}

function typePrinter({catalog, session}: SystemSnapshot): PrintType {
  return type => printedType(catalog, session.searchPath, type);
}

function ofConstructor(
  {catalog}: SystemSnapshot,
  oid: Datum,
  text: (made: RangeConstructor) => string | null,
): string | null {
  const found = constructorOf(catalog, Number(oid));
  return found && text(found);
}

function constructorArguments(snapshot: SystemSnapshot, {args, variadic}: RangeConstructor): string {
  const types = args.map(type => formatType(snapshot, type, null)).join(', ');
  return variadic === 0n ? types : `VARIADIC ${types}`;
}

function ofMade(catalog: Catalog, oid: Datum, text: (made: FunctionObject) => string | null): string | null {
  const object = catalog.byOid(Number(oid));
  return object?.kind === 'function' ? text(object) : null;
}
