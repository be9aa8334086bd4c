import {dialectNames} from '../sql/dialect/dialects/index.ts';
import {SqlError} from '../types/sql-error.ts';
import {timeZone} from '../types/time-zone.ts';
import {boolean, integer, invalidValue, milliseconds, oneOf, printMeasure, type Unit} from './setting-kinds.ts';
import {SERVER_SETTINGS} from './server-settings.ts';
import {TUNING} from './tuning-settings.ts';

export type SettingContext =
  'internal' | 'postmaster' | 'sighup' | 'superuser-backend' | 'backend' | 'superuser' | 'user';

/** One configuration parameter, as pg_settings describes it. */
export type SettingDefinition = {
  /** As SHOW ALL and ParameterStatus spell it. */
  readonly name: string;
  readonly initial: string;
  readonly description: string;
  /** Told to the client at connect and after every change (manual 55.2.7). */
  readonly reported?: boolean;
  readonly readOnly?: boolean;
  /** Only superusers set it. */
  readonly superuserOnly?: boolean;
  /** Who may change it and when; `user`: anybody, at any time. */
  readonly context?: SettingContext;
  /** Else `string`. */
  readonly vartype?: 'bool' | 'string' | 'enum' | 'integer' | 'real';
  /** Of a number as it is stored. */
  readonly unit?: Unit;
  readonly category?: string;
  readonly range?: readonly [low: number, high: number];
  /** All that an enum may be. */
  readonly words?: readonly string[];
  /** Checks and normalises; throws 22023. */
  readonly accept?: (value: string, name: string, current: string) => string;
  /** As SHOW prints it. */
  readonly show?: (value: string) => string;
};

export const SERVER_VERSION = '15.13';

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
    else if (word !== 'default') {
      throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
        detail: `Unrecognized key word: "${word}".`,
      });
    }
  }
  const [oldStyle, oldOrder] = current.split(', ');
  return `${style ?? oldStyle}, ${order ?? (style === 'German' ? 'DMY' : oldOrder)}`;
}

const ISOLATION_LEVELS = ['serializable', 'repeatable read', 'read committed', 'read uncommitted'];

/** An enum, as pg_settings says it: `debug` is only another name. */
function words(...all: readonly string[]): Pick<SettingDefinition, 'accept' | 'vartype' | 'words'> {
  return {accept: oneOf(...all), vartype: 'enum', words: all.filter(word => word !== 'debug')};
}

/** Postgres looks at the letters and digits of an encoding's name alone: `'utf-8'`, quotes and all, is UTF8. */
function encoding(value: string, name: string): string {
  const word = value.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (['UTF8', 'UNICODE'].includes(word)) return 'UTF8';
  if (word === 'SQLASCII') return 'SQL_ASCII';
  throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`);
}

/** Every parameter that does something. Adding one touches this list alone. */
export const DEFINITIONS: readonly SettingDefinition[] = [
  {
    name: 'audit_log',
    initial: 'ddl, role, login, rights',
    description: 'Sets the classes of statements that go to millrace.audit_log.',
    superuserOnly: true,
    accept: auditedClasses,
  },
  {
    name: 'audit_log_max_bytes',
    initial: '16777216',
    description: 'Sets how large the audit log may become before its oldest half goes; for the whole server.',
    superuserOnly: true,
    accept: integer(65_536, 1_073_741_824),
  },
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
    ...words('escape', 'hex'),
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
    ...words('debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'debug', 'log', 'notice', 'warning', 'error'),
  },
  {
    name: 'DateStyle',
    initial: 'ISO, MDY',
    description: 'Sets the display format for date and time values.',
    reported: true,
    accept: dateStyle,
  },
  {
    name: 'default_transaction_deferrable',
    initial: 'off',
    description: 'Sets the default deferrable status of new transactions.',
    accept: boolean,
    vartype: 'bool',
  },
  {
    name: 'default_transaction_isolation',
    initial: 'read committed',
    description: 'Sets the transaction isolation level of each new transaction.',
    ...words(...ISOLATION_LEVELS),
  },
  {
    name: 'default_transaction_read_only',
    initial: 'off',
    description: 'Sets the default read-only status of new transactions.',
    reported: true,
    accept: boolean,
    vartype: 'bool',
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
    vartype: 'integer',
    unit: 'ms',
    range: [0, 2 ** 31 - 1],
    show: value => printMeasure(value, 'ms'),
  },
  {
    name: 'idle_session_timeout',
    initial: '0',
    description: 'Sets the maximum allowed idle time between queries, when not in a transaction.',
    accept: milliseconds,
    vartype: 'integer',
    unit: 'ms',
    range: [0, 2 ** 31 - 1],
    show: value => printMeasure(value, 'ms'),
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
    ...words('postgres', 'postgres_verbose', 'sql_standard', 'iso_8601'),
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
    vartype: 'integer',
    unit: 'ms',
    range: [0, 2 ** 31 - 1],
    show: value => printMeasure(value, 'ms'),
  },
  {name: 'max_identifier_length', initial: '63', description: 'Shows the maximum identifier length.', readOnly: true},
  {name: 'row_security', initial: 'on', description: 'Enable row security.', accept: boolean},
  {
    name: 'search_path',
    initial: '"$user", public',
    description: 'Sets the schema search order for names that are not schema-qualified.',
  },
  {name: 'role', initial: 'none', description: 'Sets the current role.'},
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
  },
  {
    name: 'sql_dialect',
    initial: 'postgres',
    description: 'Sets the SQL dialect in which queries are written.',
    ...words(...dialectNames),
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
    vartype: 'integer',
    unit: 'ms',
    range: [0, 2 ** 31 - 1],
    show: value => printMeasure(value, 'ms'),
  },
  {
    name: 'synchronous_commit',
    initial: 'on',
    description: "Sets the current transaction's synchronization level.",
    // `off` waits all the same: a commit is on disk before it is answered.
    ...words('local', 'remote_write', 'remote_apply', 'on', 'off'),
  },
  {
    name: 'TimeZone',
    initial: 'Etc/UTC',
    description: 'Sets the time zone for displaying and interpreting time stamps.',
    reported: true,
    accept: timeZoneName,
  },
  {
    name: 'transaction_deferrable',
    initial: 'off',
    description:
      'Whether to defer a read-only serializable transaction until it can be executed with no possible serialization failures.',
    accept: boolean,
    vartype: 'bool',
  },
  {
    name: 'transaction_isolation',
    initial: 'read committed',
    description: "Sets the current transaction's isolation level.",
    ...words(...ISOLATION_LEVELS),
  },
  {
    name: 'transaction_read_only',
    initial: 'off',
    description: "Sets the current transaction's read-only status.",
    accept: boolean,
    vartype: 'bool',
  },
];

const AUDITED = ['all', 'none', 'login', 'role', 'ddl', 'write', 'read', 'session', 'transaction', 'rights'];

function auditedClasses(value: string, name: string): string {
  const words = value.split(',').map(word => word.trim().toLowerCase());
  const wrong = words.find(word => !AUDITED.includes(word));
  if (wrong === undefined) return words.join(', ');
  throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
    detail: `Unrecognized key word: "${wrong}".`,
    hint: `Available values: ${AUDITED.join(', ')}.`,
  });
}

function onOnly(value: string, name: string): string {
  if (boolean(value, name) === 'on') return 'on';
  throw new SqlError('0A000', 'standard_conforming_strings = off is not supported yet');
}

/** Those too that do nothing here. */
export const ALL_DEFINITIONS: readonly SettingDefinition[] = [...DEFINITIONS, ...SERVER_SETTINGS, ...TUNING].sort(
  (a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
);

/** By lower-case name. */
export const definitionsByName: ReadonlyMap<string, SettingDefinition> = new Map(
  ALL_DEFINITIONS.map(definition => [definition.name.toLowerCase(), definition]),
);
