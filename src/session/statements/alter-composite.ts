import type {CatalogNotice} from '../../catalog/notice.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import type {ObjectId, TypeObject} from '../../catalog/object.ts';
import type {AlterComposite, QualifiedName, RenameAttribute} from '../../sql/ast/index.ts';
import {bindAttributeActions} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Field} from '../../types/sql-type.ts';
import type {Execution} from '../api.ts';
import type {SqlSession} from '../session.ts';
import {typeNamed} from './alter-enum.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';
import {type AttributeSource, rewriteComposites} from './stored-composites.ts';
import {refuseColumns, refuseColumnsWithin, refuseViews} from './type-users.ts';

type CompositeObject = TypeObject & {readonly form: Extract<TypeObject['form'], {type: 'composite'}>};

/**
 * ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE: what tables store of the type is made anew from what they have. Errors: 42704,
 * 42809, 42701, 42703, 0A000.
 */
export const alterComposite: StatementHandler<AlterComposite> = {
  run({name, actions}, session, sql) {
    return changeAttributes(session, name, (type, fork) => {
      const options = {...bindOptions(session, sql), catalog: fork};
      const {attributes, dependsOn, missing} = bindAttributeActions(type.name, type.form.attributes, actions, options);
      if (missing.length < actions.length) {
        refuseUsers(fork, type);
        if (actions.some(({action}) => action === 'alter')) refuseColumns(fork, type.name, type.oid);
      }
      const notices = missing.map((attribute): CatalogNotice => ({
        severity: 'NOTICE',
        code: '00000',
        message: `column "${attribute}" of relation "${type.name}" does not exist, skipping`,
      }));
      // An attribute that was dropped and added again is a new one.
      const added = new Set(actions.flatMap(each => (each.action === 'add' ? [each.attribute.name] : [])));
      return {
        attributes,
        dependsOn: [...new Set([...type.dependsOn, ...dependsOn])],
        notices,
        source: attribute => (added.has(attribute) ? null : attribute),
      };
    });
  },
};

export const renameAttribute: StatementHandler<RenameAttribute> = {
  run({name, from, to}, session) {
    return changeAttributes(session, name, (type, fork) => {
      const {attributes} = type.form;
      if (!attributes.some(attribute => attribute.name === from)) {
        throw new SqlError('42703', `column "${from}" does not exist`);
      }
      if (attributes.some(attribute => attribute.name === to)) {
        throw new SqlError('42701', `column "${to}" of relation "${type.name}" already exists`);
      }
      refuseUsers(fork, type);
      return {
        attributes: attributes.map(attribute => (attribute.name === from ? {...attribute, name: to} : attribute)),
        dependsOn: type.dependsOn,
        notices: [],
        source: attribute => (attribute === to ? from : attribute),
      };
    });
  },
};

type Change = {
  readonly attributes: readonly Field[];
  readonly dependsOn: readonly ObjectId[];
  readonly notices: readonly CatalogNotice[];
  readonly source: AttributeSource;
};

function changeAttributes(
  session: SqlSession,
  name: QualifiedName,
  change: (type: CompositeObject, fork: Catalog) => Change,
): Promise<Execution> {
  return session.atomically(async () => {
    let changed: {readonly type: CompositeObject; readonly to: Change} | null = null;
    const done = await editCatalog(session, 'ALTER TYPE', fork => {
      const type = compositeNamed(fork, name, session);
      const to = change(type, fork);
      const {attributes, dependsOn, notices} = to;
      fork.replace({...type, form: {type: 'composite', attributes}, dependsOn});
      changed = {type, to};
      return {specs: new Map(), notices: [...notices], tag: 'ALTER TYPE'};
    });
    const {type, to} = changed!;
    await rewriteComposites(session, type, to.attributes, to.source);
    return done;
  });
}

function compositeNamed(catalog: Catalog, name: QualifiedName, session: SqlSession): CompositeObject {
  const type = typeNamed(catalog, name, session);
  if (type.kind !== 'type' || type.form.type !== 'composite') {
    throw new SqlError('42809', `"${type.name}" is not a composite type`);
  }
  return type as CompositeObject;
}

/**
 * Types in plans and other types have their attributes with them, so those must not change while there are any. Columns of
 * tables are written anew, unless it is within something else that they hold the type.
 */
function refuseUsers(catalog: Catalog, type: CompositeObject): void {
  refuseColumnsWithin(catalog, type.name, type.oid);
  refuseViews(catalog, 'ALTER TYPE', type.oid);
  for (const other of catalog.all()) {
    if ((other.kind === 'type' || other.kind === 'domain') && other.dependsOn.includes(type.oid)) {
      throw new SqlError('0A000', `cannot alter type "${type.name}" because type "${other.name}" uses it`);
    }
  }
}
