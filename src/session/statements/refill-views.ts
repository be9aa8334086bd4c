import type {Catalog} from '../../catalog/catalog.ts';
import type {MaterializedViewObject, ObjectId} from '../../catalog/object.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import {bindRefresh} from '../../sql/bind/index.ts';
import {notSupported} from '../../types/sql-error.ts';
import {rowTypeOid} from '../../types/user-types.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {ObjectSpec} from '../engine.ts';
import type {SqlSession} from '../session.ts';
import {bindOptions, planView} from './planned.ts';

type ViewSpec = Extract<ObjectSpec, {kind: 'view'}>;

/**
 * After a change of what `changed` stands for: views whose queries compute something else than they did in the catalog `before`
 * get another plan, and are filled by it from the beginning when the transaction commits; so do the views that read those.
 * Errors: those of a query that has become wrong, 0A000 while a sink reads such a view.
 */
export async function refillViews(session: SqlSession, changed: ObjectId, before: Catalog): Promise<void> {
  const refilled = new Set<ObjectId>();
  await session.transaction.edit((fork): CatalogEdit => {
    const specs = new Map<ObjectId, ObjectSpec>();
    for (const view of [...fork.ofKind('materialized view')].sort((a, b) => a.oid - b.oid)) {
      const spec = session.spec(view.oid);
      if (spec?.kind !== 'view') continue;
      const {inputs} = spec.plan;
      const readsRefilled = inputs.some(input => refilled.has(input));
      if (!readsRefilled && !inputs.includes(changed)) continue;
      const {object, plan} = planned(session, view, fork);
      if (!readsRefilled && sameComputation(plan, planned(session, view, before).plan)) continue;
      fork.replace(object);
      specs.set(view.oid, refilledSpec(spec, plan));
      refilled.add(view.oid);
    }
    refuseSinks(session, fork, changed, refilled);
    return {specs, notices: [], tag: ''};
  });
}

function planned(session: SqlSession, view: MaterializedViewObject, catalog: Catalog) {
  const {object, rel} = bindRefresh(view, {...bindOptions(session, ''), catalog});
  return {object, plan: planView(session, rel)};
}

function refilledSpec(spec: ViewSpec, plan: PhysicalPlan): ViewSpec {
  return {...spec, plan, refills: (spec.refills ?? 0) + 1};
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
function refuseSinks(session: SqlSession, fork: Catalog, changed: ObjectId, refilled: ReadonlySet<ObjectId>): void {
  for (const sink of fork.ofKind('sink')) {
    const spec = session.spec(sink.oid);
    if (spec?.kind !== 'sink') continue;
    const {inputs} = spec.plan;
    const readsRows = inputs.includes(changed) && textOf(spec.plan).includes(`"oid":${rowTypeOid(changed)}`);
    if (!readsRows && !inputs.some(input => refilled.has(input))) continue;
    const {name} = fork.relation(changed);
    throw notSupported(`changing the columns of "${name}" while sink "${sink.name}" is given whole rows of it`);
  }
}
