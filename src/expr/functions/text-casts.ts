import type {Datum} from '../../types/datum.ts';
import {parseJson} from '../../types/json-parse.ts';
import {printJson} from '../../types/json-value.ts';
import {byteText, firstByte, truncateName} from '../../types/io/text.ts';
import {BOOLEAN, CHAR, INTEGER, JSON_TYPE, JSONB, NAME, type SqlType, TEXT, VARCHAR} from '../../types/sql-type.ts';
import {fitted} from '../casts.ts';
import {withoutBlanks} from '../datum-order.ts';
import {cast} from '../define.ts';
import type {CallContext, CastContext, FunctionRow} from '../function-row.ts';
import {outOfRange} from './ranges.ts';

// Casts among the string types. varchar and bpchar with a length cut or refuse what is too long; a bpchar loses its
// padding when it becomes anything else.

const BPCHAR: SqlType = {kind: 'bpchar'};

type Text = readonly [string];

function text(
  from: SqlType,
  to: SqlType,
  context: CastContext,
  convert: (value: string) => string,
  method: FunctionRow['method'] = 'function',
): FunctionRow {
  return cast(
    from,
    to,
    context,
    ([value]: Text, callContext: CallContext): Datum => fitted(convert(value), callContext),
    {
      method,
    },
  );
}

/** The same bytes, unless the type asked for has a length. */
function same(from: SqlType, to: SqlType, context: CastContext): FunctionRow {
  return {...text(from, to, context, value => value, 'binary'), relabels: true};
}

const asIs = (value: string): string => value;

export const textCastRows: readonly FunctionRow[] = [
  same(VARCHAR, TEXT, 'implicit'),
  same(TEXT, VARCHAR, 'implicit'),
  same(TEXT, BPCHAR, 'implicit'),
  same(VARCHAR, BPCHAR, 'implicit'),
  text(VARCHAR, VARCHAR, 'implicit', asIs),
  text(BPCHAR, BPCHAR, 'implicit', asIs),
  text(BPCHAR, TEXT, 'implicit', withoutBlanks),
  text(BPCHAR, VARCHAR, 'implicit', withoutBlanks),
  text(BPCHAR, NAME, 'implicit', value => truncateName(withoutBlanks(value))),
  text(BPCHAR, CHAR, 'assignment', firstByte),
  text(TEXT, NAME, 'implicit', truncateName),
  text(VARCHAR, NAME, 'implicit', truncateName),
  text(TEXT, CHAR, 'assignment', firstByte),
  text(VARCHAR, CHAR, 'assignment', firstByte),
  cast(NAME, TEXT, 'implicit', ([value]: Text) => value, {relabels: true}),
  text(NAME, VARCHAR, 'assignment', asIs),
  text(NAME, BPCHAR, 'assignment', asIs),
  text(CHAR, TEXT, 'implicit', byteText),
  text(CHAR, VARCHAR, 'assignment', byteText),
  text(CHAR, BPCHAR, 'assignment', byteText),
  cast(CHAR, INTEGER, 'explicit', ([value]: Text) => (value === '' ? 0 : (value.charCodeAt(0) << 24) >> 24)),
  cast(INTEGER, CHAR, 'explicit', ([value]: readonly [number]) => {
    if (value < -128 || value > 127) throw outOfRange('"char"');
    return value === 0 ? '' : String.fromCharCode(value & 0xff);
  }),
  ...[TEXT, VARCHAR, BPCHAR].map(to =>
    cast(BOOLEAN, to, 'assignment', ([value]: readonly [boolean], context: CallContext) =>
      fitted(String(value), context),
    ),
  ),
  cast(JSON_TYPE, JSONB, 'assignment', ([value]: Text) => printJson(parseJson(value)), {method: 'io'}),
  cast(JSONB, JSON_TYPE, 'assignment', ([value]: Text) => value, {method: 'io', relabels: true}),
];
