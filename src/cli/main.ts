import {Command, CommanderError, InvalidArgumentError, Option} from 'commander';
import {LOG_LEVELS} from '../server/log.ts';
import {messageOf} from '../types/message-of.ts';
import {PRODUCT_VERSION} from '../types/product-version.ts';

/** Exit codes: 0 done, 1 could not, 2 wrong usage, 3 a script's statement failed. */
const USAGE_ERROR = 2;

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return number;
}

function connections(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 10 || number > 262_143) {
    throw new InvalidArgumentError('a number from 10 to 262143.');
  }
  return number;
}

/** '512MB', '1.5GB': bytes. */
function memorySize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/i.exec(text);
  const bytes = match ? Math.floor(Number(match[1]) * (match[2].toUpperCase() === 'GB' ? 2 ** 30 : 2 ** 20)) : 0;
  if (bytes < 16 * 2 ** 20 || bytes > 4 * 2 ** 30) {
    throw new InvalidArgumentError('a size is a number with MB or GB, from 16MB to 4GB.');
  }
  return bytes;
}

const DEFAULT_URL = 'postgres://millrace@127.0.0.1:6877/millrace';

const program = new Command('millrace')
  .description('A SQL-first streaming database: materialized views, always fresh, over the Postgres protocol')
  .version(PRODUCT_VERSION)
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({outputError: (text, write) => write(`millrace: ${text.replace(/^error: /, '')}`)});

program
  .command('start')
  .description('start the server')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--port <port>', 'Postgres port, 0 for a free one', port, 6877)
  .option('--http-port <port>', 'HTTP port, 0 for a free one', port, 6878)
  .option('--data-dir <folder>', 'where all state is kept', './millrace-data')
  .addOption(
    new Option('--max-memory <size>', 'the most that state may take').argParser(memorySize).default(4 * 2 ** 30, '4GB'),
  )
  .option('--tls-cert <file>', 'certificate (PEM) for TLS; read again at SIGHUP')
  .option('--tls-key <file>', 'its private key (PEM)')
  .option('--tls-client-ca <file>', 'who signs the certificates of clients (PEM)')
  .option('--hba-file <file>', 'who may come in and how, in the format of pg_hba.conf; read again at SIGHUP')
  .option(
    '--initial-password-file <file>',
    'the first password of the superuser millrace (or MILLRACE_INITIAL_PASSWORD), if it has none',
  )
  .option('--max-connections <number>', 'the most clients at a time', connections, 1000)
  .option('--demo', 'create the demo (auction events and three views) if it is not there')
  .addOption(new Option('--log-level <level>', 'what to say on stderr').choices(LOG_LEVELS).default('warn'))
  .action(async options => {
    const {runServer} = await import('./start.ts');
    await runServer(options);
  });

program
  .command('sql')
  .description('an interactive SQL prompt; also -c, -f and pipes')
  .argument('[url]', 'where the server is', DEFAULT_URL)
  .option('-c, --command <sql>', 'run this and exit (may be repeated)', collect, [])
  .option('-f, --file <file>', 'run the statements of a file and exit')
  .action(async (url, options) => {
    const {runRepl} = await import('./repl.ts');
    process.exitCode = await runRepl(url, options);
  });

program
  .command('run')
  .description('run a SQL script: results on stdout, stops at the first error with exit code 3')
  .argument('<file>', 'the script')
  .option('--url <url>', 'where the server is', DEFAULT_URL)
  .action(async (file, options) => {
    const {runScript} = await import('./run-script.ts');
    process.exitCode = await runScript(file, options.url);
  });

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : USAGE_ERROR);
  console.error(`millrace: ${messageOf(error)}`);
  process.exit(1);
}
