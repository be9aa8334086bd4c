import type {Datum} from '../types/datum.ts';
import type {FunctionRow} from './function-row.ts';

/** The signature of the row for `f(…, VARIADIC array)` begins with this. */
export const SPREAD = 'variadic ';

/** `f(…, VARIADIC array)`: the row of f over the array's elements. What NULL for the array gives, `nullArray` says. */
export function spreadRow(row: FunctionRow): FunctionRow {
  const fixed = row.args.length - 1;
  const last = row.args[fixed];
  return {
    ...row,
    signature: SPREAD + row.signature,
    args: [...row.args.slice(0, fixed), typeof last === 'object' ? {kind: 'array', element: last} : 'anyarray'],
    variadic: false,
    kernel: undefined,
    row: (args, context) => {
      const array = args[fixed] as readonly Datum[] | null;
      if (array === null && row.name !== 'format') return null;
      const values = array ?? [];
      if (row.strict && values.includes(null)) return null;
      const element = context.argTypes[fixed].element ?? context.argTypes[fixed];
      const argTypes = [...context.argTypes.slice(0, fixed), ...values.map(() => element)];
      const inner = {...context, argTypes, now: context.now};
      return row.row([...args.slice(0, fixed), ...values], inner);
    },
  };
}
