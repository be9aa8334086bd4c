import {takeBatch} from '../../columnar/batch-rows.ts';
import type {Batch} from '../../columnar/batch.ts';
import {MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import type {NeededRights} from '../../catalog/needed-rights.ts';
import type {BoundCopyFrom} from '../../sql/bind/index.ts';
import {codecOf} from '../../expr/text/client-codec.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CopyIn, Execution} from '../api.ts';
import type {WriteStep} from '../engine.ts';
import {endsWithCommit} from '../on-commit.ts';
import type {SqlSession} from '../session.ts';
import {BinaryRows} from './binary-rows.ts';
import {CopyHeader} from './header.ts';
import {CopyLines} from './lines.ts';
import type {CopyFormat} from './options.ts';
import {RowCollector} from './row-collector.ts';
import {rowWatch} from './watched-rows.ts';

/**
 * COPY … FROM STDIN: what the client sends becomes batches as it comes, and all of them together one INSERT when it ends, so
 * that constraints see all rows at once and nothing of a failed COPY was ever visible. Of a row that breaks NOT NULL, a CHECK or what
 * its domain asks, the client is told as it comes; of keys at the end.
 */
export class CopyFrom implements Execution {
  readonly columns = null;
  readonly copy: CopyIn;
  private readonly session: SqlSession;
  private readonly bound: BoundCopyFrom;
  private readonly step: WriteStep;
  private readonly rights: NeededRights;
  private readonly rows: RowCollector;
  /** `next`: the number of the line that has not come. */
  private readonly reader: {readonly next: number; push(chunk: Uint8Array): void; pause(): void; end(): void};
  private affected = 0;

  constructor(session: SqlSession, bound: BoundCopyFrom, step: WriteStep, format: CopyFormat, rights: NeededRights) {
    const {schema, table} = bound;
    this.session = session;
    this.bound = bound;
    this.step = step;
    this.rights = rights;
    const {engine} = session.database;
    this.rows = new RowCollector(
      engine.memory,
      schema,
      format,
      table.name,
      session.formatting,
      rowWatch(bound, session.facts),
    );
    const client = codecOf(session.settings.get('client_encoding')!);
    const codec = format.encoding === null ? client : codecOf(format.encoding);
    this.reader =
      format.format === 'binary'
        ? new BinaryRows(schema, this.rows, client)
        : new CopyLines(
            format,
            format.header === 'none' ? this.rows : new CopyHeader(schema, format, this.rows),
            codec,
          );
    this.copy = {
      direction: 'in',
      binary: format.format === 'binary',
      width: schema.length,
      write: data => this.working(() => this.read(() => this.reader.push(data))),
      pause: () => this.working(() => this.read(() => this.reader.pause())),
      end: () => this.working(() => this.end()),
      fail: async reason => {
        // What is wrong with the rows that have come is told first.
        await this.working(() => this.read(() => this.reader.pause()));
        await this.close();
        throw reason.with({where: `COPY ${table.name}, line ${this.reader.next}`});
      },
    };
  }

  get tag(): string {
    return `COPY ${this.affected}`;
  }

  async next(): Promise<null> {
    return null;
  }

  async close(): Promise<void> {
    this.rows.close();
  }

  /** What fails leaves nothing behind. */
  private async working(work: () => Promise<void>): Promise<void> {
    try {
      // A cancel request counts from here on, even while nothing but the client is waited for.
      await this.session.waitFor({cancel: () => {}}, work);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** A row that the table does not take is told before what is wrong with the data behind it, and before more data come. */
  private async read(take: () => void): Promise<void> {
    try {
      take();
    } finally {
      if (this.rows.isSuspect) await this.tryRows();
    }
  }

  /** Errors: that of the first row that the table does not take, where there is one. */
  private async tryRows(): Promise<void> {
    const batches = this.rows.finish();
    const {database, transaction} = this.session;
    const own = transaction.forWriting();
    const within = own ?? database.newTransaction();
    try {
      const affected = await this.insert(
        batches.map(batch => batch.retain()),
        within,
      ).catch(async (error: unknown) => {
        if (!(error instanceof SqlError) || !/^2[23]/.test(error.code)) throw error;
        throw await this.atItsRow(error, batches, within);
      });
      if (own === null) this.rows.isSuspect = false;
      else {
        this.affected += affected;
        this.rows.forget();
      }
    } finally {
      if (own === null) await database.engine.rollback(within);
    }
  }

  private async end(): Promise<void> {
    await this.read(() => this.reader.end());
    const batches = this.rows.finish();
    if (batches.length === 0) return;
    // Its end is that of the statement.
    if (endsWithCommit(this.session, [this.step.table])) this.session.transaction.beginImplicit();
    const transaction = this.session.transaction.forWriting();
    try {
      this.affected += await this.insert(
        batches.map(batch => batch.retain()),
        transaction,
      );
    } catch (error) {
      if (!(error instanceof SqlError) || !/^2[23]/.test(error.code)) throw error;
      throw await this.atItsRow(error, batches, transaction);
    }
    this.rows.close();
  }

  private async insert(batches: readonly Batch[], transaction: number | null): Promise<number> {
    const given = {object: this.bound.object, batches};
    return (await this.session.runner.write([this.step], null, transaction, {given, rights: this.rights})).affected;
  }

  /**
   * The error of the first row that cannot be inserted, found by halves: what goes in stays in the transaction, which has
   * failed anyway.
   */
  private async atItsRow(error: SqlError, batches: readonly Batch[], transaction: number | null): Promise<SqlError> {
    const {database} = this.session;
    const scratch = transaction ?? database.newTransaction();
    let found = error;
    let from = 0;
    let to = this.rows.count;
    try {
      while (to - from > 1) {
        const middle = (from + to) >>> 1;
        try {
          await this.insert(slice(batches, from, middle), scratch);
          from = middle;
        } catch (failure) {
          if (!(failure instanceof SqlError) || !/^2[23]/.test(failure.code)) return error;
          found = failure;
          to = middle;
        }
      }
      return this.rows.failedRow(found, from);
    } finally {
      if (transaction === null) await database.engine.rollback(scratch);
    }
  }
}

/** Rows `from` … `to` of batches that are full but for the last; references of their own. */
function slice(batches: readonly Batch[], from: number, to: number): Batch[] {
  return batches.flatMap((batch, i) => {
    const start = Math.max(0, from - i * MAX_BATCH_ROWS);
    const end = Math.min(batch.length, to - i * MAX_BATCH_ROWS);
    if (start >= end) return [];
    if (start === 0 && end === batch.length) return [batch.retain()];
    const {memory} = batch;
    const rows = memory.alloc(4 * (end - start));
    for (let k = start; k < end; k++) memory.u32[(rows >>> 2) + k - start] = k;
    const taken = takeBatch(batch, rows, end - start);
    memory.release(rows);
    return [taken];
  });
}
