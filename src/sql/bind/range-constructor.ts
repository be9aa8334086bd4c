import {isType} from '../../catalog/object.ts';
import {typeOf} from '../../catalog/user-types.ts';
import type {Expr} from '../../expr/expr.ts';
import {MULTIRANGE_CONSTRUCTOR, ownConstructors, RANGE_CONSTRUCTOR} from '../../expr/functions/range.ts';
import type {FunctionCall} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {resolveCall} from './named-arguments.ts';
import {callMatched} from './operator.ts';

/** `floatrange(1, 2)`: a range or multirange that a user made, called by its name; null where there is none of it. */
export function bindRangeConstructor(ctx: BindContext, ast: FunctionCall, args: readonly Expr[]): Expr | null {
  const object = ctx.catalog.findType(ast.name, ctx.options.searchPath);
  if (!object || !isType(object)) return null;
  const type = typeOf(object);
  if (!type.bounds || type.domain !== undefined) return null;
  const match = resolveCall(ctx, ownConstructors(type), ast, args);
  if (typeof match !== 'object') return null;
  if (ast.variadic) throw ctx.unsupported(`VARIADIC for ${object.name}`, ast);
  ctx.dependencies.add(object.oid);
  const call = callMatched(ctx, match, match.args, ctx.at(ast));
  if (call.op !== 'call') return call;
  return {...call, signature: type.kind === 'range' ? RANGE_CONSTRUCTOR : MULTIRANGE_CONSTRUCTOR, type};
}
