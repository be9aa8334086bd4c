import type {
  ConnectorOption,
  CreateSink,
  CreateSource,
  FormatClause,
  OptionValue,
  Subscribe,
  WatermarkDefinition,
} from '../ast/index.ts';
import {printTableElement} from './ddl.ts';
import {printExpression, printPrimary} from './expression.ts';
import {printFunctionExpression} from './from.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printQuery} from './query.ts';

export function printCreateSource(s: CreateSource): string {
  let text = `CREATE ${s.orReplace ? 'OR REPLACE ' : ''}SOURCE ${s.ifNotExists ? 'IF NOT EXISTS ' : ''}`;
  text += printPath(s.name.parts);
  if (s.elements !== null) text += ` (${s.elements.map(printElement).join(', ')})`;
  if (s.syntax === 'with') text += ` WITH ${printConnector(s.connector, s.options)}`;
  else {
    const name = s.generator === null ? printName(s.connector ?? '') : `LOAD GENERATOR ${printName(s.generator)}`;
    text += ` FROM ${name}`;
    if (s.options.length > 0) text += ` (${printOptions(s.options)})`;
  }
  return text + printFormat(s.format);
}

function printElement(element: NonNullable<CreateSource['elements']>[number]): string {
  return element.kind === 'watermark' ? printWatermark(element) : printTableElement(element);
}

function printWatermark(watermark: WatermarkDefinition): string {
  return `WATERMARK FOR ${printName(watermark.column)} AS ${printExpression(watermark.expression)}`;
}

function printConnector(connector: string | null, options: readonly ConnectorOption[]): string {
  const named = connector === null ? [] : [`connector = ${printString(connector)}`];
  return `(${[...named, ...options.map(printOption)].join(', ')})`;
}

function printOptions(options: readonly ConnectorOption[]): string {
  return options.map(printOption).join(', ');
}

function printOption({name, value}: ConnectorOption): string {
  const text = printPath(name.split('.'));
  return value === null ? text : `${text} = ${printOptionValue(value)}`;
}

function printOptionValue(value: OptionValue): string {
  switch (value.kind) {
    case 'option_word':
      return printName(value.word);
    case 'option_list':
      return `(${value.items.map(printOptionValue).join(', ')})`;
    case 'integer':
    case 'numeric':
      return value.text;
    case 'cast':
      return printFunctionExpression(value); // an option takes no `::`
    default:
      return printPrimary(value);
  }
}

function printFormat(format: FormatClause | null): string {
  if (format === null) return '';
  const head = format.format === null ? '' : `${printName(format.format)} ENCODE `;
  const options = format.options.length === 0 ? '' : ` (${printOptions(format.options)})`;
  return ` FORMAT ${head}${printName(format.encode)}${options}`;
}

export function printCreateSink(s: CreateSink): string {
  const name = `CREATE SINK ${s.ifNotExists ? 'IF NOT EXISTS ' : ''}${printPath(s.name.parts)}`;
  const from = s.from.kind === 'query' ? `AS ${printQuery(s.from)}` : `FROM ${printPath(s.from.parts)}`;
  return `${name} ${from} WITH ${printConnector(s.connector, s.options)}${printFormat(s.format)}`;
}

export function printSubscribe(s: Subscribe): string {
  let text = `SUBSCRIBE TO ${s.target.kind === 'query' ? `(${printQuery(s.target)})` : printPath(s.target.parts)}`;
  if (s.options.length > 0) text += ` WITH (${printOptions(s.options)})`;
  if (s.asOf !== null) text += ` AS OF ${printExpression(s.asOf)}`;
  return s.upTo === null ? text : `${text} UP TO ${printExpression(s.upTo)}`;
}
