import type {SettingFact} from '../catalog/system/snapshot.ts';
import type {FormatSettings} from '../types/io/format-settings.ts';
import {SqlError} from '../types/sql-error.ts';
import type {CatalogSeen, Identity} from './identity.ts';
import {shortest} from './setting-kinds.ts';
import {ALL_DEFINITIONS, DEFINITIONS, definitionsByName, type SettingDefinition} from './setting-definitions.ts';

/** Whom the session acts for is told by SHOW alone. */
const HIDDEN = [
  'role',
  'session_authorization',
  'is_superuser',
  'default_with_oids',
  'seed',
  'ssl_renegotiation_limit',
];
const SHOWN = ALL_DEFINITIONS.filter(({name}) => !HIDDEN.includes(name));

/** Where a value that is not the built-in one comes from, and what RESET goes back to. */
type SettingOrigin = {readonly source: string; readonly reset: string};

type SettingRow = {readonly name: string; readonly value: string; readonly description: string};

const NONE: ReadonlyMap<string, string> = new Map();

export type SettingsMark = {
  readonly values: ReadonlyMap<string, string>;
  readonly undo: ReadonlyMap<string, string | undefined> | null;
  readonly local: ReadonlyMap<string, string | undefined>;
};

/**
 * A session's configuration parameters. SET LOCAL and a SET inside a transaction that rolls back are undone by
 * `endTransaction`.
 */
export class Settings {
  private readonly values = new Map<string, string>();
  private readonly defaults = new Map<string, string>();
  private readonly defaultsOfRole = new Set<string>();
  /** Parameters of applications that a SET or RESET has named: they are there from then on, and empty without a value. */
  private readonly custom = new Set<string>();
  /** Values as of BEGIN, of what the transaction changed; null: was at its default. */
  private undo: Map<string, string | undefined> | null = null;
  /** Of what SET LOCAL has set: the values beneath, which hold once the transaction commits. */
  private readonly local = new Map<string, string | undefined>();
  private ofStatement = false;
  private readonly changed: (name: string, value: string) => void;
  private readonly identity: Identity | null;
  private readonly server: ReadonlyMap<string, string>;
  private format: FormatSettings | null = null;
  private path: readonly string[] | null = null;
  private pathSeen: CatalogSeen | null = null;
  private whole: ReadonlyMap<string, string> | null = null;
  private origin: ReadonlyMap<string, SettingOrigin> | null = null;
  private changes = 0;

  /**
   * `identity`: whom the session acts for, which two settings say; null where nobody asks. `server`: what its command line has
   * decided, by lower-case name.
   */
  constructor(
    changed: (name: string, value: string) => void,
    identity: Identity | null = null,
    server: ReadonlyMap<string, string> = NONE,
  ) {
    this.server = server;
    this.changed = changed;
    this.identity = identity;
  }

  /** Where the session's temporary objects are: the search path begins with it (catalog/temporary.ts). */
  temporarySchema: string | null = null;

  /** A default of this session, from the startup packet: what RESET goes back to. Errors: 42704, 22023. */
  setDefault(name: string, value: string, by: boolean | 'role' = false): void {
    const definition = this.definition(name);
    if (by !== true && definition) this.mayBeSet(definition, by === 'role' ? 'role' : 'startup');
    const accepted = by === true ? value : this.accept(name, value, definition);
    const key = name.toLowerCase();
    this.defaults.set(key, accepted);
    if (by === 'role') this.defaultsOfRole.add(key);
    else this.defaultsOfRole.delete(key);
    this.notify(name, definition);
  }

  /** SET; null resets. Errors: 42704 unknown, 22023 invalid value, 55P02 cannot be changed. */
  set(name: string, value: string | null, scope: 'session' | 'local' = 'session'): void {
    const key = name.toLowerCase();
    const definition = this.definition(name);
    if (definition) this.mayBeSet(definition);
    else this.custom.add(key);
    const accepted = value === null ? null : this.accept(name, value, definition);
    const local = scope === 'local' || isOfTransaction(key);
    // Outside a transaction it holds for this statement alone.
    if (local && !this.undo) {
      this.beginTransaction();
      this.ofStatement = true;
    }
    if (this.undo && !this.undo.has(key)) this.undo.set(key, this.values.get(key));
    if (!local) this.local.delete(key);
    else if (!this.local.has(key)) this.local.set(key, this.values.get(key));
    if (accepted === null) this.values.delete(key);
    else this.values.set(key, accepted);
    this.notify(name, definition);
    // Who has become somebody else has taken on no role yet.
    if (key === 'session_authorization') this.set('role', 'none', scope);
  }

  /** A function's own values, until what is returned is called. Errors: as `set`. */
  during(own: readonly (readonly [string, string])[]): () => void {
    const before = own.map(([name]) => [name, this.values.get(name.toLowerCase())] as const);
    const put = (name: string, value: string | undefined): void => {
      if (value === undefined) this.values.delete(name.toLowerCase());
      else this.values.set(name.toLowerCase(), value);
      this.notify(name, this.definition(name));
    };
    for (const [name, value] of own) put(name, this.check(name, value));
    return () => before.forEach(([name, value]) => put(name, value));
  }

  /** The value as SET would take it. Errors: 42704, 22023, 55P02. */
  check(name: string, value: string): string {
    const definition = this.definition(name);
    if (definition) this.mayBeSet(definition);
    return this.accept(name, value, definition);
  }

  /** As it is written: TimeZone. Errors: 42704. */
  canonical(name: string): string {
    return this.definition(name)?.name ?? name;
  }

  /** The value in force; undefined for an unknown name. */
  get(name: string): string | undefined {
    const key = name.toLowerCase();
    const set = this.values.get(key) ?? this.defaults.get(key);
    if (set === undefined && isOfTransaction(key)) return this.get(`default_${key}`);
    return (
      set ?? this.server.get(key) ?? definitionsByName.get(key)?.initial ?? (this.custom.has(key) ? '' : undefined)
    );
  }

  /** SHOW. Errors: 42704, 42501. */
  show(name: string): {readonly name: string; readonly value: string} {
    const value = this.get(name);
    if (value === undefined) throw unknownSetting(name);
    const definition = definitionsByName.get(name.toLowerCase());
    if (definition?.guarded && this.identity?.readsAllSettings === false) throw guardedSetting(definition.name);
    return {name: definition?.name ?? name, value: definition?.show?.(value) ?? value};
  }

  all(): SettingRow[] {
    const sees = this.identity?.readsAllSettings !== false;
    return SHOWN.filter(({guarded}) => sees || !guarded).map(({name, description}) => ({
      ...this.show(name),
      description,
    }));
  }

  /** Another one whenever a value may be another. */
  get version(): number {
    return this.changes;
  }

  /** All values by lower-case name, to go with a statement to the engine. */
  snapshot(): ReadonlyMap<string, string> {
    return (this.whole ??= this.gather());
  }

  /** Of the values that are not the built-in ones, by lower-case name; to go with it. */
  origins(): ReadonlyMap<string, SettingOrigin> {
    return (this.origin ??= new Map(
      [...this.server.keys(), ...this.defaults.keys(), ...this.values.keys()].map(key => [key, this.originOf(key)]),
    ));
  }

  private originOf(key: string): SettingOrigin {
    const reset = this.defaults.get(key) ?? this.server.get(key) ?? definitionsByName.get(key)?.initial ?? '';
    if (this.values.has(key)) return {source: isOfTransaction(key) ? 'override' : 'session', reset};
    if (this.defaults.has(key)) return {source: this.defaultsOfRole.has(key) ? 'user' : 'client', reset};
    return {source: 'command line', reset};
  }

  private gather(): ReadonlyMap<string, string> {
    const all = new Map(DEFINITIONS.map(({name}) => [name.toLowerCase(), this.get(name)!]));
    for (const [name, value] of this.server) all.set(name, value);
    for (const name of this.custom) all.set(name, '');
    for (const [name, value] of this.defaults) all.set(name, value);
    for (const [name, value] of this.values) all.set(name, value);
    return all;
  }

  resetAll(): void {
    for (const name of [...this.values.keys()]) {
      const {context} = definitionsByName.get(name) ?? {};
      if (context !== 'superuser' || this.identity?.isSuperuser !== false) this.set(name, null);
    }
  }

  /** What SET LOCAL or set_config(…, true) changed for one statement outside a transaction goes with it. */
  endStatement(): void {
    if (this.ofStatement) this.endTransaction(false);
  }

  beginTransaction(): void {
    this.endStatement();
    this.undo = new Map();
    this.local.clear();
  }

  /** What the transaction has set is forgotten as soon as it fails; it may be open still. */
  failTransaction(): void {
    this.endTransaction(false);
    this.undo = new Map();
  }

  endTransaction(committed: boolean): void {
    const undo = this.undo;
    this.undo = null;
    this.ofStatement = false;
    for (const [key, value] of undo ?? []) {
      if (committed && !this.local.has(key)) continue;
      const kept = committed ? this.local.get(key) : value;
      if (kept === undefined) this.values.delete(key);
      else this.values.set(key, kept);
      this.notify(key, definitionsByName.get(key));
    }
    this.local.clear();
  }

  /** How the transaction stands at a savepoint. */
  mark(): SettingsMark {
    return {values: new Map(this.values), undo: this.undo && new Map(this.undo), local: new Map(this.local)};
  }

  rollbackTo({values, undo, local}: SettingsMark): void {
    const changed = [...new Set([...this.values.keys(), ...values.keys()])].filter(
      key => this.values.get(key) !== values.get(key),
    );
    replaceWith(this.values, values);
    this.undo = undo && new Map(undo);
    this.local.clear();
    for (const [key, value] of local) this.local.set(key, value);
    for (const key of changed) this.notify(key, definitionsByName.get(key));
  }

  /** Schemas to look names up in, as set: pg_catalog is searched first where it is not listed. "$user" has no schema of its own here. */
  get searchPath(): readonly string[] {
    // Rights to schemas, and the schema of the user's own name, come and go with the catalog.
    if (!this.path || this.identity?.sees(this.pathSeen) === false) {
      this.pathSeen = this.identity?.seen ?? null;
      const named = splitIdentifiers(this.get('search_path')!);
      const set = this.identity?.schemas(named) ?? named.filter(name => name !== '$user');
      this.path = this.temporarySchema === null ? set : [this.temporarySchema, ...set];
    }
    return this.path;
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

  /** Errors: 42704. */
  mustKnow(name: string): void {
    this.definition(name);
  }

  private definition(name: string): SettingDefinition | undefined {
    const definition = definitionsByName.get(name.toLowerCase());
    // A dotted name is an application's own parameter: any value, no declaration (manual 20.16).
    if (
      definition ||
      /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*(\.[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)+$/.test(name)
    )
      return definition;
    if (!name.includes('.')) throw unknownSetting(name);
    throw new SqlError('42602', `invalid configuration parameter name "${name}"`, {
      detail: 'Custom parameter names must be two or more simple identifiers separated by dots.',
    });
  }

  private accept(name: string, value: string, definition: SettingDefinition | undefined): string {
    const key = name.toLowerCase();
    if (this.identity && (key === 'role' || key === 'session_authorization')) return this.identity.accept(key, value);
    if (!definition?.accept) return value;
    // Words are checked under the name that was written, texts under the parameter's own.
    return definition.accept(value, definition.vartype === 'enum' ? name : definition.name, this.get(name)!);
  }

  /** `by`: the startup packet, or ALTER ROLE, whose author has been asked for the right to it. Errors: 55P02, 42501. */
  private mayBeSet({name, context = 'user'}: SettingDefinition, by: 'set' | 'startup' | 'role' = 'set'): void {
    if (context === 'internal') throw new SqlError('55P02', `parameter "${name}" cannot be changed`);
    if (context === 'postmaster') {
      throw new SqlError('55P02', `parameter "${name}" cannot be changed without restarting the server`);
    }
    if (context === 'sighup') throw new SqlError('55P02', `parameter "${name}" cannot be changed now`);
    const ofStart = context === 'backend' || context === 'superuser-backend';
    if (ofStart && by !== 'startup')
      throw new SqlError('55P02', `parameter "${name}" cannot be set after connection start`);
    if (by !== 'role' && context.startsWith('superuser') && this.identity?.isSuperuser === false) {
      throw new SqlError('42501', `permission denied to set parameter "${name}"`);
    }
  }

  private notify(name: string, definition: SettingDefinition | undefined): void {
    this.format = null;
    this.path = null;
    this.whole = null;
    this.origin = null;
    this.changes++;
    const key = name.toLowerCase();
    if (this.identity && (key === 'role' || key === 'session_authorization')) {
      this.identity.follow(this);
      this.setDefault('is_superuser', this.identity.isSuperuser ? 'on' : 'off', true);
    }
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

function guardedSetting(name: string): SqlError {
  return new SqlError('42501', `must be superuser or have privileges of pg_read_all_settings to examine "${name}"`);
}

/** `"$user", public` → ['$user', 'public']; folds what is not quoted. */
function splitIdentifiers(list: string): string[] {
  const names: string[] = [];
  for (const match of list.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^\s,"]+))\s*(?:,|$)/g)) {
    names.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : match[2].toLowerCase());
  }
  return names;
}

/** pg_settings' rows for these values (by lower-case name; of what is not there the default). `seesAll`: those too that are guarded. */
export function describeSettings(
  values: ReadonlyMap<string, string>,
  origins: ReadonlyMap<string, SettingOrigin>,
  seesAll: boolean,
): SettingFact[] {
  return SHOWN.filter(({guarded}) => seesAll || !guarded).map(definition => {
    const {initial, boot = initial, range, plain = value => value} = definition;
    const limit = definition.vartype === 'real' ? shortest : String;
    const key = definition.name.toLowerCase();
    const {source, reset} = origins.get(key) ?? {source: isOfTransaction(key) ? 'override' : 'default', reset: initial};
    return {
      ...definition,
      setting: plain(values.get(key) ?? initial),
      default: definition.vartype === 'real' ? plain(reset) : reset,
      source,
      range: range && ([limit(range[0]), limit(range[1])] as const),
      boot: boot !== null && definition.vartype === 'real' ? plain(boot) : boot,
      // Where Millrace is not as PostgreSQL is built, somebody has decided so.
      ...(source === 'default' && initial !== (boot ?? '') && {source: 'override'}),
    };
  });
}

/**
 * What current_setting says of one of these values; undefined for an unknown name. Errors: 42501 for what is guarded, unless
 * `seesAll`.
 */
export function shownSetting(values: ReadonlyMap<string, string>, name: string, seesAll: boolean): string | undefined {
  const key = name.toLowerCase();
  const definition = definitionsByName.get(key);
  if (definition?.guarded && !seesAll) throw guardedSetting(definition.name);
  const value = values.get(key) ?? definition?.initial;
  return value === undefined ? undefined : (definition?.show?.(value) ?? value);
}

function replaceWith<K, V>(map: Map<K, V>, other: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of other) map.set(key, value);
}
