import type {
  JsonArgument,
  JsonBehavior,
  JsonFormat,
  JsonKeyValue,
  JsonReturning,
  JsonValueExpression,
  JsonWrapper,
  SqlJsonExpression,
} from '../ast/index.ts';
import {printExpression, printOrderBy, printOver} from './expression.ts';
import {printName} from './identifier.ts';
import {printQuery} from './query.ts';
import {printTypeName} from './type-name.ts';

export function printJson(e: SqlJsonExpression): string {
  switch (e.kind) {
    case 'json_object': {
      const entries = e.entries.map(printKeyValue).join(', ');
      const absent = e.absentOnNull ? ' ABSENT ON NULL' : '';
      const unique = e.uniqueKeys ? ' WITH UNIQUE KEYS' : '';
      return call('JSON_OBJECT', entries + absent + unique + printReturning(e.returning));
    }
    case 'json_array': {
      const items = e.items.map(printJsonValue).join(', ');
      const nulls = e.absentOnNull ? '' : ' NULL ON NULL';
      return call('JSON_ARRAY', items + nulls + printReturning(e.returning));
    }
    case 'json_array_query':
      return call('JSON_ARRAY', printQuery(e.query) + printFormat(e.format) + printReturning(e.returning));
    case 'json_object_aggregate': {
      const absent = e.absentOnNull ? ' ABSENT ON NULL' : '';
      const unique = e.uniqueKeys ? ' WITH UNIQUE KEYS' : '';
      const content = printKeyValue(e.entry) + absent + unique + printReturning(e.returning);
      return call('JSON_OBJECTAGG', content) + printOver(e);
    }
    case 'json_array_aggregate': {
      const nulls = e.absentOnNull ? '' : ' NULL ON NULL';
      const content = printJsonValue(e.item) + printOrderBy(e.orderBy) + nulls + printReturning(e.returning);
      return call('JSON_ARRAYAGG', content) + printOver(e);
    }
    case 'json_parse':
      return call('JSON', printJsonValue(e.value) + (e.uniqueKeys ? ' WITH UNIQUE KEYS' : ''));
    case 'json_scalar':
      return call('JSON_SCALAR', printExpression(e.value));
    case 'json_serialize':
      return call('JSON_SERIALIZE', printJsonValue(e.value) + printReturning(e.returning));
    case 'json_path_function': {
      const content =
        `${printJsonValue(e.context)}, ${printExpression(e.path)}` +
        printPassing(e.passing) +
        printReturning(e.returning) +
        printWrapper(e.wrapper) +
        printQuotes(e.quotes) +
        printBehaviors(e);
      return call(e.function.toUpperCase(), content);
    }
  }
}

function call(name: string, content: string): string {
  return `${name}(${content.trimStart()})`;
}

export function printJsonValue(e: JsonValueExpression): string {
  return printExpression(e.value) + printFormat(e.format);
}

export function printFormat(format: JsonFormat | null): string {
  if (format === null) return '';
  return ' FORMAT JSON' + (format.encoding === null ? '' : ` ENCODING ${format.encoding}`);
}

function printKeyValue(e: JsonKeyValue): string {
  return `${printExpression(e.key)} : ${printJsonValue(e.value)}`;
}

function printReturning(returning: JsonReturning | null): string {
  if (returning === null) return '';
  return ` RETURNING ${printTypeName(returning.type)}${printFormat(returning.format)}`;
}

export function printPassing(passing: readonly JsonArgument[]): string {
  if (passing.length === 0) return '';
  return ` PASSING ${passing.map(arg => `${printJsonValue(arg.value)} AS ${printName(arg.name)}`).join(', ')}`;
}

export function printWrapper(wrapper: JsonWrapper): string {
  if (wrapper === 'unspecified') return '';
  return wrapper === 'none' ? ' WITHOUT WRAPPER' : ` WITH ${wrapper.toUpperCase()} WRAPPER`;
}

export function printQuotes(quotes: 'unspecified' | 'keep' | 'omit'): string {
  return quotes === 'unspecified' ? '' : ` ${quotes.toUpperCase()} QUOTES`;
}

export function printBehaviors(e: {
  readonly onEmpty: JsonBehavior | null;
  readonly onError: JsonBehavior | null;
}): string {
  const empty = e.onEmpty === null ? '' : ` ${printBehavior(e.onEmpty)} ON EMPTY`;
  const error = e.onError === null ? '' : ` ${printBehavior(e.onError)} ON ERROR`;
  return empty + error;
}

function printBehavior(behavior: JsonBehavior): string {
  if (behavior.value !== null) return `DEFAULT ${printExpression(behavior.value)}`;
  return behavior.type.replace('_', ' ').toUpperCase();
}
