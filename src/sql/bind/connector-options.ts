import type {Format, Options} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CastExpression, ConnectorOption, FormatClause, OptionValue} from '../ast/index.ts';
import type {BindContext} from './context.ts';

/** RisingWave's names for what we call otherwise, by connector. */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kafka: {
    'properties.bootstrap.server': 'brokers',
    'properties.bootstrap.servers': 'brokers',
    'scan.startup.mode': 'start',
    'properties.group.id': 'group',
  },
};

/** Formats in which a record is one row, as it stands; others change rows and need keys. */
const plainFormats = new Set(['plain']);

/** Options as text by lower-case name, whichever spelling they came in. Errors: 42601 one given twice. */
export function bindOptions(ctx: BindContext, connector: string, asts: readonly ConnectorOption[]): Options {
  const result: Record<string, string> = {};
  for (const ast of asts) {
    const name = aliases[connector]?.[ast.name] ?? ast.name;
    if (name in result) {
      throw new SqlError('42601', `option "${ast.name}" provided more than once`, {position: ctx.at(ast)});
    }
    result[name] = ast.value === null ? 'true' : optionText(ctx, ast.value);
  }
  return result;
}

/** A value as text; several are joined by commas. Errors: 42601 what is no constant. */
function optionText(ctx: BindContext, value: OptionValue): string {
  switch (value.kind) {
    case 'option_word':
      return value.word;
    case 'option_list':
      return value.items.map(item => optionText(ctx, item)).join(',');
    case 'string':
      return value.value;
    case 'integer':
    case 'numeric':
      return value.text;
    case 'boolean':
      return String(value.value);
    case 'cast':
      return castText(ctx, value);
    default:
      throw new SqlError('42601', 'option values must be constants', {position: ctx.at(value)});
  }
}

/** `INTERVAL '5' SECOND` is '5 second'. */
function castText(ctx: BindContext, ast: CastExpression): string {
  const text = optionText(ctx, ast.operand);
  const {intervalFields} = ast.type;
  return intervalFields && /^[\d.]+$/.test(text) ? `${text} ${intervalFields}` : text;
}

/** `FORMAT JSON` is `FORMAT PLAIN ENCODE JSON`. Errors: 0A000 other formats. */
export function bindFormat(ctx: BindContext, ast: FormatClause | null): Format | null {
  if (!ast) return null;
  const format = ast.format ?? 'plain';
  if (!plainFormats.has(format)) throw ctx.unsupported(`FORMAT ${format.toUpperCase()}`, ast);
  return {format, encode: ast.encode, options: bindOptions(ctx, '', ast.options)};
}
