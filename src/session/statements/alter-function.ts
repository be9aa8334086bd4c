import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
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
import {withRenamedTexts} from './renamed-texts.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

/** ALTER FUNCTION. Errors: 42883, 42725, 42723, 3F000, 42704, 22023, 0A000 where a text may mean several functions. */
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

/** The texts that mean it get the new name; bodies in quotes go on with the old one, as in Postgres. Errors: 0A000. */
function followed(catalog: Catalog, found: FunctionObject, renamed: FunctionObject, what: string): FunctionObject {
  const refused = ({kind, name}: CatalogObject) => notSupported(`${what} while ${kind} "${name}" calls it`);
  const before = catalog.fork();
  const after = catalog.fork();
  after.replace(renamed);
  const changes: CatalogObject[] = [];
  const users = new Set(before.dependents(found.oid));
  // Views may read views that were there before them.
  for (const object of [...before.all()].sort((a, b) => a.oid - b.oid)) {
    const isView = object.kind === 'view' || object.kind === 'materialized view';
    const called = isView && users.has(object) ? withRenamedCalls(before, after, object, renamed) : object;
    const changed = called && withRenamedTexts(before, called, {before: found, after: renamed});
    if (!changed) throw refused(object);
    if (changed === object) continue;
    after.replace(changed);
    changes.push(changed);
  }
  for (const changed of changes) catalog.replace(changed);
  return changes.find((object): object is FunctionObject => object.oid === found.oid) ?? renamed;
}

/** Views and functions call it by its name, and are bound again whenever they are used. Errors: 0A000. */
function refuseTexts(catalog: Catalog, {oid}: FunctionObject, what: string): void {
  const [user] = catalog.dependents(oid);
  if (user) throw notSupported(`${what} while ${user.kind} "${user.name}" calls it`);
}
