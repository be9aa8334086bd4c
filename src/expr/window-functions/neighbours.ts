import type {Datum} from '../../types/datum.ts';
import {INTEGER, sameLayout} from '../../types/sql-type.ts';
import type {ParameterType} from '../function-row.ts';
import type {WindowFunctionRow, WindowPartition} from '../window-functions.ts';
import {windowFunction} from './define.ts';

export const neighbourFunctions: readonly WindowFunctionRow[] = [
  ...neighbour('lag', -1, 'value at the row so many before this one (1), or the default (NULL)'),
  ...neighbour('lead', 1, 'value at the row so many after this one (1), or the default (NULL)'),
];

function neighbour(name: string, direction: 1 | -1, description: string): WindowFunctionRow[] {
  const overloads: readonly (readonly ParameterType[])[] = [
    ['anyelement'],
    ['anyelement', INTEGER],
    ['anycompatible', INTEGER, 'anycompatible'],
  ];
  return overloads.map(args =>
    windowFunction(name, args, {
      returns: ([value, , other]) =>
        other && !sameLayout(value, other) ? {kind: value.kind, element: value.element} : value,
      reads: direction < 0 ? 'backward' : 'forward',
      description,
      start: partition => row => valueAt(partition, row, direction, args.length),
    }),
  );
}

function valueAt(partition: WindowPartition, row: number, direction: number, args: number): Datum {
  const offset = args > 1 ? partition.arg(1, row) : 1;
  if (offset === null) return null;
  const at = row + direction * (offset as number);
  if (at >= 0 && at < partition.rows) return partition.arg(0, at);
  return args > 2 ? partition.arg(2, row) : null;
}
