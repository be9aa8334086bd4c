import type {XmlAttribute, XmlExpression} from '../ast/index.ts';
import {printExpression, printExpressions} from './expression.ts';
import {printName} from './identifier.ts';
import {printTypeName} from './type-name.ts';

export function printXml(e: XmlExpression): string {
  switch (e.kind) {
    case 'xml_concat':
      return `XMLCONCAT(${printExpressions(e.items)})`;
    case 'xml_element': {
      const parts = [`NAME ${printName(e.name)}`];
      if (e.attributes.length > 0) parts.push(`XMLATTRIBUTES(${e.attributes.map(printAttribute).join(', ')})`);
      return `XMLELEMENT(${[...parts, ...e.content.map(printExpression)].join(', ')})`;
    }
    case 'xml_forest':
      return `XMLFOREST(${e.items.map(printAttribute).join(', ')})`;
    case 'xml_parse': {
      const whitespace = e.preserveWhitespace ? ' PRESERVE WHITESPACE' : '';
      return `XMLPARSE(${e.form.toUpperCase()} ${printExpression(e.value)}${whitespace})`;
    }
    case 'xml_pi': {
      const content = e.content === null ? '' : `, ${printExpression(e.content)}`;
      return `XMLPI(NAME ${printName(e.name)}${content})`;
    }
    case 'xml_root': {
      const version = e.version === null ? 'NO VALUE' : printExpression(e.version);
      const standalone =
        e.standalone === 'omitted' ? '' : `, STANDALONE ${e.standalone.replace('_', ' ').toUpperCase()}`;
      return `XMLROOT(${printExpression(e.value)}, VERSION ${version}${standalone})`;
    }
    case 'xml_serialize': {
      const indent = e.indent ? ' INDENT' : '';
      return `XMLSERIALIZE(${e.form.toUpperCase()} ${printExpression(e.value)} AS ${printTypeName(e.type)}${indent})`;
    }
  }
}

function printAttribute(attribute: XmlAttribute): string {
  const name = attribute.name === null ? '' : ` AS ${printName(attribute.name)}`;
  return printExpression(attribute.value) + name;
}
