import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/catalog.ts';
import {inputTypes, typeIdentity} from '../../catalog/function-signature.ts';
import type {CatalogObject, FunctionObject} from '../../catalog/object.ts';
import type {AlterFunction} from '../../sql/ast/index.ts';
import {BindContext, bindTraits, withBody, withRenamedCalls} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import type {SqlSession} from '../session.ts';
import {changedOwner} from './change-owner.ts';
import {findFunction} from './drop-function.ts';
import {editCatalog} from './edit-catalog.ts';
import {functionSettings} from './function-settings.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

/** ALTER FUNCTION. Errors: 42883, 42725, 42723, 3F000, 42704, 22023, 0A000 while the text of something has the name. */
export const alterFunction: StatementHandler<AlterFunction> = {
  run({word, function: reference, change}, session, sql) {
    const tag = `ALTER ${word.toUpperCase()}`;
    return editCatalog(session, tag, fork => {
      const found = findFunction(fork, session, sql, reference, word);
      fork.replace(changed(fork, found, change, session, tag, sql));
      return {specs: new Map(), notices: [], tag};
    });
  },
};

function changed(
  catalog: Catalog,
  found: FunctionObject,
  change: AlterFunction['change'],
  session: SqlSession,
  tag: string,
  sql: string,
): FunctionObject {
  switch (change.type) {
    case 'rename':
      refuseTaken(catalog, found, found.schema, change.to);
      return followed(catalog, found, {...found, name: change.to}, `${tag} … RENAME`);
    case 'schema':
      if (!catalog.schema(change.schema)) throw schemaMissing(change.schema);
      if (change.schema === found.schema) return found;
      refuseTaken(catalog, found, change.schema, found.name);
      return followed(catalog, found, {...found, schema: change.schema}, `${tag} … SET SCHEMA`);
    case 'owner':
      return changedOwner(catalog, found, change.role, session);
    default: {
      const {settings: before, ...plain} = found;
      const traits = bindTraits(change.traits, found.set, found.ownPath);
      if (traits.strict !== undefined && traits.strict !== found.strict) refuseTexts(catalog, found, `${tag} … STRICT`);
      const settings = functionSettings(session, change.traits.settings, before);
      const changed = {...plain, ...traits, ...(settings.length > 0 ? {settings} : {})};
      if (settings.length > 0 === (before !== undefined)) return changed;
      // From now on the session runs it, or no more.
      refuseTexts(catalog, found, `${tag} … SET`);
      const options = {...bindOptions(session, sql), catalog};
      const ctx = new BindContext(options);
      for (const oid of found.dependsOn) ctx.dependencies.add(oid);
      return withBody(ctx, changed, options);
    }
  }
}

/** Errors: 42723. */
function refuseTaken(catalog: Catalog, {parameters}: FunctionObject, schema: string, name: string): void {
  const types = inputTypes(parameters);
  const key = types.map(typeIdentity).join();
  const same = catalog
    .functionsNamed([schema, name], [])
    .find(other => inputTypes(other.parameters).map(typeIdentity).join() === key);
  if (!same) return;
  const signature = `${name}(${types.map(kindName).join(', ')})`;
  throw new SqlError('42723', `function ${signature} already exists in schema "${schema}"`);
}

/** The texts of views get the new name; other texts call it by the old one. Errors: 0A000. */
function followed(catalog: Catalog, found: FunctionObject, renamed: FunctionObject, what: string): FunctionObject {
  const users = catalog.dependents(found.oid);
  if (users.length === 0) return renamed;
  const after = catalog.fork();
  after.replace(renamed);
  const views: CatalogObject[] = [];
  // Views may read views that were there before them.
  for (const user of [...users].sort((a, b) => a.oid - b.oid)) {
    const isView = user.kind === 'view' || user.kind === 'materialized view';
    const changed = isView ? withRenamedCalls(catalog, after, user, renamed) : null;
    if (!changed) throw notSupported(`${what} while ${user.kind} "${user.name}" calls it`);
    after.replace(changed);
    views.push(changed);
  }
  for (const view of views) catalog.replace(view);
  return renamed;
}

/** Views and functions call it by its name, and are bound again whenever they are used. Errors: 0A000. */
function refuseTexts(catalog: Catalog, {oid}: FunctionObject, what: string): void {
  const [user] = catalog.dependents(oid);
  if (user) throw notSupported(`${what} while ${user.kind} "${user.name}" calls it`);
}
