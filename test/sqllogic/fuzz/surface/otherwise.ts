import type pg from 'pg';
import type {Choices} from '../choices.ts';
import {type Answer, ask, differ} from './answers.ts';
import {copy} from './copying.ts';
import type {Query} from './queries.ts';
import type {Servers} from './rounds.ts';

export type Asked = {readonly feature: string; readonly sql: string; readonly ours: Answer; readonly theirs: Answer; readonly difference: string | null};
type Both = readonly [Answer, Answer];

/** Ways to ask a query that went well in both otherwise than by itself; each leaves nothing behind. */
const ways: Readonly<Record<string, (servers: Servers, c: Choices, query: Query) => Promise<Asked>>> = {
  async 'COPY TO'(servers, c, query) {
    const options = c.of(['', ' (FORMAT csv, HEADER)', " (FORMAT csv, FORCE_QUOTE *, NULL 'nil')", " (DELIMITER ';', NULL '')", ' (FORMAT binary)']);
    const sql = `COPY (${query.sql}) TO STDOUT${options}`;
    const [ours, theirs] = await Promise.all([copy(servers.millrace, sql), copy(servers.postgres, sql)]);
    // Rows have no order, and bytes of types of one's own have OIDs in them: then all that is left is how much it is.
    const lines = (answer: Answer): Answer => {
      if (answer.error) return answer;
      const [text] = answer.rows;
      return {...answer, rows: options.includes('binary') ? [[...text].sort().join('')] : text.split('\n')};
    };
    const floats = /float8|real/.test(query.sql) || options.includes('binary');
    return compared('COPY TO', sql, floats ? withoutRows([ours, theirs]) : [lines(ours), lines(theirs)], false);
  },
  /** Out and back in: each server reads what it wrote, since types of one's own have other numbers in the other. */
  async 'COPY FROM'(servers, c, query) {
    const options = c.of(['', ' (FORMAT csv, HEADER)', " (FORMAT csv, NULL 'nil', QUOTE '~')", " (DELIMITER ';', NULL 'nil')", ' (FORMAT binary)']);
    const create = `CREATE TABLE made AS SELECT * FROM (${query.sql}) AS q (${names(query, 'c')}) WITH NO DATA`;
    const roundTrip = async (client: pg.Client): Promise<Answer> => {
      const created = await ask(client, create);
      if (created.error) return created;
      const out = await copy(client, `COPY (${query.sql}) TO STDOUT${options}`);
      const back = out.error ? out : await copy(client, `COPY made FROM STDIN${options}`, out.rows[0]);
      const found = back.error ? back : await ask(client, 'SELECT * FROM made');
      await ask(client, 'DROP TABLE made');
      return found;
    };
    const both = await Promise.all([roundTrip(servers.millrace), roundTrip(servers.postgres)]);
    return compared('COPY FROM', `${create}; COPY (${query.sql}) TO STDOUT${options}, and FROM STDIN`, both, false);
  },
  async cursor(servers, c, query) {
    const script = [`DECLARE c SCROLL CURSOR${c.of(['', ' WITH HOLD'])} FOR ${query.sql}`, ...c.of([['FETCH ALL FROM c'], ['MOVE ALL FROM c', 'FETCH BACKWARD ALL FROM c'], ['MOVE 1 FROM c', 'MOVE BACKWARD 1 FROM c', 'FETCH FORWARD ALL FROM c']])];
    const answers = await inBlock(servers, script);
    return compared('cursor', script.join('; '), answers, query.ordered);
  },
  async PREPARE(servers, _c, query) {
    const both = await all(servers, [`PREPARE p AS ${query.sql}`, 'EXECUTE p'], ['DEALLOCATE p']);
    return compared('PREPARE', `PREPARE p AS ${query.sql}`, both, query.ordered);
  },
  async parameters(servers, _c, query) {
    const values: string[] = [];
    // Not what an interval or a type's own syntax says of itself: literals with a cast.
    const text = query.sql.replace(/'((?:[^'\\]|'')*)'::([a-z0-9]+(?:\([0-9,]+\))?(?:\[\])?)/g, (_, value: string, type: string) => {
      values.push(value.replaceAll("''", "'"));
      return `$${values.length}::${type}`;
    });
    const given = (client: pg.Client): Promise<Answer> => ask(client, {text, values});
    const [ours, theirs] = await Promise.all([given(servers.millrace), given(servers.postgres)]);
    return compared('parameters', `${text} -- ${JSON.stringify(values)}`, [ours, theirs], query.ordered);
  },
  async 'CREATE TABLE AS'(servers, _c, query) {
    const create = `CREATE TABLE made AS SELECT * FROM (${query.sql}) AS q (${names(query, 'c')})`;
    return compared('CREATE TABLE AS', create, await all(servers, [create, 'SELECT * FROM made'], ['DROP TABLE IF EXISTS made']), false);
  },
  async 'CREATE VIEW'(servers, c, query) {
    const create = `CREATE VIEW made AS SELECT * FROM (${query.sql}) AS q (${names(query, 'c')})`;
    const read = c.of(['SELECT * FROM made', 'SELECT DISTINCT c0 FROM made WHERE c0 IS NOT NULL', 'SELECT count(*) FROM made', 'SELECT c0 FROM made WHERE c0 IS NULL']);
    return compared('CREATE VIEW', `${create}; ${read}`, await all(servers, [create, read], ['DROP VIEW IF EXISTS made']), false);
  },
  async 'inside another'(servers, c, query) {
    const named = `AS q (${names(query, 'c')})`;
    const sql = c.of([
      `WITH q (${names(query, 'c')}) AS MATERIALIZED (${query.sql}) SELECT * FROM q`,
      `WITH q (${names(query, 'c')}) AS (${query.sql}) SELECT x.c0, count(*) FROM q x JOIN q y ON x.c0 IS NOT DISTINCT FROM y.c0 GROUP BY x.c0`,
      `SELECT count(*), count(c0) FROM (${query.sql}) ${named}`,
      `SELECT c0, row_number() OVER () IS NULL FROM (${query.sql}) ${named}`,
      `SELECT EXISTS (${query.sql}), (SELECT count(*) FROM (${query.sql}) ${named})`,
      `SELECT v, q.* FROM (VALUES (1), (2)) v (v) LEFT JOIN (${query.sql}) ${named} ON v = 1`,
    ]);
    return compared('inside another', sql, await all(servers, [sql]), false);
  },
  async EXPLAIN(servers, c, query) {
    const options = c.of(['', ' (ANALYZE)', ' ANALYZE VERBOSE', ' (VERBOSE, FORMAT JSON)', ' (ANALYZE, FORMAT YAML)', ' (FORMAT XML)']);
    const sql = `EXPLAIN${options} ${query.sql}`;
    return compared('EXPLAIN', sql, withoutRows(await all(servers, [sql])), false);
  },
};

const wayNames = Object.keys(ways);
export const otherwise = wayNames;

/** `width`: how many columns the query has. */
export function askOtherwise(servers: Servers, c: Choices, query: Query & {readonly width: number}): Promise<Asked> {
  return ways[c.of(wayNames)](servers, c, query);
}

function names(query: Query, prefix: string): string {
  const {width} = query as Query & {readonly width: number};
  return Array.from({length: width}, (_, i) => prefix + i).join(', ');
}

function compared(feature: string, sql: string, [ours, theirs]: Both, ordered: boolean): Asked {
  return {feature, sql, ours, theirs, difference: differ(ours, theirs, ordered)};
}

/** What went wrong first, or else the last answer. */
async function all(servers: Servers, script: readonly string[], after: readonly string[] = []): Promise<Both> {
  const run = async (client: pg.Client): Promise<Answer> => {
    let last: Answer | null = null;
    for (const sql of script) if (!last?.error) last = await ask(client, sql);
    for (const sql of after) await ask(client, sql);
    return last!;
  };
  return Promise.all([run(servers.millrace), run(servers.postgres)]);
}

async function inBlock(servers: Servers, script: readonly string[]): Promise<Both> {
  return all(servers, ['BEGIN', ...script], ['ROLLBACK']);
}

function withoutRows([ours, theirs]: Both): Both {
  const bare = (answer: Answer): Answer => ({...answer, rows: [], cells: [], columns: [], tag: ''});
  return [bare(ours), bare(theirs)];
}
