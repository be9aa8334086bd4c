import type {Catalog} from '../../catalog/catalog.ts';
import type {MaterializedViewObject, ObjectId} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {filter, ONE_ROW, project} from '../../plan/build.ts';
import type {PhysicalNode, PhysicalPlan} from '../../plan/physical.ts';
import type {Rel} from '../../plan/rel.ts';
import {bindRefresh} from '../../sql/bind/index.ts';
import {BOOLEAN, TEXT} from '../../types/sql-type.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {rowTypeOid} from '../../types/user-types.ts';
import type {Execution} from '../api.ts';
import type {ObjectSpec} from '../engine.ts';
import type {SqlSession} from '../session.ts';
import {bindOptions, planView} from './planned.ts';

type ViewSpec = Extract<ObjectSpec, {kind: 'view'}>;
type SinkSpec = Extract<ObjectSpec, {kind: 'sink'}>;

const RAISE = '$raise(text,text)';

/** What has been changed since the catalog `before`, as far as running views are concerned. */
type Change = {
  readonly what: string;
  readonly before: Catalog;
  readonly concerns: (spec: ViewSpec) => boolean;
  readonly concernsSink: (spec: SinkSpec) => boolean;
};

/** After a change of a table's columns: for views that compute with whole rows of it. Errors: as of `refill`. */
export async function refillReaders(session: SqlSession, table: ObjectId, before: Catalog): Promise<void> {
  const row = `"oid":${rowTypeOid(table)}`;
  await refill(session, {
    what: `changing the columns of "${session.catalog.relation(table).name}"`,
    before,
    // One that fails for the columns reads nothing, and may work again.
    concerns: ({plan}) => plan.inputs.includes(table) || plan.nodes.some(fails),
    concernsSink: ({plan}) => plan.inputs.includes(table) && textOf(plan).includes(row),
  });
}

/**
 * Runs a statement that may replace a view or function, and tells which one it was. Views that are made from it go along. Errors:
 * as of `refill`.
 */
export function replacing(
  session: SqlSession,
  mayReplace: boolean,
  run: (replaced: (oid: ObjectId) => void) => Promise<Execution>,
): Promise<Execution> {
  if (!mayReplace) return run(() => {});
  return session.atomically(async () => {
    const before = session.catalog;
    let oid: ObjectId | null = null;
    const done = await run(replaced => (oid = replaced));
    if (oid !== null) await refillDependents(session, oid, before);
    return done;
  });
}

/** After a view or function has been replaced: for those views that are made from it. Errors: as of `refill`. */
async function refillDependents(session: SqlSession, oid: ObjectId, before: Catalog): Promise<void> {
  const object = session.catalog.byOid(oid);
  if (object?.kind !== 'view' && object?.kind !== 'function') return;
  const dependents = dependentsOf(session.catalog, oid);
  await refill(session, {
    what: `replacing ${object.kind} "${object.name}"`,
    before,
    concerns: view => dependents.has(view.oid),
    concernsSink: sink => dependents.has(sink.oid),
  });
}

/** All whose queries have the object's text in them. */
function dependentsOf(catalog: Catalog, oid: ObjectId, found = new Set<ObjectId>()): ReadonlySet<ObjectId> {
  for (const {kind, oid: user} of catalog.dependents(oid)) {
    if (found.has(user)) continue;
    if (kind === 'materialized view' || kind === 'sink') found.add(user);
    if (kind === 'view' || kind === 'function') dependentsOf(catalog, user, found.add(user));
  }
  return found;
}

/**
 * Views whose queries compute something else than they did get another plan, and are filled by it from the beginning when the
 * transaction commits; so are the views that read those. Errors: those of a query that has become wrong, 0A000 while a sink
 * reads such a view.
 */
async function refill(session: SqlSession, change: Change): Promise<void> {
  // All of it is looked for again where somebody else has made a view over one of these meanwhile.
  await session.transaction.edit(catalog => ({specs: refilled(session, change, catalog), notices: [], tag: ''}));
}

/** Views are bound over those that stand before them as those are going to be. */
function refilled(session: SqlSession, change: Change, catalog: Catalog): ReadonlyMap<ObjectId, ObjectSpec> {
  const specs = new Map<ObjectId, ObjectSpec>();
  for (const view of [...catalog.ofKind('materialized view')].sort((a, b) => a.oid - b.oid)) {
    const spec = session.spec(view.oid);
    if (spec?.kind !== 'view') continue;
    const readsRefilled = spec.plan.inputs.some(input => specs.has(input));
    // Without names (in records of old) its text may mean something else by now.
    if (!readsRefilled && !(view.names && change.concerns(spec))) continue;
    const {object, plan} = planned(session, view, catalog);
    if (!readsRefilled && sameComputation(plan, planned(session, view, change.before).plan)) continue;
    catalog.replace(object);
    specs.set(view.oid, {...spec, plan, refills: (spec.refills ?? 0) + 1});
  }
  refuseSinks(session, change, specs);
  return specs;
}

function planned(session: SqlSession, view: MaterializedViewObject, catalog: Catalog) {
  try {
    const {object, rel} = bindRefresh(view, {...bindOptions(session, ''), catalog});
    return {object, plan: planView(session, rel)};
  } catch (error) {
    // Whole rows cannot be compared any more. In Postgres it is the reading that fails; here too, until the column is gone.
    if (!(error instanceof SqlError) || error.code !== '42883') throw error;
    return {object: {...view}, plan: planView(session, failing(view, error))};
  }
}

/** A view's rows, all of which are the error. */
function failing({columns}: MaterializedViewObject, {code, message}: SqlError): Rel {
  const nulls = columns.map(({type}): Expr => ({op: 'literal', value: null, type}));
  const row = project(
    ONE_ROW,
    nulls,
    columns.map(({name}) => name),
  );
  const args = [code, message].map((value): Expr => ({op: 'literal', value, type: TEXT}));
  return filter(row, {op: 'call', signature: RAISE, args, type: BOOLEAN});
}

function fails(node: PhysicalNode): boolean {
  return node.node === 'filter' && node.predicate.op === 'call' && node.predicate.signature === RAISE;
}

/** The same operators over the same columns; what else there is in the inputs' rows is not looked at. */
function sameComputation(a: PhysicalPlan, b: PhysicalPlan): boolean {
  return textOf(a) === textOf(b);
}

function textOf({nodes}: PhysicalPlan): string {
  return JSON.stringify(
    nodes.map(node => (node.node === 'input' ? node.object : {...node, props: null})),
    (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
  );
}

/** What a sink has been given cannot be taken back from it. */
function refuseSinks(session: SqlSession, change: Change, refilled: ReadonlyMap<ObjectId, unknown>): void {
  for (const sink of session.catalog.ofKind('sink')) {
    const spec = session.spec(sink.oid);
    if (spec?.kind !== 'sink') continue;
    if (!change.concernsSink(spec) && !spec.plan.inputs.some(input => refilled.has(input))) continue;
    throw notSupported(`${change.what} while sink "${sink.name}" is given what is made from it`);
  }
}
