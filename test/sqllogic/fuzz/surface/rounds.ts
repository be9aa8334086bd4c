import type pg from 'pg';
import {Choices} from '../choices.ts';
import {type Answer, ask, differ, show} from './answers.ts';
import {alterTable, makeChange} from './changes.ts';
import {type Exception, excused} from './exceptions.ts';
import {inOrder} from './in-order.ts';
import {oneRowEach} from './one-row-each.ts';
import {askOtherwise} from './otherwise.ts';
import {makeQuery, type Query} from './queries.ts';
import {createTable, makeTables, seedRows, type Table, types} from './schema.ts';

export type Servers = {readonly millrace: pg.Client; readonly postgres: pg.Client};
/** How often a feature ran on both, was rejected by both, was kept as a view and compared so. */
export type Tally = {ran: number; rejected: number; excused: number; unsupported: number; views: number; viewReads: number};
export type Finding = {readonly seed: number; readonly feature: string; readonly text: string};
/** A difference that is admitted, and why. */
export type Excused = Finding & {readonly exception: string};

const QUERIES = 40;
const BATCHES = 2;
/** One query in so many is not kept as a view: they are what takes time. */
const NO_VIEW = 2;
/** One in so many is asked by other means too. */
const OTHERWISE = 4;
/** What Postgres lets no table or view hold. */
const RECORDS = [2249, 2287];
/** A view that lives, with what it must say. */
type Live = Query & {readonly view: string};

function readsWholeRows({feature, sql}: Query): boolean {
  return feature === 'star-rows' || /(\.|SELECT )\*/.test(sql);
}

/** One random schema with queries over it, read once and as views, amid random changes. */
export class Round {
  readonly findings: Finding[] = [];
  readonly excused: Excused[] = [];
  private readonly servers: Servers;
  private readonly seed: number;
  private readonly only: readonly string[];
  private readonly tallies: Map<string, Tally>;
  private readonly c: Choices;
  private readonly script: string[] = [];
  private tables: Table[] = [];
  private live: Live[] = [];
  private alterations = 0;
  private views = 0;
  private broken = false;
  private inBlock = false;

  constructor(servers: Servers, seed: number, only: readonly string[], tallies: Map<string, Tally>) {
    this.servers = servers;
    this.seed = seed;
    this.only = only;
    this.tallies = tallies;
    this.c = new Choices(seed);
  }

  /** How many queries it asked. */
  async run(): Promise<number> {
    const {millrace, postgres} = this.servers;
    const schema = `f${this.seed}`;
    for (const client of [millrace, postgres]) {
      await client.query(`CREATE SCHEMA ${schema}`);
      await client.query(`SET search_path = ${schema}`);
    }
    await this.setUp();
    let asked = 0;
    for (; asked < QUERIES && !this.broken; asked++) {
      // A stream of its own, so that a query is the same whatever becomes of those before it, and can be made smaller.
      await this.addQuery(new Choices(this.seed * 1000 + asked));
      if (asked === QUERIES / 2) await this.change();
    }
    for (let i = 0; i < BATCHES && !this.broken; i++) {
      await this.change();
      for (const query of this.broken ? [] : [...this.live]) await this.checkView(query);
    }
    // A round that breaks may leave a block open.
    for (const client of [millrace, postgres]) await client.query('ROLLBACK');
    await postgres.query(`DROP SCHEMA ${schema} CASCADE`);
    await millrace.query(`DROP SCHEMA ${schema} CASCADE`);
    return asked;
  }

  private tally(feature: string): Tally {
    let tally = this.tallies.get(feature);
    if (!tally) {
      tally = {ran: 0, rejected: 0, excused: 0, unsupported: 0, views: 0, viewReads: 0};
      this.tallies.set(feature, tally);
    }
    return tally;
  }

  private async setUp(): Promise<void> {
    for (const sql of types) await this.statement('CREATE TYPE', sql);
    this.tables = makeTables(this.c);
    for (const table of this.tables) {
      await this.statement('CREATE TABLE', createTable(this.c, table, this.tables));
      for (let i = 0; i < 2; i++) await this.statement('INSERT', seedRows(this.c, table));
      this.live.push({feature: 'tables', sql: `SELECT * FROM ${table.name}`, ordered: false, view: table.name});
    }
  }

  /** One to four statements, at times in a transaction, with savepoints perhaps. */
  private async change(): Promise<void> {
    if (this.c.oneIn(2)) await this.alter();
    const count = 1 + this.c.pick(4);
    const block = this.c.oneIn(2);
    const savepoints = block && this.c.oneIn(2);
    if (block) await this.statement('BEGIN', 'BEGIN');
    this.inBlock = block;
    for (let i = 0; i < count && !this.broken; i++) {
      if (savepoints) await this.statement('SAVEPOINT', 'SAVEPOINT s');
      const {feature, sql} = makeChange(this.c, this.tables);
      const done = await this.statement(feature, sql);
      if (savepoints && (!done || this.c.oneIn(3))) await this.statement('SAVEPOINT', 'ROLLBACK TO s');
      else if (!done && block) break;
    }
    if (block && !this.broken) await this.statement('COMMIT', this.c.oneIn(6) ? 'ROLLBACK' : 'COMMIT');
    this.inBlock = false;
  }

  private async alter(): Promise<void> {
    const at = this.c.pick(this.tables.length);
    const {feature, sql, table} = alterTable(this.c, this.tables[at], this.alterations++);
    const before = this.tables[at];
    if (!(await this.statement(feature, sql)) || table === before) return;
    this.tables = this.tables.with(at, table);
    // A view keeps the columns that `*` meant when it was made.
    this.live = this.live.filter(query => query.feature === 'tables' || !readsWholeRows(query));
  }

  /** True if it went well; it must go as in Postgres. */
  private async statement(feature: string, sql: string): Promise<boolean> {
    const [ours, theirs] = await this.both(sql);
    this.script.push(sql);
    const tally = this.tally(feature);
    const difference = differ(ours, theirs, false);
    if (difference && (await this.excuses(feature, sql, ours, theirs))) {
      // The tables may not be the same any more.
      if (ours.error === null || theirs.error === null) this.broken = true;
      return false;
    }
    if (!difference) {
      if (ours.error) tally.rejected++;
      else tally.ran++;
      return !ours.error;
    }
    this.report(feature, `${difference}: ${sql}`, ours, theirs);
    this.broken = true;
    return false;
  }

  private async addQuery(c: Choices): Promise<void> {
    const query = makeQuery(c, this.tables, this.only);
    const tally = this.tally(query.feature);
    const [ours, theirs] = await this.both(query.sql);
    const difference = differ(ours, theirs, query.ordered);
    if (difference && (await this.excuses(query.feature, query.sql, ours, theirs))) return;
    if (difference) {
      if (ours.error === '0A000') tally.unsupported++;
      const least = await this.shrink(c.taken, difference);
      this.report(query.feature, `${least.difference}: ${least.query.sql}`, least.ours, least.theirs);
      return;
    }
    if (ours.error) {
      tally.rejected++;
      return;
    }
    tally.ran++;
    if (c.oneIn(OTHERWISE) && !ours.columns.some(({type}) => RECORDS.includes(type))) await this.askOtherwise(c, {...query, width: ours.columns.length});
    if (c.oneIn(NO_VIEW)) return;
    const view = `v${this.views++}`;
    const create = `CREATE MATERIALIZED VIEW ${view} AS SELECT * FROM (${query.sql}) AS q (${ours.columns.map((_, i) => `c${i}`).join(', ')})`;
    const created = await ask(this.servers.millrace, create);
    if (created.error) {
      this.report(query.feature, `as a view: ${create}`, created, theirs);
      return;
    }
    tally.views++;
    const live = {...query, view};
    this.live.push(live);
    await this.checkView(live);
  }

  /** The same query by other means: a cursor, COPY, a prepared statement … */
  private async askOtherwise(c: Choices, query: Query & {readonly width: number}): Promise<void> {
    const {feature, sql, ours, theirs, difference} = await askOtherwise(this.servers, c, query);
    const tally = this.tally(feature);
    if (difference && !(await this.excuses(feature, sql, ours, theirs))) this.report(feature, `${difference}: ${sql}`, ours, theirs);
    else if (ours.error) tally.rejected++;
    else tally.ran++;
  }

  /** The view, and its query read once, against Postgres's fresh answer. */
  private async checkView(query: Live): Promise<void> {
    const tally = this.tally(query.feature);
    const [once, theirs] = await this.both(query.sql);
    const view = await ask(this.servers.millrace, `SELECT * FROM ${query.view}`);
    tally.viewReads++;
    const named = {...view, columns: theirs.columns};
    const difference = differ(once, theirs, query.ordered);
    const stale = differ(named, theirs, false);
    const mayDiffer = !difference || (await this.excuses(query.feature, query.sql, once, theirs));
    const mayBeStale = !stale || (await this.excuses(query.feature, query.sql, view, theirs));
    if (mayDiffer && mayBeStale) return;
    this.live = this.live.filter(other => other !== query);
    if (!mayDiffer) this.report(query.feature, `${difference}: ${query.sql}`, once, theirs);
    else this.report(query.feature, `view ${query.view}, ${stale}: ${query.sql}`, view, theirs);
  }

  private async excuses(feature: string, sql: string, ours: Answer, theirs: Answer): Promise<boolean> {
    const exception = excused(sql, ours, theirs);
    if (!exception || !(await this.isConfirmed(exception, sql, ours))) return false;
    this.tally(feature).excused++;
    const text = `${exception.documented}\n   ${sql}\n   ours   ${show(ours)}\n   theirs ${show(theirs)}`;
    this.excused.push({seed: this.seed, feature, exception: exception.name, text});
    return true;
  }

  /** A block that has failed can be asked nothing more. */
  private async isConfirmed({ofSeveralRows, ofOrder}: Exception, sql: string, ours: Answer): Promise<boolean> {
    if (ofOrder) return !this.inBlock && (await this.isOrdered(sql, ours));
    return !ofSeveralRows || this.inBlock || oneRowEach(this.servers, this.tables, sql);
  }

  private async isOrdered(sql: string, ours: Answer): Promise<boolean> {
    const ordered = inOrder(sql);
    if (ordered === null) return false;
    const theirs = await ask(this.servers.postgres, ordered);
    return differ({...ours, columns: theirs.error ? ours.columns : theirs.columns}, theirs, false) === null;
  }

  private both(sql: string): Promise<[Answer, Answer]> {
    return Promise.all([ask(this.servers.millrace, sql), ask(this.servers.postgres, sql)]);
  }

  /** Fewer and simpler choices that make a difference of the same sort. */
  private async shrink(
    taken: readonly number[],
    sort: string,
  ): Promise<{query: Query; difference: string; ours: Answer; theirs: Answer}> {
    const attempt = async (choices: readonly number[]) => {
      const query = makeQuery(new Choices(0, choices), this.tables, this.only);
      const [ours, theirs] = await this.both(query.sql);
      const exception = excused(query.sql, ours, theirs);
      // One that has to be confirmed has not been, or there would be nothing to make smaller.
      const is = exception && !exception.ofSeveralRows && !exception.ofOrder;
      const difference = is ? null : differ(ours, theirs, query.ordered);
      return difference === null || difference.split(' ')[0] !== sort.split(' ')[0] ? null : {query, difference, ours, theirs};
    };
    let best = [...taken];
    let result = (await attempt(best))!;
    const end = Date.now() + 1500;
    for (let size = Math.max(best.length >> 1, 1); size >= 1 && Date.now() < end; size >>= 1) {
      for (let at = 1; at < best.length && Date.now() < end; ) {
        const candidates = [
          [...best.slice(0, at), ...best.slice(at + size)],
          best.map((choice, i) => (i >= at && i < at + size ? 0 : choice)),
        ];
        let cut = false;
        for (const candidate of candidates) {
          if (candidate.join() === best.join()) continue;
          const tried = await attempt(candidate);
          if (!tried || tried.query.sql.length > result.query.sql.length) continue;
          result = tried;
          cut = candidate.length < best.length;
          best = candidate;
          break;
        }
        if (!cut) at += size;
      }
    }
    return result;
  }

  private report(feature: string, what: string, ours: Answer, theirs: Answer): void {
    const text = `${what}\n   ours   ${show(ours)}\n   theirs ${show(theirs)}`;
    this.findings.push({seed: this.seed, feature, text});
  }

  /** What made the tables what they are. */
  get statements(): string {
    return this.script.map(line => `${line};`).join('\n');
  }
}
