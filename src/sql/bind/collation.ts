import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import type {CollateExpression, Node} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {coerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {categoryOf} from './type-category.ts';
import {TEXT, baseOf} from '../../types/sql-type.ts';

/** There is one order of text, that of its bytes; these are its names. */
const collations = new Set(['default', 'C', 'POSIX', 'ucs_basic', 'C.UTF-8', 'C.utf8']);

export function bindCollate(ctx: BindContext, env: Env, ast: CollateExpression): Expr {
  const bound = bindExpression(ctx, env, ast.operand);
  const operand = bound.type.kind === 'unknown' ? coerce(ctx, bound, TEXT, 'implicit')! : bound;
  const type = baseOf(operand.type.kind === 'array' ? operand.type.element! : operand.type);
  if (categoryOf(type) !== 'S') {
    throw new SqlError('42804', `collations are not supported by type ${kindName(operand.type)}`, {
      position: ctx.at(ast),
    });
  }
  checkCollation(ctx, ast.collation, ast);
  // An unknown literal stays one, so that the operator around it still chooses freely.
  return bound;
}

/** Errors: 42704 none of that name, 0A000 ICU's. */
export function checkCollation(ctx: BindContext, name: readonly string[], where: Node): void {
  const last = name[name.length - 1];
  if (collations.has(last) && (name.length === 1 || name[0] === 'pg_catalog')) return;
  // Sorting by a language's rules needs sort keys, which ICU gives and JavaScript's Intl does not.
  if (last.endsWith('-x-icu')) throw ctx.unsupported(`collation "${name.join('.')}"`, where);
  throw new SqlError('42704', `collation "${name.join('.')}" for encoding "UTF8" does not exist`, {
    position: ctx.at(where),
  });
}
