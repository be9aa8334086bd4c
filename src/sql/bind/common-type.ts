import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {NUMERIC, TEXT, arrayOf, baseOf, sameKind, sameType} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {withoutTypmod} from '../../types/typmod.ts';
import {coerceExactly} from './coerce.ts';
import type {BindContext} from './context.ts';
import {canCoerce, categoryOf, isPreferred} from './type-category.ts';

/** What is being brought to one type, as the messages name it: CASE, UNION, VALUES, COALESCE, ARRAY … */
type Construct = string;

/**
 * The type that all of the alternatives take (manual, 10.5). Errors: 42804 with the place of the one that does not fit.
 */
export function commonType(ctx: BindContext, exprs: readonly Expr[], construct: Construct): SqlType {
  return commonOf(
    exprs.map(expr => expr.type),
    (chosen, i) => {
      const names = `${kindName(chosen)} and ${kindName(exprs[i].type)}`;
      return new SqlError('42804', `${construct} types ${names} cannot be matched`, {
        position: ctx.positionOf(exprs[i]),
      });
    },
  );
}

/** As `commonType`, of types alone; null when they do not match. */
export function commonTypeOf(types: readonly SqlType[]): SqlType | null {
  try {
    return commonOf(types, () => new SqlError('42804', 'no common type'));
  } catch {
    return null;
  }
}

function commonOf(types: readonly SqlType[], mismatch: (chosen: SqlType, index: number) => SqlError): SqlType {
  // A domain is the common type where nothing else stands beside it; else its base type is weighed.
  if (types[0].domain !== undefined && types.every(type => sameType(type, types[0]))) return types[0];
  return commonBase(types.map(baseOf), mismatch);
}

function commonBase(types: readonly SqlType[], mismatch: (chosen: SqlType, index: number) => SqlError): SqlType {
  let chosen = types[0];
  for (const [i, type] of types.entries()) {
    if (type.kind === 'unknown' || sameKind(type, chosen)) continue;
    if (chosen.kind === 'unknown') chosen = type;
    else if (categoryOf(type) !== categoryOf(chosen)) throw mismatch(chosen, i);
    else if (!isPreferred(chosen) && canCoerce(chosen, type, 'implicit') && !canCoerce(type, chosen, 'implicit')) {
      chosen = type;
    }
  }
  if (chosen.kind === 'unknown') return TEXT;
  return withCommonModifiers(chosen, types);
}

/** Modifiers survive only where all agree; a numeric layout, where all have one of the same scale. */
function withCommonModifiers(chosen: SqlType, types: readonly SqlType[]): SqlType {
  const known = types.filter(type => type.kind !== 'unknown');
  if (known.every(type => sameType(type, chosen))) return known.length === types.length ? chosen : plain(chosen);
  if (chosen.kind === 'numeric') return commonNumeric(known);
  if (chosen.kind === 'array' && chosen.element!.kind === 'numeric') {
    return arrayOf(commonNumeric(known.map(type => type.element ?? NUMERIC)));
  }
  if (chosen.kind === 'struct') return chosen;
  return withoutTypmod(chosen);
}

function plain(type: SqlType): SqlType {
  return type.kind === 'numeric' ? NUMERIC : withoutTypmod(type);
}

function commonNumeric(types: readonly SqlType[]): SqlType {
  const scale = types[0].digits?.scale;
  if (scale === undefined || types.some(type => type.digits?.scale !== scale)) return NUMERIC;
  return {kind: 'numeric', digits: {precision: Math.max(...types.map(type => type.digits!.precision)), scale}};
}

/** Each of the alternatives as the common type. Errors: 42846. */
export function coerceAll(
  ctx: BindContext,
  exprs: readonly Expr[],
  to: SqlType,
  constructs: (index: number) => Construct,
): Expr[] {
  return exprs.map((expr, i) => coerceTo(ctx, expr, to, constructs(i)));
}

/** One of them. Errors: 42846. */
export function coerceTo(ctx: BindContext, expr: Expr, to: SqlType, construct: Construct): Expr {
  const position = ctx.positionOf(expr);
  const coerced = coerceExactly(ctx, expr, to, 'implicit', position);
  if (coerced) return coerced;
  const names = `${kindName(expr.type)} to ${kindName(to)}`;
  throw new SqlError('42846', `${construct} could not convert type ${names}`, {position});
}
