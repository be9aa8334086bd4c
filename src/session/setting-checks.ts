import {configurationNamed} from '../expr/text-search/configurations.ts';
import {notSupported, SqlError} from '../types/sql-error.ts';
import {invalidValue} from './setting-kinds.ts';

/** Checks and normalises; throws 22023. */
type Check = (value: string, name: string, current: string) => string;

/** What PostgreSQL asks of a value beyond its kind. */
export const CHECKS: Readonly<Record<string, Check>> = {
  application_name: plainAscii,
  backtrace_functions: functionNames,
  cluster_name: plainAscii,
  default_table_access_method: accessMethod,
  default_tablespace: tablespace,
  default_text_search_config: textSearchConfiguration,
  lc_messages: locale,
  lc_monetary: locale,
  lc_numeric: locale,
  lc_time: locale,
  max_stack_depth: stackDepth,
  restrict_nonsystem_relation_kind: keyWords('view', 'foreign-table'),
  temp_tablespaces: tablespaces,
  timezone_abbreviations: abbreviations,
  wal_consistency_checking: keyWords(
    ...['all', 'heap2', 'heap', 'btree', 'hash', 'gin', 'gist', 'sequence', 'spgist', 'brin', 'generic'],
  ),
};

/** Other bytes become question marks. */
function plainAscii(value: string): string {
  return [...Buffer.from(value)].map(byte => (byte < 32 || byte > 126 ? '?' : String.fromCharCode(byte))).join('');
}

function functionNames(value: string, name: string): string {
  if (/^[\w \t\n,]*$/.test(value)) return value;
  throw invalidValue(name, value, {detail: 'invalid character'});
}

function accessMethod(value: string, name: string): string {
  if (value === 'heap') return value;
  throw invalidValue(name, value, {
    detail: value === '' ? `${name} cannot be empty.` : `Table access method "${value}" does not exist.`,
  });
}

function tablespace(value: string, name: string): string {
  if (isTablespace(value)) return value;
  throw invalidValue(name, value, {detail: `Tablespace "${value}" does not exist.`});
}

function tablespaces(value: string): string {
  for (const one of value.split(',').map(part => part.trim().replaceAll('"', ''))) {
    if (!isTablespace(one)) throw new SqlError('42704', `tablespace "${one}" does not exist`);
  }
  return value;
}

function isTablespace(name: string): boolean {
  return ['', 'pg_default', 'pg_global'].includes(name);
}

/** With its schema, as it is kept. */
function textSearchConfiguration(value: string, name: string): string {
  const own = value.replace(/^pg_catalog\./, '').replaceAll('"', '');
  if (configurationNamed(own) === null) throw invalidValue(name, value);
  return `pg_catalog.${own}`;
}

/** Of the server's system: C, POSIX, or a language with a country, whichever are installed. */
function locale(value: string, name: string): string {
  if (/^(|C|POSIX)(\.[\w-]+)?$|^[a-z]{2,3}_[A-Z]{2}(\.[\w-]+)?(@\w+)?$/.test(value)) return value;
  throw invalidValue(name, value);
}

function stackDepth(value: string, name: string): string {
  if (Number(value) <= 7680) return value;
  throw new SqlError('22023', `invalid value for parameter "${name}": ${value}`, {
    detail: `"${name}" must not exceed 7680kB.`,
    hint: 'Increase the platform\'s stack depth limit via "ulimit -s" or local equivalent.',
  });
}

function keyWords(...known: readonly string[]): Check {
  return (value, name) => {
    const words = value.split(',').map(word => word.trim());
    const wrong = value.trim() === '' ? undefined : words.find(word => !known.includes(word.toLowerCase()));
    if (wrong === undefined) return value;
    throw invalidValue(name, value, {detail: `Unrecognized key word: "${wrong}".`});
  };
}

/** Of the sets of abbreviations that PostgreSQL brings one is here. */
function abbreviations(value: string, name: string): string {
  if (value === 'Default') return value;
  if (['Australia', 'India'].includes(value)) throw notSupported(`timezone_abbreviations = ${value}`);
  throw invalidValue(name, value);
}
