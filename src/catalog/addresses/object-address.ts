import {SqlError} from '../../types/sql-error.ts';
import {typeText} from '../built-in-function-text.ts';
import {parseObjectIdentifier} from '../object-identifier.ts';
import {classOids} from '../system/system-oids.ts';
import type {SystemSnapshot} from '../system/snapshot.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {catalogRow, findRow, furtherOids} from './catalog-row.ts';
import type {SystemRow} from '../system/system-row.ts';

/** The catalog, the OID there, and the column's number. */
type Address = readonly [classid: bigint, oid: bigint, number: number];
type Asked = {
  readonly snapshot: SystemSnapshot;
  readonly type: string;
  readonly names: readonly string[];
  readonly args: readonly string[];
};

/** pg_get_object_address: the object of a kind that these words name. Errors: 22023, 42704 and the like for none. */
export function objectAddress(
  snapshot: SystemSnapshot,
  type: string,
  names: readonly (string | null)[],
  args: readonly (string | null)[],
): Address {
  const find = finders[type];
  if (!find) {
    const exists = UNSUPPORTED.includes(type);
    throw new SqlError('22023', exists ? `unsupported object type "${type}"` : `unrecognized object type "${type}"`);
  }
  if (names.includes(null) || args.includes(null)) {
    throw new SqlError('22023', 'name or argument lists may not contain nulls');
  }
  if (names.length === 0) throw new SqlError('22023', 'name list length must be at least 1');
  return find({snapshot, type, names: names as readonly string[], args: args as readonly string[]});
}

const UNSUPPORTED = ['toast table', 'index column', 'sequence column', 'toast table column', 'view column'].concat(
  'materialized view column',
);

const finders: Readonly<Record<string, (asked: Asked) => Address>> = {
  table: relationOf('table', ['r', 'p']),
  index: relationOf('index', ['i']),
  sequence: relationOf('sequence', ['S']),
  view: relationOf('view', ['v']),
  'materialized view': relationOf('materialized view', ['m']),
  'foreign table': relationOf('foreign table', ['f']),
  'composite type': relationOf('composite type', ['c']),
  'table column': column,
  'foreign table column': column,
  'default value': columnDefault,
  'table constraint': partOf(classOids.pg_constraint, 'conrelid', 'conname', (name, table) => {
    return new SqlError('42704', `constraint "${name}" for table "${table}" does not exist`);
  }),
  rule: partOf(classOids.pg_rewrite, 'ev_class', 'rulename', (name, table) => {
    return new SqlError('42704', `rule "${name}" for relation "${table}" does not exist`);
  }),
  policy: partOf(classOids.pg_policy, 'polrelid', 'polname', (name, table) => {
    return new SqlError('42704', `policy "${name}" for table "${table}" does not exist`);
  }),
  'domain constraint': domainConstraint,
  type: asked => [classOids.pg_type, typeOf(asked, single(asked)), 0],
  cast,
  function: routine,
  procedure: routine,
  routine,
  aggregate: routine,
  operator,
  schema: asked => [classOids.pg_namespace, identifier(asked, 'regnamespace', quoteIdentifier(single(asked))), 0],
  role: role,
  database: named(classOids.pg_database, 'datname', '3D000'),
  tablespace: named(furtherOids.pg_tablespace, 'spcname'),
  language: named(classOids.pg_language, 'lanname'),
  'access method': named(classOids.pg_am, 'amname'),
  extension: named(classOids.pg_extension, 'extname'),
  'foreign-data wrapper': named(furtherOids.pg_foreign_data_wrapper, 'fdwname'),
  server: named(furtherOids.pg_foreign_server, 'srvname'),
  collation: asked => [classOids.pg_collation, identifier(asked, 'regcollation', dotted(asked.names)), 0],
  conversion: inSchema(classOids.pg_conversion, 'con'),
  'text search configuration': inSchema(classOids.pg_ts_config, 'cfg'),
  'text search dictionary': inSchema(classOids.pg_ts_dict, 'dict'),
  'text search parser': inSchema(classOids.pg_ts_parser, 'prs'),
  'text search template': inSchema(classOids.pg_ts_template, 'tmpl'),
  'operator class': ofMethod(classOids.pg_opclass, 'opc'),
  'operator family': ofMethod(classOids.pg_opfamily, 'opf'),
};

function identifier({snapshot}: Asked, kind: Parameters<typeof parseObjectIdentifier>[0], text: string): bigint {
  return parseObjectIdentifier(kind, text, snapshot.catalog, snapshot.session.searchPath);
}

function dotted(names: readonly string[]): string {
  return names.map(name => quoteIdentifier(name)).join('.');
}

function single({names}: Asked): string {
  if (names.length === 1) return names[0];
  throw new SqlError('22023', 'name list length must be exactly 1');
}

function relationRow(asked: Asked, names: readonly string[]): SystemRow {
  return catalogRow(asked.snapshot, classOids.pg_class, identifier(asked, 'regclass', dotted(names)))!;
}

function relationOf(kind: string, relkinds: readonly string[]): (asked: Asked) => Address {
  return asked => {
    const row = relationRow(asked, asked.names);
    if (relkinds.includes(row.relkind as string)) return [classOids.pg_class, row.oid as bigint, 0];
    const article = /^[aeiou]/.test(kind) ? 'an' : 'a';
    throw new SqlError('42809', `"${row.relname as string}" is not ${article} ${kind}`);
  };
}

/** What stands before the last name, and it. */
function split({names}: Asked, message: string): readonly [table: readonly string[], last: string] {
  if (names.length < 2) throw new SqlError('42601', message);
  return [names.slice(0, -1), names[names.length - 1]];
}

function column(asked: Asked): Address {
  const [table, name] = split(asked, 'column name must be qualified');
  const row = relationRow(asked, table);
  const found = findRow(asked.snapshot, furtherOids.pg_attribute, {attrelid: row.oid, attname: name});
  if (found) return [classOids.pg_class, row.oid as bigint, Number(found.attnum)];
  throw new SqlError('42703', `column "${name}" of relation "${row.relname as string}" does not exist`);
}

function columnDefault(asked: Asked): Address {
  const [, relation, number] = column(asked);
  const found = findRow(asked.snapshot, classOids.pg_attrdef, {adrelid: relation, adnum: number});
  if (found) return [classOids.pg_attrdef, found.oid as bigint, 0];
  const [table, name] = split(asked, '');
  const message = `default value for column "${name}" of relation "${table[table.length - 1]}" does not exist`;
  throw new SqlError('42703', message);
}

function partOf(
  catalog: bigint,
  relationColumn: string,
  nameColumn: string,
  missing: (name: string, table: string) => SqlError,
): (asked: Asked) => Address {
  return asked => {
    const [table, name] = split(asked, 'must specify relation and object name');
    const {oid, relname} = relationRow(asked, table);
    const found = findRow(asked.snapshot, catalog, {[relationColumn]: oid, [nameColumn]: name});
    if (!found) throw missing(name, relname as string);
    return [catalog, found.oid as bigint, 0];
  };
}

function domainConstraint(asked: Asked): Address {
  const domain = typeOf(asked, single(asked));
  if (asked.args.length !== 1) throw argumentCount(1);
  const [name] = asked.args;
  const found = findRow(asked.snapshot, classOids.pg_constraint, {contypid: domain, conname: name});
  if (found) return [classOids.pg_constraint, found.oid as bigint, 0];
  throw new SqlError('42704', `constraint "${name}" for domain ${asked.names[0]} does not exist`);
}

function argumentCount(count: number): SqlError {
  return new SqlError('22023', `argument list length must be exactly ${count}`);
}

function typeOf(asked: Asked, text: string): bigint {
  return identifier(asked, 'regtype', text);
}

function cast(asked: Asked): Address {
  const [from] = [single(asked)];
  if (asked.args.length !== 1) throw argumentCount(1);
  const [to] = asked.args;
  const types = {castsource: typeOf(asked, from), casttarget: typeOf(asked, to)};
  const found = findRow(asked.snapshot, classOids.pg_cast, types);
  if (found) return [classOids.pg_cast, found.oid as bigint, 0];
  const names = Object.values(types).map(typeText);
  throw new SqlError('42704', `cast from type ${names[0]} to type ${names[1]} does not exist`);
}

function routine(asked: Asked): Address {
  const {type, names, args, snapshot} = asked;
  const oid = routineOid(asked);
  const kind = catalogRow(snapshot, classOids.pg_proc, oid)?.prokind;
  const isOf = {function: kind === 'f' || kind === 'w', procedure: kind === 'p', aggregate: kind === 'a'}[type];
  if (isOf !== false) return [classOids.pg_proc, oid, 0];
  const text = `${dotted(names)}(${args.join(', ')})`;
  throw new SqlError(
    '42809',
    type === 'aggregate' ? `function ${text} is not an aggregate` : `${text} is not a ${type}`,
  );
}

function routineOid(asked: Asked): bigint {
  const {type, names, args} = asked;
  try {
    return identifier(asked, 'regprocedure', `${dotted(names)}(${args.join(',')})`);
  } catch (error) {
    if (!(error instanceof SqlError) || error.code !== '42883') throw error;
    const noun = type === 'routine' ? 'function' : type;
    const types = args.map(arg => typeText(typeOf(asked, arg)));
    throw new SqlError('42883', `${noun} ${dotted(names)}(${types.join(', ')}) does not exist`);
  }
}

function operator(asked: Asked): Address {
  const {names, args} = asked;
  if (args.length !== 2) throw argumentCount(2);
  const name = names[names.length - 1];
  const types = args.map(arg => (/^none$/i.test(arg) ? 0n : typeOf(asked, arg)));
  const found = findRow(asked.snapshot, classOids.pg_operator, {oprname: name, oprleft: types[0], oprright: types[1]});
  if (found) return [classOids.pg_operator, found.oid as bigint, 0];
  const [left, right] = types.map(oid => (oid === 0n ? 'NONE' : typeText(oid)));
  throw new SqlError('42883', `operator does not exist: ${left} ${name} ${right}`);
}

function role(asked: Asked): Address {
  const name = single(asked);
  const found = asked.snapshot.catalog.role(name);
  if (!found) throw new SqlError('42704', `role "${name}" does not exist`);
  return [classOids.pg_authid, BigInt(found.oid), 0];
}

function named(catalog: bigint, nameColumn: string, code = '42704'): (asked: Asked) => Address {
  return asked => {
    const name = single(asked);
    const found = findRow(asked.snapshot, catalog, {[nameColumn]: name});
    if (!found) throw new SqlError(code, `${asked.type} "${name}" does not exist`);
    return [catalog, found.oid as bigint, 0];
  };
}

function inSchema(catalog: bigint, prefix: string): (asked: Asked) => Address {
  return asked => {
    const {names, type} = asked;
    const found = findRow(asked.snapshot, catalog, {[`${prefix}name`]: names[names.length - 1]});
    if (!found) throw new SqlError('42704', `${type} "${names.join('.')}" does not exist`);
    return [catalog, found.oid as bigint, 0];
  };
}

function ofMethod(catalog: bigint, prefix: string): (asked: Asked) => Address {
  return asked => {
    const {names, type, snapshot} = asked;
    if (names.length < 2) throw new SqlError('22023', 'name list length must be at least 2');
    const method = findRow(snapshot, classOids.pg_am, {amname: names[0]});
    if (!method) throw new SqlError('42704', `access method "${names[0]}" does not exist`);
    const name = names[names.length - 1];
    const found = findRow(snapshot, catalog, {[`${prefix}method`]: method.oid, [`${prefix}name`]: name});
    if (found) return [catalog, found.oid as bigint, 0];
    throw new SqlError('42704', `${type} "${names.slice(1).join('.')}" does not exist for access method "${names[0]}"`);
  };
}
