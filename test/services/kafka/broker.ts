import {execFile, spawn} from 'node:child_process';
import {createReadStream, mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {homedir, tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const libs =
  process.env['KAFKA_LIBS'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'kafka-broker-libs-4.1.1');

/** A real broker (KRaft, one node) on loopback, its data in a scratch directory. */
export class KafkaBroker {
  readonly address: string;
  private readonly directory: string;
  private readonly port: number;

  private constructor(directory: string, port: number) {
    this.directory = directory;
    this.port = port;
    this.address = `127.0.0.1:${port}`;
  }

  static async start(): Promise<KafkaBroker> {
    const broker = new KafkaBroker(mkdtempSync(join(tmpdir(), 'millrace-kafka-')), await freePortPair());
    await broker.restart();
    return broker;
  }

  /** Starts it again on the same data and port. */
  async restart(): Promise<void> {
    await run(join(here, 'start.sh'), [this.directory, String(this.port)], {timeout: 170_000});
  }

  async stop(): Promise<void> {
    await run(join(here, 'stop.sh'), [this.directory]);
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    await run(join(here, 'stop.sh'), [this.directory, '-9']);
  }

  async dispose(): Promise<void> {
    await run(join(here, 'stop.sh'), [this.directory, '-9']).catch(() => {});
    rmSync(this.directory, {recursive: true, force: true});
  }

  async createTopic(topic: string, partitions: number): Promise<void> {
    await this.tool('TopicCommand', '--create', '--topic', topic, '--partitions', String(partitions));
  }

  async addPartitions(topic: string, partitions: number): Promise<void> {
    await this.tool('TopicCommand', '--alter', '--topic', topic, '--partitions', String(partitions));
  }

  /** Produces each line of a file as a record, with Kafka's own producer. */
  async produceFile(topic: string, file: string, compression: string): Promise<void> {
    const producer = spawn(
      'java',
      [
        ...['-Xmx1g', '-cp', `${libs}/*`, 'org.apache.kafka.tools.ConsoleProducer'],
        ...['--bootstrap-server', this.address, '--topic', topic],
        ...['--producer-property', `compression.type=${compression}`],
        ...['--producer-property', 'linger.ms=20', '--producer-property', 'batch.size=262144'],
      ],
      {stdio: ['pipe', 'ignore', 'pipe']},
    );
    let errors = '';
    producer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    createReadStream(file, {highWaterMark: 1 << 20}).pipe(producer.stdin);
    const code = await new Promise(resolve => producer.once('exit', resolve));
    if (code !== 0) throw new Error(`the producer ended with code ${String(code)}: ${errors}`);
  }

  private async tool(name: string, ...args: string[]): Promise<void> {
    await run('java', [
      '-cp',
      `${libs}/*`,
      `org.apache.kafka.tools.${name}`,
      '--bootstrap-server',
      this.address,
      ...args,
    ]);
  }
}

/** A port that is free and whose successor (the controller's) is free too. */
async function freePortPair(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
