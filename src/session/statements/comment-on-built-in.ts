import type {Catalog} from '../../catalog/catalog.ts';
import type {CollationObject} from '../../catalog/object.ts';
import {owns} from '../../catalog/rights.ts';
import type {BuiltInComment} from '../../catalog/role-book.ts';
import {classOids} from '../../catalog/system/system-oids.ts';
import {quoteLiteral} from '../../expr/text/quote.ts';
import type {BuiltInKind, CommentOnBuiltIn} from '../../sql/ast/index.ts';
import {BindContext, bindTypeName} from '../../sql/bind/index.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {readAll} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, planQueryText} from './planned.ts';

/** Where objects of a kind stand, and which column has their names. */
type Place = {readonly catalog: keyof typeof classOids; readonly name: string; readonly schema?: string};

const places: Readonly<Record<BuiltInKind, Place>> = {
  'access method': {catalog: 'pg_am', name: 'amname'},
  aggregate: {catalog: 'pg_proc', name: 'proname', schema: 'pronamespace'},
  cast: {catalog: 'pg_cast', name: ''},
  collation: {catalog: 'pg_collation', name: 'collname', schema: 'collnamespace'},
  conversion: {catalog: 'pg_conversion', name: 'conname', schema: 'connamespace'},
  language: {catalog: 'pg_language', name: 'lanname'},
  operator: {catalog: 'pg_operator', name: 'oprname', schema: 'oprnamespace'},
  'operator class': {catalog: 'pg_opclass', name: 'opcname', schema: 'opcnamespace'},
  'operator family': {catalog: 'pg_opfamily', name: 'opfname', schema: 'opfnamespace'},
  'text search configuration': {catalog: 'pg_ts_config', name: 'cfgname', schema: 'cfgnamespace'},
  'text search dictionary': {catalog: 'pg_ts_dict', name: 'dictname', schema: 'dictnamespace'},
  'text search parser': {catalog: 'pg_ts_parser', name: 'prsname', schema: 'prsnamespace'},
  'text search template': {catalog: 'pg_ts_template', name: 'tmplname', schema: 'tmplnamespace'},
};

/**
 * COMMENT ON what every database has, for superusers: kept beside the roles, since there is no object. Errors: 42883, 42704, 42809
 * there is none, 42501.
 */
export const commentOnBuiltIn: StatementHandler<CommentOnBuiltIn> = {
  async run(statement, session, sql) {
    const comment = statement.text === '' ? null : statement.text;
    const made = statement.object === 'collation' ? collationOf(session, statement.path) : null;
    const oid = made ? null : await found(session, statement, sql);
    refuseOthers(session, statement, made, sql);
    return editCatalog(session, 'COMMENT', fork => {
      if (made) fork.replace({...made, comment});
      else keep(fork, {catalog: Number(classOids[places[statement.object].catalog]), oid: oid!, comment});
      return {specs: new Map(), notices: [], tag: 'COMMENT'};
    });
  },
};

function keep(catalog: Catalog, said: BuiltInComment): void {
  const {builtInComments} = catalog.roleBook;
  const others = builtInComments.filter(each => each.oid !== said.oid || each.catalog !== said.catalog);
  catalog.roleBook = catalog.roleBook.with({builtInComments: [...others, said]});
}

function collationOf({catalog, settings}: SqlSession, path: readonly string[]): CollationObject | null {
  const schemas = path.length > 1 ? [path[path.length - 2]] : settings.searchPath;
  const named = catalog.ofKind('collation').filter(({name}) => name === path[path.length - 1]);
  return schemas.flatMap(schema => named.filter(each => each.schema === schema))[0] ?? null;
}

async function found(session: SqlSession, statement: CommentOnBuiltIn, sql: string): Promise<number> {
  const {object, path, method} = statement;
  const {catalog, name, schema} = places[object];
  const types = typesOf(session, statement, sql);
  if (method !== null) {
    const [access] = await rowsOf(session, `SELECT oid FROM pg_catalog.pg_am WHERE amname = ${quoteLiteral(method)}`);
    if (!access) throw new SqlError('42704', `access method "${method}" does not exist`);
  }
  const inSchema =
    schema && path.length > 1
      ? [`${schema} = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ${quoteLiteral(path[path.length - 2])})`]
      : [];
  const called = name === '' ? [] : [`${name} = ${quoteLiteral(path[path.length - 1])}`];
  const conditions = [...called, ...inSchema, ...conditionsOf(statement, types)].join(' AND ');
  const [row] = await rowsOf(
    session,
    `SELECT oid${object === 'aggregate' ? ', prokind' : ''} FROM pg_catalog.${catalog} WHERE ${conditions}`,
  );
  if (!row) throw missing(statement, types);
  if (object === 'aggregate' && row[1] !== 'a') {
    throw new SqlError('42809', `function ${path.join('.')}(${shown(types)}) is not an aggregate`);
  }
  return Number(row[0]);
}

function typesOf(session: SqlSession, {types, object}: CommentOnBuiltIn, sql: string): readonly (SqlType | null)[] {
  const ctx = new BindContext(bindOptions(session, sql));
  const bound = types.map(type => type && withoutPosition(() => bindTypeName(ctx, type)));
  if (object === 'operator' && bound[1] === null) throw new SqlError('42601', 'postfix operators are not supported');
  return bound;
}

/** Postgres does not say where types of such statements stand. */
function withoutPosition<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SqlError ? error.with({position: undefined}) : error;
  }
}

function conditionsOf({object, method}: CommentOnBuiltIn, types: readonly (SqlType | null)[]): readonly string[] {
  const [left, right] = types.map(type => (type ? oidOf(type) : 0));
  const methodOid = method && `(SELECT oid FROM pg_catalog.pg_am WHERE amname = ${quoteLiteral(method)})`;
  switch (object) {
    case 'aggregate':
      return [
        `pg_catalog.array_to_string(proargtypes::pg_catalog.oid[], ' ') = '${types.map(type => oidOf(type!)).join(' ')}'`,
      ];
    case 'operator':
      return [`oprleft = ${left}`, `oprright = ${right}`];
    case 'cast':
      return [`castsource = ${left}`, `casttarget = ${right}`];
    case 'operator class':
      return [`opcmethod = ${methodOid}`];
    case 'operator family':
      return [`opfmethod = ${methodOid}`];
    default:
      return [];
  }
}

async function rowsOf(session: SqlSession, sql: string): Promise<readonly (readonly Datum[])[]> {
  return readAll(await session.runPlanned(planQueryText(session, sql), []));
}

function shown(types: readonly (SqlType | null)[]): string {
  return types.map(type => (type ? kindName(type) : 'NONE')).join(', ');
}

function missing({object, path, method}: CommentOnBuiltIn, types: readonly (SqlType | null)[]): SqlError {
  const name = path.join('.');
  switch (object) {
    case 'aggregate': {
      const signature = types.length === 0 ? `${name}(*)` : `${name}(${shown(types)})`;
      return new SqlError('42883', `aggregate ${signature} does not exist`);
    }
    case 'operator': {
      const operands = [types[0] && kindName(types[0]), name, kindName(types[1]!)].filter(part => part !== null);
      return new SqlError('42883', `operator does not exist: ${operands.join(' ')}`);
    }
    case 'cast':
      return new SqlError(
        '42704',
        `cast from type ${kindName(types[0]!)} to type ${kindName(types[1]!)} does not exist`,
      );
    case 'collation':
      return new SqlError('42704', `collation "${name}" for encoding "UTF8" does not exist`);
    case 'operator class':
    case 'operator family':
      return new SqlError('42704', `${object} "${name}" does not exist for access method "${method}"`);
    default:
      return new SqlError('42704', `${object} "${name}" does not exist`);
  }
}

/** Errors: 42501 for who does not own it: what is built in belongs to superusers. */
function refuseOthers(
  session: SqlSession,
  statement: CommentOnBuiltIn,
  made: CollationObject | null,
  sql: string,
): void {
  const {catalog, currentRole} = session;
  if (catalog.roleBook.isSuperuser(currentRole) || (made && owns(catalog, made, currentRole))) return;
  const {object, path, method} = statement;
  const name = path[path.length - 1];
  switch (object) {
    case 'access method':
    case 'text search parser':
    case 'text search template':
      throw new SqlError('42501', 'must be superuser');
    case 'cast': {
      const [from, to] = typesOf(session, statement, sql).map(type => kindName(type!));
      throw new SqlError('42501', `must be owner of type ${from} or type ${to}`);
    }
    case 'operator class':
    case 'operator family':
      throw new SqlError('42501', `must be owner of ${object} ${method}.${name}`);
    default:
      throw new SqlError('42501', `must be owner of ${object} ${name}`);
  }
}
