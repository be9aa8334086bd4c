import pg from 'pg';
import {formatRow} from '../records.ts';
import {makeTransaction} from './changes.ts';
import {Choices} from './choices.ts';
import {QueryMaker, type RandomQuery} from './query.ts';
import {createTable, insertRows, makeTables} from './tables.ts';

/** Where a case runs: Millrace, and a PostgreSQL beside it if there is one. */
export type Servers = {readonly millrace: pg.Client; readonly postgres: pg.Client | null};

export type CaseResult = {
  /** What went wrong, with all that was said until then; null: nothing. */
  readonly difference: string | null;
  readonly queries: number;
  readonly choices: readonly number[];
};

const QUERIES = 4;
const ROUNDS = 3;
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
export async function runCase(servers: Servers, seed: number, given: readonly number[] | null = null): Promise<CaseResult> {
  const run = new CaseRun(servers, new Choices(seed, given));
  let difference: string | null = null;
  try {
    await run.run();
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    difference = `${error.message}\n\n${run.script.map(line => `${line};`).join('\n')}`;
  }
  await run.cleanUp();
  return {difference, queries: run.queries, choices: run.choices.taken};
}

class Difference extends Error {}

type Answer = {readonly rows: string[]; readonly error: string | null; readonly message: string};
type LiveQuery = {readonly sql: string; readonly view: string; failed: boolean};

class CaseRun {
  readonly script: string[] = [];
  readonly choices: Choices;
  queries = 0;
  private readonly servers: Servers;
  private readonly live: LiveQuery[] = [];

  constructor(servers: Servers, choices: Choices) {
    this.servers = servers;
    this.choices = choices;
  }

  async run(): Promise<void> {
    const c = this.choices;
    await this.quietly('CREATE SCHEMA fuzz');
    await this.quietly('SET search_path = fuzz');
    const tables = makeTables(c);
    for (const table of tables) {
      await this.statement(createTable(table));
      for (let i = 0; i < 1 + c.pick(2); i++) await this.statement(insertRows(c, table, 1 + c.pick(6)));
    }
    for (let i = 0; i < QUERIES / 2; i++) await this.addQuery(new QueryMaker(c, tables).make());
    for (let round = 0; round < ROUNDS; round++) {
      for (const sql of makeTransaction(c, tables)) await this.statement(sql);
      for (const query of this.live) await this.check(query);
      // Some views are made while others live, and read what has been changed.
      if (round === 0) {
        for (let i = 0; i < QUERIES / 2; i++) await this.addQuery(new QueryMaker(c, tables).make());
      }
    }
  }

  async cleanUp(): Promise<void> {
    for (const client of this.clients) {
      await client.query('ROLLBACK').catch(() => {});
      await client.query('DROP SCHEMA fuzz CASCADE');
    }
  }

  private get clients(): pg.Client[] {
    const {millrace, postgres} = this.servers;
    return postgres ? [millrace, postgres] : [millrace];
  }

  private async quietly(sql: string): Promise<void> {
    for (const client of this.clients) await client.query(sql);
  }

  /** DDL and DML, which must go as in Postgres. */
  private async statement(sql: string): Promise<void> {
    this.script.push(sql);
    const [ours, theirs] = await Promise.all(this.clients.map(client => answer(client, sql)));
    if (theirs && theirs.error !== ours.error) {
      throw new Difference(`statement: ${ours.error ?? 'ok'} ${ours.message}, in Postgres ${theirs.error ?? 'ok'} ${theirs.message}`);
    }
    if (!theirs && ours.error) throw new Difference(`statement: ${ours.error} ${ours.message}`);
  }

  private async addQuery(query: RandomQuery): Promise<void> {
    this.queries++;
    const view = `v${this.live.length}`;
    const {sql} = query;
    const live = {sql, view, failed: false};
    const first = await this.compareOnce(live);
    if (first.error) return;
    this.script.push(`CREATE MATERIALIZED VIEW ${view} AS ${sql}`);
    // Cut down to the shared names: a view's columns are c0, c1 … and whatever else the query has.
    const created = await answer(this.servers.millrace, `CREATE MATERIALIZED VIEW ${view} AS ${sql}`);
    if (created.error) throw new Difference(`as a view: ${created.error} ${created.message}`);
    this.live.push(live);
    await this.check(live);
  }

  private async check(query: LiveQuery): Promise<void> {
    const once = await this.compareOnce(query);
    const view = await answer(this.servers.millrace, `SELECT * FROM ${query.view}`);
    if (once.error !== view.error || once.rows.join('\n') !== view.rows.join('\n')) {
      throw new Difference(
        `view ${query.view} against one-shot:\n${query.sql}\n view ${show(view)}\n once ${show(once)}`,
      );
    }
  }

  /** The query read once, which must be as Postgres has it. */
  private async compareOnce(query: LiveQuery): Promise<Answer> {
    const [ours, theirs] = await Promise.all(this.clients.map(client => answer(client, query.sql)));
    if (ours.error && !theirs) throw new Difference(`${query.sql}\n${show(ours)}`);
    if (!theirs || theirs.error === '0A000') return ours;
    if (theirs.error !== ours.error || theirs.rows.join('\n') !== ours.rows.join('\n')) {
      throw new Difference(`against Postgres:\n${query.sql}\n ours   ${show(ours)}\n theirs ${show(theirs)}`);
    }
    return ours;
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
