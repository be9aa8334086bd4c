import {batchRows} from '../columnar/datum-access.ts';
import {parseStatements} from '../sql/parse/index.ts';
import type {Statement} from '../sql/ast/index.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import {TEXT, type SqlType} from '../types/sql-type.ts';
import type {
  ConnectOptions,
  Execution,
  FormatSettings,
  ResultChunk,
  Session,
  SessionListener,
  StatementDescription,
  TransactionStatus,
} from './api.ts';
import type {MillraceDatabase} from './database.ts';
import type {EngineQuery, SessionFacts} from './engine.ts';
import {command, QueryExecution} from './execution.ts';
import type {PlannedStatement, PreparedStatement} from './prepared.ts';
import {Settings} from './settings.ts';
import {handlerOf} from './statements/registry.ts';
import {bindParameters, planStatement} from './statements/planned.ts';
import {Transaction} from './transaction.ts';

type Portal = {
  readonly prepared: PreparedStatement;
  readonly values: readonly Datum[];
  execution: Execution | null;
};

/** One client's session: settings, prepared statements, portals and the transaction, over a shared database. */
export class SqlSession implements Session {
  readonly database: MillraceDatabase;
  readonly processId: number;
  readonly secretKey: number;
  readonly user: string;
  readonly remoteAddress: string;
  readonly settings: Settings;
  readonly transaction: Transaction;
  readonly prepared = new Map<string, PreparedStatement>();
  private readonly portals = new Map<string, Portal>();
  private readonly running = new Set<EngineQuery>();
  private listeners: SessionListener[] = [];
  private cancelled = false;
  private closed = false;

  constructor(database: MillraceDatabase, options: ConnectOptions, processId: number, secretKey: number) {
    this.database = database;
    this.processId = processId;
    this.secretKey = secretKey;
    this.user = options.user;
    this.remoteAddress = options.remoteAddress;
    this.settings = new Settings((name, value) => {
      for (const listener of this.listeners) listener.parameterStatus(name, value);
    });
    this.transaction = new Transaction(database, this.settings);
    this.settings.setDefault('session_authorization', options.user, true);
    this.applyStartupParameters(options.parameters);
  }

  get transactionStatus(): TransactionStatus {
    return this.transaction.status;
  }

  get formatting(): FormatSettings {
    return this.settings.formatting;
  }

  /** What functions like current_user and now() see. */
  get facts(): SessionFacts {
    return {
      user: this.user,
      database: this.database.catalog.database,
      searchPath: this.settings.searchPath,
      processId: this.processId,
      settings: this.settings.snapshot(),
      now: this.transaction.now,
    };
  }

  listen(listener: SessionListener): void {
    this.listeners.push(listener);
    for (const {name, value} of this.settings.reported()) listener.parameterStatus(name, value);
  }

  notice(severity: 'NOTICE' | 'WARNING' | 'INFO', code: string, message: string, detail?: string): void {
    const levels = ['debug', 'log', 'notice', 'warning', 'error'];
    const rank = severity === 'WARNING' ? 3 : severity === 'INFO' ? 4 : 2;
    if (rank < levels.indexOf(this.settings.get('client_min_messages')!)) return;
    for (const listener of this.listeners) listener.notice({severity, code, message, detail});
  }

  async *simpleQuery(sql: string): AsyncIterable<Execution> {
    this.cancelled = false;
    try {
      const statements = parseStatements(sql);
      if (statements.length === 0) {
        yield command('');
        return;
      }
      for (const statement of statements) {
        const prepared = {sql, statement, declaredTypes: [], planned: null};
        if (statements.length > 1) this.transaction.beginImplicit();
        const execution = await this.start(prepared, []);
        try {
          yield this.guarded(execution);
        } finally {
          await execution.close();
        }
      }
      await this.transaction.endImplicit();
    } catch (error) {
      await this.transaction.fail();
      throw error;
    } finally {
      // Also reached when the reader stops early.
      await this.transaction.endImplicit();
    }
  }

  async parse(name: string, sql: string, parameterTypes: readonly (SqlType | null)[]): Promise<void> {
    const statements = parseStatements(sql);
    if (statements.length > 1) {
      throw new SqlError('42601', 'cannot insert multiple commands into a prepared statement');
    }
    if (name !== '' && this.prepared.has(name)) {
      throw new SqlError('42P05', `prepared statement "${name}" already exists`);
    }
    const prepared: PreparedStatement = {
      sql,
      statement: statements[0] ?? null,
      declaredTypes: parameterTypes,
      planned: null,
    };
    if (prepared.statement && !this.transaction.refuses(prepared.statement)) this.plan(prepared);
    this.prepared.set(name, prepared);
  }

  async describeStatement(name: string): Promise<StatementDescription> {
    return this.describe(this.findPrepared(name));
  }

  async bind(portal: string, statement: string, values: readonly Datum[]): Promise<void> {
    const prepared = this.findPrepared(statement);
    if (portal !== '' && this.portals.has(portal)) {
      throw new SqlError('42P03', `cursor "${portal}" already exists`);
    }
    const expected = this.describe(prepared).parameterTypes.length;
    if (values.length !== expected) {
      throw new SqlError(
        '08P01',
        `bind message supplies ${values.length} parameters, but prepared statement "${statement}" requires ${expected}`,
      );
    }
    await this.dropPortal(portal);
    this.portals.set(portal, {prepared, values, execution: null});
  }

  async describePortal(portal: string): Promise<StatementDescription> {
    return this.describe(this.findPortal(portal).prepared);
  }

  async execute(name: string): Promise<Execution> {
    this.cancelled = false;
    const portal = this.findPortal(name);
    if (portal.execution) return portal.execution;
    if (!portal.prepared.statement) return command('');
    this.transaction.beginImplicit();
    portal.execution = this.guarded(await this.start(portal.prepared, portal.values));
    return portal.execution;
  }

  closeStatement(name: string): void {
    this.prepared.delete(name);
  }

  closePortal(name: string): void {
    void this.dropPortal(name);
  }

  async sync(): Promise<void> {
    if (!this.transaction.isExplicit) await this.dropAllPortals();
    await this.transaction.endImplicit();
  }

  fail(_error: SqlError): void {
    void this.transaction.fail();
  }

  /** CancelRequest, pg_cancel_backend. */
  cancelRunning(): void {
    this.cancelled = true;
    for (const query of this.running) query.cancel();
    this.database.engine.cancelWrite(this.processId);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.cancelRunning();
    await this.dropAllPortals();
    await this.transaction.abandon();
    this.database.disconnected(this);
    this.listeners = [];
  }

  /** Fails the transaction when reading the rows fails, before whoever reads them hears of it. */
  private guarded(execution: Execution): Execution {
    const {transaction} = this;
    return {
      columns: execution.columns,
      get tag() {
        return execution.tag;
      },
      async next(maxRows) {
        try {
          return await execution.next(maxRows);
        } catch (error) {
          await transaction.fail();
          throw error;
        }
      },
      close: () => execution.close(),
    };
  }

  /** Runs one statement; the result's rows are read from what it returns. */
  private async start(prepared: PreparedStatement, values: readonly Datum[]): Promise<Execution> {
    const statement = prepared.statement!;
    if (this.transaction.refuses(statement)) throw abortedTransaction();
    this.transaction.startStatement();
    const handler = handlerOf(statement);
    if (handler) return handler.run(statement, this, prepared.sql);
    return this.runPlanned(this.plan(prepared)!, values);
  }

  /** A query or DML statement that has been planned. */
  async runPlanned(planned: PlannedStatement, values: readonly Datum[]): Promise<Execution> {
    const plan = bindParameters(planned, values);
    if (planned.kind === 'select') return this.runQuery({...planned, plan});
    const affected = await this.database.engine.write({
      kind: planned.kind,
      table: planned.table,
      plan,
      facts: this.facts,
      transaction: this.transaction.forWriting(),
      token: this.processId,
    });
    return command(planned.kind === 'insert' ? `INSERT 0 ${affected}` : `${planned.kind.toUpperCase()} ${affected}`);
  }

  private runQuery(planned: PlannedStatement): Execution {
    const query = this.database.engine.query({
      plan: planned.plan,
      facts: this.facts,
      transaction: this.transaction.forReading(),
    });
    this.running.add(query);
    if (this.cancelled) query.cancel();
    const timer = this.startTimeout(query);
    return new QueryExecution(planned.columns!, query, splitChunk, () => {
      clearTimeout(timer);
      this.running.delete(query);
    });
  }

  private startTimeout(query: EngineQuery): NodeJS.Timeout | undefined {
    const milliseconds = Number(this.settings.get('statement_timeout'));
    if (milliseconds === 0) return undefined;
    return setTimeout(() => query.cancel('canceling statement due to statement timeout'), milliseconds);
  }

  /** The plan of a query or DML statement, made anew if the catalog has changed; null for any other statement. */
  plan(prepared: PreparedStatement): PlannedStatement | null {
    if (!prepared.statement || handlerOf(prepared.statement)) return null;
    if (prepared.planned?.catalogVersion !== this.database.catalog.version) {
      prepared.planned = planStatement(this, prepared.statement, prepared.sql, prepared.declaredTypes);
    }
    return prepared.planned;
  }

  private describe(prepared: PreparedStatement): StatementDescription {
    if (!prepared.statement) return {parameterTypes: [], columns: null};
    const planned = this.plan(prepared);
    if (planned) return {parameterTypes: planned.parameterTypes, columns: planned.columns};
    const handler = handlerOf(prepared.statement)!;
    const declared = prepared.declaredTypes.map(type => type ?? TEXT);
    return {parameterTypes: declared, columns: handler.columns?.(prepared.statement, this) ?? null};
  }

  private findPrepared(name: string): PreparedStatement {
    const prepared = this.prepared.get(name);
    if (prepared) return prepared;
    throw new SqlError(
      '26000',
      name === '' ? 'unnamed prepared statement does not exist' : `prepared statement "${name}" does not exist`,
    );
  }

  private findPortal(name: string): Portal {
    const portal = this.portals.get(name);
    if (!portal) throw new SqlError('34000', `portal "${name}" does not exist`);
    return portal;
  }

  private async dropPortal(name: string): Promise<void> {
    const portal = this.portals.get(name);
    this.portals.delete(name);
    await portal?.execution?.close();
  }

  async dropAllPortals(): Promise<void> {
    for (const name of [...this.portals.keys()]) await this.dropPortal(name);
  }

  private applyStartupParameters(parameters: ReadonlyMap<string, string>): void {
    for (const [name, value] of parameters) {
      if (['user', 'database', 'replication'].includes(name)) continue;
      if (name === 'options') {
        for (const [option, setting] of parseOptions(value)) this.settings.setDefault(option, setting);
      } else {
        this.settings.setDefault(name, value);
      }
    }
  }
}

/** `-c name=value --name=value`, backslash-escaped blanks (manual 34.1.2, options). */
function parseOptions(options: string): [string, string][] {
  const words = [...options.matchAll(/(?:\\.|\S)+/g)].map(match => match[0].replace(/\\(.)/g, '$1'));
  const settings: [string, string][] = [];
  for (let i = 0; i < words.length; i++) {
    const text = words[i] === '-c' ? words[++i] : words[i].replace(/^(-c|--)/, '');
    const equals = text?.indexOf('=') ?? -1;
    if (equals < 0) throw new SqlError('42601', `invalid command-line argument for server process: ${words[i]}`);
    settings.push([text.slice(0, equals).replaceAll('-', '_'), text.slice(equals + 1)]);
  }
  return settings;
}

function splitChunk(chunk: ResultChunk): readonly (readonly Datum[])[] {
  if (chunk.kind === 'rows') return chunk.rows;
  return batchRows(chunk.batch).flatMap(({row, weight}) => Array.from({length: Number(weight)}, () => row));
}

function abortedTransaction(): SqlError {
  return new SqlError('25P02', 'current transaction is aborted, commands ignored until end of transaction block');
}

export type {Statement};
