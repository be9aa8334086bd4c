import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, TEXT, XML} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {parseDocument, stringValue, type XmlNode} from '../xml/dom.ts';
import {compiledXPath} from '../xml/query.ts';
import {serialized} from '../xml/serialize.ts';
import {escapeXml} from '../xml/values.ts';
import {evaluateXPath, type XPathContext} from '../xml/xpath.ts';
import {numberText, toText, type XPathValue} from '../xml/xpath-values.ts';
import {tableFunction} from './define.ts';

/** What a column is to be: XML, a number, anything else, or the number of the row. */
type Kind = 'xml' | 'number' | 'text' | 'ordinality';

type Given = readonly [
  document: string | null,
  row: string | null,
  prefixes: readonly string[],
  uris: readonly (string | null)[],
  names: readonly string[],
  kinds: readonly Kind[],
  paths: readonly (string | null)[],
];

/** Errors: 22000, 22004, 2200M, XX000, 21000, 0A000. */
function* tableRows([document, row, prefixes, uris, names, kinds, paths]: Given): Iterable<readonly Datum[]> {
  if (document === null) return;
  const known = uris.map(uri => present(uri, 'namespace URI'));
  const namespaces = new Map(prefixes.map((prefix, i) => [prefix, known[i]]));
  const rowPath = compiledXPath(filled(present(row, 'row filter expression'), 'row'));
  const columns = paths.map((path, i) => {
    if (kinds[i] === 'ordinality') return null;
    return compiledXPath(
      filled(present(path, 'column filter expression', `Filter for column "${names[i]}" is null.`), 'column'),
    );
  });
  const at = (node: XmlNode): XPathContext => ({node, position: 1, size: 1, namespaces});
  const found = evaluateXPath(rowPath, at(parseDocument(document)));
  if (typeof found !== 'object') return;
  for (const [number, node] of found.entries()) {
    yield columns.map((path, i) => (path ? shown(evaluateXPath(path, at(node)), kinds[i]) : String(number + 1)));
  }
}

function present(text: string | null, what: string, detail?: string): string {
  if (text === null) throw new SqlError('22004', `${what} must not be null`, {detail});
  return text;
}

function filled(path: string, what: string): string {
  if (path === '') throw new SqlError('22000', `${what} path filter must not be empty string`);
  return path;
}

function shown(value: XPathValue, kind: Kind): string | null {
  switch (typeof value) {
    case 'string':
      return kind === 'xml' ? escapeXml(value) : value;
    case 'number':
      return numberText(value);
    case 'boolean':
      return kind === 'number' ? String(Number(value)) : toText(value);
  }
  if (value.length === 0) return null;
  if (kind === 'xml') return value.map(serialized).join('');
  if (value.length > 1) throw new SqlError('21000', 'more than one value returned by column XPath expression');
  return stringValue(value[0]);
}

const TEXTS = arrayOf(TEXT);

export const xmlTableFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    '$xml_table',
    [XML, TEXT, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS],
    () => [column('value', TEXT)],
    'the rows that XMLTABLE finds, as texts',
    tableRows,
    {strict: false},
  ),
];
