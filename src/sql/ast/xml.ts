import type {Expression} from './expression.ts';
import type {Node} from './node.ts';
import type {TypeName} from './type-name.ts';

/** `value [AS name]` in XMLATTRIBUTES and XMLFOREST. */
export interface XmlAttribute extends Node {
  readonly kind: 'xml_attribute';
  readonly name: string | null;
  readonly value: Expression;
}

export interface XmlElement extends Node {
  readonly kind: 'xml_element';
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly content: readonly Expression[];
}

export interface XmlForest extends Node {
  readonly kind: 'xml_forest';
  readonly items: readonly XmlAttribute[];
}

export interface XmlConcat extends Node {
  readonly kind: 'xml_concat';
  readonly items: readonly Expression[];
}

export interface XmlParse extends Node {
  readonly kind: 'xml_parse';
  readonly form: 'document' | 'content';
  readonly value: Expression;
  readonly preserveWhitespace: boolean;
}

export interface XmlPi extends Node {
  readonly kind: 'xml_pi';
  readonly name: string;
  readonly content: Expression | null;
}

export interface XmlRoot extends Node {
  readonly kind: 'xml_root';
  readonly value: Expression;
  /** Null: `VERSION NO VALUE`. */
  readonly version: Expression | null;
  readonly standalone: 'yes' | 'no' | 'no_value' | 'omitted';
}

export interface XmlSerialize extends Node {
  readonly kind: 'xml_serialize';
  readonly form: 'document' | 'content';
  readonly value: Expression;
  readonly type: TypeName;
  readonly indent: boolean;
}

export type XmlExpression = XmlElement | XmlForest | XmlConcat | XmlParse | XmlPi | XmlRoot | XmlSerialize;

const kinds: Readonly<Record<XmlExpression['kind'], true>> = {
  xml_concat: true,
  xml_element: true,
  xml_forest: true,
  xml_parse: true,
  xml_pi: true,
  xml_root: true,
  xml_serialize: true,
};

export function isXmlExpression(e: Expression): e is XmlExpression {
  return e.kind in kinds;
}
