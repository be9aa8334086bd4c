import pg from 'pg';
import {formatRow} from '../records.ts';
import {makeTransaction} from './changes.ts';
import {Choices} from './choices.ts';
import {QueryMaker, type RandomQuery} from './query.ts';
import {createTable, insertRows, makeTables, type Relation, type Table} from './tables.ts';

/** Where a case runs: Millrace, and a PostgreSQL beside it if there is one. */
export type Servers = {readonly millrace: pg.Client; readonly postgres: pg.Client | null};

export type CaseResult = {
  /** What went wrong, with all that was said until then; null: nothing. */
  readonly difference: string | null;
  readonly queries: number;
  readonly choices: readonly number[];
};

/** Millrace is not what it should be; the message says what was asked. */
export class Difference extends Error {}

type Answer = {readonly rows: string[]; readonly error: string | null; readonly message: string};
type LiveQuery = {readonly sql: string; readonly view: string};

const QUERIES = 4;
const ROUNDS = 3;
/** Postgres lacks something, or was still at it after five seconds. */
const cannotSay: readonly (string | null)[] = ['0A000', '57014'];
const raw = {getTypeParser: () => (value: string) => value};

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({connectionString: url, types: raw});
  client.on('error', () => {
    // What a lost connection means shows in the query that fails by it.
  });
  await client.connect();
  return client;
}

/** One schema, its queries as one-shot reads and as views, under random transactions. */
export async function runCase(
  servers: Servers,
  seed: number,
  given: readonly number[] | null = null,
): Promise<CaseResult> {
  const run = new FuzzCase(servers, new Choices(seed, given), 'fuzz');
  let difference: string | null = null;
  try {
    await run.setUp();
    for (let round = 0; round < ROUNDS; round++) {
      await run.change();
      await run.check();
      // Some views are made while others live, and read what has been changed.
      if (round === 0) await run.addQueries(QUERIES / 2);
    }
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    difference = error.message;
  }
  await run.dropAll();
  return {difference, queries: run.queries, choices: run.choices.taken};
}

export class FuzzCase {
  readonly choices: Choices;
  queries = 0;
  private readonly schema: string;
  private servers: Servers;
  private readonly script: string[] = [];
  private readonly live: LiveQuery[] = [];
  private tables: Table[] = [];
  private relations: Relation[] = [];

  constructor(servers: Servers, choices: Choices, schema: string) {
    this.servers = servers;
    this.choices = choices;
    this.schema = schema;
  }

  async setUp(): Promise<void> {
    const c = this.choices;
    await this.servers.postgres?.query("SET statement_timeout = '5s'");
    for (const client of this.clients) await client.query(`CREATE SCHEMA ${this.schema}`);
    await this.enter();
    this.tables = makeTables(c);
    this.relations = [...this.tables];
    for (const table of this.tables) {
      await this.statement(createTable(table));
      for (let i = 0; i < 1 + c.pick(2); i++) await this.statement(insertRows(c, table, 1 + c.pick(6)));
    }
    await this.addQueries(QUERIES / 2);
  }

  /** To be called when another case has run meanwhile, or after a restart. */
  async enter(servers = this.servers): Promise<void> {
    this.servers = servers;
    for (const client of this.clients) await client.query(`SET search_path = ${this.schema}`);
  }

  async addQueries(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await this.addQuery(new QueryMaker(this.choices, this.relations).make());
  }

  async change(): Promise<void> {
    for (const sql of makeTransaction(this.choices, this.tables)) await this.statement(sql);
  }

  /** Every view against its query, that against Postgres. */
  async check(): Promise<void> {
    for (const query of this.live) await this.checkView(query);
  }

  async dropAll(): Promise<void> {
    for (const client of this.clients) {
      await client.query('ROLLBACK').catch(() => {});
      await client.query(`DROP SCHEMA IF EXISTS ${this.schema} CASCADE`);
    }
  }

  private get clients(): pg.Client[] {
    const {millrace, postgres} = this.servers;
    return postgres ? [millrace, postgres] : [millrace];
  }

  /** DDL and DML, which must go as in Postgres. */
  private async statement(sql: string): Promise<void> {
    this.script.push(sql);
    const [ours, theirs] = await Promise.all(this.clients.map(client => answer(client, sql)));
    if (theirs ? theirs.error !== ours.error : ours.error) {
      this.fail(`statement: ${show(ours)}${theirs ? `, in Postgres ${show(theirs)}` : ''}`);
    }
  }

  private async addQuery({sql, kinds}: RandomQuery): Promise<void> {
    this.queries++;
    const live = {sql, view: `v${this.live.length}`};
    const first = await this.compareOnce(live);
    if (first.error) return;
    const create = `CREATE MATERIALIZED VIEW ${live.view} AS ${sql}`;
    this.script.push(create);
    const created = await answer(this.servers.millrace, create);
    if (created.error) this.fail(`as a view: ${show(created)}`);
    this.live.push(live);
    await this.checkView(live);
    // Later queries read it; in Postgres, which would not keep it, as a plain view.
    await this.servers.postgres?.query(`CREATE VIEW ${live.view} AS ${sql}`);
    this.relations.push({name: live.view, columns: kinds.map((kind, i) => ({name: `c${i}`, kind}))});
  }

  private async checkView(query: LiveQuery): Promise<void> {
    const once = await this.compareOnce(query);
    const view = await answer(this.servers.millrace, `SELECT * FROM ${query.view}`);
    if (once.error !== view.error || once.rows.join('\n') !== view.rows.join('\n')) {
      this.fail(`view ${query.view} against one-shot:\n${query.sql}\n view ${show(view)}\n once ${show(once)}`);
    }
  }

  /** The query read once, which must be as Postgres has it. */
  private async compareOnce(query: LiveQuery): Promise<Answer> {
    const [ours, theirs] = await Promise.all(this.clients.map(client => answer(client, query.sql)));
    if (ours.error && !theirs) this.fail(`${query.sql}\n${show(ours)}`);
    if (!theirs || cannotSay.includes(theirs.error)) return ours;
    if (theirs.error !== ours.error || theirs.rows.join('\n') !== ours.rows.join('\n')) {
      this.fail(`against Postgres:\n${query.sql}\n ours   ${show(ours)}\n theirs ${show(theirs)}`);
    }
    return ours;
  }

  private fail(what: string): never {
    throw new Difference(`${what}\n\n${this.script.map(line => `${line};`).join('\n')}`);
  }
}

function show({rows, error, message}: Answer): string {
  return error ? `${error} ${message}` : JSON.stringify(rows);
}

async function answer(client: pg.Client, sql: string): Promise<Answer> {
  try {
    const {rows} = await client.query<(string | null)[]>({text: sql, rowMode: 'array'});
    return {rows: (rows ?? []).map(formatRow).sort(), error: null, message: ''};
  } catch (error) {
    return {rows: [], error: (error as {code?: string}).code ?? 'lost', message: (error as Error).message};
  }
}

/** Fewer choices that still make a difference: first without whole stretches, then with simpler ones. */
export async function shrink(servers: Servers, choices: readonly number[], budgetMs: number): Promise<CaseResult> {
  const end = Date.now() + budgetMs;
  let best = [...choices];
  let result = await runCase(servers, 0, best);
  const attempt = async (candidate: number[]): Promise<boolean> => {
    const tried = await runCase(servers, 0, candidate);
    if (!tried.difference) return false;
    best = candidate;
    result = tried;
    return true;
  };
  for (let size = Math.max(best.length >> 1, 1); Date.now() < end; size = Math.max(size >> 1, 1)) {
    let progress = false;
    for (let at = 0; at < best.length && Date.now() < end; ) {
      const without = [...best.slice(0, at), ...best.slice(at + size)];
      const zeroed = best.map((choice, i) => (i >= at && i < at + size ? 0 : choice));
      if (await attempt(without)) progress = true;
      else if (zeroed.some((choice, i) => choice !== best[i]) && (await attempt(zeroed))) {
        progress = true;
        at += size;
      } else at += size;
    }
    if (size === 1 && !progress) break;
  }
  return result;
}
