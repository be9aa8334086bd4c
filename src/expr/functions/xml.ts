import {BOOLEAN, type SqlType, TEXT, VARCHAR, XML} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {checkXml, isWellFormed} from '../../types/xml.ts';
import {fitted} from '../casts.ts';
import {cast, func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

type One = readonly [string];

const strings: readonly SqlType[] = [TEXT, VARCHAR, {kind: 'bpchar'}];

function comment([text]: One): string {
  if (text.includes('--') || text.endsWith('-')) throw new SqlError('2200S', 'invalid XML comment');
  return `<!--${text}-->`;
}

export const xmlRows: readonly FunctionRow[] = [
  func('xmlcomment', [TEXT], XML, 'a comment', comment),
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
