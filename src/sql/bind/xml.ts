import type {Expr} from '../../expr/expr.ts';
import {xmlName} from '../../expr/xml/names.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, baseOf, BOOLEAN, TEXT, XML} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {Expression, IsExpression, XmlAttribute, XmlExpression, XmlSerialize} from '../ast/index.ts';
import {callNamed} from './call.ts';
import type {Env} from './clause.ts';
import {mustCoerce, resolveUnknown} from './coerce.ts';
import {columnName} from './column-name.ts';
import type {BindContext} from './context.ts';
import {asType, bindExpression} from './expression.ts';
import {bindTypeName} from './type-name.ts';

/** SQL/XML's constructs, as calls of functions that have no names of their own. Errors: 42804, 42601, 42846. */
export function bindXml(ctx: BindContext, env: Env, ast: XmlExpression): Expr {
  const at = ast.span.start;
  const call = (name: string, args: readonly Expr[]): Expr => callNamed(ctx, name, args, at);
  const value = (part: Expression): Expr => resolveUnknown(ctx, bindExpression(ctx, env, part));
  switch (ast.kind) {
    case 'xml_concat':
      return call(
        '$xml_concat',
        ast.items.map(item => asXml(ctx, env, item, 'XMLCONCAT')),
      );
    case 'xml_element': {
      const names = attributeNames(ctx, ast.attributes, 'attribute');
      checkRepeated(ctx, ast.attributes, names);
      const values = [...ast.attributes.map(({value}) => value), ...ast.content].map(value);
      // There must be one, and NULL is no content.
      if (values.length === 0) values.push({op: 'literal', value: null, type: TEXT});
      return call('$xml_element', [text(xmlName(ast.name, false)), texts(names), ...values]);
    }
    case 'xml_forest':
      return call('$xml_forest', [
        texts(attributeNames(ctx, ast.items, 'element')),
        ...ast.items.map(item => value(item.value)),
      ]);
    case 'xml_parse': {
      const whole: Expr = {op: 'literal', value: ast.form === 'document', type: BOOLEAN};
      return call('$xml_parse', [asType(ctx, bindExpression(ctx, env, ast.value), TEXT, 'XMLPARSE'), whole]);
    }
    case 'xml_pi': {
      const name = text(xmlName(ast.name, false));
      if (!ast.content) return call('$xml_instruction', [name]);
      return call('$xml_instruction', [name, asType(ctx, bindExpression(ctx, env, ast.content), TEXT, 'XMLPI')]);
    }
    case 'xml_root': {
      const version: Expr = ast.version
        ? asType(ctx, bindExpression(ctx, env, ast.version), TEXT, 'XMLROOT')
        : {op: 'literal', value: null, type: TEXT};
      return call('$xml_root', [asXml(ctx, env, ast.value, 'XMLROOT'), version, text(ast.standalone)]);
    }
    case 'xml_serialize':
      return bindSerialize(ctx, env, ast);
  }
}

/** `value IS [NOT] DOCUMENT`. */
export function bindIsDocument(ctx: BindContext, env: Env, ast: IsExpression): Expr {
  const test = callNamed(ctx, '$xml_is_document', [asXml(ctx, env, ast.operand, 'IS DOCUMENT')], ast.span.start);
  return ast.negated ? {op: 'not', arg: test, type: BOOLEAN} : test;
}

function bindSerialize(ctx: BindContext, env: Env, ast: XmlSerialize): Expr {
  if (ast.indent) throw new SqlError('42601', 'syntax error at or near "INDENT"', {position: ctx.at(ast)});
  const value = asXml(ctx, env, ast.value, 'XMLSERIALIZE');
  const type = bindTypeName(ctx, ast.type);
  const position = ctx.at(ast);
  if (!['text', 'varchar', 'bpchar'].includes(baseOf(type).kind)) {
    throw new SqlError('42846', `cannot cast XMLSERIALIZE result to ${kindName(type)}`, {position});
  }
  const written = ast.form === 'document' ? callNamed(ctx, '$xml_document_text', [value], ast.span.start) : value;
  return mustCoerce(ctx, mustCoerce(ctx, written, TEXT, 'assignment', position), type, 'assignment', position);
}

function asXml(ctx: BindContext, env: Env, ast: Expression, construct: string): Expr {
  return asType(ctx, bindExpression(ctx, env, ast), XML, construct);
}

/** Errors: 42601 where neither the text nor a column says it. */
function attributeNames(ctx: BindContext, items: readonly XmlAttribute[], what: 'attribute' | 'element'): string[] {
  return items.map(({name, value}) => {
    if (name !== null) return xmlName(name, false);
    if (value.kind === 'column_ref') return xmlName(columnName(value), true);
    throw new SqlError('42601', `unnamed XML ${what} value must be a column reference`, {position: ctx.at(value)});
  });
}

/** Errors: 42601. */
function checkRepeated(ctx: BindContext, items: readonly XmlAttribute[], names: readonly string[]): void {
  const at = names.findIndex((name, i) => names.indexOf(name) < i);
  if (at < 0) return;
  const position = ctx.at(items[at].value);
  throw new SqlError('42601', `XML attribute name "${names[at]}" appears more than once`, {position});
}

function text(value: string): Expr {
  return {op: 'literal', value, type: TEXT};
}

function texts(value: readonly string[]): Expr {
  return {op: 'literal', value, type: arrayOf(TEXT)};
}
