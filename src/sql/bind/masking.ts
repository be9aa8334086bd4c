import type {CatalogColumn} from '../../catalog/object.ts';
import {type MaskingPolicy, maskingPolicyOf} from '../../catalog/masking.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {typeName} from '../../types/type-names.ts';
import type {CreateMaskingPolicy, Expression} from '../ast/index.ts';
import {parseMaskingBody} from '../parse/index.ts';
import {coerceExactly} from './coerce.ts';
import {collatedExpr} from './collation.ts';
import {BindContext, type BindOptions} from './context.ts';
import {bindExpression} from './expression.ts';
import {fixedIdentity} from './fixed-identity.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {bindTypeName} from './type-name.ts';

type Columns = readonly CatalogColumn[];

/** The rows of a relation as readers see them: masks in the places of masked columns; `kept`: the rows behind, as they are. */
export function maskedRows(ctx: BindContext, columns: Columns, rel: Rel, kept: boolean): Rel {
  if (!hasMasks(ctx, columns)) return rel;
  const raw = columnsOf(rel.schema);
  const masked = maskedColumns(ctx, columns, rel);
  const names = rel.schema.map(({name}) => name);
  return kept
    ? project(masked.rel, [...masked.exprs, ...raw], [...names, ...names])
    : project(masked.rel, masked.exprs, names);
}

export function hasMasks(ctx: BindContext, columns: Columns): boolean {
  return ctx.actingRole !== null && columns.some(({masking}) => masking !== undefined);
}

/**
 * What reading the columns gives, which are `raw` over `rel`: by default its rows begin with the relation's. What policies ask
 * of other relations stands in columns behind.
 */
export function maskedColumns(
  ctx: BindContext,
  columns: Columns,
  rel: Rel,
  raw: readonly Expr[] = columnsOf(columns),
): {readonly rel: Rel; readonly exprs: readonly Expr[]} {
  const level = new Level(null, null);
  level.rel = rel;
  const masks = columns.map((_, i) => maskedColumn(ctx, level, columns, raw, i));
  const placement = new Placement(level, rel);
  const exprs = placement.placeAll(masks);
  return {rel: placement.rel, exprs};
}

function maskedColumn(ctx: BindContext, level: Level, columns: Columns, raw: readonly Expr[], index: number): Expr {
  const {masking, type} = columns[index];
  if (!masking || ctx.actingRole === null) return raw[index];
  const policy = maskingPolicyOf(ctx.catalog, masking.policy);
  const others = masking.others.map(number => columns.findIndex((each, i) => numberOf(each, i) === number));
  // A policy that cannot be asked any more shows nothing.
  if (!policy || others.some(other => other < 0 || columns[other].dropped)) return {op: 'literal', value: null, type};
  const args = [index, ...others].map(place => raw[place]);
  return bodyOf(ctx, level, policy, args);
}

function numberOf({number}: CatalogColumn, index: number): number {
  return number ?? index + 1;
}

/** Over the arguments, which are over the level. Errors: those of the body, 42P17 where it reads what it masks. */
function bodyOf(ctx: BindContext, level: Level, policy: MaskingPolicy, args: readonly Expr[]): Expr {
  const {name, oid, parameters, returns, body, searchPath, names, owner} = policy;
  const under = ctx.options.underMasks ?? [];
  if (under.includes(oid)) throw new SqlError('42P17', `infinite recursion detected in masking policy "${name}"`);
  const inner = new BindContext({
    ...ctx.options,
    ...fixedIdentity(ctx.options),
    text: body,
    searchPath,
    parameterTypes: [],
    names: names ?? NO_NAMES,
    // Its owner vouches for what it reads and calls.
    rights: ctx.rights,
    as: owner,
    callAs: owner,
    trusted: false,
    underMasks: [...under, oid],
  });
  try {
    const bound = bindBody(inner, level, {parameters, returns, name}, args, parseMaskingBody(body));
    for (const needed of inner.dependencies) ctx.dependencies.add(needed);
    return bound;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new SqlError(error.code, error.message, {
      ...error.fields,
      position: undefined,
      where: `masking policy "${name}"`,
    });
  }
}

/** Of policies that name no relation. */
const NO_NAMES = {relations: {}, columns: {}};

type Head = Pick<MaskingPolicy, 'parameters' | 'returns' | 'name'>;

function bindBody(
  ctx: BindContext,
  level: Level,
  {parameters, returns, name}: Head,
  args: readonly Expr[],
  ast: Expression,
): Expr {
  level.items = [
    {
      alias: null,
      schema: null,
      hiddenName: null,
      columns: parameters.map((parameter, index) => ({
        name: parameter.name,
        expr: args[index],
        tableOid: 0,
        attributeNumber: 0,
      })),
      columnsVisible: true,
      nameVisible: false,
    },
  ];
  const bound = bindExpression(ctx, {level, clause: 'masking policies'}, ast);
  if (level.pending.some(({kind}) => kind !== 'subquery')) {
    throw new SqlError('0A000', 'set-returning functions are not allowed in masking policies', {position: ctx.at(ast)});
  }
  const coerced = coerceExactly(ctx, bound, returns, 'assignment', ctx.positionOf(bound));
  if (coerced) return coerced;
  const types = `${typeName(returns)}, but its body gives ${typeName(bound.type)}`;
  throw new SqlError('42804', `masking policy "${name}" returns ${types}`, {position: ctx.positionOf(bound)});
}

/** A new masking policy, checked. Errors: those of types and of the body, 42601, 42804, 0A000. */
export function bindMaskingPolicy(
  ast: CreateMaskingPolicy,
  options: BindOptions,
): Pick<MaskingPolicy, 'parameters' | 'returns' | 'body' | 'names'> {
  const ctx = new BindContext(options);
  const parameters = ast.parameters.map(({name, type}) => ({name, type: bindTypeName(ctx, type)}));
  const twice = parameters.find(({name}, i) => parameters.findIndex(other => other.name === name) !== i);
  if (twice) throw new SqlError('42P13', `parameter name "${twice.name}" used more than once`);
  const returns = bindTypeName(ctx, ast.returns);
  const name = ast.name.parts[ast.name.parts.length - 1];
  return {parameters, returns, ...checkedBody(ctx, {parameters, returns, name}, ast.body)};
}

/** Another body for a policy. Errors: as of `bindMaskingPolicy`. */
export function bindMaskingBody(
  policy: MaskingPolicy,
  ast: Expression,
  options: BindOptions,
): Pick<MaskingPolicy, 'body' | 'names'> {
  return checkedBody(new BindContext(options), policy, ast);
}

function checkedBody(ctx: BindContext, head: Head, ast: Expression): Pick<MaskingPolicy, 'body' | 'names'> {
  const args = head.parameters.map(({type}, index): Expr => ({op: 'column', index, type}));
  const level = new Level(null, null);
  const bound = bindBody(ctx, level, head, args, ast);
  // With subqueries in it that is found out when it is read.
  if (level.pending.length === 0) collatedExpr(ctx, bound, head.parameters);
  return {body: ctx.source(ast), names: ctx.found};
}
