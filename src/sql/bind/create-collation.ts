import type {CollationObject} from '../../catalog/object.ts';
import {collatorOf} from '../../expr/collation/collator.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CollationOption, CreateCollation, QualifiedName} from '../ast/index.ts';
import {findCollation} from './collation.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {lastingFields} from './definition.ts';

const known = ['from', 'locale', 'lc_collate', 'lc_ctype', 'provider', 'deterministic', 'version'];

type Facts = Pick<CollationObject, 'provider' | 'deterministic' | 'encoding' | 'locale' | 'icuLocale'>;

/** The record of a new collation. Errors: 42601, 42704, 42P17, 22023, XX000 what ICU refuses, 0A000. */
export function bindCreateCollation(ast: CreateCollation, options: BindOptions): CollationObject {
  const ctx = new BindContext(options);
  const common = lastingFields(ctx, ast, ast.name);
  const values = readOptions(ctx, ast.options);
  const from = ast.from ?? copied(values, ast);
  const facts = from ? factsOf(ctx, from) : written(values);
  return {...common, ...facts, kind: 'collation', dependsOn: []};
}

function readOptions(ctx: BindContext, options: readonly CollationOption[]): Map<string, string | null> {
  const values = new Map<string, string | null>();
  for (const option of options) {
    const position = ctx.at(option);
    if (!known.includes(option.name)) {
      throw new SqlError('42601', `collation attribute "${option.name}" not recognized`, {position});
    }
    if (values.has(option.name)) throw new SqlError('42601', 'conflicting or redundant options', {position});
    values.set(option.name, option.value);
  }
  return values;
}

/** `(FROM = other)`. Errors: 42601. */
function copied(values: ReadonlyMap<string, string | null>, ast: CreateCollation): QualifiedName | null {
  const from = values.get('from');
  if (from === undefined || from === null) return null;
  if (values.size > 1) {
    throw new SqlError('42601', 'conflicting or redundant options', {
      detail: 'FROM cannot be specified together with any other options.',
    });
  }
  return {...ast.name, parts: from.split('.')};
}

function factsOf(ctx: BindContext, from: QualifiedName): Facts {
  try {
    const found = findCollation(ctx, from.parts, from);
    if (found.provider === 'd') throw new SqlError('42P17', `collation "${found.name}" cannot be copied`);
    const {deterministic, encoding, locale, icuLocale} = found;
    return {provider: found.provider, deterministic, encoding, locale, icuLocale};
  } catch (error) {
    // Postgres says nothing of where it stands.
    throw error instanceof SqlError ? error.with({position: undefined}) : error;
  }
}

function written(values: ReadonlyMap<string, string | null>): Facts {
  const provider = (values.get('provider') ?? 'libc').toLowerCase();
  if (provider !== 'icu' && provider !== 'libc') {
    throw new SqlError('42P17', `unrecognized collation provider: ${provider}`);
  }
  const locale = values.get('locale') ?? null;
  if (locale !== null && (values.has('lc_collate') || values.has('lc_ctype'))) {
    throw new SqlError('42601', 'conflicting or redundant options', {
      detail: 'LOCALE cannot be specified together with LC_COLLATE or LC_CTYPE.',
    });
  }
  const deterministic = truthOf(values.get('deterministic'), values.has('deterministic'));
  if (provider === 'icu') {
    if (locale === null) throw new SqlError('42P17', 'parameter "locale" must be specified');
    // Whether there is such a one, and whether we have its weights.
    collatorOf(locale);
    return {provider: 'i', deterministic, encoding: -1, locale: null, icuLocale: locale};
  }
  return ofLibrary(values, locale, deterministic);
}

/** Of the C library there is the one order, that of bytes. */
function ofLibrary(values: ReadonlyMap<string, string | null>, locale: string | null, deterministic: boolean): Facts {
  const collate = locale ?? values.get('lc_collate');
  const ctype = locale ?? values.get('lc_ctype');
  if (collate === undefined || collate === null) {
    throw new SqlError('42P17', `parameter "${values.has('lc_ctype') ? 'lc_collate' : 'locale'}" must be specified`);
  }
  if (ctype === undefined || ctype === null) throw new SqlError('42P17', 'parameter "lc_ctype" must be specified');
  if (!deterministic) {
    throw new SqlError('0A000', 'nondeterministic collations not supported with this provider');
  }
  for (const name of [collate, ctype]) {
    if (/^(C|POSIX|C\.utf-?8)$/i.test(name)) continue;
    throw new SqlError('22023', `could not create locale "${name}": No such file or directory`, {
      detail: `The operating system could not find any locale data for the locale name "${name}".`,
    });
  }
  return {provider: 'c', deterministic, encoding: 6, locale: collate, icuLocale: null};
}

function truthOf(value: string | null | undefined, given: boolean): boolean {
  if (!given || value === null || value === undefined) return true;
  const word = value.toLowerCase();
  if (['true', 'on', '1'].includes(word)) return true;
  if (['false', 'off', '0'].includes(word)) return false;
  throw new SqlError('42601', 'deterministic requires a Boolean value');
}
