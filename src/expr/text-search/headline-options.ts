import {SqlError} from '../../types/sql-error.ts';
import {parseText} from '../../types/io/registry.ts';
import {INTEGER} from '../../types/sql-type.ts';

/** How ts_headline shows a document: manual, 12.3.4. */
export type HeadlineOptions = {
  readonly minWords: number;
  readonly maxWords: number;
  /** Bytes; a headline does not begin or end with words as short. */
  readonly shortWord: number;
  /** 0: one piece, chosen otherwise. */
  readonly maxFragments: number;
  readonly highlightAll: boolean;
  readonly startSel: string;
  readonly stopSel: string;
  readonly fragmentDelimiter: string;
};

export const DEFAULT_HEADLINE: HeadlineOptions = {
  minWords: 15,
  maxWords: 35,
  shortWord: 3,
  maxFragments: 0,
  highlightAll: false,
  startSel: '<b>',
  stopSel: '</b>',
  fragmentDelimiter: ' ... ',
};

const NAMES = new Map(Object.keys(DEFAULT_HEADLINE).map(name => [name.toLowerCase(), name as keyof HeadlineOptions]));
const TRUE: ReadonlySet<string> = new Set(['1', 'on', 'true', 't', 'y', 'yes']);
const MAX_MARK = 32_767;

/** Errors: 42601, 22023, 22P02, 22003. */
export function headlineOptions(text: string): HeadlineOptions {
  const options: Record<string, number | string | boolean> = {...DEFAULT_HEADLINE};
  for (const [name, value] of pairsOf(text)) {
    const option = NAMES.get(name.toLowerCase());
    if (!option) throw new SqlError('22023', `unrecognized headline parameter: "${name}"`);
    const type = typeof DEFAULT_HEADLINE[option];
    if (type === 'number') options[option] = parseText(INTEGER, value) as number;
    else options[option] = type === 'boolean' ? TRUE.has(value.toLowerCase()) : value;
  }
  return checked(options as HeadlineOptions);
}

/** Errors: 22023. */
function checked(options: HeadlineOptions): HeadlineOptions {
  const {minWords, maxWords, shortWord, maxFragments, highlightAll} = options;
  const refuse = (message: string): never => {
    throw new SqlError('22023', message);
  };
  if (!highlightAll) {
    if (minWords >= maxWords) refuse('MinWords should be less than MaxWords');
    if (minWords <= 0) refuse('MinWords should be positive');
    if (shortWord < 0) refuse('ShortWord should be >= 0');
    if (maxFragments < 0) refuse('MaxFragments should be >= 0');
  }
  for (const mark of ['startSel', 'stopSel', 'fragmentDelimiter'] as const) {
    if (options[mark].length > MAX_MARK / 4 && Buffer.byteLength(options[mark]) > MAX_MARK) {
      refuse(`value for "${mark[0].toUpperCase()}${mark.slice(1)}" is too long`);
    }
  }
  return options;
}

const SPACE = String.raw`[ \t\n\v\f\r]`;
const NAME = new RegExp(String.raw`(?:"((?:[^"]|"")*)"(?!")(?=${SPACE}*=)|([^][^=\s]*)(?=${SPACE}*=))${SPACE}*=`, 'y');
const VALUE = new RegExp(
  String.raw`${SPACE}*(?:E?'((?:[^'\\]|''|\\\\|\\(?!\\))*)'(?!')|"((?:[^"]|"")*)"(?!")|([^'"\s][^,\s]*)(?:[,\s]|$))`,
  'y',
);
const BETWEEN = new RegExp(`(?:${SPACE}|,)*`, 'y');

/** `Name = value, Name = 'value' …`: as PostgreSQL writes and reads the options of dictionaries. Errors: 42601. */
function pairsOf(text: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw new SqlError('42601', `invalid parameter list format: "${text}"`);
    at += found[0].length;
    return found;
  };
  for (;;) {
    take(BETWEEN);
    if (at === text.length) return pairs;
    const [, quotedName, plainName] = take(NAME);
    const [, single, double, plain] = take(VALUE);
    const name = plainName ?? quotedName.replaceAll('""', '"');
    const value =
      plain !== undefined
        ? plainValue(plain)
        : single !== undefined
          ? single.replace(/''|\\\\/g, twice => twice[0])
          : double.replaceAll('""', '"');
    pairs.push([name, value]);
  }
}

/** What looks like an integer is one, and shown as one. */
function plainValue(text: string): string {
  const value = Number(text);
  return /^[+-]?\d+$/.test(text) && value === (value | 0) ? String(value) : text;
}
