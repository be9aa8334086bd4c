import type {
  Alias,
  Expression,
  FunctionColumn,
  Join,
  JsonTable,
  JsonTableColumn,
  MatchRecognize,
  PatternQuantifier,
  RowPattern,
  TableExpression,
  TableFunction,
  TableRef,
  WindowTable,
  XmlTable,
  XmlTableColumn,
} from '../ast/index.ts';
import {
  printArguments,
  printExpression,
  printExpressions,
  printOrderBy,
  printPrimary,
  printRestricted,
} from './expression.ts';
import {printName, printNames, printPath, printString} from './identifier.ts';
import {printQuery, printTargets} from './query.ts';
import {printBehaviors, printFormat, printJsonValue, printPassing, printQuotes, printWrapper} from './sql-json.ts';
import {printTypeName} from './type-name.ts';

export function printTableExpression(table: TableExpression): string {
  switch (table.kind) {
    case 'table_ref':
      return printTableRef(table);
    case 'derived_table':
      return `${lateral(table)}(${printQuery(table.query)})${printAlias(table.alias)}`;
    case 'table_function':
      return printTableFunction(table);
    case 'window_table':
      return printWindowTable(table);
    case 'join':
      return table.alias === null ? printJoin(table) : `(${printJoin(table)})${printAlias(table.alias)}`;
    case 'xml_table':
      return printXmlTable(table);
    case 'json_table':
      return printJsonTable(table);
    case 'match_recognize':
      return printMatchRecognize(table);
  }
}

function lateral(table: {readonly lateral: boolean}): string {
  return table.lateral ? 'LATERAL ' : '';
}

/** ` AS name (columns)` with its leading blank, or nothing. */
export function printAlias(alias: Alias | null): string {
  if (alias === null) return '';
  const columns = alias.columns.length === 0 ? '' : ` ${printNames(alias.columns)}`;
  return ` AS ${printName(alias.name)}${columns}`;
}

export function printRelation(name: {readonly parts: readonly string[]}, only: boolean): string {
  return (only ? 'ONLY ' : '') + printPath(name.parts);
}

function printTableRef(table: TableRef): string {
  let text = printRelation(table.name, table.only);
  // The standard's clause stands before the alias, the short one behind it, so that both read back.
  if (table.asOf?.syntax === 'for system_time') text += ` FOR SYSTEM_TIME AS OF ${printExpression(table.asOf.time)}`;
  text += printAlias(table.alias);
  if (table.sample !== null) {
    text += ` TABLESAMPLE ${printPath(table.sample.method)}(${printExpressions(table.sample.args)})`;
    if (table.sample.repeatable !== null) text += ` REPEATABLE (${printExpression(table.sample.repeatable)})`;
  }
  if (table.asOf?.syntax === 'as of') text += ` AS OF ${printExpression(table.asOf.time)}`;
  return text;
}

function printTableFunction(table: TableFunction): string {
  const items = table.functions.map(item => {
    const columns = item.columns.length === 0 ? '' : ` AS (${printFunctionColumns(item.columns)})`;
    return printFunctionExpression(item.call) + columns;
  });
  let text = lateral(table) + (table.rowsFrom ? `ROWS FROM (${items.join(', ')})` : items[0]);
  if (table.ordinality) text += ' WITH ORDINALITY';
  if (table.columns.length === 0) return text + printAlias(table.alias);
  const name = table.alias === null ? '' : `${printName(table.alias.name)} `;
  return `${text} AS ${name}(${printFunctionColumns(table.columns)})`;
}

/** A cast counts as a function only when it is written like one. */
export function printFunctionExpression(call: Expression): string {
  if (call.kind !== 'cast') return printExpression(call);
  return `CAST(${printExpression(call.operand)} AS ${printTypeName(call.type)})`;
}

function printFunctionColumns(columns: readonly FunctionColumn[]): string {
  return columns
    .map(column => {
      const collation = column.collation === null ? '' : ` COLLATE ${printPath(column.collation)}`;
      return `${printName(column.name)} ${printTypeName(column.type)}${collation}`;
    })
    .join(', ');
}

function printWindowTable(table: WindowTable): string {
  let input = printTableExpression(table.input);
  if (table.input.kind === 'table_ref') input = `TABLE ${input}`;
  if (table.partitionBy.length === 1) input += ` PARTITION BY ${printExpression(table.partitionBy[0])}`;
  else if (table.partitionBy.length > 1) input += ` PARTITION BY (${printExpressions(table.partitionBy)})`;
  const args = table.args.length === 0 ? '' : `, ${printArguments(table.args)}`;
  return `${lateral(table)}${table.function.toUpperCase()}(${input}${args})${printAlias(table.alias)}`;
}

function printJoin(join: Join): string {
  const left = printTableExpression(join.left);
  const nested = join.right.kind === 'join' && join.right.alias === null;
  const right = nested ? `(${printTableExpression(join.right)})` : printTableExpression(join.right);
  if (join.type === 'cross') return `${left} CROSS JOIN ${right}`;
  const type = join.type === 'inner' ? 'JOIN' : `${join.type.toUpperCase()} JOIN`;
  const text = `${left} ${join.natural ? 'NATURAL ' : ''}${type} ${right}`;
  if (join.on !== null) return `${text} ON ${printExpression(join.on)}`;
  if (join.using === null) return text;
  const alias = join.usingAlias === null ? '' : ` AS ${printName(join.usingAlias)}`;
  return `${text} USING ${printNames(join.using)}${alias}`;
}

function printXmlTable(table: XmlTable): string {
  const spaces = table.namespaces.map(space => {
    const uri = printRestricted(space.uri);
    return space.name === null ? `DEFAULT ${uri}` : `${uri} AS ${printName(space.name)}`;
  });
  const namespaces = spaces.length === 0 ? '' : `XMLNAMESPACES(${spaces.join(', ')}), `;
  const passing = `${printPrimary(table.row)} PASSING ${printPrimary(table.document)}`;
  const columns = table.columns.map(printXmlColumn).join(', ');
  return `${lateral(table)}XMLTABLE(${namespaces}${passing} COLUMNS ${columns})${printAlias(table.alias)}`;
}

function printXmlColumn(column: XmlTableColumn): string {
  const name = printName(column.name);
  if (column.type === null) return `${name} FOR ORDINALITY`;
  let text = `${name} ${printTypeName(column.type)}`;
  if (column.path !== null) text += ` PATH ${printRestricted(column.path)}`;
  if (column.default !== null) text += ` DEFAULT ${printRestricted(column.default)}`;
  return column.notNull ? `${text} NOT NULL` : text;
}

function printJsonTable(table: JsonTable): string {
  const name = table.pathName === null ? '' : ` AS ${printName(table.pathName)}`;
  const content =
    `${printJsonValue(table.context)}, ${printExpression(table.path)}${name}` +
    printPassing(table.passing) +
    printJsonColumns(table.columns) +
    printBehaviors({onEmpty: null, onError: table.onError});
  return `${lateral(table)}JSON_TABLE(${content})${printAlias(table.alias)}`;
}

function printJsonColumns(columns: readonly JsonTableColumn[]): string {
  return ` COLUMNS (${columns.map(printJsonColumn).join(', ')})`;
}

function printJsonColumn(column: JsonTableColumn): string {
  if (column.name === null || column.type === 'nested') {
    const name = column.pathName === null ? '' : ` AS ${printName(column.pathName)}`;
    return `NESTED PATH ${printString(column.path ?? '')}${name}${printJsonColumns(column.columns)}`;
  }
  if (column.typeName === null) return `${printName(column.name)} FOR ORDINALITY`;
  let text = `${printName(column.name)} ${printTypeName(column.typeName)}`;
  if (column.type === 'exists') text += ' EXISTS';
  text += printFormat(column.format);
  if (column.path !== null) text += ` PATH ${printString(column.path)}`;
  return text + printWrapper(column.wrapper) + printQuotes(column.quotes) + printBehaviors(column);
}

function printMatchRecognize(match: MatchRecognize): string {
  const parts: string[] = [];
  if (match.partitionBy.length > 0) parts.push(`PARTITION BY ${printExpressions(match.partitionBy)}`);
  if (match.orderBy.length > 0) parts.push(printOrderBy(match.orderBy).trimStart());
  if (match.measures.length > 0) parts.push(`MEASURES ${printTargets(match.measures)}`);
  if (match.rows !== 'default') parts.push(match.rows.toUpperCase());
  const {afterMatch} = match;
  if (afterMatch.skip !== 'default') {
    const variable = 'variable' in afterMatch ? ` ${printName(afterMatch.variable)}` : '';
    parts.push(`AFTER MATCH SKIP ${afterMatch.skip.toUpperCase()}${variable}`);
  }
  parts.push(`PATTERN (${printPattern(match.pattern)})`);
  if (match.within !== null) parts.push(`WITHIN ${printExpression(match.within)}`);
  const subsets = match.subsets.map(subset => `${printName(subset.name)} = ${printNames(subset.variables)}`);
  if (subsets.length > 0) parts.push(`SUBSET ${subsets.join(', ')}`);
  const definitions = match.definitions.map(d => `${printName(d.name)} AS ${printExpression(d.condition)}`);
  parts.push(`DEFINE ${definitions.join(', ')}`);
  const input = printTableExpression(match.input);
  const table = match.input.kind === 'join' && match.input.alias === null ? `(${input})` : input;
  return `${table} MATCH_RECOGNIZE (${parts.join(' ')})${printAlias(match.alias)}`;
}

function printPattern(pattern: RowPattern): string {
  switch (pattern.type) {
    case 'variable':
      return printName(pattern.name);
    case 'empty':
      return '()';
    case 'sequence':
      return pattern.items.map(printPatternItem).join(' ');
    case 'alternation':
      return pattern.items
        .map(item => (item.type === 'alternation' ? `(${printPattern(item)})` : printPattern(item)))
        .join(' | ');
    case 'permute':
      return `PERMUTE(${pattern.items.map(printPatternItem).join(', ')})`;
    case 'exclusion':
      return `{- ${printPattern(pattern.item)} -}`;
    case 'quantified':
      return printQuantified(pattern.item, pattern.quantifier);
    case 'anchor':
      return pattern.edge === 'start' ? '^' : '$';
  }
}

function printPatternItem(pattern: RowPattern): string {
  const grouped = pattern.type === 'sequence' || pattern.type === 'alternation';
  return grouped ? `(${printPattern(pattern)})` : printPattern(pattern);
}

function printQuantified(item: RowPattern, {min, max, greedy}: PatternQuantifier): string {
  const inner = item.type === 'quantified' ? `(${printPattern(item)})` : printPatternItem(item);
  const reluctant = greedy ? '' : '?';
  if (max === null && min < 2) return `${inner}${min === 0 ? '*' : '+'}${reluctant}`;
  if (min === 0 && max === 1) return `${inner}?${reluctant}`;
  const range = max === min ? `${min}` : `${min}, ${max ?? ''}`;
  return `${inner}{${range}}${reluctant}`;
}
