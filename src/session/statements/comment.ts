import type {Catalog} from '../../catalog/catalog.ts';
import {indexesOf, withIndexes} from '../../catalog/constraints.ts';
import {indexNamed} from '../../catalog/index-named.ts';
import type {CatalogObject, TypeObject} from '../../catalog/object.ts';
import {isType} from '../../catalog/object.ts';
import type {Comment, CommentObject} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName, typeByName} from '../../types/type-names.ts';
import type {SqlSession} from '../session.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';

/** COMMENT ON: kept with the object that it is about. Errors: 42P01, 3F000, 42704, 42703, 42809, 0A000. */
export const comment: StatementHandler<Comment> = {
  run(statement, session) {
    return editCatalog(session, 'COMMENT', fork => {
      const shared = sharedComment(fork, statement, session);
      if (!shared) fork.replace(commented(fork, statement, session));
      return {specs: new Map(), notices: [], tag: 'COMMENT'};
    });
  },
};

/** On what is not kept among the objects; true: done. Errors: 42704. */
function sharedComment(catalog: Catalog, {object, name, text}: Comment, session: SqlSession): boolean {
  const [called] = name.parts;
  const comment = text === '' ? null : text;
  switch (object) {
    case 'database':
      if (called !== catalog.database) session.notice('WARNING', '3D000', `database "${called}" does not exist`);
      else catalog.roleBook = catalog.roleBook.with({databaseComment: comment});
      return true;
    case 'role': {
      const role = catalog.role(called);
      if (!role) throw new SqlError('42704', `role "${called}" does not exist`);
      catalog.roleBook = catalog.roleBook.withChanged({...role, comment});
      return true;
    }
    case 'extension':
      // Dumps have a comment on the one that every database has, which says nothing new.
      if (called !== 'plpgsql') throw new SqlError('42704', `extension "${called}" does not exist`);
      return true;
    default:
      return false;
  }
}

function commented(catalog: Catalog, {object, name, text}: Comment, session: SqlSession): CatalogObject {
  const {parts} = name;
  const {searchPath} = session.settings;
  // An empty comment is none.
  const value = text === '' ? null : text;
  switch (object) {
    case 'column':
      return commentedColumn(catalog, parts, value, searchPath);
    case 'schema': {
      const schema = catalog.schema(parts[0]);
      if (!schema) throw new SqlError('3F000', `schema "${parts[0]}" does not exist`);
      return {...schema, comment: value};
    }
    case 'type':
    case 'domain':
      return {...typeOf(catalog, object, parts, searchPath), comment: value};
    case 'index': {
      const found = indexNamed(catalog, parts, searchPath);
      if (!found) throw new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
      const {table, index} = found;
      return withIndexes(
        table,
        indexesOf(table).map(each => (each.oid === index.oid ? {...each, comment: value} : each)),
      );
    }
    default:
      return {...relationOf(catalog, object, parts, searchPath), comment: value};
  }
}

function relationOf(
  catalog: Catalog,
  kind: CommentObject,
  parts: readonly string[],
  searchPath: readonly string[],
): CatalogObject {
  const found = catalog.find(parts, searchPath);
  if (!found || isType(found)) throw new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  const article = kind === 'index' ? 'an' : 'a';
  if (found.kind !== kind) throw new SqlError('42809', `"${found.name}" is not ${article} ${kind}`);
  return found;
}

function typeOf(
  catalog: Catalog,
  kind: 'type' | 'domain',
  parts: readonly string[],
  searchPath: readonly string[],
): CatalogObject {
  const found = catalog.findType(parts, searchPath);
  if (!found || !isType(found)) {
    const builtIn = typeByName(parts[parts.length - 1]);
    if (builtIn && kind === 'domain') throw new SqlError('42809', `${kindName(builtIn)} is not a domain`);
    if (builtIn) throw new SqlError('42501', `must be owner of type ${kindName(builtIn)}`);
    throw new SqlError('42704', `type "${parts.join('.')}" does not exist`);
  }
  if (kind === 'domain' && found.kind !== 'domain') throw new SqlError('42809', `${found.name} is not a domain`);
  return found;
}

function commentedAttribute(type: TypeObject, path: readonly string[], comment: string | null): CatalogObject {
  if (type.form.type !== 'composite') return type;
  const name = path[path.length - 1];
  if (!type.form.attributes.some(each => each.name === name)) {
    throw new SqlError('42703', `column "${name}" of relation "${path.slice(0, -1).join('.')}" does not exist`);
  }
  const attributes = type.form.attributes.map(each => (each.name === name ? {...each, comment} : each));
  return {...type, form: {...type.form, attributes}};
}

function commentedColumn(
  catalog: Catalog,
  parts: readonly string[],
  value: string | null,
  searchPath: readonly string[],
): CatalogObject {
  const relation = parts.slice(0, -1);
  const column = parts[parts.length - 1];
  if (relation.length === 0) throw new SqlError('42601', 'column name must be qualified');
  const found = catalog.find(relation, searchPath);
  const type = catalog.findType(relation, searchPath);
  if (type?.kind === 'type' && type.form.type === 'composite') return commentedAttribute(type, parts, value);
  if (!found || isType(found)) throw new SqlError('42P01', `relation "${relation.join('.')}" does not exist`);
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  if (!('columns' in found) || found.kind === 'sequence' || found.kind === 'sink') {
    throw new SqlError('42809', `cannot set comment on relation "${found.name}"`, {
      detail: `This operation is not supported for ${found.kind}s.`,
    });
  }
  if (!found.columns.some(({name}) => name === column)) {
    throw new SqlError('42703', `column "${column}" of relation "${relation.join('.')}" does not exist`);
  }
  const columns = found.columns.map(each => (each.name === column ? {...each, comment: value} : each));
  return {...found, columns} as CatalogObject;
}
