import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {enumLabels} from '../../types/user-types.ts';
import {func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

// What an enum's labels are. The arguments count for their type alone, unless they are bounds.

const itself = ([type]: readonly SqlType[]): SqlType => type;
const rangeOf = ([type]: readonly SqlType[]): SqlType => arrayOf(type);

function positions({argTypes}: CallContext): number[] {
  return enumLabels(argTypes[0].oid!).map(({position}) => position);
}

/** Errors: 55000. */
function labelled(context: CallContext): number[] {
  const all = positions(context);
  if (all.length > 0) return all;
  throw new SqlError('55000', `enum ${kindName(context.argTypes[0])} contains no values`);
}

type Bounds = readonly [number | null, number | null];

export const enumRows: readonly FunctionRow[] = [
  func('enum_first', ['anyenum'], itself, 'first label of the enum', (_, context) => labelled(context)[0], {
    strict: false,
    volatility: 'stable',
  }),
  func('enum_last', ['anyenum'], itself, 'last label of the enum', (_, context) => labelled(context).at(-1)!, {
    strict: false,
    volatility: 'stable',
  }),
  func('enum_range', ['anyenum'], rangeOf, 'all labels of the enum in order', (_, context) => positions(context), {
    strict: false,
    volatility: 'stable',
  }),
  func(
    'enum_range',
    ['anyenum', 'anyenum'],
    rangeOf,
    'labels of the enum from one to another; NULL: from its first, to its last',
    ([from, to]: Bounds, context): Datum =>
      positions(context).filter(at => (from === null || at >= from) && (to === null || at <= to)),
    {strict: false, volatility: 'stable'},
  ),
];
