import type pg from 'pg';
import {eventually} from './server.ts';

/**
 * Statements of several sessions, one after the other, and what became of each: lines of "<session>: <statement>", or
 * "<session> …" for one that waits and is over by now.
 */
export async function interleave(
  connect: () => Promise<pg.Client>,
  observer: pg.Client,
  steps: readonly string[],
): Promise<string[]> {
  const sessions = new Map<string, Session>();
  const told: string[] = [];
  try {
    for (const step of steps) {
      const name = step[0];
      let session = sessions.get(name);
      if (!session) sessions.set(name, (session = await Session.of(await connect())));
      if (step.slice(1) === ' …') {
        told.push(`${step} ${await within(session.outcome!, step)}`);
        session.outcome = null;
        continue;
      }
      if (session.outcome) throw new Error(`"${step}": ${name} has not been told to be over with its last statement`);
      const outcome = session.run(step.slice(3));
      const result = (await session.waits(observer, outcome)) ? WAITS : await outcome;
      if (result === WAITS) session.outcome = outcome;
      told.push(`${step} → ${result}`);
    }
    return told;
  } finally {
    for (const {client} of sessions.values()) await client.end();
  }
}

const WAITS = 'waits';

class Session {
  readonly client: pg.Client;
  private readonly pid: number;
  outcome: Promise<string> | null = null;

  private constructor(client: pg.Client, pid: number) {
    this.client = client;
    this.pid = pid;
  }

  static async of(client: pg.Client): Promise<Session> {
    const {rows} = await client.query<{pid: number}>('SELECT pg_backend_pid() AS pid');
    return new Session(client, rows[0].pid);
  }

  async run(sql: string): Promise<string> {
    try {
      const result = await this.client.query({text: sql, rowMode: 'array'});
      return result.fields.length > 0 ? JSON.stringify(result.rows) : result.command;
    } catch (error) {
      const {code, message} = error as pg.DatabaseError;
      return `${code} ${message}`;
    }
  }

  /** Somebody else is waited for; false: it is over. */
  async waits(observer: pg.Client, outcome: Promise<unknown>): Promise<boolean> {
    let over = false;
    void outcome.then(() => (over = true));
    return eventually(
      async () => {
        if (over) return {waits: false};
        const {rows} = await observer.query('SELECT 1 FROM pg_locks WHERE pid = $1 AND NOT granted', [this.pid]);
        return rows.length > 0 && !over ? {waits: true} : null;
      },
      30_000,
      'the statement neither ends nor waits',
    ).then(({waits}) => waits);
  }
}

async function within(outcome: Promise<string>, step: string): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`"${step}": it still waits`)), 30_000);
  });
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer));
}
