import {outermost} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import type {FormatSettings} from '../../types/io/format-settings.ts';
import {formatText} from '../../types/io/registry.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext} from '../function-row.ts';
import {populateField} from '../json/populate.ts';
import {callJavaScript, type JavaScriptSource} from './sandbox.ts';

const sources = new Map<string, JavaScriptSource>();

/**
 * A function in JavaScript over SQL values. Numbers and booleans are JavaScript's, bigint a BigInt, jsonb what it says,
 * arrays and composites arrays and objects, bytea a Uint8Array; all else, numeric too, is its text. `definition` is the
 * JSON of a JavaScriptSource. Errors: 38000, 54000, 53200, and 22P02 … where the result is none of the wanted type.
 */
export function runJavaScript(definition: string, args: readonly Datum[], context: CallContext): Datum {
  let source = sources.get(definition);
  if (!source) sources.set(definition, (source = JSON.parse(definition) as JavaScriptSource));
  const settings = formatOf(context);
  const values = args.map((arg, i) => encoded(arg, context.argTypes[i + 1], settings));
  const json = callJavaScript(definition, source, `[${values.join()}]`);
  return populateField(context.resultType, json, null, null, {call: context, binary: false});
}

/** `[tag, value]`, as the sandbox reads it. */
function encoded(value: Datum, type: SqlType, settings: FormatSettings): string {
  if (value === null) return '["v",null]';
  switch (type.kind) {
    case 'boolean':
    case 'smallint':
    case 'integer':
      return `["v",${String(value)}]`;
    case 'bigint':
      return `["n","${String(value)}"]`;
    case 'real':
    case 'double precision':
      return `["f","${String(value)}"]`;
    case 'json':
    case 'jsonb':
      return `["v",${value as string}]`;
    case 'bytea':
      return `["b","${Buffer.from(value as Uint8Array).toString('hex')}"]`;
    case 'array':
      return list(
        outermost<string>(
          value as readonly Datum[],
          sub => encoded(sub, type, settings),
          item => encoded(item, type.element!, settings),
        ),
      );
    case 'struct': {
      const fields = (type.fields ?? []).map(
        (field, i) =>
          `[${JSON.stringify(field.name)},${encoded((value as readonly Datum[])[i], field.type, settings)}]`,
      );
      return `["o",[${fields.join()}]]`;
    }
    default:
      return `["v",${JSON.stringify(formatText(type, value, settings))}]`;
  }
}

function list(items: readonly string[]): string {
  return `["a",[${items.join()}]]`;
}
