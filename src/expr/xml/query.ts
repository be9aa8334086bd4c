import {shapeOf} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {formatText} from '../../types/io/registry.ts';
import {DOUBLE} from '../../types/sql-type.ts';
import {parseDocument} from './dom.ts';
import {serialized} from './serialize.ts';
import {escapeXml} from './values.ts';
import {evaluateXPath} from './xpath.ts';
import {parseXPath, type XPath} from './xpath-syntax.ts';
import type {XPathValue} from './xpath-values.ts';

/** A query asks the same of many documents. */
const compiled = new Map<string, XPath>();
const MAX_COMPILED = 100;

/** Errors: XX000. */
export function compiledXPath(text: string): XPath {
  let found = compiled.get(text);
  if (!found) {
    found = parseXPath(text);
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(text, found);
  }
  return found;
}

/** Errors: 22000, 22004. */
function prefixes(pairs: readonly Datum[]): ReadonlyMap<string, string> {
  const {lengths} = shapeOf(pairs);
  if (lengths.length > 0 && (lengths.length !== 2 || lengths[1] !== 2)) {
    throw new SqlError('22000', 'invalid array for XML namespace mapping', {
      detail: 'The array must be two-dimensional with length of the second axis equal to 2.',
    });
  }
  if (pairs.includes(null)) throw new SqlError('22004', 'neither namespace name nor URI may be null');
  const namespaces = new Map<string, string>();
  for (let i = 0; i < pairs.length; i += 2) namespaces.set(pairs[i] as string, pairs[i + 1] as string);
  return namespaces;
}

/** What the expression finds in the document. Errors: 22000, 22004, 2200M, XX000, 0A000. */
export function queryXml(expression: string, document: string, namespaces: readonly Datum[]): XPathValue {
  const known = prefixes(namespaces);
  if (expression === '') throw new SqlError('22000', 'empty XPath expression');
  const node = parseDocument(document);
  return evaluateXPath(compiledXPath(expression), {node, position: 1, size: 1, namespaces: known});
}

/** As an array of xml. */
export function asXmlArray(found: XPathValue): readonly Datum[] {
  if (typeof found === 'object') return found.map(serialized);
  if (typeof found === 'number') return [formatText(DOUBLE, found)];
  return [escapeXml(String(found))];
}
