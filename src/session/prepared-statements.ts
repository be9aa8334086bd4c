import type {SqlType} from '../types/sql-type.ts';
import {TEXT} from '../types/sql-type.ts';
import {readStatements, unplaced} from '../sql/dialect/translate.ts';
import {liftLiterals, textShape} from '../sql/parse/index.ts';
import {SqlError} from '../types/sql-error.ts';
import type {StatementDescription} from './api.ts';
import {AuditedStatement} from './audit.ts';
import {MOST_NAMES, tooMany} from './most-names.ts';
import {PlanCache, type Versions} from './plan-cache.ts';
import {cachedPlanChanged, type PlannedStatement, type PreparedStatement} from './prepared.ts';
import type {SqlSession} from './session.ts';
import {type Filled, ShapeCache} from './shape-cache.ts';
import {bindPlannable, PERFORMS, planStatement} from './statements/planned.ts';
import {handlerOf} from './statements/registry.ts';
import {abortedTransaction} from './transaction.ts';
import {wallClockMicros} from '../types/clock.ts';

/** Lookups are short: longer texts are not looked at for their literals. */
const LONGEST_SHAPE = 2048;

/** Statements of a session that have been read, from their text to their plan; those that have a name are kept. */
export class PreparedStatements {
  readonly byName = new Map<string, PreparedStatement>();
  private readonly session: SqlSession;
  private readonly plans = new PlanCache();
  private readonly shapes = new ShapeCache();

  constructor(session: SqlSession) {
    this.session = session;
  }

  /** Parse. Errors: 42601 and all of planning, 42P05, 54000. */
  async parse(name: string, sql: string, parameterTypes: readonly (SqlType | null)[]): Promise<void> {
    const {session, byName} = this;
    // The unnamed one is gone whatever comes of this.
    if (name === '') byName.delete('');
    const statements = await this.read(sql, parameterTypes);
    if (statements.length > 1) {
      throw new SqlError('42601', 'cannot insert multiple commands into a prepared statement');
    }
    const prepared = statements[0] ?? {sql, statement: null, declaredTypes: parameterTypes, planned: null};
    if (prepared.statement && session.transaction.refuses(prepared.statement)) throw abortedTransaction();
    try {
      this.plan(prepared);
    } catch (error) {
      const trail = session.database.audit;
      if (trail && prepared.statement) new AuditedStatement(session, trail, prepared).failed(error);
      throw prepared.translated ? unplaced(error) : error;
    }
    this.remember(sql, prepared);
    if (name !== '' && byName.has(name)) throw new SqlError('42P05', `prepared statement "${name}" already exists`);
    if (byName.size >= MOST_NAMES) throw tooMany('prepared statements');
    byName.set(name, {...prepared, origin: {fromSql: false, at: wallClockMicros()}});
  }

  /** The statements of a text, to be planned, or as they were the last time. Errors: 42601 and its like. */
  async read(sql: string, declaredTypes: readonly (SqlType | null)[]): Promise<PreparedStatement[]> {
    const known = this.plans.get(this.versions, sql, declaredTypes);
    if (known) return [known];
    const statements = await readStatements(sql, this.session.settings.get('sql_dialect')!);
    return statements.map(read => ({...read, declaredTypes, planned: null}));
  }

  /** The text is this one statement, which has been planned: it may come again. */
  remember(sql: string, prepared: PreparedStatement): void {
    this.plans.put(this.versions, sql, prepared);
  }

  /** A simple query was this one statement: texts that differ from it in literals may come. */
  rememberShape(sql: string, prepared: PreparedStatement): void {
    this.remember(sql, prepared);
    if (!prepared.planned?.lookup || prepared.translated || sql.length > LONGEST_SHAPE) return;
    const shape = textShape(sql);
    const lifted = shape && liftLiterals(prepared.statement!, shape);
    if (!lifted || !this.shapes.wants(sql, shape, lifted)) return;
    const {statement} = lifted;
    const declaredTypes = lifted.lifted.map(at => shape.literals[at].type);
    try {
      const planned = planStatement(this.session, statement, sql, declaredTypes);
      if (!planned.lookup || planned.parameterTypes.length !== declaredTypes.length) return;
      this.shapes.put(this.versions, shape, lifted, {sql, statement, declaredTypes, planned});
    } catch (error) {
      // What a parameter cannot stand for is planned as it is written.
      if (!(error instanceof SqlError)) throw error;
    }
  }

  /** The text as a lookup that has been planned for others which differ from it in literals alone. */
  filledShape(sql: string): Filled | null {
    if (sql.length > LONGEST_SHAPE || this.plans.has(this.versions, sql)) return null;
    const shape = textShape(sql);
    return shape && this.shapes.get(this.versions, sql, shape, this.session.formatting);
  }

  private get versions(): Versions {
    return {settings: this.session.settings.version, catalog: this.session.catalogVersion};
  }

  /** The plan of a query or DML statement, made anew if the catalog or the search path has changed; null for any other statement. */
  plan(prepared: PreparedStatement): PlannedStatement | null {
    const {session} = this;
    const {statement, sql, declaredTypes, planned} = prepared;
    if (!statement) return null;
    // Not even looked at: what it names may be gone.
    if (session.transaction.refuses(statement)) throw abortedTransaction();
    if (handlerOf(statement)) return null;
    const isGood =
      planned?.catalogVersion === session.catalogVersion &&
      planned.role === session.currentRole &&
      planned.searchPath === session.settings.searchPath;
    if (isGood) return planned;
    const fresh = planStatement(
      session,
      statement,
      sql,
      planned?.parameterTypes ?? declaredTypes,
      'user',
      false,
      PERFORMS,
    );
    if (planned && cachedPlanChanged(planned, fresh)) {
      // asyncpg and pgjdbc prepare anew when they read this routine.
      throw new SqlError('0A000', 'cached plan must not change result type', {routine: 'RevalidateCachedQuery'});
    }
    return (prepared.planned = fresh);
  }

  /** The plan of what is run with so many values. Errors: as above, 42P02. */
  planFor(prepared: PreparedStatement, given: number): PlannedStatement {
    try {
      const planned = this.plan(prepared)!;
      this.checkParameters(prepared, planned, given);
      return planned;
    } catch (error) {
      // Nothing decides the type of a parameter that there is not.
      const isUndecided = error instanceof SqlError && error.code === '42P18';
      if (isUndecided && given === 0) this.bindWith(prepared, []);
      throw error;
    }
  }

  /** A simple query gives no values. Errors: 42P02. */
  checkParameters(prepared: PreparedStatement, planned: PlannedStatement, given: number): void {
    if (planned.parameterTypes.length > given) this.bindWith(prepared, planned.parameterTypes.slice(0, given));
  }

  /** Bound with those that there are, the statement says where it wants another. Errors: 42P02. */
  private bindWith({statement, sql}: PreparedStatement, types: readonly SqlType[]): void {
    bindPlannable(this.session, statement!, sql, types, 'user', true, PERFORMS);
  }

  describe(prepared: PreparedStatement, planned: PlannedStatement | null): StatementDescription {
    if (!prepared.statement) return {parameterTypes: [], columns: null};
    if (planned) return {parameterTypes: planned.parameterTypes, columns: planned.columns};
    const handler = handlerOf(prepared.statement)!;
    const columns = handler.columns?.(prepared.statement, this.session) ?? null;
    return {parameterTypes: this.typesWithin(prepared), columns};
  }

  /** As they were found out; in a failed transaction nothing is looked up. */
  parameterTypes(prepared: PreparedStatement): readonly SqlType[] {
    const {statement, declaredTypes, planned, within} = prepared;
    if (!statement) return [];
    if (this.session.transaction.refuses(statement)) {
      return planned?.parameterTypes ?? within?.types ?? declaredTypes.map(type => type ?? TEXT);
    }
    return this.plan(prepared)?.parameterTypes ?? this.typesWithin(prepared);
  }

  /** Describe. Errors: 25P02 for a statement that gives rows, and those of planning. */
  describeWhole(prepared: PreparedStatement): StatementDescription {
    const {statement} = prepared;
    if (!statement || !this.session.transaction.refuses(statement)) {
      return this.describe(prepared, this.plan(prepared));
    }
    const columns = handlerOf(statement)?.columns?.(statement, this.session) ?? prepared.planned?.columns ?? null;
    if (columns) throw abortedTransaction();
    return {parameterTypes: this.parameterTypes(prepared), columns: null};
  }

  /** The unnamed one stays, which is none of SQL's. */
  deallocateAll(): void {
    for (const name of this.byName.keys()) if (name !== '') this.byName.delete(name);
  }

  /** Of the parameters of a statement that has a query within it, as DECLARE CURSOR has: asked of the query once. */
  typesWithin(prepared: PreparedStatement): readonly SqlType[] {
    const {statement, sql, declaredTypes, within} = prepared;
    const version = this.session.catalogVersion;
    if (within?.version === version) return within.types;
    const query = handlerOf(statement!)?.query?.(statement!);
    if (!query || !/\$\d/.test(sql)) return declaredTypes.map(type => type ?? TEXT);
    const types = bindPlannable(this.session, query, sql, declaredTypes).parameterTypes;
    prepared.within = {version, types};
    return types;
  }

  /** Errors: 26000. */
  named(name: string): PreparedStatement {
    const prepared = this.byName.get(name);
    if (prepared) return prepared;
    throw new SqlError(
      '26000',
      name === '' ? 'unnamed prepared statement does not exist' : `prepared statement "${name}" does not exist`,
    );
  }
}
