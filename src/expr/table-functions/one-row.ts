import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** A value as a row: what a function that returns no set is in FROM. A composite is the row of its fields. */
export const oneRowFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    '$row',
    ['any'],
    ([type]) => (type.fields ?? [{name: '$row', type}]).map(field => column(field.name, field.type)),
    'the value as a row',
    ([value]: readonly [Datum], {argTypes: [{fields}]}) => {
      if (!fields) return [[value]];
      return [value === null ? fields.map(() => null) : (value as readonly Datum[])];
    },
    {strict: false},
  ),
];
