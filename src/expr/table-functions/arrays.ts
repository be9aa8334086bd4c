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
      // Composites that were not declared come apart into their fields; the others do where a FROM clause has them.
      if (element.fields && element.oid === undefined)
        return element.fields.map(field => column(field.name, field.type));
      return [column('unnest', element)];
    },
    rows: ([array], {argTypes}) => {
      const elements = array as readonly Datum[];
      const fields = argTypes[0].element?.fields;
      if (!fields || argTypes[0].element!.oid !== undefined) return elements.map(element => [element]);
      return elements.map(element => (element === null ? fields.map(() => null) : (element as readonly Datum[])));
    },
    description: 'the elements of an array',
  },
  tableFunction(
    'unnest',
    ['anymultirange'],
    ([type]) => [column('unnest', multirangeTypeOf(type)!.range, false)],
    'the ranges of a multirange',
    ([ranges]) => (ranges as readonly Datum[]).map(range => [range]),
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
