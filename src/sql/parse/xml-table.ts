import type {Expression, XmlNamespace, XmlTable, XmlTableColumn} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseRestricted} from './expression.ts';
import {parseAlias} from './from.ts';
import {parsePrimary} from './primary.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';
import {parsePassing} from './xml.ts';

/** `XMLTABLE(path PASSING document COLUMNS …)`. */
export function parseXmlTable(c: Cursor, start: number, lateral: boolean): XmlTable {
  c.expect('xmltable');
  c.expect('(');
  let namespaces: readonly XmlNamespace[] = NONE;
  if (c.atPair('xmlnamespaces', '(')) {
    c.advance();
    c.advance();
    namespaces = c.list(parseNamespace);
    c.expect(')');
    c.expect(',');
  }
  const row = parsePrimary(c, true);
  const document = parsePassing(c);
  c.expect('columns');
  const columns = c.list(parseColumn);
  c.expect(')');
  const alias = parseAlias(c);
  return node({kind: 'xml_table', lateral, namespaces, row, document, columns, alias, span: c.span(start)});
}

function parseNamespace(c: Cursor): XmlNamespace {
  const {start} = c;
  if (c.accept('default')) {
    const uri = parseRestricted(c);
    return node({kind: 'xml_namespace', name: null, uri, span: c.span(start)});
  }
  const uri = parseRestricted(c);
  c.expect('as');
  const name = c.label();
  return node({kind: 'xml_namespace', name, uri, span: c.span(start)});
}

function parseColumn(c: Cursor): XmlTableColumn {
  const {start} = c;
  const name = c.name();
  if (c.accept('for')) {
    c.expect('ordinality');
    return node({
      kind: 'xml_table_column',
      name,
      ordinality: true,
      type: null,
      path: null,
      default: null,
      notNull: false,
      span: c.span(start),
    });
  }
  const type = parseTypeName(c);
  let path: Expression | null = null;
  let otherwise: Expression | null = null;
  let notNull: boolean | null = null;
  for (;;) {
    const at = c.start;
    if (c.accept('default')) {
      const value = parseRestricted(c);
      if (otherwise !== null) throw c.errorAt(at, 'only one DEFAULT value is allowed');
      otherwise = value;
    } else if (c.accept('path')) {
      const value = parseRestricted(c);
      if (path !== null) throw c.errorAt(at, 'only one PATH value per column is allowed');
      path = value;
    } else if (c.at('not') || c.at('null')) {
      const negated = c.accept('not');
      c.expect('null');
      if (notNull !== null) {
        throw c.errorAt(at, `conflicting or redundant NULL / NOT NULL declarations for column "${name}"`);
      }
      notNull = negated;
    } else if (c.type === token.IDENT || c.type === token.QUOTED) {
      const option = c.take();
      parseRestricted(c);
      throw c.errorAt(at, `unrecognized column option "${option}"`);
    } else break;
  }
  return node({
    kind: 'xml_table_column',
    name,
    ordinality: false,
    type,
    path,
    default: otherwise,
    notNull: notNull ?? false,
    span: c.span(start),
  });
}
