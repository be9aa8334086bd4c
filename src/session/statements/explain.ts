import {checkRights, NeededRights} from '../../catalog/needed-rights.ts';
import type {OperatorCounts} from '../../plan/operator-counts.ts';
import type {Rel} from '../../plan/rel.ts';
import {explainRel, explainText} from '../../planner/explain.ts';
import {type ExplainNode, explainTree, explainWrite, withSteps} from '../../planner/explain/tree.ts';
import type {Explain} from '../../sql/ast/index.ts';
import {bindCreateMaterializedView, bindCreateSink, bindStatement} from '../../sql/bind/index.ts';
import {printStatement} from '../../sql/print/index.ts';
import type {Datum} from '../../types/datum.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {JSON_TYPE, TEXT} from '../../types/sql-type.ts';
import type {Execution, ResultColumn} from '../api.ts';
import {drain, resultColumn, rowsResult} from '../execution.ts';
import {type Measure, resultCounts} from '../measure.ts';
import type {PlannedStatement} from '../prepared.ts';
import type {SqlSession} from '../session.ts';
import {createAs, sourceOf} from './create-table-as.ts';
import {explainOptions, type ExplainSettings} from './explain-options.ts';
import {explainView} from './explain-view.ts';
import type {Given, StatementHandler} from './handler.ts';
import {
  bindOptions,
  bindParameters,
  isPlannable,
  PERFORMS,
  type PlannableStatement,
  planOptions,
  planStatement,
  planView,
  raiseConstants,
} from './planned.ts';
import {boundExecute} from './prepared.ts';

const TRANSLATION = [resultColumn('translation', TEXT)];

/**
 * EXPLAIN: the operators that would run, or with TYPE the relational plan; with ANALYZE those that have run, and what they
 * did; TRANSLATE: the statement in Postgres's SQL.
 */
export const explain: StatementHandler<Explain> = {
  columns(statement) {
    if (isTranslation(statement)) return TRANSLATION;
    return planColumns(statement.options.findLast(({name}) => name === 'format')?.value ?? 'text');
  },
  query: ({statement}) => queryOf(statement),
  async run(statement, session, sql, given) {
    if (isTranslation(statement) && statement.statement.kind !== 'explained_view') {
      return rowsResult(TRANSLATION, [[printStatement(statement.statement)]], 'EXPLAIN');
    }
    const settings = explainOptions(statement, option => [...sql.slice(0, option.span.start)].length + 1);
    const lines = await explained(statement, session, sql, settings, given);
    return rowsResult(
      planColumns(settings.format),
      lines.map(line => [line]),
      'EXPLAIN',
    );
  },
};

const NO_PLAN = 'Utility statements have no plan structure';

function isTranslation({options}: Explain): boolean {
  return options.some(({name}) => name === 'translate');
}

function planColumns(format: string): readonly ResultColumn[] {
  return [resultColumn('QUERY PLAN', format === 'json' ? JSON_TYPE : TEXT)];
}

async function explained(
  explain: Explain,
  session: SqlSession,
  sql: string,
  settings: ExplainSettings,
  given: Given,
): Promise<readonly string[]> {
  const {statement} = explain;
  if (settings.type !== 'physical') {
    const {rel, mode} = relOf(explain, session, sql, given);
    return explainRel(rel, planOptions(session, mode), settings);
  }
  switch (statement.kind) {
    case 'declare_cursor':
      return explained({...explain, statement: statement.query}, session, sql, settings, given);
    case 'create_table_as': {
      const {query, text, parameterTypes, values} = sourceOf(statement, session, sql, given);
      const planned = (): PlannedStatement =>
        planStatement(session, query, text, parameterTypes, 'user', false, PERFORMS);
      return explainRun(session, planned, values, settings, measure =>
        createAs(statement, session, sql, given, measure),
      );
    }
    case 'execute': {
      const {planned, values} = boundExecute(statement, session, sql);
      if (!planned) return [NO_PLAN];
      return explainRun(session, () => planned, values, settings);
    }
    case 'refresh':
      return [NO_PLAN];
    case 'explained_view':
      return explainView(session, statement, sql, settings);
  }
  if (isPlannable(statement)) {
    const plan = (): PlannedStatement => planStatement(session, statement, sql, given.types, 'user', true, PERFORMS);
    return explainRun(session, plan, given.values, settings);
  }
  if (settings.analyze) {
    throw notSupported(
      `EXPLAIN ANALYZE of ${statement.kind.replaceAll('_', ' ').toUpperCase()}`,
      undefined,
      'Create it, and use EXPLAIN ANALYZE MATERIALIZED VIEW.',
    );
  }
  const plan = planView(session, relOf(explain, session, sql, given).rel);
  return explainText(
    {root: explainTree({plan, counts: null}, settings), planningMs: null, executionMs: null},
    settings,
  );
}

function queryOf(statement: Explain['statement']): PlannableStatement | null {
  switch (statement.kind) {
    case 'declare_cursor':
      return statement.query.kind === 'query' ? statement.query : null;
    case 'create_table_as':
      return statement.source.kind === 'query' ? statement.source : null;
    case 'explained_view':
      return null;
  }
  return isPlannable(statement) ? statement : null;
}

/** Plans the statement, and with ANALYZE runs it to its end. */
async function explainRun(
  session: SqlSession,
  plan: () => PlannedStatement,
  values: readonly Datum[],
  settings: ExplainSettings,
  run = (measure: Measure, planned: PlannedStatement): Promise<Execution> =>
    session.runPlanned(planned, values, measure),
): Promise<string[]> {
  const begun = performance.now();
  const planned = plan();
  checkRights(session.catalog, planned.rights, session.currentRole);
  raiseConstants(session, planned);
  const {calls, stages} = planned;
  if (settings.analyze && calls.length + stages.length > 0) {
    throw notSupported('EXPLAIN ANALYZE of a statement that calls functions that act');
  }
  // What the calls give is not known.
  const shown = bindParameters(planned, [...values, ...stages.map(() => null)]);
  const planningMs = performance.now() - begun;
  if (!settings.analyze) {
    return explainText({root: treeOf(session, shown, settings, null), planningMs, executionMs: null}, settings);
  }
  const measure: Measure = {};
  const started = performance.now();
  const rows = await drain(await run(measure, planned));
  const executionMs = performance.now() - started;
  const result = await resultCounts(measure);
  const root = treeOf(session, shown, settings, {rows, result, steps: measure.write?.counts.steps ?? []});
  return explainText({root, planningMs, executionMs}, settings);
}

type Ran = {
  /** That the client would have got. */
  readonly rows: number;
  readonly result: Counts;
  readonly steps: readonly Counts[];
};
type Counts = readonly OperatorCounts[];

/** The plan of a query under its steps of WITH, or of a statement that writes under those before it. */
function treeOf(
  session: SqlSession,
  planned: PlannedStatement,
  settings: ExplainSettings,
  ran: Ran | null,
): ExplainNode {
  const {kind, plan, steps} = planned;
  const nodes: ExplainNode[] = [];
  steps.forEach((step, i) => {
    const last = kind !== 'select' && i === steps.length - 1;
    const run = {
      plan: step.plan,
      counts: ran && (ran.steps[i] ?? []),
      operation: step.kind,
      table: session.catalog.relation(step.table).name,
      rows: last ? (ran?.rows ?? 0) : 0,
    };
    nodes.push(explainWrite(run, last ? nodes.splice(0) : [], settings));
  });
  if (kind !== 'select') return nodes[0];
  const lookups = steps.length === 0;
  return withSteps(explainTree({plan: plan!, counts: ran && ran.result}, {...settings, lookups}), nodes);
}

/** What TYPE LOGICAL and OPTIMIZED show. Errors: 0A000 for what is no query. */
function relOf(explain: Explain, session: SqlSession, sql: string, {types}: Given): {rel: Rel; mode: 'once' | 'view'} {
  const rights = new NeededRights();
  const found = boundRel(explain, session, {sql, types}, rights);
  checkRights(session.catalog, rights, session.currentRole);
  return found;
}

function boundRel(
  {statement}: Explain,
  session: SqlSession,
  {sql, types}: {readonly sql: string; readonly types: Given['types']},
  rights: NeededRights,
): {rel: Rel; mode: 'once' | 'view'} {
  const own = {...bindOptions(session, sql, types), rights};
  switch (statement.kind) {
    case 'declare_cursor':
      if (statement.query.kind !== 'query') break;
      return {rel: bindStatement(statement.query, own).rel, mode: 'once'};
    case 'create_table_as':
      if (statement.source.kind === 'execute')
        return {rel: preparedRel(statement.source.name, session, rights), mode: 'once'};
      return {rel: bindStatement(statement.source, own).rel, mode: 'once'};
    case 'execute':
      return {rel: preparedRel(statement.name, session, rights), mode: 'once'};
    case 'explained_view':
      throw new SqlError('22023', 'EXPLAIN of a running view requires TYPE PHYSICAL');
  }
  if (isPlannable(statement)) return {rel: bindStatement(statement, own).rel, mode: 'once'};
  // The record that the binder makes is thrown away; so must be the OID it takes.
  const options = {...own, catalog: session.catalog.fork()};
  if (statement.kind === 'create_materialized_view') {
    return {rel: bindCreateMaterializedView(statement, options).rel, mode: 'view'};
  }
  if (statement.kind === 'create_sink') return {rel: bindCreateSink(statement, options).rel, mode: 'view'};
  throw notSupported(`EXPLAIN of ${statement.kind.replaceAll('_', ' ').toUpperCase()}`);
}

/** Of the prepared statement, its parameters left standing. Errors: 26000. */
function preparedRel(name: string, session: SqlSession, rights: NeededRights): Rel {
  const prepared = session.prepared.get(name);
  if (!prepared) throw new SqlError('26000', `prepared statement "${name}" does not exist`);
  if (!prepared.statement || !isPlannable(prepared.statement)) throw notSupported('EXPLAIN of this EXECUTE');
  const options = {...bindOptions(session, prepared.sql, prepared.declaredTypes), rights};
  return bindStatement(prepared.statement, options).rel;
}
