import type pg from 'pg';
import type {TestServer} from './server.ts';

/** What somebody got to see of the server in a transaction that is rolled back, and the SQLSTATE that ended it. */
export type Tried = {readonly code: string | null; readonly seen: string};

/**
 * Runs `statements` one by one as `user`, after `tools`. Seen is whatever comes back: rows, notices, notifications, and errors
 * with all their fields; the words of the statements are no secret.
 */
export async function tried(
  server: TestServer,
  user: string,
  statements: readonly string[],
  tools: string | null = null,
): Promise<Tried> {
  const client = await server.connect(user);
  let seen = '';
  let code: string | null = null;
  const note = (what: unknown): void => {
    seen += JSON.stringify(what);
  };
  client.on('notice', note);
  client.on('notification', note);
  try {
    await client.query('BEGIN');
    if (tools !== null) await client.query(tools);
    for (const statement of statements) note((await client.query(statement)).rows);
  } catch (error) {
    const {code: state, message, detail, hint, where} = error as pg.DatabaseError;
    code = state ?? message;
    note([message, detail, hint, where]);
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    await client.end();
  }
  return {code, seen: statements.reduce((text, statement) => text.replaceAll(statement, ''), seen)};
}
