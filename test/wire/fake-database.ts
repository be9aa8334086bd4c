import type {
  ConnectOptions,
  Database,
  Execution,
  ResultChunk,
  ResultColumn,
  Session,
  SessionListener,
  StatementDescription,
  TransactionStatus,
} from '../../src/session/api.ts';
import type {Datum} from '../../src/types/datum.ts';
import {DEFAULT_FORMAT} from '../../src/types/io/format-settings.ts';
import {SqlError} from '../../src/types/sql-error.ts';
import type {SqlType} from '../../src/types/sql-type.ts';

/** What a fake statement answers. */
export type FakeStatement = {
  readonly parameterTypes?: readonly SqlType[];
  readonly columns?: readonly (readonly [string, SqlType])[];
  /** Rows by chunks; called once an execution, with the parameters. */
  readonly chunks?: (
    values: readonly Datum[],
    session: FakeSession,
  ) => AsyncIterable<ResultChunk> | Iterable<ResultChunk>;
  readonly tag?: string;
  readonly error?: Error;
};

export function rowsOf(...rows: readonly (readonly Datum[])[]): () => Iterable<ResultChunk> {
  return () => [{kind: 'rows', rows}];
}

/** Answers statements by their text: the protocol's counterpart without a database behind it. */
export class FakeDatabase implements Database {
  readonly statements = new Map<string, FakeStatement>();
  readonly sessions: FakeSession[] = [];
  /** Verifiers by user. */
  readonly passwords = new Map<string, string>();

  define(sql: string, statement: FakeStatement): this {
    this.statements.set(sql, statement);
    return this;
  }

  async connect(options: ConnectOptions): Promise<Session> {
    if (options.database === 'absent') throw new SqlError('3D000', 'database "absent" does not exist');
    const session = new FakeSession(this, options, this.sessions.length + 1);
    this.sessions.push(session);
    return session;
  }

  passwordOf(user: string): string | null {
    return this.passwords.get(user) ?? null;
  }

  isMember(user: string, role: string): boolean {
    return user === role;
  }

  cancel(processId: number, secretKey: Uint8Array): void {
    const session = this.sessions.find(s => s.processId === processId && s.secretKey.equals(secretKey));
    session?.cancelled.abort();
  }
}

export class FakeSession implements Session {
  readonly processId: number;
  readonly secretKey: Buffer;
  readonly formatting = DEFAULT_FORMAT;
  readonly options: ConnectOptions;
  readonly failures: SqlError[] = [];
  transactionStatus: TransactionStatus = 'I';
  cancelled = new AbortController();
  closed = false;
  chunksPulled = 0;
  private listener: SessionListener | undefined;
  private readonly database: FakeDatabase;
  private readonly prepared = new Map<string, FakeStatement>();
  private readonly portals = new Map<string, {statement: FakeStatement; values: readonly Datum[]; run?: Execution}>();

  constructor(database: FakeDatabase, options: ConnectOptions, number: number) {
    this.database = database;
    this.options = options;
    this.processId = 1000 + number;
    this.secretKey = Buffer.from([0, 0, 0, 77 * number]);
  }

  listen(listener: SessionListener): void {
    this.listener = listener;
    listener.parameterStatus('server_version', '15.0');
    listener.parameterStatus('client_encoding', 'UTF8');
  }

  notice(message: string): void {
    this.listener!.notice({severity: 'NOTICE', code: '00000', message, hint: 'None.'});
  }

  private find(sql: string): FakeStatement {
    const statement = sql === '' ? {tag: ''} : this.database.statements.get(sql);
    if (!statement) throw new SqlError('42601', `syntax error at or near "${sql}"`, {position: 1});
    return statement;
  }

  async *simpleQuery(sql: string): AsyncIterable<Execution> {
    for (const part of sql.split(';').map(text => text.trim())) {
      if (part === '' && sql.trim() !== '') continue;
      if (part === 'begin') this.transactionStatus = 'T';
      yield this.run(this.find(part), []);
      if (part === 'commit') this.transactionStatus = 'I';
    }
  }

  async parse(name: string, sql: string, types: readonly (SqlType | null)[]): Promise<void> {
    const found = this.find(sql);
    const parameterTypes = (found.parameterTypes ?? []).map((type, i) => types[i] ?? type);
    this.prepared.set(name, {...found, parameterTypes});
  }

  async describeStatement(name: string): Promise<StatementDescription> {
    const statement = this.prepared.get(name);
    if (!statement) throw new SqlError('26000', `prepared statement "${name}" does not exist`);
    return {parameterTypes: statement.parameterTypes ?? [], columns: resultColumns(statement)};
  }

  beginBind(_portal: string, name: string): Promise<StatementDescription> {
    return this.describeStatement(name);
  }

  async bind(portal: string, name: string, values: readonly Datum[]): Promise<void> {
    this.portals.set(portal, {statement: this.prepared.get(name)!, values});
  }

  lookUpText(): null {
    return null;
  }

  lookUp(): null {
    return null;
  }

  async describePortal(portal: string): Promise<StatementDescription> {
    return {parameterTypes: [], columns: resultColumns(this.portal(portal).statement)};
  }

  async execute(name: string): Promise<Execution> {
    const portal = this.portal(name);
    portal.run ??= this.run(portal.statement, portal.values);
    return portal.run;
  }

  private portal(name: string): {statement: FakeStatement; values: readonly Datum[]; run?: Execution} {
    const portal = this.portals.get(name);
    if (!portal) throw new SqlError('34000', `portal "${name}" does not exist`);
    return portal;
  }

  async callFunction(): Promise<never> {
    throw new SqlError('42883', 'function with OID 0 does not exist');
  }

  closeStatement(name: string): void {
    this.prepared.delete(name);
  }

  closePortal(name: string): void {
    this.portals.delete(name);
  }

  async sync(): Promise<void> {
    this.portals.clear();
  }

  async fail(error: SqlError): Promise<void> {
    this.failures.push(error);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.cancelled.abort();
  }

  private run(statement: FakeStatement, values: readonly Datum[]): Execution {
    const {cancelled} = this;
    const iterable = statement.chunks?.(values, this) ?? [];
    const chunks = Symbol.asyncIterator in iterable ? iterable[Symbol.asyncIterator]() : iterable[Symbol.iterator]();
    let rest: readonly (readonly Datum[])[] = [];
    let count = 0;
    return {
      columns: resultColumns(statement),
      get tag() {
        return statement.tag ?? `SELECT ${count}`;
      },
      next: async maxRows => {
        if (cancelled.signal.aborted) {
          this.cancelled = new AbortController();
          throw new SqlError('57014', 'canceling statement due to user request');
        }
        if (rest.length === 0) {
          const step = await chunks.next();
          if (step.done) {
            if (statement.error) throw statement.error;
            return null;
          }
          this.chunksPulled++;
          if (step.value.kind === 'batch') return step.value;
          rest = step.value.rows;
        }
        const rows = maxRows > 0 ? rest.slice(0, maxRows) : rest;
        rest = rest.slice(rows.length);
        count += rows.length;
        return {kind: 'rows', rows};
      },
      close: async () => {},
    };
  }
}

function resultColumns(statement: FakeStatement): readonly ResultColumn[] | null {
  if (!statement.columns) return null;
  return statement.columns.map(([name, type], i) => ({name, type, tableOid: 16384, attributeNumber: i + 1}));
}
