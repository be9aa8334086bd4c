import {shapeOf} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {BOOLEAN, INTEGER, multirangeTypeOf, type SqlType} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** Functions that take arrays apart: PostgreSQL manual, 9.19. */
export const arrayFunctions: readonly TableFunctionRow[] = [
  {
    oid: 2331,
    name: 'unnest',
    args: ['anyarray'],
    signature: 'unnest(anyarray)',
    returns: ([type]) => {
      const element = type.element!;
      return element.fields?.map(field => column(field.name, field.type)) ?? [column('unnest', element)];
    },
    rows: ([array], {argTypes}) => {
      const elements = array as readonly Datum[];
      // An array of composites comes apart into their fields.
      if (argTypes[0].element!.fields) return elements as readonly (readonly Datum[] | null)[];
      return elements.map(element => [element]);
    },
    rowType: ([{element}]) => (element!.fields ? element! : null),
    description: 'the elements of an array',
  },
  tableFunction(
    'unnest',
    ['anymultirange'],
    ([type]) => [column('unnest', multirangeTypeOf(type)!.range, false)],
    'the ranges of a multirange',
    ([ranges]) => (ranges as readonly Datum[]).map(range => [range]),
  ),
  tableFunction(
    '_pg_expandarray',
    ['anyarray'],
    ([type]) => [column('x', type.element!), column('n', INTEGER)],
    'the elements of an array with their places, from 1',
    ([array]) => (array as readonly Datum[]).map((item, i) => [item, i + 1]),
  ),
  subscripts([], 'the subscripts of a dimension'),
  subscripts([BOOLEAN], 'the subscripts of a dimension, backwards where asked'),
];

function subscripts(more: readonly SqlType[], description: string): TableFunctionRow {
  return tableFunction(
    'generate_subscripts',
    ['anyarray', INTEGER, ...more],
    () => [column('generate_subscripts', INTEGER, false)],
    description,
    ([array, number, reverse]) => {
      const {lengths, lowers} = shapeOf(array as readonly Datum[]);
      const dimension = (number as number) - 1;
      const rows = Array.from({length: lengths[dimension] ?? 0}, (_, i) => [lowers[dimension] + i]);
      return reverse ? rows.reverse() : rows;
    },
  );
}
