import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {INTEGER} from '../../types/sql-type.ts';
import {flattened, leafElement, shapeOf} from '../datum-order.ts';
import type {TableFunctionRow} from '../table-functions.ts';

/** Functions that take arrays apart: PostgreSQL manual, 9.19. */
export const arrayFunctions: readonly TableFunctionRow[] = [
  {
    oid: 2331,
    name: 'unnest',
    args: ['anyarray'],
    signature: 'unnest(anyarray)',
    returns: ([type]) => {
      const element = leafElement(type);
      // An array of composites comes apart into their fields.
      if (element.fields) return element.fields.map(field => column(field.name, field.type));
      return [column('unnest', element)];
    },
    rows: ([array], {argTypes}) => {
      const elements = array as readonly Datum[];
      const fields = argTypes[0].element?.fields;
      if (!fields) return flattened(elements, shapeOf(elements, false).length).map(element => [element]);
      return elements.map(element => (element === null ? fields.map(() => null) : (element as readonly Datum[])));
    },
    description: 'the elements of an array',
  },
  {
    oid: 1191,
    name: 'generate_subscripts',
    args: ['anyarray', INTEGER],
    signature: 'generate_subscripts(anyarray,int4)',
    returns: () => [column('generate_subscripts', INTEGER, false)],
    rows: function* ([array, dimension]) {
      let level: Datum = array;
      for (let i = 1; i < (dimension as number) && Array.isArray(level); i++) level = (level[0] ?? null) as Datum;
      if ((dimension as number) < 1 || !Array.isArray(level)) return;
      for (let i = 1; i <= level.length; i++) yield [i];
    },
    description: 'the subscripts of a dimension',
  },
];
