import {withoutColumn} from '../../catalog/alter-table.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {planDrop} from '../../catalog/drop.ts';
import {type CatalogObject, liveColumns, type TableObject} from '../../catalog/object.ts';
import {readsColumn} from '../../catalog/table-parts.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {SqlSession} from '../session.ts';
import {type Action, type Alteration, cascades, currentTable, specsOf} from './alteration.ts';
import {policiesNaming, type PolicyOfTable, policyText, usersOfColumn} from './column-users.ts';

export async function dropColumn(
  {column: name, ifExists, behavior}: Action<'drop_column'>,
  to: Alteration,
): Promise<void> {
  const {session} = to;
  const before = currentTable(to);
  const live = liveColumns(before).find(({column}) => column.name === name);
  if (!live) {
    const error = new SqlError('42703', `column "${name}" of relation "${before.name}" does not exist`);
    if (!ifExists) throw error;
    session.notice('NOTICE', '00000', `${error.message}, skipping`);
    return;
  }
  const {notices} = await session.transaction.edit(fork => {
    const needs = whatNeeds(session, fork, before, live.index);
    if (needs.texts.length > 0 && behavior !== 'cascade') throw stillNeeded(session, before, name, needs.texts);
    return withoutNeeded(session, fork, before, live.index, needs);
  });
  for (const {severity, code, message, detail} of notices) session.notice(severity, code, message, detail);
}

type Needs = {
  readonly texts: readonly string[];
  readonly objects: readonly CatalogObject[];
  readonly generated: readonly number[];
  /** Tables whose foreign keys reference the column. */
  readonly referencing: readonly TableObject[];
  readonly policies: readonly PolicyOfTable[];
};

/** What cannot be without the column: views, generated columns, foreign keys of other tables. */
function whatNeeds(session: SqlSession, catalog: Catalog, table: TableObject, index: number): Needs {
  const path = session.settings.searchPath;
  const name = catalog.displayName(table, path);
  const objects = usersOfColumn(session, catalog, table, index);
  const generated = table.columns.flatMap(({generated: computed, dropped}, i) =>
    computed && !dropped && readsColumn(computed.expr, index) ? [i] : [],
  );
  const references = (other: TableObject) =>
    other.foreignKeys.filter(key => key.references === table.oid && key.referenced.includes(index));
  const referencing = catalog.ofKind('table').filter(other => other.oid !== table.oid && references(other).length > 0);
  const policies = policiesNaming(catalog, table, index);
  return {
    objects,
    generated,
    referencing,
    policies,
    texts: [
      ...objects.map(object => `${object.kind} ${catalog.displayName(object, path)}`),
      ...generated.map(column => `column ${table.columns[column].name} of table ${name}`),
      ...referencing.flatMap(other =>
        references(other).map(key => `constraint ${key.name} on table ${catalog.displayName(other, path)}`),
      ),
      ...policies.map(named => policyText(named, catalog, path)),
    ],
  };
}

function stillNeeded(session: SqlSession, table: TableObject, column: string, texts: readonly string[]): SqlError {
  const what = `column ${column} of table ${session.catalog.displayName(table, session.settings.searchPath)}`;
  return new SqlError('2BP01', `cannot drop ${what} because other objects depend on it`, {
    detail: texts.map(text => `${text} depends on ${what}`).join('\n'),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

function withoutNeeded(
  session: SqlSession,
  fork: Catalog,
  table: TableObject,
  index: number,
  {texts, objects, generated, referencing, policies}: Needs,
): CatalogEdit {
  const path = session.settings.searchPath;
  for (const {kind, schema, name} of objects) {
    if (!fork.inSchema(schema, name)) continue;
    const plan = planDrop(fork, {kind, names: [[schema, name]], ifExists: true, cascade: true}, path);
    fork.remove(plan.objects.map(({oid}) => oid));
  }
  const others = referencing.map(other => ({
    ...other,
    foreignKeys: other.foreignKeys.filter(key => key.references !== table.oid || !key.referenced.includes(index)),
  }));
  const withoutPolicies = (before: TableObject): TableObject => ({
    ...before,
    policies: before.policies?.filter(each => !policies.some(({policy}) => policy.oid === each.oid)),
  });
  const changed = [index, ...generated].reduce(withoutColumn, withoutPolicies(table));
  for (const {table: other} of policies) {
    if (other.oid === table.oid) continue;
    fork.replace(withoutPolicies(fork.byOid(other.oid) as TableObject));
  }
  for (const object of [changed, ...others]) fork.replace(object);
  const owned = fork.ofKind('sequence').filter(({ownedBy}) => ownedBy?.table === table.oid && ownedBy.column === index);
  fork.remove(owned.map(({oid}) => oid));
  return {specs: specsOf([changed, ...others]), notices: cascades(texts), tag: ''};
}
