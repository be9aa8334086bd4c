import type {Datum} from '../../types/datum.ts';
import {jsonObject, printJson, quoteJson} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {JSON_TYPE, JSONB, type SqlType} from '../../types/sql-type.ts';
import {formatOf} from '../format-context.ts';
import {jsonKeyOf, jsonOf, jsonTextOf} from '../json/from-datum.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import {firstArguments, type FoldContext, type OrderedValues} from './fold.ts';

const composites = ['array', 'struct', 'record'];

/** `[1, 2]`; composites and arrays each on a line, as Postgres writes them. */
function jsonArrayText(values: OrderedValues, context: FoldContext): string {
  const [type] = context.argTypes;
  const format = formatOf(context);
  const lines = composites.includes(type.kind);
  let text = '';
  for (const value of firstArguments(values)) {
    if (text !== '') text += lines && value !== null ? ', \n ' : ', ';
    text += jsonTextOf(value, type, format);
  }
  return `[${text}]`;
}

function* members(values: OrderedValues, context: FoldContext): Generator<readonly [key: string, value: Datum]> {
  for (const {row, times} of values.rows()) {
    const key = keyOf(row[0], context.argTypes[0], context);
    for (let i = 0; i < times; i++) yield [key, row[1]];
  }
}

/** Errors: 22023. */
function keyOf(value: Datum, type: SqlType, context: FoldContext): string {
  if (value === null) throw new SqlError('22023', 'field name must not be null');
  return jsonKeyOf(value, type, formatOf(context));
}

function jsonObjectText(values: OrderedValues, context: FoldContext): string {
  const format = formatOf(context);
  const texts = [...members(values, context)].map(
    ([key, value]) => `${quoteJson(key)} : ${jsonTextOf(value, context.argTypes[1], format)}`,
  );
  return `{ ${texts.join(', ')} }`;
}

export const jsonAggRows: readonly AggregateRow[] = [
  folded('json_agg', ['anyelement'], {
    description: 'values, NULLs included, as a JSON array',
    returns: () => JSON_TYPE,
    fold: () => ({
      finish: (values, _direct, context) => (values.count === 0 ? null : jsonArrayText(values, context)),
    }),
  }),
  folded('jsonb_agg', ['anyelement'], {
    description: 'values, NULLs included, as a JSON array',
    returns: () => JSONB,
    fold: () => ({
      finish(values, _direct, context) {
        if (values.count === 0) return null;
        const format = formatOf(context);
        return printJson([...firstArguments(values)].map(value => jsonOf(value, context.argTypes[0], format)));
      },
    }),
  }),
  folded('json_object_agg', ['any', 'any'], {
    description: 'keys and values as a JSON object',
    returns: () => JSON_TYPE,
    fold: () => ({
      finish: (values, _direct, context) => (values.count === 0 ? null : jsonObjectText(values, context)),
    }),
  }),
  folded('jsonb_object_agg', ['any', 'any'], {
    description: 'keys and values as a JSON object; of equal keys the last',
    returns: () => JSONB,
    fold: () => ({
      finish(values, _direct, context) {
        if (values.count === 0) return null;
        const format = formatOf(context);
        const pairs = [...members(values, context)].map(
          ([key, value]) => [key, jsonOf(value, context.argTypes[1], format)] as const,
        );
        return printJson(jsonObject(pairs));
      },
    }),
  }),
];
