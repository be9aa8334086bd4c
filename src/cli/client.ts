import pg from 'pg';
import {askPassword} from './ask-password.ts';
import type {TextResult} from './table.ts';

/** A statement's outcome: its command tag, and rows if it has any. */
type StatementResult = {readonly tag: string; readonly result: TextResult | null};

/** OIDs that psql aligns to the right. */
const NUMERIC_OIDS: ReadonlySet<number> = new Set([20, 21, 23, 26, 28, 700, 701, 790, 1700]);

/** A connection that hands on the server's own text, whatever the type. */
export class SqlClient {
  private readonly client: pg.Client;
  /** Command tags of the query that runs; pg itself keeps only their first word. */
  private readonly tags: string[] = [];

  private constructor(client: pg.Client) {
    this.client = client;
    const {connection} = client as unknown as {connection: NodeJS.EventEmitter};
    connection.on('commandComplete', (message: {text: string}) => this.tags.push(message.text));
  }

  /**
   * The password stands in the URL, in PGPASSWORD or in ~/.pgpass; else, if the server wants one, on a terminal it is asked
   * for.
   */
  static async connect(url: string, notice: (message: string) => void): Promise<SqlClient> {
    try {
      return await SqlClient.open({connectionString: url}, notice);
    } catch (error) {
      if (!isPasswordWanted(error)) throw error;
      if (!process.stdin.isTTY)
        throw new Error('the server wants a password: PGPASSWORD, ~/.pgpass or the URL may hold it');
    }
    const {user} = new pg.Client({connectionString: url});
    const password = await askPassword(`Password for user ${user ?? ''}: `);
    // What stands in the URL comes before what is said beside it.
    const withPassword = new URL(url);
    withPassword.password = encodeURIComponent(password);
    return SqlClient.open({connectionString: withPassword.href}, notice);
  }

  private static async open(config: pg.ClientConfig, notice: (message: string) => void): Promise<SqlClient> {
    const client = new pg.Client({
      ...config,
      application_name: 'millrace sql',
      types: {getTypeParser: () => (value: string) => value},
    });
    client.on('notice', message => notice(`${message.severity ?? 'NOTICE'}:  ${message.message ?? ''}`));
    client.on('error', () => {
      // The next query reports that the connection is gone.
    });
    try {
      await client.connect();
    } catch (error) {
      // Its socket would keep the process from ending.
      client.end().catch(() => {});
      throw error;
    }
    return new SqlClient(client);
  }

  /** Runs one or several statements as one simple query. */
  async run(sql: string): Promise<StatementResult[]> {
    this.tags.length = 0;
    const answer = (await this.client.query({text: sql, rowMode: 'array'})) as unknown;
    const results = (Array.isArray(answer) ? answer : [answer]) as pg.QueryArrayResult<(string | null)[]>[];
    return results.map((result, i) => ({
      tag: this.tags[i] ?? '',
      result:
        result.fields.length === 0
          ? null
          : {
              columns: result.fields.map(field => ({
                name: field.name,
                rightAligned: NUMERIC_OIDS.has(field.dataTypeID),
              })),
              rows: result.rows,
            },
    }));
  }

  /** Asks the server to stop what runs; its query then fails with 57014. */
  cancel(): void {
    const {processID, secretKey, host, port} = this.client as unknown as {
      processID: number;
      secretKey: number;
      host: string;
      port: number;
    };
    const canceller = new pg.Client({host, port}) as unknown as {
      connection: {
        connect(port: number, host: string): void;
        cancel(pid: number, key: number): void;
        on(event: string, f: () => void): void;
      };
    };
    canceller.connection.on('connect', () => canceller.connection.cancel(processID, secretKey));
    canceller.connection.on('error', () => {});
    canceller.connection.connect(port, host);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

/** pg's own complaint: it has no password to give. */
function isPasswordWanted(error: unknown): boolean {
  return error instanceof Error && /client password must be a (?:non-empty )?string/.test(error.message);
}

/** An error as psql prints it, with the caret under the place in the statement. */
export function formatError(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return `ERROR:  ${String(error)}`;
  const fields = error as pg.DatabaseError;
  const lines = [`${fields.severity ?? 'ERROR'}:  ${fields.message}`];
  const caret = fields.position ? caretAt(sql, Number(fields.position)) : null;
  if (caret) lines.push(...caret);
  if (fields.detail) lines.push(`DETAIL:  ${fields.detail}`);
  if (fields.hint) lines.push(`HINT:  ${fields.hint}`);
  if (fields.where) lines.push(`CONTEXT:  ${fields.where}`);
  return lines.join('\n');
}

/** Line and column (both 1-based) of a 1-based character position. */
export function placeOf(sql: string, position: number): {line: number; column: number; text: string} {
  const before = [...sql].slice(0, position - 1).join('');
  const line = before.split('\n').length;
  return {line, column: before.length - before.lastIndexOf('\n'), text: sql.split('\n')[line - 1] ?? ''};
}

function caretAt(sql: string, position: number): string[] {
  const {line, column, text} = placeOf(sql, position);
  const prefix = `LINE ${line}: `;
  return [prefix + text, ' '.repeat(prefix.length + column - 1) + '^'];
}
