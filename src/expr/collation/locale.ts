import {SqlError} from '../../types/sql-error.ts';
import {tailoringIndex} from './weights.ts';

/** What a locale identifier says about the order of texts; absent: as the language has it. */
export type LocaleSettings = {
  /** The language with script and region, `de_AT`; empty: the root. */
  readonly locale: string;
  /** An order other than the language's usual one: `phonebook`, `traditional` … */
  readonly kind: string | null;
  readonly strength: Strength;
  readonly shifted?: boolean;
  readonly backwards?: boolean;
  readonly caseFirst?: 'upper' | 'lower' | 'off';
  readonly caseLevel: boolean;
  readonly normalizes?: boolean;
  readonly numeric: boolean;
  readonly maxVariable: 'space' | 'punct' | 'symbol' | 'currency';
};

/** How many levels are compared; 5: code points after all others. */
type Strength = 1 | 2 | 3 | 4 | 5;

type Read = {-readonly [K in keyof LocaleSettings]: LocaleSettings[K]};

/** The long names of ICU's `@colStrength=…` for the keywords of `-u-`. */
const longKeys: Readonly<Record<string, string>> = {
  collation: 'co',
  colalternate: 'ka',
  colbackwards: 'kb',
  colcaselevel: 'kc',
  colcasefirst: 'kf',
  colnormalization: 'kk',
  colnumeric: 'kn',
  colreorder: 'kr',
  colstrength: 'ks',
  kv: 'kv',
};

const strengths: Readonly<Record<string, Strength>> = {
  level1: 1,
  primary: 1,
  level2: 2,
  secondary: 2,
  level3: 3,
  tertiary: 3,
  level4: 4,
  quaternary: 4,
  quarternary: 4,
  identic: 5,
  identical: 5,
};

const flags: Readonly<Record<string, boolean>> = {true: true, yes: true, '': true, false: false, no: false};

const alternates: Readonly<Record<string, boolean>> = {
  shifted: true,
  noignore: false,
  'non-ignorable': false,
};

const caseFirsts: Readonly<Record<string, 'upper' | 'lower' | 'off'>> = {
  upper: 'upper',
  lower: 'lower',
  false: 'off',
  no: 'off',
};

/** Short names of `co`, and what ICU calls them. */
const kinds: Readonly<Record<string, string>> = {
  phonebk: 'phonebook',
  trad: 'traditional',
  dict: 'dictionary',
  dictionary: 'dictionary',
  phonebook: 'phonebook',
  traditional: 'traditional',
};

/** ICU has the data of these; Millrace has not taken it over. */
const leftOut = new Set(['big5han', 'gb2312', 'gb2312han', 'search', 'searchjl', 'unihan', 'zhuyin']);

/**
 * Reads `de-AT-u-co-phonebk-ks-level2` or `de_AT@collation=phonebook;colStrength=secondary`. Errors: 22023 in the words of
 * PostgreSQL for a value that ICU refuses; 0A000 for what it would take.
 */
export function readLocale(identifier: string): LocaleSettings {
  const settings: Read = {
    locale: '',
    kind: null,
    strength: 3,
    caseLevel: false,
    numeric: false,
    maxVariable: 'punct',
  };
  const {language, keywords} = split(identifier);
  settings.locale = language;
  for (const [key, value] of keywords) apply(settings, key, value, identifier);
  return settings;
}

/** Which of the tailorings the settings ask for: that of the nearest locale that there is. */
export function tailoringOf({locale, kind}: LocaleSettings): number | null {
  for (const candidate of candidates(locale)) {
    const found = kind === null ? tailoringIndex(candidate) : tailoringIndex(`${candidate}@${kind}`);
    if (found !== undefined) return found;
  }
  if (kind === null) return null;
  const general = tailoringIndex(`@${kind}`);
  if (general !== undefined) return general;
  // ICU falls back to what is usual for the language.
  return tailoringOf({locale, kind: null} as LocaleSettings);
}

/** The language code of a locale identifier. */
export function languageOf(identifier: string): string {
  return split(identifier).language.split('_')[0];
}

const traditionalChinese = /^(zh|yue)_(TW|HK|MO)$/;

function* candidates(locale: string): Generator<string> {
  const chinese = traditionalChinese.exec(locale);
  if (chinese) yield `${chinese[1]}_Hant`;
  for (let at = locale; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('_'), 0))) yield at;
}

function split(identifier: string): {language: string; keywords: (readonly [string, string])[]} {
  const at = identifier.indexOf('@');
  const keywords: (readonly [string, string])[] = [];
  let base = at < 0 ? identifier : identifier.slice(0, at);
  if (at >= 0) {
    for (const pair of identifier.slice(at + 1).split(';')) {
      const [key, value = ''] = pair.split('=');
      if (key !== '')
        keywords.push([longKeys[key.trim().toLowerCase()] ?? key.toLowerCase(), value.trim().toLowerCase()]);
    }
  }
  const subtags = base.split(/[-_]/);
  const extension = subtags.findIndex(subtag => subtag.toLowerCase() === 'u');
  if (extension >= 0) {
    keywords.push(...extensionKeywords(subtags.slice(extension + 1)));
    base = subtags.slice(0, extension).join('-');
  }
  return {language: canonical(base), keywords};
}

function extensionKeywords(subtags: readonly string[]): (readonly [string, string])[] {
  const keywords: [string, string][] = [];
  for (const subtag of subtags.map(text => text.toLowerCase())) {
    if (subtag.length === 1) break;
    if (subtag.length === 2) keywords.push([subtag, '']);
    else if (keywords.length > 0) {
      const last = keywords[keywords.length - 1];
      last[1] = last[1] === '' ? subtag : `${last[1]}-${subtag}`;
    }
  }
  return keywords;
}

/** `DE-at` → `de_AT`, `zh-hant` → `zh_Hant`; root and und are the empty locale. */
function canonical(base: string): string {
  const [language, ...others] = base.split(/[-_.]/).filter(part => part !== '');
  if (language === undefined || /^(root|und|c|posix)$/i.test(language)) return '';
  if (language.length > 8) throw refused(base);
  const rest = others.map(part => {
    if (part.length === 4 && /^[a-z]+$/i.test(part)) return part[0].toUpperCase() + part.slice(1).toLowerCase();
    return part.toUpperCase();
  });
  return [language.toLowerCase(), ...rest].join('_');
}

function apply(settings: Read, key: string, value: string, identifier: string): void {
  const known = <T>(values: Readonly<Record<string, T>>): T => {
    if (Object.hasOwn(values, value)) return values[value];
    throw refused(identifier);
  };
  switch (key) {
    case 'co':
      applyKind(settings, value, identifier);
      break;
    case 'ks':
      settings.strength = known(strengths);
      break;
    case 'ka':
      settings.shifted = known(alternates);
      break;
    case 'kb':
      settings.backwards = known(flags);
      break;
    case 'kc':
      settings.caseLevel = known(flags);
      break;
    case 'kf':
      settings.caseFirst = known(caseFirsts);
      break;
    case 'kk':
      settings.normalizes = known(flags);
      break;
    case 'kn':
      settings.numeric = known(flags);
      break;
    case 'kv':
      settings.maxVariable = known({space: 'space', punct: 'punct', symbol: 'symbol', currency: 'currency'});
      break;
    case 'va':
      if (value === 'posix') settings.locale += '_POSIX';
      break;
    case 'kr':
      throw new SqlError('0A000', `the order of scripts (kr) of collation locale "${identifier}" is not supported`);
  }
}

function applyKind(settings: Read, value: string, identifier: string): void {
  if (leftOut.has(value)) {
    throw new SqlError('0A000', `collation type "${value}" of locale "${identifier}" is not supported`);
  }
  if (value !== 'standard' && value !== '') settings.kind = kinds[value] ?? value;
}

/** As PostgreSQL says that ICU refuses it. */
function refused(identifier: string): SqlError {
  return new SqlError('XX000', `could not open collator for locale "${identifier}": U_ILLEGAL_ARGUMENT_ERROR`);
}
