import {appendFileSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {createInterface, type Interface} from 'node:readline';
import {formatError, SqlClient} from './client.ts';
import {describe, HELP} from './meta-commands.ts';
import {StatementSplitter} from './statement-splitter.ts';
import {formatExpanded, formatTable} from './table.ts';

export type ReplOptions = {readonly command: readonly string[]; readonly file?: string};

const HISTORY_FILE = join(homedir(), '.millrace_history');
const HISTORY_LINES = 1000;

/** An interactive prompt on a terminal; with -c, -f or a pipe, runs what it is given. Returns the exit code. */
export async function runRepl(url: string, options: ReplOptions): Promise<number> {
  const client = await SqlClient.connect(url, message => process.stderr.write(`${message}\n`));
  const repl = new Repl(client);
  try {
    if (options.command.length > 0) return await repl.runAll(options.command.map(sql => `${sql}\n`));
    if (options.file !== undefined) return await repl.runAll([readFileSync(options.file, 'utf8')]);
    if (!process.stdin.isTTY) return await repl.runAll([readFileSync(0, 'utf8')]);
    return await repl.interact();
  } finally {
    await client.close();
  }
}

class Repl {
  private readonly client: SqlClient;
  private splitter = new StatementSplitter();
  private timing = false;
  private expanded = false;
  private last = '';
  private quitting = false;
  private failed = false;
  private stopWatching: (() => void) | null = null;
  private running = false;

  constructor(client: SqlClient) {
    this.client = client;
  }

  /** Texts given up front: -c, -f, a pipe. A failing statement is reported, the rest still runs, the exit code says so. */
  async runAll(texts: readonly string[]): Promise<number> {
    for (const text of texts) {
      for (const line of text.split(/(?<=\n)/)) {
        await this.line(line.replace(/\n$/, ''));
        if (this.quitting) return this.failed ? 1 : 0;
      }
      for (const {sql} of this.splitter.rest()) await this.execute(sql);
      this.splitter = new StatementSplitter();
    }
    return this.failed ? 1 : 0;
  }

  async interact(): Promise<number> {
    process.stdout.write('millrace sql. Type \\? for help, \\q to quit.\n');
    const input = createInterface({
      input: process.stdin,
      output: process.stdout,
      history: readHistory(),
      historySize: HISTORY_LINES,
      removeHistoryDuplicates: true,
    });
    input.on('SIGINT', () => this.interrupt(input));
    this.prompt(input);
    for await (const line of input) {
      if (line.trim() !== '') appendHistory(line);
      this.running = true;
      await this.line(line);
      this.running = false;
      if (this.quitting) break;
      this.prompt(input);
    }
    input.close();
    return 0;
  }

  private prompt(input: Interface): void {
    input.setPrompt(this.splitter.pending ? 'millrace-> ' : 'millrace=> ');
    input.prompt();
  }

  /** Ctrl-C: ends what runs, else forgets what was typed. */
  private interrupt(input: Interface): void {
    if (this.stopWatching) return this.stopWatching();
    if (this.running) return this.client.cancel();
    this.splitter.clear();
    process.stdout.write('\n');
    for (const key of ['e', 'u']) input.write(null, {ctrl: true, name: key});
    this.prompt(input);
  }

  /** A command may stand anywhere in a line: `SELECT 1 \\watch 2`. Those that do not run the statement leave it as it is. */
  private async line(line: string): Promise<void> {
    const start = this.splitter.commandIn(line);
    if (start < 0) return this.statements(`${line}\n`);
    await this.statements(line.slice(0, start));
    const [, word, argument] = /^\\(\S[a-zA-Z]*\+?)?\s*(.*)$/.exec(line.slice(start))!;
    await this.command(word ?? '', argument.trim());
    if (this.splitter.pending) await this.statements('\n');
  }

  private async statements(text: string): Promise<void> {
    for (const {sql} of this.splitter.push(text)) await this.execute(sql);
  }

  private async command(word: string, argument: string): Promise<void> {
    if (word === 'q') this.quitting = true;
    else if (word === '?' || word === 'h') process.stdout.write(HELP);
    else if (word === 'r') this.splitter.clear();
    else if (word === 'g') await this.go();
    else if (word === 'gx') await this.goExpanded();
    else if (word === 'timing') this.toggle('Timing', (this.timing = !this.timing));
    else if (word === 'x') this.toggle('Expanded display', (this.expanded = !this.expanded));
    else if (word === 'i') await this.include(argument);
    else if (word === 'watch') await this.watch(argument === '' ? 2 : Number(argument));
    else await this.describe(word, argument);
  }

  /** Runs what has been typed so far; if that is nothing, the last statement again. */
  private async go(): Promise<void> {
    const [{sql} = {sql: this.last}] = this.splitter.rest();
    if (sql !== '') await this.execute(sql);
  }

  private async goExpanded(): Promise<void> {
    const before = this.expanded;
    this.expanded = true;
    await this.go();
    this.expanded = before;
  }

  private toggle(what: string, on: boolean): void {
    process.stdout.write(`${what} is ${on ? 'on' : 'off'}.\n`);
  }

  private async include(file: string): Promise<void> {
    try {
      for (const line of readFileSync(file, 'utf8').split('\n')) await this.line(line);
    } catch (error) {
      this.report(`\\i: ${(error as Error).message}`);
    }
  }

  private async describe(word: string, argument: string): Promise<void> {
    try {
      const text = await describe(this.client, word, argument.replace(/;$/, ''));
      if (text === null) this.report(`invalid command \\${word}\nTry \\? for help.`);
      else process.stdout.write(text);
    } catch (error) {
      this.report(formatError(error, ''));
    }
  }

  /** Runs the last statement again and again until it fails or Ctrl-C. */
  private async watch(seconds: number): Promise<void> {
    const [typed] = this.splitter.rest();
    if (typed) this.last = typed.sql;
    if (!(seconds > 0)) return this.report('\\watch: the interval must be a positive number of seconds');
    if (this.last === '') return this.report('\\watch cannot be used with an empty query');
    let stopped = false;
    while (!stopped) {
      process.stdout.write(`${new Date().toString().slice(0, 24)} (every ${seconds}s)\n\n`);
      if (!(await this.execute(this.last))) return;
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, seconds * 1000);
        this.stopWatching = () => {
          stopped = true;
          clearTimeout(timer);
          resolve();
        };
      });
      this.stopWatching = null;
    }
  }

  /** Runs one statement and prints what comes; false if it failed. */
  private async execute(sql: string): Promise<boolean> {
    this.last = sql;
    const start = performance.now();
    try {
      for (const {tag, result} of await this.client.run(sql)) {
        if (!result) process.stdout.write(`${tag}\n`);
        else process.stdout.write(`${this.expanded ? formatExpanded(result) : formatTable(result)}\n`);
      }
      return true;
    } catch (error) {
      this.report(formatError(error, sql));
      return false;
    } finally {
      if (this.timing) process.stdout.write(`Time: ${(performance.now() - start).toFixed(3)} ms\n`);
    }
  }

  private report(message: string): void {
    this.failed = true;
    process.stderr.write(`${message}\n`);
  }
}

function readHistory(): string[] {
  try {
    return readFileSync(HISTORY_FILE, 'utf8').split('\n').filter(Boolean).slice(-HISTORY_LINES).reverse();
  } catch {
    return [];
  }
}

function appendHistory(line: string): void {
  try {
    appendFileSync(HISTORY_FILE, `${line}\n`, {mode: 0o600});
  } catch {
    // No home to write to: history lasts as long as the session.
  }
}
