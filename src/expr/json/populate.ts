import {type ArrayShape, withShape} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {parseText} from '../../types/io/registry.ts';
import {parseJson} from '../../types/json-parse.ts';
import {printJson, quoteJson} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {type Field, type SqlType, baseOf} from '../../types/sql-type.ts';
import {applyTypmod} from '../../types/typmod.ts';
import {checkDomain, checkDomains} from '../domains.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext} from '../function-row.ts';
import {jsonAsText, jsonKind, jsonParts} from './json-text.ts';

// Values of SQL types out of JSON: what json_populate_record and json_to_record are made of. The JSON is text: json as it
// was written, or jsonb's canonical text, whose parts are canonical too.

type Context = {readonly call: CallContext; readonly binary: boolean};

/**
 * The fields of a composite out of an object; `base`: what stands where the object says nothing, and is taken to be as its
 * domains ask. Errors: 22023, 22P02, 23502, 23514 …
 */
export function populateRecord(
  fields: readonly Field[],
  json: string,
  base: readonly Datum[] | null,
  context: Context,
): readonly Datum[] {
  const kind = jsonKind(json);
  if (kind !== 'object') {
    throw new SqlError('22023', `cannot call populate_composite on ${kind === 'array' ? 'an array' : 'a scalar'}`);
  }
  const members = new Map(jsonParts(json)!.map(({key, text}) => [key, text]));
  return fields.map((field, i) => {
    const text = members.get(field.name);
    const old = base?.[i] ?? null;
    if (text === undefined) return base ? old : orNull(field.type, context);
    return populateField(field.type, text, field.name, old, context);
  });
}

/** A value of the type out of JSON of any form; a string stands for its text. */
export function populateField(type: SqlType, json: string, key: string | null, base: Datum, context: Context): Datum {
  if (type.domain !== undefined) {
    return checkDomain(type, populateField(baseOf(type), json, key, base, context), context.call);
  }
  const kind = jsonKind(json);
  if (kind === 'null') return null;
  // A string stands for the text form of whatever type.
  if (kind !== 'string') {
    if (type.kind === 'array') return new ArrayFill(type.element!, key, context).fill(json);
    if (type.kind === 'struct' && type.fields) {
      return populateRecord(type.fields, json, base as readonly Datum[] | null, context);
    }
  }
  return applyTypmod(type, scalar(type, json, context), 'implicit');
}

/** The absence of a value, which the type may not take. */
function orNull(type: SqlType, {call}: Context): null {
  if (type.domain !== undefined) checkDomain(type, null, call);
  return null;
}

function scalar(type: SqlType, json: string, {call, binary}: Context): Datum {
  if (type.kind === 'json') return jsonKind(json) === 'string' ? quoteJson(jsonAsText(json)!) : json;
  if (type.kind === 'jsonb') return binary ? json : printJson(parseJson(json));
  return checkDomains(type, parseText(type, jsonAsText(json)!, formatOf(call)), call);
}

/** One JSON array becoming an SQL array, whose dimensions the first element that is no array settles. */
class ArrayFill {
  private readonly element: SqlType;
  private readonly key: string | null;
  private readonly context: Context;
  private readonly items: Datum[] = [];
  private dimensions = 0;
  private readonly lengths: number[] = [];
  /** Where in each dimension the walk is. */
  private readonly counts: number[] = [];

  constructor(element: SqlType, key: string | null, context: Context) {
    this.element = element;
    this.key = key;
    this.context = context;
  }

  fill(json: string): readonly Datum[] {
    this.level(json, 1);
    const shape: ArrayShape = {lengths: this.lengths, lowers: this.lengths.map(() => 1)};
    return this.items.length === 0 ? [] : withShape(this.items, shape);
  }

  private level(json: string, depth: number): void {
    if (jsonKind(json) !== 'array') throw this.noArray(depth - 1);
    const parts = jsonParts(json)!;
    if (this.dimensions === 0 && (parts.length === 0 || jsonKind(parts[0].text) !== 'array')) this.dimensions = depth;
    this.counts[depth - 1] = 0;
    for (const {text} of parts) {
      if (this.dimensions > 0 && depth >= this.dimensions) {
        this.items.push(populateField(this.element, text, null, null, this.context));
      } else {
        this.level(text, depth + 1);
      }
      this.counts[depth - 1]++;
    }
    const known = this.lengths[depth - 1] as number | undefined;
    if (known === undefined) this.lengths[depth - 1] = parts.length;
    else if (known !== parts.length) {
      throw new SqlError('22P02', 'malformed JSON array', {
        detail: 'Multidimensional arrays must have sub-arrays with matching dimensions.',
      });
    }
  }

  private noArray(depth: number): SqlError {
    const indices = this.counts.slice(0, depth).map(index => `[${index}]`);
    const where = depth > 0 ? `array element ${indices.join('')}` : 'value';
    const key = this.key === null ? '' : ` of key "${this.key}"`;
    return new SqlError('22P02', 'expected JSON array', {
      hint: depth > 0 || this.key !== null ? `See the ${where}${key}.` : undefined,
    });
  }
}
