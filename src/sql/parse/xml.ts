import type {Expression, XmlAttribute, XmlExpression, XmlRoot} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseExpressionList, sqlCall} from './expression.ts';
import {parsePrimary} from './primary.ts';
import {parseSimpleType} from './type-name.ts';

/** SQL/XML's functions; null when the current word is none of them. */
export function parseXmlFunction(c: Cursor): Expression | null {
  const {start} = c;
  const form = FORMS[c.word];
  if (form === undefined) return null;
  c.enter();
  c.advance();
  c.expect('(');
  const result = form(c, start);
  c.leave();
  return result;
}

const FORMS: Readonly<Record<string, ((c: Cursor, start: number) => Expression) | undefined>> = {
  xmlconcat(c, start) {
    const items = parseExpressionList(c);
    return close(c, start, {kind: 'xml_concat', items});
  },
  xmlelement(c, start) {
    c.expect('name');
    const name = c.label();
    let attributes: readonly XmlAttribute[] = NONE;
    const content: Expression[] = [];
    if (c.accept(',')) {
      if (c.atPair('xmlattributes', '(')) {
        c.advance();
        c.advance();
        attributes = c.list(parseXmlAttribute);
        c.expect(')');
      } else content.push(parseExpression(c));
      while (c.accept(',')) content.push(parseExpression(c));
    }
    return close(c, start, {kind: 'xml_element', name, attributes, content: Object.freeze(content)});
  },
  xmlexists(c, start) {
    const path = parsePrimary(c, true);
    const document = parsePassing(c);
    c.expect(')');
    return sqlCall(c, 'xmlexists', [path, document], start);
  },
  xmlforest(c, start) {
    const items = c.list(parseXmlAttribute);
    return close(c, start, {kind: 'xml_forest', items});
  },
  xmlparse(c, start) {
    const form = c.expectOne(['document', 'content']);
    const value = parseExpression(c);
    const whitespace = c.acceptOne(['preserve', 'strip']);
    if (whitespace !== null) c.expect('whitespace');
    return close(c, start, {kind: 'xml_parse', form, value, preserveWhitespace: whitespace === 'preserve'});
  },
  xmlpi(c, start) {
    c.expect('name');
    const name = c.label();
    const content = c.accept(',') ? parseExpression(c) : null;
    return close(c, start, {kind: 'xml_pi', name, content});
  },
  xmlroot(c, start) {
    const value = parseExpression(c);
    c.expect(',');
    c.expect('version');
    const version = c.acceptPair('no', 'value') ? null : parseExpression(c);
    const standalone = c.accept(',') ? parseStandalone(c) : 'omitted';
    return close(c, start, {kind: 'xml_root', value, version, standalone});
  },
  xmlserialize(c, start) {
    const form = c.expectOne(['document', 'content']);
    const value = parseExpression(c);
    c.expect('as');
    const type = parseSimpleType(c);
    const indent = c.accept('indent');
    if (!indent && c.accept('no')) c.expect('indent');
    return close(c, start, {kind: 'xml_serialize', form, value, type, indent});
  },
};

type Unspanned<T> = T extends XmlExpression ? Omit<T, 'span'> : never;

function close(c: Cursor, start: number, fields: Unspanned<XmlExpression>): Expression {
  c.expect(')');
  return node({...fields, span: c.span(start)} as XmlExpression);
}

function parseXmlAttribute(c: Cursor): XmlAttribute {
  const {start} = c;
  const value = parseExpression(c);
  const name = c.accept('as') ? c.label() : null;
  return node({kind: 'xml_attribute', name, value, span: c.span(start)});
}

function parseStandalone(c: Cursor): XmlRoot['standalone'] {
  c.expect('standalone');
  if (c.accept('yes')) return 'yes';
  c.expect('no');
  return c.accept('value') ? 'no_value' : 'no';
}

/** `PASSING [BY REF|VALUE] document [BY REF|VALUE]`. */
export function parsePassing(c: Cursor): Expression {
  c.expect('passing');
  parseMechanism(c);
  const document = parsePrimary(c, true);
  parseMechanism(c);
  return document;
}

function parseMechanism(c: Cursor): void {
  if (!c.at('by') || (c.peek() !== 'ref' && c.peek() !== 'value')) return;
  c.advance();
  c.advance();
}
