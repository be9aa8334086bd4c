import {parseStatements} from '../../sql/parse/index.ts';
import {printName, printPath} from '../../sql/print/identifier.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import type {TableIndex} from '../../catalog/constraints.ts';
import {checkRights, NeededRights} from '../../catalog/needed-rights.ts';
import {isType, type MaterializedViewObject, type ViewObject} from '../../catalog/object.ts';
import type {ObjectId, Rel} from '../../plan/rel.ts';
import type {ObjectSpec} from '../engine.ts';
import {untilPopulated} from '../filling.ts';
import type {SqlSession} from '../session.ts';
import {replaceView} from './replace-view.ts';
import type {CreateMaterializedView, CreateView, Refresh} from '../../sql/ast/index.ts';
import {bindCreateMaterializedView, bindCreateView, bindRefresh} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit} from '../ddl.ts';
import {command} from '../execution.ts';
import {countUnfilled} from '../unfilled-views.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import {NOTHING_GIVEN, type StatementHandler} from './handler.ts';
import {missingRelation} from './missing-relation.ts';
import {bindOptions, planView} from './planned.ts';
import {replacing} from './refill-views.ts';
import {checkUnique} from './table-rows.ts';

export const createView: StatementHandler<CreateView> = {
  run(statement, session, sql) {
    if (statement.recursive) return createRecursiveView(statement, session, sql);
    return replacing(session, statement.orReplace, replaced =>
      editCatalog(session, 'CREATE VIEW', fork => {
        const view = bindCreateView(statement, {...bindOptions(session, sql), catalog: fork});
        const own = session.settings.temporarySchema;
        const turned = view.schema === own && statement.persistence === 'permanent' && usesOf(fork, view, own);
        if (turned) session.notice('NOTICE', '00000', `view "${view.name}" will be a temporary view`);
        const there = statement.orReplace ? fork.inSchema(view.schema, view.name) : null;
        if (!there) fork.add(view);
        else {
          replaceView(fork, there, view);
          replaced(there.oid);
        }
        return {specs: new Map(), notices: [], tag: 'CREATE VIEW'};
      }),
    );
  },
};

function usesOf(catalog: Catalog, {dependsOn}: ViewObject, schema: string): boolean {
  return dependsOn.some(oid => {
    const object = catalog.byOid(oid);
    return object !== null && object.kind !== 'system' && object.schema === schema;
  });
}

/** `CREATE RECURSIVE VIEW v (a) AS q` is a view of `WITH RECURSIVE v (a) AS (q) SELECT a FROM v`. */
function createRecursiveView(statement: CreateView, session: SqlSession, sql: string): Execution | Promise<Execution> {
  const {name, columns, query, orReplace, persistence} = statement;
  const list = columns.map(printName).join(', ');
  const own = printName(name.parts[name.parts.length - 1]);
  const text =
    `CREATE ${orReplace ? 'OR REPLACE ' : ''}${persistence === 'temporary' ? 'TEMP ' : ''}VIEW ${printPath(name.parts)} (${list}) AS ` +
    `WITH RECURSIVE ${own} (${list}) AS (${sql.slice(query.span.start, query.span.end)}) SELECT ${list} FROM ${own}`;
  return createView.run(parseStatements(text)[0] as CreateView, session, text, NOTHING_GIVEN);
}

/** Resolves when the view has been filled from what its inputs hold; says, as Postgres, how many rows it has then. */
export const createMaterializedView: StatementHandler<CreateMaterializedView> = {
  async run(statement, session, sql) {
    let started: ObjectId | null = null;
    const done = await editCatalog(session, 'CREATE MATERIALIZED VIEW', fork => {
      const tag = 'CREATE MATERIALIZED VIEW';
      if (statement.orReplace) throw notSupported('CREATE OR REPLACE MATERIALIZED VIEW');
      const there = alreadyThere(session, fork, statement, tag);
      if (there) return there;
      const options = {...bindOptions(session, sql), catalog: fork, rights: new NeededRights()};
      const {object, rel} = bindCreateMaterializedView(statement, options);
      if (statement.withData) checkRights(fork, options.rights, session.currentRole);
      fork.add(object);
      if (!statement.withData) return {specs: new Map(), notices: [], tag};
      started = object.oid;
      return {specs: new Map([[object.oid, viewSpec(session, object, rel)]]), notices: [], tag};
    });
    return started === null ? done : command(`SELECT ${await rowsOf(session, started)}`);
  },
};

function rowsOf(session: SqlSession, view: ObjectId): Promise<bigint> {
  return session.isUnfilled(view) ? countUnfilled(session, view) : untilPopulated(session, [view]);
}

function viewSpec(session: SqlSession, {oid, name, options}: MaterializedViewObject, rel: Rel): ObjectSpec {
  const onError = options['on_error'] === 'quarantine' ? 'quarantine' : 'raise';
  return {kind: 'view', oid, name, plan: planView(session, rel), onError};
}

const REFRESH = 'REFRESH MATERIALIZED VIEW';

/**
 * Views are always fresh: there is nothing to do but to fill one that was made WITH NO DATA, or to
 * empty one. Errors: 23505, 42P01, 42809, 0A000, 42601.
 */
export const refresh: StatementHandler<Refresh> = {
  async run({name, concurrently, withData}, session, sql) {
    const found = session.catalog.find(name.parts, session.settings.searchPath);
    if (!found || isType(found) || found.kind === 'schema' || found.kind === 'function') {
      throw missingRelation(session.catalog, name.parts);
    }
    if (found.kind === 'table') throw new SqlError('0A000', `"${found.name}" is not a materialized view`);
    if (found.kind !== 'materialized view') {
      throw new SqlError('42809', `"${found.name}" is not a table or materialized view`);
    }
    const {unpopulated = false, oid} = found;
    if (concurrently && unpopulated) {
      throw new SqlError('0A000', 'CONCURRENTLY cannot be used when the materialized view is not populated');
    }
    if (concurrently && !withData) {
      throw new SqlError('42601', 'CONCURRENTLY and WITH NO DATA options cannot be used together');
    }
    if (unpopulated !== withData) {
      await untilPopulated(session, [oid]);
      return command(REFRESH);
    }
    if (!withData) return editCatalog(session, REFRESH, fork => stopped(session, fork, found));
    const fill = (): Promise<Execution> =>
      editCatalog(session, REFRESH, fork => {
        const options = {...bindOptions(session, sql), catalog: fork, rights: new NeededRights()};
        const {object, rel} = bindRefresh(found, options);
        checkRights(fork, options.rights, session.currentRole);
        fork.replace(object);
        return {specs: new Map([[oid, viewSpec(session, object, rel)]]), notices: [], tag: REFRESH};
      });
    const unique = (found.indexes ?? []).filter(index => index.unique);
    if (unique.length > 0) return session.atomically(() => fillUnique(session, oid, unique, fill));
    const done = await fill();
    if (session.isUnfilled(oid)) await countUnfilled(session, oid);
    return done;
  },
};

/** Errors: 23505. */
async function fillUnique(
  session: SqlSession,
  oid: ObjectId,
  indexes: readonly TableIndex[],
  fill: () => Promise<Execution>,
): Promise<Execution> {
  const done = await fill();
  for (const index of indexes) await checkUnique(session, session.catalog.byOid(oid) as MaterializedViewObject, index);
  return done;
}

/** A view without rows, whose state is gone. Errors: 0A000 while a view or sink is made from it. */
function stopped(session: SqlSession, fork: Catalog, view: MaterializedViewObject): CatalogEdit {
  const {oid} = view;
  const reader = [...fork.ofKind('materialized view'), ...fork.ofKind('sink')].find(({oid: other}) => {
    const spec = session.spec(other);
    return (spec?.kind === 'view' || spec?.kind === 'sink') && spec.plan.inputs.includes(oid);
  });
  if (reader)
    throw notSupported(`REFRESH MATERIALIZED VIEW … WITH NO DATA while ${reader.kind} "${reader.name}" reads it`);
  fork.replace({...view, unpopulated: true});
  return {specs: new Map([[oid, null]]), notices: [], tag: REFRESH};
}
