import type {AggregateCall, Expr} from '../../../expr/expr.ts';
import type {WindowCall} from '../../../expr/window-call.ts';
import {mapAggregate, mapWindowCall} from '../../../plan/rel-children.ts';
import {isCollatable} from '../../../types/collatable.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {BYTEA} from '../../../types/sql-type.ts';
import type {SqlType} from '../../../types/sql-type.ts';
import type {Collated} from './collate-expr.ts';
import {NONE, combine, ofType, requireAgreement} from './derivation.ts';
import type {Derivation, FindCollation} from './derivation.ts';
import {equalityKey, neededCollation, orderKey} from './derived-keys.ts';
import {isBytewise, totalKey} from './keys.ts';

// Calls of aggregates and window functions that put texts in order, or take equal ones for one.

/** `restored`: the call gives a key, of a text of this type. */
type CollatedCall<C> = {readonly call: C; readonly by: Derivation; readonly restored: SqlType | null};

/** Where a call stands: how its expressions are collated there. */
export type CallScope = {readonly find: FindCollation; readonly collate: (expr: Expr) => Collated};

/** Errors: 42P21, 42P22, 0A000. */
export function collateAggregate(call: AggregateCall, {find, collate}: CallScope): CollatedCall<AggregateCall> {
  const args = call.args.map(collate);
  const direct = (call.direct ?? []).map(collate);
  // Each key that values are put in order by has a collation of its own, with the direct argument that is compared with it.
  const by = combine(
    [...args, ...direct].map(part => part.by),
    find,
  );
  const plain = {call: mapAggregate(call, expr => collate(expr).expr), by: resultOf(call.type, by), restored: null};
  if (by.strength === 'none' && !call.order) return plain;
  if (call.distinct) for (const arg of args) requireAgreement(arg.by, find);
  return extreme(plain, args, by, find) ?? orderedCall(call, plain, args, by, find);
}

/** Errors: 42P21, 42P22. */
export function collateWindowCall(call: WindowCall, {find, collate}: CallScope): CollatedCall<WindowCall> {
  const args = call.args.map(collate);
  const by = combine(
    args.map(arg => arg.by),
    find,
  );
  const plain = {call: mapWindowCall(call, expr => collate(expr).expr), by: resultOf(call.type, by), restored: null};
  return extreme(plain, args, by, find) ?? plain;
}

function resultOf(type: SqlType, by: Derivation): Derivation {
  if (!isCollatable(type)) return NONE;
  return by.strength === 'none' ? ofType(type) : by;
}

/** min and max of texts by their keys, if they are not compared byte by byte; null: it is neither. */
function extreme<C extends AggregateCall | WindowCall>(
  plain: CollatedCall<C>,
  args: readonly Collated[],
  by: Derivation,
  find: FindCollation,
): CollatedCall<C> | null {
  const {call} = plain;
  const [, name] = /^(min|max)\((?:text|bpchar)\)$/.exec(call.signature) ?? [];
  if (!name) return null;
  const collation = neededCollation(by, find);
  if (isBytewise(collation)) return plain;
  const key = totalKey(args[0].expr, collation);
  const keyed = {...call, signature: `$${name}(bytea)`, args: [key], type: BYTEA};
  return {...plain, call: keyed, restored: call.type};
}

/** What puts its values in order, or takes each different one once. */
function orderedCall(
  call: AggregateCall,
  plain: CollatedCall<AggregateCall>,
  args: readonly Collated[],
  by: Derivation,
  find: FindCollation,
): CollatedCall<AggregateCall> {
  const within = call.direct !== undefined;
  const inOrder = within || /^(percentile_disc|mode|rank|dense_rank|percent_rank|cume_dist)\(/.test(call.signature);
  if (inOrder && call.order) {
    if (!args.some(({expr}) => isCollatable(expr.type))) return plain;
    const collation = neededCollation(by, find);
    return isBytewise(collation) ? plain : keyedWithin(call, plain, collation);
  }
  const folded = plain.call.order?.map((key, i) => {
    const original = call.order![i].expr;
    const at = call.args.findIndex(arg => arg === original);
    const of = at >= 0 ? args[at].by : ofType(key.expr.type);
    return {...key, expr: orderKey({expr: key.expr, by: of}, find)};
  });
  if (call.distinct) return distinctCall(plain, args, find);
  return folded ? {...plain, call: {...plain.call, order: folded}} : plain;
}

/** Errors: 0A000 where the values are more than counted. */
function distinctCall(
  plain: CollatedCall<AggregateCall>,
  args: readonly Collated[],
  find: FindCollation,
): CollatedCall<AggregateCall> {
  const {signature} = plain.call;
  const keys = args.map(arg => equalityKey(arg, find));
  if (/^count\(/.test(signature)) {
    return args.some(({expr}, i) => keys[i] !== expr) ? {...plain, call: {...plain.call, args: keys}} : plain;
  }
  if (args.every(({by}) => by.strength === 'none' || isBytewise(find(by.collation)))) return plain;
  const name = signature.slice(0, signature.indexOf('('));
  throw new SqlError('0A000', `${name}(DISTINCT) of a text in an ICU collation is not supported`);
}

/** Ordered-set and hypothetical-set aggregates look at their values by the order of the keys. */
function keyedWithin(
  call: AggregateCall,
  plain: CollatedCall<AggregateCall>,
  collation: ReturnType<FindCollation>,
): CollatedCall<AggregateCall> {
  const keyed = (expr: Expr): Expr => (isCollatable(expr.type) ? totalKey(expr, collation) : expr);
  const args = plain.call.args.map(keyed);
  const order = plain.call.order!.map(key => ({...key, expr: keyed(key.expr)}));
  const hypothetical = /^(rank|dense_rank|percent_rank|cume_dist)\(/.test(call.signature);
  const direct = hypothetical ? plain.call.direct?.map(keyed) : plain.call.direct;
  const restored = !hypothetical && isCollatable(call.type) ? call.type : null;
  if (restored?.kind === 'array') {
    throw new SqlError('0A000', 'several percentiles of a text in an ICU collation are not supported');
  }
  const type = restored ? BYTEA : call.type;
  return {...plain, call: {...plain.call, args, order, ...(direct ? {direct} : {}), type}, restored};
}
