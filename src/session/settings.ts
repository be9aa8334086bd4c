import type {FormatSettings} from '../types/io/format-settings.ts';
import {notSupported, SqlError} from '../types/sql-error.ts';
import {timeZone} from '../types/time-zone.ts';

/** One configuration parameter, as pg_settings describes it. */
type SettingDefinition = {
  /** As SHOW ALL and ParameterStatus spell it. */
  readonly name: string;
  readonly initial: string;
  readonly description: string;
  /** Told to the client at connect and after every change (manual 55.2.7). */
  readonly reported?: boolean;
  readonly readOnly?: boolean;
  /** Checks and normalises; throws 22023. */
  readonly accept?: (value: string, name: string, current: string) => string;
  /** As SHOW prints it. */
  readonly show?: (value: string) => string;
};

export const SERVER_VERSION = '15.13';

const TRUE_WORDS = ['on', 'true', 'yes', '1', 't', 'y', 'tr', 'tru', 'ye'];
const FALSE_WORDS = ['off', 'false', 'no', '0', 'f', 'n', 'of', 'fa', 'fal', 'fals'];

function boolean(value: string, name: string): string {
  const word = value.toLowerCase();
  if (TRUE_WORDS.includes(word)) return 'on';
  if (FALSE_WORDS.includes(word)) return 'off';
  throw new SqlError('22023', `parameter "${name}" requires a Boolean value`);
}

function oneOf(...words: string[]): (value: string, name: string) => string {
  return (value, name) => {
    const word = value.toLowerCase();
    if (words.includes(word)) return word;
    throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
      hint: `Available values: ${words.join(', ')}.`,
    });
  };
}

function integer(low: number, high: number): (value: string, name: string) => string {
  return (value, name) => {
    const number = Number(value);
    if (!Number.isInteger(number)) throw invalidValue(name, value);
    if (number < low || number > high) {
      throw new SqlError('22023', `${number} is outside the valid range for parameter "${name}" (${low} .. ${high})`);
    }
    return String(number);
  };
}

const UNITS: Readonly<Record<string, number>> = {us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000};

/** Milliseconds, with Postgres's units. */
function milliseconds(value: string, name: string): string {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(value);
  if (!match) {
    throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
      hint: 'Valid units for this parameter are "us", "ms", "s", "min", "h", and "d".',
    });
  }
  return String(Math.round(Number(match[1]) * UNITS[match[2] ?? 'ms']));
}

/** An IANA name, a POSIX specification, or hours east of UTC. */
function timeZoneName(value: string, name: string): string {
  const text = value.trim();
  const zone = /^[+-]?\d+(\.\d+)?$/.test(text) ? timeZone(fixedOffset(Number(text))) : timeZone(text);
  if (!zone) throw invalidValue(name, value);
  return zone.name;
}

/** `<+05>-05`: the POSIX specification of a zone that lies so many hours east. */
function fixedOffset(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  const two = (part: number): string => String(part).padStart(2, '0');
  const size = two(Math.floor(minutes / 60)) + (minutes % 60 === 0 ? '' : `:${two(minutes % 60)}`);
  return hours < 0 ? `<-${size}>+${size}` : `<+${size}>-${size}`;
}

/** Output style and order of fields; what is not said stays as it is. Errors: 22023 for what contradicts itself. */
function dateStyle(value: string, name: string, current: string): string {
  let style: string | null = null;
  let order: string | null = null;
  const say = (said: string | null, word: string): string => {
    if (said !== null && said !== word) {
      throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
        detail: 'Conflicting "datestyle" specifications.',
      });
    }
    return word;
  };
  for (const word of value.split(',').map(part => part.trim().toLowerCase())) {
    if (word === 'iso') style = say(style, 'ISO');
    else if (word === 'sql') style = say(style, 'SQL');
    else if (word.startsWith('postgres')) style = say(style, 'Postgres');
    else if (word === 'german') style = say(style, 'German');
    else if (['mdy', 'us'].includes(word) || word.startsWith('noneuro')) order = say(order, 'MDY');
    else if (word === 'dmy' || word.startsWith('euro')) order = say(order, 'DMY');
    else if (word === 'ymd') order = say(order, 'YMD');
    else if (word !== 'default') throw invalidValue(name, value);
  }
  const [oldStyle, oldOrder] = current.split(', ');
  return `${style ?? oldStyle}, ${order ?? (style === 'German' ? 'DMY' : oldOrder)}`;
}

const ISOLATION_LEVELS = ['read uncommitted', 'read committed', 'repeatable read', 'serializable'];

function isolation(value: string, name: string): string {
  const level = oneOf(...ISOLATION_LEVELS)(value, name);
  if (level.startsWith('read')) return level;
  throw notSupported(`isolation level ${level.toUpperCase()}`, undefined, 'Transactions are READ COMMITTED.');
}

function encoding(value: string, name: string): string {
  const word = value.toUpperCase().replace(/[-_]/g, '');
  if (['UTF8', 'UNICODE'].includes(word)) return 'UTF8';
  if (word === 'SQLASCII') return 'SQL_ASCII';
  throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`);
}

/** The largest unit that the milliseconds are a whole number of. */
function withUnit(milliseconds: string): string {
  const value = Number(milliseconds);
  if (value === 0) return '0';
  const unit = ['d', 'h', 'min', 's', 'ms'].find(candidate => value % UNITS[candidate] === 0)!;
  return `${value / UNITS[unit]}${unit}`;
}

function invalidValue(name: string, value: string): SqlError {
  return new SqlError('22023', `invalid value for parameter "${name}": "${value}"`);
}

/** Every parameter the server knows. Adding one touches this list alone. */
const DEFINITIONS: readonly SettingDefinition[] = [
  {
    name: 'application_name',
    initial: '',
    description: 'Sets the application name to be reported in statistics and logs.',
    reported: true,
  },
  {
    name: 'bytea_output',
    initial: 'hex',
    description: 'Sets the output format for bytea.',
    accept: oneOf('hex', 'escape'),
  },
  {
    name: 'client_encoding',
    initial: 'UTF8',
    description: "Sets the client's character set encoding.",
    reported: true,
    accept: encoding,
  },
  {
    name: 'client_min_messages',
    initial: 'notice',
    description: 'Sets the message levels that are sent to the client.',
    accept: oneOf('debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'debug', 'log', 'notice', 'warning', 'error'),
  },
  {
    name: 'DateStyle',
    initial: 'ISO, MDY',
    description: 'Sets the display format for date and time values.',
    reported: true,
    accept: dateStyle,
  },
  {
    name: 'default_transaction_isolation',
    initial: 'read committed',
    description: 'Sets the transaction isolation level of each new transaction.',
    accept: isolation,
  },
  {
    name: 'default_transaction_read_only',
    initial: 'off',
    description: 'Sets the default read-only status of new transactions.',
    reported: true,
    accept: boolean,
  },
  {
    name: 'extra_float_digits',
    initial: '1',
    description: 'Sets the number of digits displayed for floating-point values.',
    accept: integer(-15, 3),
  },
  {
    name: 'idle_in_transaction_session_timeout',
    initial: '0',
    description: 'Sets the maximum allowed idle time between queries, when in a transaction.',
    accept: milliseconds,
    show: withUnit,
  },
  {
    name: 'in_hot_standby',
    initial: 'off',
    description: 'Shows whether hot standby is currently active.',
    reported: true,
    readOnly: true,
  },
  {
    name: 'integer_datetimes',
    initial: 'on',
    description: 'Shows whether datetimes are integer based.',
    reported: true,
    readOnly: true,
  },
  {
    name: 'IntervalStyle',
    initial: 'postgres',
    description: 'Sets the display format for interval values.',
    reported: true,
    accept: oneOf('postgres', 'postgres_verbose', 'sql_standard', 'iso_8601'),
  },
  {
    name: 'is_superuser',
    initial: 'on',
    description: 'Shows whether the current user is a superuser.',
    reported: true,
    readOnly: true,
  },
  {name: 'lc_collate', initial: 'C', description: 'Shows the collation order locale.', readOnly: true},
  {
    name: 'lc_ctype',
    initial: 'C.UTF-8',
    description: 'Shows the character classification and case conversion locale.',
    readOnly: true,
  },
  {
    name: 'lock_timeout',
    initial: '0',
    description: 'Sets the maximum allowed duration of any wait for a lock.',
    accept: milliseconds,
    show: withUnit,
  },
  {name: 'max_identifier_length', initial: '63', description: 'Shows the maximum identifier length.', readOnly: true},
  {name: 'row_security', initial: 'on', description: 'Enable row security.', accept: boolean},
  {
    name: 'search_path',
    initial: '"$user", public',
    description: 'Sets the schema search order for names that are not schema-qualified.',
  },
  {
    name: 'server_encoding',
    initial: 'UTF8',
    description: 'Shows the server (database) character set encoding.',
    reported: true,
    readOnly: true,
  },
  {
    name: 'server_version',
    initial: SERVER_VERSION,
    description: 'Shows the server version.',
    reported: true,
    readOnly: true,
  },
  {
    name: 'server_version_num',
    initial: '150013',
    description: 'Shows the server version as an integer.',
    readOnly: true,
  },
  {
    name: 'session_authorization',
    initial: '',
    description: 'Shows the session user name.',
    reported: true,
    readOnly: true,
  },
  {
    name: 'standard_conforming_strings',
    initial: 'on',
    description: "Causes '...' strings to treat backslashes literally.",
    reported: true,
    accept: onOnly,
  },
  {
    name: 'statement_timeout',
    initial: '0',
    description: 'Sets the maximum allowed duration of any statement.',
    accept: milliseconds,
    show: withUnit,
  },
  {
    name: 'synchronous_commit',
    initial: 'on',
    description: "Sets the current transaction's synchronization level.",
    accept: oneOf('on', 'remote_apply', 'remote_write', 'local'),
  },
  {
    name: 'TimeZone',
    initial: 'Etc/UTC',
    description: 'Sets the time zone for displaying and interpreting time stamps.',
    reported: true,
    accept: timeZoneName,
  },
  {
    name: 'transaction_isolation',
    initial: 'read committed',
    description: "Sets the current transaction's isolation level.",
    accept: isolation,
  },
  {
    name: 'transaction_read_only',
    initial: 'off',
    description: "Sets the current transaction's read-only status.",
    accept: boolean,
  },
];

function onOnly(value: string, name: string): string {
  if (boolean(value, name) === 'on') return 'on';
  throw new SqlError('0A000', 'standard_conforming_strings = off is not supported yet');
}

const byName = new Map(DEFINITIONS.map(definition => [definition.name.toLowerCase(), definition]));

export type SettingRow = {readonly name: string; readonly value: string; readonly description: string};

/**
 * A session's configuration parameters. SET LOCAL and a SET inside a transaction that rolls back are undone by
 * `endTransaction`.
 */
export class Settings {
  private readonly values = new Map<string, string>();
  private readonly defaults = new Map<string, string>();
  /** Values as of BEGIN, of what the transaction changed; null: was at its default. */
  private undo: Map<string, string | undefined> | null = null;
  private readonly local = new Set<string>();
  private readonly changed: (name: string, value: string) => void;
  private format: FormatSettings | null = null;

  constructor(changed: (name: string, value: string) => void) {
    this.changed = changed;
  }

  /** A default of this session, from the startup packet: what RESET goes back to. Errors: 42704, 22023. */
  setDefault(name: string, value: string, internal = false): void {
    const definition = this.definition(name);
    const accepted = internal ? value : this.accept(name, value, definition);
    this.defaults.set(name.toLowerCase(), accepted);
    this.notify(name, definition);
  }

  /** SET; null resets. Errors: 42704 unknown, 22023 invalid value, 55P02 cannot be changed. */
  set(name: string, value: string | null, scope: 'session' | 'local' = 'session'): void {
    const key = name.toLowerCase();
    const definition = this.definition(name);
    const accepted = value === null ? null : this.accept(name, value, definition);
    const local = scope === 'local' || isOfTransaction(key);
    // Outside a transaction it would hold for this statement alone.
    if (local && !this.undo) return;
    if (this.undo && !this.undo.has(key)) this.undo.set(key, this.values.get(key));
    if (local) this.local.add(key);
    else this.local.delete(key);
    if (accepted === null) this.values.delete(key);
    else this.values.set(key, accepted);
    this.notify(name, definition);
  }

  /** The value in force; undefined for an unknown name. */
  get(name: string): string | undefined {
    const key = name.toLowerCase();
    const set = this.values.get(key) ?? this.defaults.get(key);
    if (set === undefined && isOfTransaction(key)) return this.get(`default_${key}`);
    return set ?? byName.get(key)?.initial;
  }

  /** SHOW. Errors: 42704. */
  show(name: string): {readonly name: string; readonly value: string} {
    const value = this.get(name);
    if (value === undefined) throw unknownSetting(name);
    const definition = byName.get(name.toLowerCase());
    return {name: definition?.name ?? name, value: definition?.show?.(value) ?? value};
  }

  all(): SettingRow[] {
    return DEFINITIONS.map(({name, description}) => ({...this.show(name), description}));
  }

  /** All values by lower-case name, to go with a statement to the engine. */
  snapshot(): ReadonlyMap<string, string> {
    const all = new Map(DEFINITIONS.map(({name}) => [name.toLowerCase(), this.get(name)!]));
    for (const [name, value] of this.values) all.set(name, value);
    return all;
  }

  resetAll(): void {
    for (const name of [...this.values.keys()]) this.set(name, null);
  }

  beginTransaction(): void {
    this.undo = new Map();
    this.local.clear();
  }

  endTransaction(committed: boolean): void {
    const undo = this.undo;
    this.undo = null;
    for (const [key, value] of undo ?? []) {
      if (committed && !this.local.has(key)) continue;
      if (value === undefined) this.values.delete(key);
      else this.values.set(key, value);
      this.notify(key, byName.get(key));
    }
    this.local.clear();
  }

  /** Schemas to look names up in, as set: pg_catalog is searched first where it is not listed. "$user" has no schema of its own here. */
  get searchPath(): readonly string[] {
    return splitIdentifiers(this.get('search_path')!).filter(name => name !== '$user');
  }

  get formatting(): FormatSettings {
    this.format ??= {
      timeZone: this.get('timezone')!,
      dateStyle: this.get('datestyle')!,
      intervalStyle: this.get('intervalstyle')!,
      extraFloatDigits: Number(this.get('extra_float_digits')),
      byteaOutput: this.get('bytea_output') as 'hex' | 'escape',
    };
    return this.format;
  }

  reported(): SettingRow[] {
    return DEFINITIONS.filter(definition => definition.reported).map(({name, description}) => ({
      name,
      value: this.get(name)!,
      description,
    }));
  }

  private definition(name: string): SettingDefinition | undefined {
    const definition = byName.get(name.toLowerCase());
    // A dotted name is an application's own parameter: any value, no declaration (manual 20.16).
    if (!definition && !/^[A-Za-z_][\w$]*(\.[A-Za-z_][\w$]*)+$/.test(name)) throw unknownSetting(name);
    return definition;
  }

  private accept(name: string, value: string, definition: SettingDefinition | undefined): string {
    if (definition?.readOnly) throw new SqlError('55P02', `parameter "${name}" cannot be changed`);
    return definition?.accept ? definition.accept(value, definition.name, this.get(name)!) : value;
  }

  private notify(name: string, definition: SettingDefinition | undefined): void {
    this.format = null;
    if (definition?.reported) this.changed(definition.name, this.get(name)!);
  }
}

/** transaction_read_only and its like: for the transaction under way; what it begins with is default_…. */
function isOfTransaction(key: string): boolean {
  return key.startsWith('transaction_');
}

function unknownSetting(name: string): SqlError {
  return new SqlError('42704', `unrecognized configuration parameter "${name}"`);
}

/** `"$user", public` → ['$user', 'public']; folds what is not quoted. */
export function splitIdentifiers(list: string): string[] {
  const names: string[] = [];
  for (const match of list.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^\s,"]+))\s*(?:,|$)/g)) {
    names.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : match[2].toLowerCase());
  }
  return names;
}

/** pg_settings' rows for these values (by lower-case name). */
export function describeSettings(
  values: ReadonlyMap<string, string>,
): {readonly name: string; readonly value: string; readonly description: string; readonly default: string}[] {
  return DEFINITIONS.map(({name, initial, description}) => ({
    name,
    value: values.get(name.toLowerCase()) ?? initial,
    description,
    default: initial,
  }));
}
