import {nextRelId} from '../../plan/rel-id.ts';
import {someRel} from '../../plan/rel-children.ts';
import type {Rel, WorkingTableRel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, NUMERIC, sameType, type SqlType} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import {withoutTypmod} from '../../types/typmod.ts';
import type {CommonTable as CommonTableAst, FunctionCall, Query} from '../ast/index.ts';
import {isAggregate} from './aggregate-call.ts';
import {commonTypeOf} from './common-type.ts';
import type {CommonTable} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {asSubquery, bindQueryIn, coerceColumns} from './query.ts';
import type {BoundQuery, Surroundings} from './query.ts';
import {recursiveTerms} from './recursive-references.ts';
import {findNode} from './row-expression.ts';
import {bindMarks, selectingAdded, trackingOf} from './search-cycle.ts';
import {bindWith} from './with.ts';

/** A WITH query that names itself. Errors: 42P19, 42P10, 42804 where the step's types are not those it begins with, 0A000. */
export function bindRecursive(ctx: BindContext, ast: CommonTableAst, around: Surroundings): CommonTable {
  const marks = ast.cycle && bindMarks(ctx, ast.cycle);
  const terms = recursiveTerms(ctx, ast);
  const inner = withOf(ctx, ast.statement as Query, around);
  const base = asSubquery(bindQueryIn(ctx, terms.left, {...inner, keepUnknown: false}));
  if (ast.columns.length > base.columns.length) {
    const counts = `${base.columns.length} columns available but ${ast.columns.length} columns specified`;
    throw new SqlError('42P10', `WITH query "${ast.name}" has ${counts}`, {position: ctx.at(ast)});
  }
  const names = base.columns.map(({name}, i) => ast.columns[i] ?? name);
  const types = base.columns.map(({type}) => lasting(type));
  const own = types.map((type, i) => column(names[i], type));
  const tracking = ast.search || ast.cycle ? trackingOf(ctx, ast, own, marks) : null;
  const schema = [...own, ...(tracking?.columns ?? [])];
  const working: WorkingTableRel = {node: 'workingTable', id: nextRelId(), name: ast.name, schema};
  const table: CommonTable = {
    name: ast.name,
    rel: working,
    columns: schema.map(({name, type}, index) => ({
      name,
      expr: {op: 'column', index, type},
      tableOid: 0,
      attributeNumber: 0,
    })),
    nesting: around.parent ? around.parent.nesting : -1,
    added: tracking?.columns.length,
  };
  const commonTables = {table, rest: inner.commonTables};
  // One of a name that is there already is an error, once the query itself is found to be right.
  const unclear = tracking?.columns.some(({name}) => names.includes(name));
  const right = tracking && !unclear ? selectingAdded(ast, terms, tracking.columns) : terms.right;
  const step = asSubquery(bindQueryIn(ctx, right, {...inner, commonTables, keepUnknown: true}));
  const stepColumns = right === terms.right ? step.columns : step.columns.slice(0, -tracking!.columns.length);
  refuseAggregates(ctx, step.rel, working.id, terms.right);
  checkColumns(ctx, ast, base, stepColumns, types);
  tracking?.check();
  const begun = coerceColumns(ctx, base.rel, types);
  const goneOn = coerceColumns(
    ctx,
    step.rel,
    schema.map(({type}) => type),
  );
  const rel: Rel = {
    node: 'recursive',
    id: working.id,
    name: ast.name,
    base: tracking ? tracking.begin(begun) : begun,
    step: tracking ? tracking.goOn(goneOn) : goneOn,
    distinct: !terms.all,
    schema,
  };
  return {...table, rel};
}

function withOf(ctx: BindContext, query: Query, around: Surroundings): Surroundings {
  return query.with ? {...around, commonTables: bindWith(ctx, query.with, around)} : around;
}

/** The type as all iterations have it: a layout that only the first rows are known to fit is none. */
function lasting(type: SqlType): SqlType {
  if (type.kind === 'array') return arrayOf(lasting(type.element!));
  return type.kind === 'numeric' && type.precision === undefined ? NUMERIC : type;
}

function checkColumns(
  ctx: BindContext,
  ast: CommonTableAst,
  base: BoundQuery,
  step: BoundQuery['columns'],
  types: readonly SqlType[],
): void {
  if (base.columns.length !== step.length) {
    throw new SqlError('42601', 'each UNION query must have the same number of columns', {
      position: step[0]?.position ?? ctx.at(ast),
    });
  }
  step.forEach(({type}, i) => {
    const overall = commonTypeOf([types[i], type]);
    if (!overall) {
      const pair = `${typeName(withoutTypmod(types[i]))} and ${typeName(withoutTypmod(type))}`;
      throw new SqlError('42804', `UNION types ${pair} cannot be matched`, {position: step[i].position});
    }
    if (sameType(withoutLayout(overall), withoutLayout(types[i]))) return;
    const kinds = `${typeName(types[i])} in non-recursive term but type ${typeName(overall)} overall`;
    throw new SqlError('42804', `recursive query "${ast.name}" column ${i + 1} has type ${kinds}`, {
      position: base.columns[i].position,
      hint: 'Cast the output of the non-recursive term to the correct type.',
    });
  });
}

function withoutLayout(type: SqlType): SqlType {
  if (type.kind === 'array') return arrayOf(withoutLayout(type.element!));
  return type.digits ? {...type, digits: undefined} : type;
}

function refuseAggregates(ctx: BindContext, rel: Rel, id: number, ast: Query): void {
  const aggregates = someRel(
    rel,
    node =>
      node.node === 'aggregate' &&
      node.aggregates.length > 0 &&
      someRel(node.input, below => below.node === 'workingTable' && below.id === id),
  );
  if (!aggregates) return;
  const call = findNode(
    ast,
    node => node.kind === 'function_call' && isAggregate((node as FunctionCall).name.at(-1) ?? ''),
  );
  throw new SqlError('42P19', "aggregate functions are not allowed in a recursive query's recursive term", {
    position: call ? ctx.at(call) : undefined,
  });
}
