import type {CatalogColumn} from '../../catalog/object.ts';
import {type MaskingPolicy, maskingPolicyOf} from '../../catalog/masking.ts';
import {NeededRights} from '../../catalog/needed-rights.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, project} from '../../plan/build.ts';
import {substituteColumns} from '../../plan/columns.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import type {CreateMaskingPolicy, Expression} from '../ast/index.ts';
import {parseMaskingBody} from '../parse/index.ts';
import {coerceExactly} from './coerce.ts';
import {collatedExpr} from './collation.ts';
import {BindContext, type BindOptions} from './context.ts';
import {bindExpression} from './expression.ts';
import {fixedIdentity} from './fixed-identity.ts';
import {Level} from './level.ts';
import {bindTypeName} from './type-name.ts';

type Columns = readonly CatalogColumn[];

/** The rows of a relation as readers see them: masks in the places of masked columns. */
export function maskedRows(ctx: BindContext, columns: Columns, rel: Rel): Rel {
  if (!hasMasks(ctx, columns)) return rel;
  const raw = columnsOf(rel.schema);
  return project(
    rel,
    raw.map((_, i) => maskedColumn(ctx, columns, i)),
    rel.schema.map(({name}) => name),
  );
}

export function hasMasks(ctx: BindContext, columns: Columns): boolean {
  return ctx.actingRole !== null && columns.some(({masking}) => masking !== undefined);
}

/** What reading column `index` gives, over a row of the relation. */
export function maskedColumn(ctx: BindContext, columns: Columns, index: number): Expr {
  const raw = columnsOf(columns);
  const {masking, type} = columns[index];
  if (!masking || ctx.actingRole === null) return raw[index];
  const policy = maskingPolicyOf(ctx.catalog, masking.policy);
  const others = masking.others.map(number => columns.findIndex((each, i) => numberOf(each, i) === number));
  // A policy that cannot be asked any more shows nothing.
  if (!policy || others.some(other => other < 0 || columns[other].dropped)) return {op: 'literal', value: null, type};
  const args = [index, ...others].map(place => raw[place]);
  return substituteColumns(bodyOf(ctx.options, policy), args);
}

function numberOf({number}: CatalogColumn, index: number): number {
  return number ?? index + 1;
}

/** Over the parameters as columns. Errors: those of the body. */
function bodyOf(options: BindOptions, policy: MaskingPolicy): Expr {
  const {parameters, returns, body, searchPath} = policy;
  const inner = new BindContext({
    ...options,
    ...fixedIdentity(options),
    text: body,
    searchPath,
    parameterTypes: [],
    names: undefined,
    // Its owner vouches for what it calls.
    rights: new NeededRights(),
    trusted: false,
  });
  return bindBody(inner, parameters, returns, parseMaskingBody(body), policy.name);
}

function bindBody(
  ctx: BindContext,
  parameters: MaskingPolicy['parameters'],
  returns: SqlType,
  ast: Expression,
  name: string,
): Expr {
  const level = new Level(null, null);
  level.items = [
    {
      alias: null,
      schema: null,
      hiddenName: null,
      columns: parameters.map((parameter, index) => ({
        name: parameter.name,
        expr: {op: 'column', index, type: parameter.type},
        tableOid: 0,
        attributeNumber: 0,
      })),
      columnsVisible: true,
      nameVisible: false,
    },
  ];
  const bound = collatedExpr(ctx, bindExpression(ctx, {level, clause: 'masking policies'}, ast), parameters);
  if (level.pending.length > 0) throw ctx.unsupported('a subquery in a masking policy', ast);
  const coerced = coerceExactly(ctx, bound, returns, 'assignment', ctx.positionOf(bound));
  if (coerced) return coerced;
  const types = `${typeName(returns)}, but its body gives ${typeName(bound.type)}`;
  throw new SqlError('42804', `masking policy "${name}" returns ${types}`, {position: ctx.positionOf(bound)});
}

/** A new masking policy, checked. Errors: those of types and of the body, 42601, 42804, 0A000. */
export function bindMaskingPolicy(
  ast: CreateMaskingPolicy,
  options: BindOptions,
): Pick<MaskingPolicy, 'parameters' | 'returns' | 'body'> {
  const ctx = new BindContext(options);
  const parameters = ast.parameters.map(({name, type}) => ({name, type: bindTypeName(ctx, type)}));
  const twice = parameters.find(({name}, i) => parameters.findIndex(other => other.name === name) !== i);
  if (twice) throw new SqlError('42P13', `parameter name "${twice.name}" used more than once`);
  const returns = bindTypeName(ctx, ast.returns);
  bindBody(ctx, parameters, returns, ast.body, ast.name.parts[ast.name.parts.length - 1]);
  return {parameters, returns, body: ctx.source(ast.body)};
}

/** Another body for a policy. Errors: as of `bindMaskingPolicy`. */
export function bindMaskingBody(policy: MaskingPolicy, ast: Expression, options: BindOptions): string {
  const ctx = new BindContext(options);
  bindBody(ctx, policy.parameters, policy.returns, ast, policy.name);
  return ctx.source(ast);
}
