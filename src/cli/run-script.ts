import {readFileSync} from 'node:fs';
import {formatError, placeOf, SqlClient} from './client.ts';
import {StatementSplitter} from './statement-splitter.ts';
import {formatTable} from './table.ts';

/** A statement of the script failed. */
const STATEMENT_FAILED = 3;

/**
 * Runs a script statement by statement: results on stdout, notices on stderr. Stops at the first error, which is
 * reported as `file:line: ERROR …`. Returns the process's exit code.
 */
export async function runScript(file: string, url: string): Promise<number> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    process.stderr.write(`millrace: cannot read ${file}: ${(error as Error).message}\n`);
    return 1;
  }
  const client = await SqlClient.connect(url, message => process.stderr.write(`${message}\n`));
  try {
    const splitter = new StatementSplitter();
    const statements = [...splitter.push(text), ...splitter.rest()];
    for (const {sql, line} of statements) {
      try {
        for (const {tag, result} of await client.run(sql)) {
          process.stdout.write(result ? `${formatTable(result)}\n` : `${tag}\n`);
        }
      } catch (error) {
        const position = Number((error as {position?: string}).position ?? 1);
        const place = line + placeOf(sql, position).line - 1;
        process.stderr.write(`${file}:${place}: ${formatError(error, sql)}\n`);
        return STATEMENT_FAILED;
      }
    }
    return 0;
  } finally {
    await client.close();
  }
}
