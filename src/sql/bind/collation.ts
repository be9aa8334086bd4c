import type {Collation} from '../../catalog/system/collations.ts';
import {collationByOid, collationName, collationNamed} from '../../catalog/collation.ts';
import type {CatalogColumn} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {Rel} from '../../plan/rel.ts';
import {isCollatable, withCollation} from '../../types/collatable.ts';
import {SqlError} from '../../types/sql-error.ts';
import {TEXT, baseOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CollateExpression, Node} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {coerce} from './coerce.ts';
import {collateExpr, mentionsCollation} from './collate/collate-expr.ts';
import {collateRel} from './collate/collate-rel.ts';
import type {Surroundings} from './collate/collate-rel.ts';
import {ofType} from './collate/derivation.ts';
import {marked} from './collate/keys.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {checkSchema} from './relation.ts';

/** `x COLLATE c`: what it means is decided when the whole statement is bound (`collated`). Errors: 42804, 42704, 3F000. */
export function bindCollate(ctx: BindContext, env: Env, ast: CollateExpression): Expr {
  const bound = bindExpression(ctx, env, ast.operand);
  const operand = bound.type.kind === 'unknown' ? coerce(ctx, bound, TEXT, 'implicit')! : bound;
  if (!isCollatable(baseOf(operand.type))) {
    throw new SqlError('42804', `collations are not supported by type ${kindName(operand.type)}`, {
      position: ctx.at(ast),
    });
  }
  const collation = findCollation(ctx, ast.collation, ast);
  // The database's own is what there is without it; an untyped literal stays one then, so that operators choose freely.
  return marked(operand, collation.oid, ctx.at(ast));
}

/** Errors: 42704 none of that name, 3F000. */
export function findCollation(ctx: BindContext, name: readonly string[], where: Node): Collation {
  checkSchema(ctx, name, where);
  if (name.length > 1 && !ctx.catalog.hasSchema(name[name.length - 2])) {
    throw new SqlError('3F000', `schema "${name[name.length - 2]}" does not exist`, {position: ctx.at(where)});
  }
  const found = collationNamed(ctx.catalog, name, ctx.options.searchPath);
  if (!found) {
    throw new SqlError('42704', `collation "${name.join('.')}" for encoding "UTF8" does not exist`, {
      position: ctx.at(where),
    });
  }
  if (found.oid >= 16384) ctx.dependencies.add(found.oid);
  return found;
}

/** The type with the collation that is written behind it. Errors: 42704, 42804. */
export function withWrittenCollation(
  ctx: BindContext,
  type: SqlType,
  name: readonly string[] | null,
  where: Node,
): SqlType {
  if (!name) return type;
  const {oid} = findCollation(ctx, name, where);
  if (!isCollatable(type)) {
    throw new SqlError('42804', `collations are not supported by type ${kindName(type)}`, {position: ctx.at(where)});
  }
  return withCollation(type, oid);
}

/** The plan of a whole statement or view, with the collations in it seen to. Errors: 42P21, 42P22, 0A000. */
export function collated(ctx: BindContext, rel: Rel): Rel {
  return collateRel(rel, surroundings(ctx));
}

/** The same of an expression over the columns of a table. */
export function collatedExpr(ctx: BindContext, expr: Expr, columns: readonly Pick<CatalogColumn, 'type'>[]): Expr {
  if (!mentionsCollation(expr)) return expr;
  return collateExpr(expr, {...surroundings(ctx), columns: columns.map(({type}) => ofType(type)), outer: []}).expr;
}

function surroundings(ctx: BindContext): Surroundings {
  return {
    find: oid => collationByOid(ctx.catalog, oid),
    nameOf: collation => collationName(ctx.catalog, collation, ctx.options.searchPath),
    positionOf: expr => ctx.positionOf(expr),
  };
}

/** Errors: 42P22 a column for which no collation was found. */
export function requireCollations(rel: Rel, what: string): void {
  const without = rel.schema.find(({type}) => type.collation === 0);
  if (!without) return;
  const hint = 'Use the COLLATE clause to set the collation explicitly.';
  const message =
    what === 'VIEW'
      ? `could not determine which collation to use for view column "${without.name}"`
      : `no collation was derived for column "${without.name}" with collatable type ${kindName(without.type)}`;
  throw new SqlError('42P22', message, {hint});
}

/** Where texts are only in the order of their bytes. Errors: 42704, 0A000 another order. */
export function refuseLanguage(ctx: BindContext, name: readonly string[], where: Node, what: string): void {
  const {icuLocale} = findCollation(ctx, name, where);
  if (icuLocale !== null) throw ctx.unsupported(`ICU collation "${name.join('.')}" for ${what}`, where);
}
