import type {Datum} from '../../types/datum.ts';
import {arrayOf, BOOLEAN, type SqlType, TEXT, VARCHAR, XML} from '../../types/sql-type.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {checkXml, isWellFormed} from '../../types/xml.ts';
import {fitted} from '../casts.ts';
import {cast, func} from '../define.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {checkTarget, xmlConcat, xmlElement, xmlInstruction, xmlRoot} from '../xml/construct.ts';
import {asXmlArray, queryXml} from '../xml/query.ts';
import {xmlContent, type XmlFormat, xmlText} from '../xml/values.ts';

type One = readonly [string];

const strings: readonly SqlType[] = [TEXT, VARCHAR, {kind: 'bpchar'}];

function comment([text]: One): string {
  if (text.includes('--') || text.endsWith('-')) throw new SqlError('2200S', 'invalid XML comment');
  return `<!--${text}-->`;
}

function xmlFormat(context: CallContext): XmlFormat {
  return {format: formatOf(context), binary: context.settings.get('xmlbinary') === 'hex' ? 'hex' : 'base64'};
}

function concatenated(parts: readonly Datum[]): string | null {
  const present = parts.filter(part => part !== null) as string[];
  return present.length === 0 ? null : xmlConcat(present);
}

type Names = readonly string[];

/** What a query, a table, a schema holds (9.15.4): the binder makes a query of it where its arguments are written out. */
function mapped(name: string, about: string, type: SqlType, volatility: 'stable' | 'volatile'): FunctionRow {
  const refuse = (): never => {
    throw notSupported(`${name}() of what is not written out`);
  };
  const names = [about, 'nulls', 'tableforest', 'targetns'];
  return func(name, [type, BOOLEAN, BOOLEAN, TEXT], XML, `the rows of a ${about} as XML`, refuse, {
    names,
    volatility,
  });
}

const mappings: readonly FunctionRow[] = [
  mapped('query_to_xml', 'query', TEXT, 'volatile'),
  mapped('table_to_xml', 'tbl', {kind: 'regclass'}, 'stable'),
  mapped('schema_to_xml', 'schema', {kind: 'name'}, 'stable'),
];

/** What the binder makes of SQL/XML's constructs: manual, 9.15.1. */
const constructs: readonly FunctionRow[] = [
  func('$xml_concat', [XML], XML, 'one behind the other', concatenated, {variadic: true, strict: false}),
  func(
    '$xml_element',
    [TEXT, arrayOf(TEXT), 'any'],
    XML,
    'an element: its name, those of its attributes, their values and its content',
    ([name, names, ...values]: readonly [string, Names, ...Datum[]], context) => {
      const settings = xmlFormat(context);
      const shown = values.map((value, i) => {
        if (value === null) return null;
        return (i < names.length ? xmlText : xmlContent)(value, context.argTypes[i + 2], settings);
      });
      return xmlElement(
        name,
        names.map((key, i) => [key, shown[i]]),
        shown.slice(names.length),
      );
    },
    {variadic: true, strict: false, volatility: 'stable'},
  ),
  func(
    '$xml_forest',
    [arrayOf(TEXT), 'any'],
    XML,
    'an element for each value that is not null',
    ([names, ...values]: readonly [Names, ...Datum[]], context) => {
      const settings = xmlFormat(context);
      const shown = values.map((value, i) =>
        value === null ? '' : `<${names[i]}>${xmlContent(value, context.argTypes[i + 1], settings)}</${names[i]}>`,
      );
      return values.every(value => value === null) ? null : shown.join('');
    },
    {variadic: true, strict: false, volatility: 'stable'},
  ),
  func(
    '$xml_instruction',
    [TEXT, TEXT],
    XML,
    'a processing instruction',
    ([name, content]: readonly [string, string | null]) => {
      checkTarget(name);
      return content === null ? null : xmlInstruction(name, content);
    },
    {strict: false},
  ),
  func('$xml_instruction', [TEXT], XML, 'a processing instruction', ([name]: One) => xmlInstruction(name, null)),
  func(
    '$xml_root',
    [XML, TEXT, TEXT],
    XML,
    'with another declaration',
    ([value, version, standalone]: readonly [string | null, string | null, string]) =>
      value === null
        ? null
        : xmlRoot(
            value,
            version,
            standalone === 'omitted' ? undefined : standalone === 'no_value' ? null : (standalone as 'yes' | 'no'),
          ),
    {strict: false},
  ),
  func('$xml_parse', [TEXT, BOOLEAN], XML, 'a text, parsed', ([text, whole]: readonly [string, boolean]) =>
    checkXml(text, whole ? 'document' : 'content'),
  ),
  func('$xml_is_document', [XML], BOOLEAN, 'whether it is one document', ([value]: One) =>
    isWellFormed(value, 'document'),
  ),
  func('$xml_document_text', [XML], TEXT, 'the text of a document', ([value]: One) => {
    if (!isWellFormed(value, 'document')) throw new SqlError('2200L', 'not an XML document');
    return value;
  }),
];

const TEXTS = arrayOf(TEXT);
type Query = readonly [expression: string, document: string, namespaces?: readonly Datum[]];

const queries: readonly FunctionRow[] = [[], [TEXTS]].flatMap(namespaces => [
  func(
    'xpath',
    [TEXT, XML, ...namespaces],
    arrayOf(XML),
    'what an XPath expression finds',
    ([text, xml, known]: Query) => asXmlArray(queryXml(text, xml, known ?? [])),
  ),
  func(
    'xpath_exists',
    [TEXT, XML, ...namespaces],
    BOOLEAN,
    'whether an XPath expression finds anything',
    ([text, xml, known]: Query) => asXmlArray(queryXml(text, xml, known ?? [])).length > 0,
  ),
]);

/** Of XMLTABLE's columns. */
const notNull = func(
  '$xml_not_null',
  ['anyelement', TEXT],
  ([type]) => type,
  'the value, which must not be null',
  ([value, column]: readonly [Datum, string]) => {
    if (value === null) throw new SqlError('22004', `null is not allowed in column "${column}"`);
    return value;
  },
  {strict: false},
);

export const xmlRows: readonly FunctionRow[] = [
  func('xmlcomment', [TEXT], XML, 'a comment', comment),
  ...constructs,
  ...mappings,
  ...queries,
  notNull,
  func(
    'xmlexists',
    [TEXT, XML],
    BOOLEAN,
    'whether an XPath expression finds anything',
    ([text, xml]: Query) => asXmlArray(queryXml(text, xml, [])).length > 0,
  ),
  func('xmlconcat2', [XML, XML], XML, 'one behind the other', concatenated, {strict: false}),
  func('xmlvalidate', [XML, TEXT], BOOLEAN, 'not implemented, in PostgreSQL neither', () => {
    throw new SqlError('0A000', 'xmlvalidate is not implemented');
  }),
  func('text', [XML], TEXT, 'as text', ([value]: One) => value),
  func(
    'xml_is_well_formed',
    [TEXT],
    BOOLEAN,
    'whether it is well-formed content',
    ([text]: One) => isWellFormed(text, 'content'),
    {volatility: 'stable'},
  ),
  func('xml_is_well_formed_content', [TEXT], BOOLEAN, 'whether it is well-formed content', ([text]: One) =>
    isWellFormed(text, 'content'),
  ),
  func('xml_is_well_formed_document', [TEXT], BOOLEAN, 'whether it is a well-formed document', ([text]: One) =>
    isWellFormed(text, 'document'),
  ),
  ...strings.map(to =>
    cast(XML, to, 'assignment', ([value]: One, context: CallContext) => fitted(value, context), {
      method: 'binary',
      relabels: true,
    }),
  ),
  ...strings.map(from =>
    cast(from, XML, 'explicit', ([text]: One) => checkXml(text, 'content'), {volatility: 'stable'}),
  ),
];
