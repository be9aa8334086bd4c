import type {Expr} from '../../expr/expr.ts';
import type {FunctionRow} from '../../expr/function-row.ts';
import {aggregatesNamed, functionsNamed} from '../../expr/registry.ts';
import {tableFunctionsNamed} from '../../expr/table-functions.ts';
import {windowFunctionsNamed} from '../../expr/window-functions.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {FunctionCall} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {movesByItself} from './moving.ts';
import {callMatched} from './operator.ts';
import {resolveOverload} from './overload.ts';
import {isPostgresFunction} from './unsupported.ts';

/** A call of a plain function that a construct stands for. Errors: 42883, 42725. */
export function callNamed(ctx: BindContext, name: string, args: readonly Expr[], offset: number): Expr {
  const position = ctx.at(offset);
  const match = resolveOverload(
    functionsNamed(name, 'function'),
    args.map(arg => arg.type),
  );
  if (typeof match === 'string')
    throw noFunction(
      name,
      args.map(arg => arg.type),
      match,
      position,
    );
  refuseMoving(ctx, match.row, position);
  return callMatched(ctx, match, args, position);
}

export function noFunction(
  name: string,
  args: readonly SqlType[],
  why: 'none' | 'ambiguous',
  position: number,
  named: readonly FunctionCall['args'][number][] = [],
): SqlError {
  const types = args.map((type, i) => {
    const arg = named[i];
    return arg?.kind === 'named_argument' ? `${arg.name} => ${kindName(type)}` : kindName(type);
  });
  const shown = `${name}(${types.join(', ')})`;
  if (why === 'ambiguous') {
    return new SqlError('42725', `function ${shown} is not unique`, {
      hint: 'Could not choose a best candidate function. You might need to add explicit type casts.',
      position,
    });
  }
  if (isUnsupported(name)) return notSupported(`function ${name}()`, position);
  return new SqlError('42883', `function ${shown} does not exist`, {
    hint: 'No function matches the given name and argument types. You might need to add explicit type casts.',
    position,
  });
}

function isUnsupported(qualified: string): boolean {
  const name = qualified.replace(/^pg_catalog\./, '');
  const here = [
    functionsNamed(name, 'function'),
    aggregatesNamed(name),
    tableFunctionsNamed(name),
    windowFunctionsNamed(name),
  ];
  return isPostgresFunction(name) && here.every(({length}) => length === 0);
}

/** What a materialized view shows may change only because rows did. Errors: 0A000. */
export function refuseMoving(ctx: BindContext, row: FunctionRow, position: number): void {
  const {lasting} = ctx.options;
  if (!lasting || !movesByItself(row)) return;
  throw new SqlError('0A000', `${row.name}() in a ${lasting} is not supported yet`, {
    detail: 'Its value changes though no row does.',
    position,
  });
}
