import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, JSON_TYPE, JSONB, type SqlType} from '../../types/sql-type.ts';
import {checkDomain} from '../domains.ts';
import type {CallContext} from '../function-row.ts';
import {jsonKind, jsonParts} from '../json/json-text.ts';
import {populateRecord} from '../json/populate.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

// json and jsonb as rows of declared columns: PostgreSQL manual, 9.16.1.

const kinds = [
  {prefix: 'json', type: JSON_TYPE},
  {prefix: 'jsonb', type: JSONB},
] as const;

/** The elements of an array of objects. Errors: 22023. */
function objects(name: string, json: string, binary: boolean): readonly string[] {
  const kind = jsonKind(json);
  if (kind !== 'array') {
    const what = binary ? 'a non-array' : kind === 'object' ? 'an object' : 'a scalar';
    throw new SqlError('22023', `cannot call ${name} on ${what}`);
  }
  const texts = jsonParts(json)!.map(({text}) => text);
  if (texts.every(text => jsonKind(text) === 'object')) return texts;
  throw new SqlError('22023', `argument of ${name} must be an array of objects`);
}

function filled(json: string, base: readonly Datum[] | null, binary: boolean, context: CallContext): readonly Datum[] {
  return populateRecord(context.resultType.fields!, json, base, {call: context, binary});
}

type Json = readonly [string | null];

const toRecord = kinds.flatMap(({prefix, type}) => {
  const binary = prefix === 'jsonb';
  const declared = {definedByCall: () => true};
  const nothing = (): Schema => [];
  const many = `${prefix}_to_recordset`;
  return [
    tableFunction(`${prefix}_to_record`, [type], nothing, 'an object as a row', ([json]: Json, context) =>
      [json === null ? context.resultType.fields!.map(() => null) : filled(json, null, binary, context)],
      {...declared, strict: false}), // prettier-ignore
    tableFunction(many, [type], nothing, 'an array of objects as rows', ([json]: readonly [string], context) =>
      objects(many, json, binary).map(text => filled(text, null, binary, context)), declared), // prettier-ignore
  ];
});

type Populate = readonly [Datum, string | null, boolean?];

/** A composite without fields of its own. */
function isRecord([base]: readonly SqlType[]): boolean {
  return base.kind === 'record' && !base.fields;
}

const populate = kinds.map(({prefix, type}) => {
  const name = `${prefix}_populate_recordset`;
  const binary = prefix === 'jsonb';
  return tableFunction(
    name,
    ['anyelement', type, ...(binary ? [] : [BOOLEAN])],
    ([base]) => {
      if (base.fields) return base.fields.map(field => column(field.name, field.type));
      throw new SqlError('42804', `first argument of ${name} must be a row type`);
    },
    'an array of objects as rows of a composite type',
    ([base, json]: Populate, context) => {
      if (json === null) return [];
      const of = context.argTypes[0];
      return objects(name, json, binary).map(text => {
        const row = filled(text, base as readonly Datum[] | null, binary, context);
        if (of.domain !== undefined) checkDomain(of, row, context);
        return row;
      });
    },
    {
      strict: false,
      rowType: ([base]) => (base.fields ? base : null),
      definedByCall: isRecord,
      ...(binary ? {} : {optional: 1, names: ['base', 'from_json', 'use_json_as_text'], defaults: [false]}),
    },
  );
});

export const jsonRecordFunctions: readonly TableFunctionRow[] = [...toRecord, ...populate];
