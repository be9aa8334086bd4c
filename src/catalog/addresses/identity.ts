import {quoteIdentifier} from '../../expr/text/quote.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {classOids} from '../system/system-oids.ts';
import type {SystemSnapshot} from '../system/snapshot.ts';
import {catalogRow, findRow, furtherOids} from './catalog-row.ts';
import type {SystemRow} from '../system/system-row.ts';

const {pg_class, pg_type, pg_namespace} = classOids;

/** What names an object for ever: pg_identify_object, and the same as lists of words. */
type ObjectIdentity = {
  readonly type: string;
  readonly schema: string | null;
  readonly name: string | null;
  readonly identity: string | null;
  /** null: there is no such object. */
  readonly names: readonly string[] | null;
  readonly args: readonly string[];
};

type Named = Omit<ObjectIdentity, 'type' | 'args'> & {readonly type?: string; readonly args?: readonly string[]};
type Class = {
  /** Of what does not exist too. */
  readonly type: string;
  readonly of: (snapshot: SystemSnapshot, row: SystemRow, number: number) => Named;
};

/** By the OID of the catalog. */
const classes: ReadonlyMap<bigint, Class> = new Map<bigint, Class>([
  [pg_class, {type: 'relation', of: relation}],
  [pg_type, {type: 'type', of: type}],
  [classOids.pg_proc, {type: 'routine', of: routine}],
  [classOids.pg_constraint, {type: 'constraint', of: constraint}],
  [classOids.pg_attrdef, {type: 'default value', of: columnDefault}],
  [classOids.pg_rewrite, {type: 'rule', of: (snapshot, row) => part(snapshot, row.ev_class, row.rulename)}],
  [classOids.pg_policy, {type: 'policy', of: (snapshot, row) => part(snapshot, row.polrelid, row.polname)}],
  [classOids.pg_trigger, {type: 'trigger', of: (snapshot, row) => part(snapshot, row.tgrelid, row.tgname)}],
  [classOids.pg_operator, {type: 'operator', of: operator}],
  [classOids.pg_cast, {type: 'cast', of: cast}],
  [classOids.pg_opclass, {type: 'operator class', of: (snapshot, row) => ofMethod(snapshot, row, 'opc')}],
  [classOids.pg_opfamily, {type: 'operator family', of: (snapshot, row) => ofMethod(snapshot, row, 'opf')}],
  [pg_namespace, {type: 'schema', of: (_, row) => plain(row.nspname)}],
  [classOids.pg_authid, {type: 'role', of: (_, row) => plain(row.rolname)}],
  [classOids.pg_database, {type: 'database', of: (_, row) => plain(row.datname)}],
  [furtherOids.pg_tablespace, {type: 'tablespace', of: (_, row) => plain(row.spcname)}],
  [classOids.pg_language, {type: 'language', of: (_, row) => plain(row.lanname)}],
  [classOids.pg_am, {type: 'access method', of: (_, row) => plain(row.amname)}],
  [classOids.pg_extension, {type: 'extension', of: (_, row) => plain(row.extname)}],
  [furtherOids.pg_foreign_data_wrapper, {type: 'foreign-data wrapper', of: (_, row) => plain(row.fdwname)}],
  [furtherOids.pg_foreign_server, {type: 'server', of: (_, row) => plain(row.srvname)}],
  [classOids.pg_collation, {type: 'collation', of: (snapshot, row) => inSchema(snapshot, row, 'coll')}],
  [classOids.pg_conversion, {type: 'conversion', of: (snapshot, row) => inSchema(snapshot, row, 'con')}],
  [classOids.pg_ts_config, {type: 'text search configuration', of: (snapshot, row) => inSchema(snapshot, row, 'cfg')}],
  [classOids.pg_ts_dict, {type: 'text search dictionary', of: (snapshot, row) => inSchema(snapshot, row, 'dict')}],
  [classOids.pg_ts_parser, {type: 'text search parser', of: (snapshot, row) => inSchema(snapshot, row, 'prs')}],
  [classOids.pg_ts_template, {type: 'text search template', of: (snapshot, row) => inSchema(snapshot, row, 'tmpl')}],
]);

/** Errors: XX000 for what is no catalog of objects. */
export function objectIdentity(snapshot: SystemSnapshot, classid: bigint, oid: bigint, number: number): ObjectIdentity {
  const known = classes.get(classid);
  if (!known) throw new SqlError('XX000', `unrecognized object class: ${classid}`);
  const row = catalogRow(snapshot, classid, oid);
  if (!row) {
    const kind = classid === pg_class && number !== 0 ? `${known.type} column` : known.type;
    return {type: kind, schema: null, name: null, identity: null, names: null, args: []};
  }
  return {type: known.type, args: [], ...known.of(snapshot, row, number)};
}

const KINDS: Readonly<Record<string, string>> = {
  r: 'table',
  p: 'table',
  i: 'index',
  I: 'index',
  S: 'sequence',
  t: 'toast table',
  v: 'view',
  m: 'materialized view',
  c: 'composite type',
  f: 'foreign table',
};

function relation(snapshot: SystemSnapshot, row: SystemRow, number: number): Named {
  const schema = schemaName(snapshot, row.relnamespace);
  const kind = KINDS[row.relkind as string];
  const name = row.relname as string;
  const whole = {schema: quoteIdentifier(schema), name: quoteIdentifier(name), identity: qualified(schema, name)};
  if (number === 0) return {type: kind, ...whole, names: [schema, name]};
  const column = findRow(snapshot, furtherOids.pg_attribute, {attrelid: row.oid, attnum: number});
  if (!column) return {type: `${kind} column`, schema: null, name: null, identity: null, names: null};
  const own = column.attname as string;
  return {
    type: `${kind} column`,
    ...whole,
    identity: `${whole.identity}.${quoteIdentifier(own)}`,
    names: [schema, name, own],
  };
}

function type(snapshot: SystemSnapshot, row: SystemRow): Named {
  const identity = typeIdentity(snapshot, row.oid);
  const schema = quoteIdentifier(schemaName(snapshot, row.typnamespace));
  return {schema, name: quoteIdentifier(row.typname as string), identity, names: [identity]};
}

/** Types that have a name in the SQL standard go by it. */
const STANDARD: Readonly<Record<string, string>> = {
  bit: 'bit',
  bool: 'boolean',
  bpchar: 'character',
  float4: 'real',
  float8: 'double precision',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  interval: 'interval',
  numeric: 'numeric',
  time: 'time without time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  timetz: 'time with time zone',
  varbit: 'bit varying',
  varchar: 'character varying',
};

function typeIdentity(snapshot: SystemSnapshot, oid: Datum): string {
  const row = catalogRow(snapshot, pg_type, oid);
  if (!row) return '???';
  const name = row.typname as string;
  if (row.typelem !== 0n && name.startsWith('_')) return `${typeIdentity(snapshot, row.typelem)}[]`;
  const schema = schemaName(snapshot, row.typnamespace);
  return schema === 'pg_catalog' && Object.hasOwn(STANDARD, name) ? STANDARD[name] : qualified(schema, name);
}

function routine(snapshot: SystemSnapshot, row: SystemRow): Named {
  const schema = schemaName(snapshot, row.pronamespace);
  const args = (row.proargtypes as readonly Datum[]).map(each => typeIdentity(snapshot, each));
  return {
    type: row.prokind === 'a' ? 'aggregate' : row.prokind === 'p' ? 'procedure' : 'function',
    schema: quoteIdentifier(schema),
    name: null,
    identity: `${qualified(schema, row.proname as string)}(${args.join(',')})`,
    names: [schema, row.proname as string],
    args,
  };
}

function constraint(snapshot: SystemSnapshot, row: SystemRow): Named {
  const schema = quoteIdentifier(schemaName(snapshot, row.connamespace));
  const own = row.conname as string;
  if (row.conrelid === 0n) {
    const domain = typeIdentity(snapshot, row.contypid);
    const identity = `${quoteIdentifier(own)} on ${domain}`;
    return {type: 'domain constraint', schema, name: null, identity, names: [domain], args: [own]};
  }
  return {...part(snapshot, row.conrelid, own), type: 'table constraint', schema};
}

/** What a relation has, by its name there. */
function part(snapshot: SystemSnapshot, table: Datum, name: Datum): Named {
  const own = name as string;
  const {identity, names} = relation(snapshot, catalogRow(snapshot, pg_class, table)!, 0);
  return {schema: null, name: null, identity: `${quoteIdentifier(own)} on ${identity}`, names: [...names!, own]};
}

function columnDefault(snapshot: SystemSnapshot, row: SystemRow): Named {
  const {identity, names} = relation(snapshot, catalogRow(snapshot, pg_class, row.adrelid)!, Number(row.adnum));
  return {schema: null, name: null, identity: `for ${identity}`, names};
}

function operator(snapshot: SystemSnapshot, row: SystemRow): Named {
  const schema = schemaName(snapshot, row.oprnamespace);
  const left = row.oprleft === 0n ? null : typeIdentity(snapshot, row.oprleft);
  const right = typeIdentity(snapshot, row.oprright);
  return {
    schema: quoteIdentifier(schema),
    name: null,
    identity: `${quoteIdentifier(schema)}.${row.oprname as string}(${left ?? 'NONE'},${right})`,
    names: [schema, row.oprname as string],
    args: left === null ? [right] : [left, right],
  };
}

function cast(snapshot: SystemSnapshot, row: SystemRow): Named {
  const [from, to] = [row.castsource, row.casttarget].map(oid => typeIdentity(snapshot, oid));
  return {schema: null, name: null, identity: `(${from} AS ${to})`, names: [from], args: [to]};
}

/** Of a class or a family of operators, whose columns begin so. */
function ofMethod(snapshot: SystemSnapshot, row: SystemRow, prefix: string): Named {
  const method = catalogRow(snapshot, classOids.pg_am, row[`${prefix}method`])?.amname as string;
  const {schema, name, identity, names} = inSchema(snapshot, row, prefix);
  return {schema, name, identity: `${identity} USING ${quoteIdentifier(method)}`, names: [method, ...names!]};
}

function inSchema(snapshot: SystemSnapshot, row: SystemRow, prefix: string): Named {
  const schema = schemaName(snapshot, row[`${prefix}namespace`]);
  const name = row[`${prefix}name`] as string;
  return {
    schema: quoteIdentifier(schema),
    name: quoteIdentifier(name),
    identity: qualified(schema, name),
    names: [schema, name],
  };
}

function plain(value: Datum): Named {
  const name = quoteIdentifier(value as string);
  return {schema: null, name, identity: name, names: [value as string]};
}

function schemaName(snapshot: SystemSnapshot, oid: Datum): string {
  return (catalogRow(snapshot, pg_namespace, oid)?.nspname as string | undefined) ?? 'pg_catalog';
}

function qualified(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
