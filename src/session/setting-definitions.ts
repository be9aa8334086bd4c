import {encodingName, encodingNumber} from '../expr/text/encodings.ts';
import {dialectNames} from '../sql/dialect/dialects/index.ts';
import {SqlError} from '../types/sql-error.ts';
import {timeZone} from '../types/time-zone.ts';
import {POSTGRES_SETTINGS} from './postgres-settings.ts';
import {boolean, integer, invalidValue, measure, oneOf, type Unit} from './setting-kinds.ts';

export type SettingContext =
  'internal' | 'postmaster' | 'sighup' | 'superuser-backend' | 'backend' | 'superuser' | 'user';

/** One configuration parameter, as pg_settings describes it. */
export type SettingDefinition = {
  /** As SHOW ALL and ParameterStatus spell it. */
  readonly name: string;
  readonly initial: string;
  /** What PostgreSQL has built in, where it has the parameter. */
  readonly boot?: string | null;
  readonly description: string;
  readonly more?: string | null;
  /** Told to the client at connect and after every change (manual 55.2.7). */
  readonly reported?: boolean;
  /** Who may change it and when; `user`: anybody, at any time. */
  readonly context?: SettingContext;
  /** Seen only by who may read all settings. */
  readonly guarded?: boolean;
  readonly flags?: readonly string[];
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
  /** As pg_settings prints it. */
  readonly plain?: (value: string) => string;
};

/** What is told here of a parameter; of PostgreSQL's own the rest is PostgreSQL's. */
type Own = Pick<SettingDefinition, 'name'> & Partial<SettingDefinition>;

/** An IANA name, a POSIX specification, or hours east of UTC. */
function timeZoneName(value: string, name: string): string {
  const text = value.trim();
  const zone = /^[+-]?\d+(\.\d+)?$/.test(text) ? timeZone(fixedOffset(Number(text))) : timeZone(text);
  if (!zone && /^right\//i.test(text)) {
    throw new SqlError('22023', `time zone "${text}" appears to use leap seconds`, {
      detail: 'PostgreSQL does not support leap seconds.',
    });
  }
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
      throw invalidValue(name, value, {
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
      throw invalidValue(name, value, {
        detail: `Unrecognized key word: "${word}".`,
      });
    }
  }
  const [oldStyle, oldOrder] = current.split(', ');
  return `${style ?? oldStyle}, ${order ?? (style === 'German' ? 'DMY' : oldOrder)}`;
}

/** Postgres looks at the letters and digits of an encoding's name alone: `'utf-8'`, quotes and all, is UTF8. */
function encoding(value: string, name: string): string {
  const known = encodingName(encodingNumber(value));
  if (known !== '' && known !== 'MULE_INTERNAL') return known;
  const invalid = invalidValue(name, value);
  if (known === '') throw invalid;
  throw new SqlError('0A000', invalid.message, {detail: `Conversion between ${known} and UTF8 is not supported.`});
}

/** Every parameter that does something. Adding one touches this list alone. */
const OWN: readonly Own[] = [
  {
    name: 'audit_log',
    initial: 'ddl, role, login, rights',
    category: 'Reporting and Logging / What to Log',
    description: 'Sets the classes of statements that go to millrace.audit_log.',
    context: 'superuser',
    accept: auditedClasses,
  },
  {
    name: 'audit_log_max_bytes',
    initial: '16777216',
    category: 'Reporting and Logging / What to Log',
    description: 'Sets how large the audit log may become before its oldest half goes; for the whole server.',
    context: 'superuser',
    vartype: 'integer',
    range: [65_536, 1_073_741_824],
    accept: measure({whole: true, unit: 'B', low: 65_536, high: 1_073_741_824}),
  },
  {name: 'application_name', reported: true},
  {name: 'bytea_output'},
  {name: 'client_encoding', reported: true, accept: encoding},
  {name: 'client_min_messages'},
  {name: 'DateStyle', reported: true, accept: dateStyle},
  {name: 'default_transaction_deferrable'},
  {name: 'default_transaction_isolation'},
  {name: 'default_transaction_read_only', reported: true},
  {name: 'extra_float_digits'},
  {name: 'idle_in_transaction_session_timeout'},
  {name: 'idle_session_timeout'},
  {name: 'in_hot_standby', reported: true},
  {name: 'integer_datetimes', reported: true},
  {name: 'IntervalStyle', reported: true},
  {
    name: 'is_superuser',
    initial: 'on',
    description: 'Shows whether the current user is a superuser.',
    reported: true,
    context: 'internal',
  },
  {name: 'lc_collate'},
  {name: 'lc_ctype'},
  {name: 'lock_timeout'},
  {name: 'max_identifier_length'},
  {name: 'row_security'},
  {name: 'search_path'},
  {name: 'role', initial: 'none', description: 'Sets the current role.'},
  {name: 'server_encoding', reported: true},
  {name: 'server_version', reported: true},
  {name: 'server_version_num'},
  {name: 'session_authorization', initial: '', description: 'Shows the session user name.', reported: true},
  {
    name: 'sql_dialect',
    initial: 'postgres',
    category: 'Client Connection Defaults / Statement Behavior',
    description: 'Sets the SQL dialect in which queries are written.',
    vartype: 'enum',
    words: dialectNames,
    accept: oneOf(...dialectNames),
  },
  {name: 'standard_conforming_strings', reported: true},
  {name: 'statement_timeout'},
  // `off` waits all the same: a commit is on disk before it is answered.
  {name: 'synchronous_commit'},
  {name: 'TimeZone', reported: true, accept: timeZoneName},
  {name: 'transaction_deferrable'},
  {name: 'transaction_isolation'},
  {name: 'transaction_read_only'},
];

/** Those that PostgreSQL does not list either. */
const UNLISTED: readonly SettingDefinition[] = [
  {
    name: 'default_with_oids',
    initial: 'off',
    description: 'Create new tables with OIDs by default.',
    vartype: 'bool',
    accept: withoutOids,
  },
  {
    name: 'seed',
    initial: '0',
    description: 'Sets the seed for random-number generation.',
    vartype: 'real',
    range: [-1, 1],
    accept: measure({whole: false, unit: undefined, low: -1, high: 1}),
    show: () => 'unavailable',
  },
  {
    name: 'ssl_renegotiation_limit',
    initial: '0',
    description: 'SSL renegotiation is no longer supported; this can only be 0.',
    vartype: 'integer',
    accept: integer(0, 0),
  },
];

/** Dumps of old servers turn it off. */
function withoutOids(value: string, name: string): string {
  if (boolean(value, name) === 'off') return 'off';
  throw new SqlError('0A000', 'tables declared WITH OIDS are not supported');
}

const AUDITED = ['all', 'none', 'login', 'role', 'ddl', 'write', 'read', 'session', 'transaction', 'rights'];

function auditedClasses(value: string, name: string): string {
  const words = value.split(',').map(word => word.trim().toLowerCase());
  const wrong = words.find(word => !AUDITED.includes(word));
  if (wrong === undefined) return words.join(', ');
  throw invalidValue(name, value, {
    detail: `Unrecognized key word: "${wrong}".`,
    hint: `Available values: ${AUDITED.join(', ')}.`,
  });
}

const postgresByName = new Map(POSTGRES_SETTINGS.map(setting => [setting.name, setting]));

export const DEFINITIONS: readonly SettingDefinition[] = OWN.map(own => ({
  initial: '',
  description: '',
  ...postgresByName.get(own.name),
  ...own,
}));

const ownNames = new Set(OWN.map(({name}) => name));

/** Those too that do nothing here. */
export const ALL_DEFINITIONS: readonly SettingDefinition[] = [
  ...DEFINITIONS,
  ...POSTGRES_SETTINGS.filter(({name}) => !ownNames.has(name)),
  ...UNLISTED,
].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));

/** By lower-case name. */
export const definitionsByName: ReadonlyMap<string, SettingDefinition> = new Map(
  ALL_DEFINITIONS.map(definition => [definition.name.toLowerCase(), definition]),
);
