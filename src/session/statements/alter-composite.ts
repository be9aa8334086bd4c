import type {CatalogNotice} from '../../catalog/notice.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import type {TypeObject} from '../../catalog/object.ts';
import type {AlterComposite, QualifiedName, RenameAttribute} from '../../sql/ast/index.ts';
import {bindAttributeActions} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {typeNamed} from './alter-enum.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';
import {refuseColumns, refuseViews} from './type-users.ts';

type CompositeObject = TypeObject & {readonly form: Extract<TypeObject['form'], {type: 'composite'}>};

/** ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE, of a type that nothing uses. Errors: 42704, 42809, 42701, 42703, 0A000. */
export const alterComposite: StatementHandler<AlterComposite> = {
  run({name, actions}, session, sql) {
    return editCatalog(session, 'ALTER TYPE', fork => {
      const type = compositeNamed(fork, name, session);
      const options = {...bindOptions(session, sql), catalog: fork};
      const {attributes, dependsOn, missing} = bindAttributeActions(type.name, type.form.attributes, actions, options);
      if (missing.length < actions.length) refuseUsed(fork, type);
      const notices = missing.map((attribute): CatalogNotice => ({
        severity: 'NOTICE',
        code: '00000',
        message: `column "${attribute}" of relation "${type.name}" does not exist, skipping`,
      }));
      const all = [...new Set([...type.dependsOn, ...dependsOn])];
      fork.replace({...type, form: {type: 'composite', attributes}, dependsOn: all});
      return {specs: new Map(), notices, tag: 'ALTER TYPE'};
    });
  },
};

export const renameAttribute: StatementHandler<RenameAttribute> = {
  run({name, from, to}, session) {
    return editCatalog(session, 'ALTER TYPE', fork => {
      const type = compositeNamed(fork, name, session);
      const {attributes} = type.form;
      if (!attributes.some(attribute => attribute.name === from)) {
        throw new SqlError('42703', `column "${from}" does not exist`);
      }
      if (attributes.some(attribute => attribute.name === to)) {
        throw new SqlError('42701', `column "${to}" of relation "${type.name}" already exists`);
      }
      refuseUsed(fork, type);
      const renamed = attributes.map(attribute => (attribute.name === from ? {...attribute, name: to} : attribute));
      fork.replace({...type, form: {type: 'composite', attributes: renamed}});
      return {specs: new Map(), notices: [], tag: 'ALTER TYPE'};
    });
  },
};

function compositeNamed(catalog: Catalog, name: QualifiedName, session: SqlSession): CompositeObject {
  const type = typeNamed(catalog, name, session);
  if (type.kind !== 'type' || type.form.type !== 'composite') {
    throw new SqlError('42809', `"${type.name}" is not a composite type`);
  }
  return type as CompositeObject;
}

/** Types in plans and columns have their attributes with them, so those must not change while there are any. */
function refuseUsed(catalog: Catalog, type: CompositeObject): void {
  refuseColumns(catalog, type.name, type.oid);
  refuseViews(catalog, 'ALTER TYPE', type.oid);
  for (const other of catalog.all()) {
    if ((other.kind === 'type' || other.kind === 'domain') && other.dependsOn.includes(type.oid)) {
      throw new SqlError('0A000', `cannot alter type "${type.name}" because type "${other.name}" uses it`);
    }
  }
}
