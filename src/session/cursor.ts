import type {CursorStatus} from '../catalog/system/status.ts';
import type {TableObject} from '../catalog/object.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Execution, ResultColumn} from './api.ts';
import {splitChunk} from './execution.ts';
import {wallClockMicros} from '../types/clock.ts';

type Row = readonly Datum[];

type CursorOptions = {
  readonly name: string;
  /** The text that its DECLARE came in. */
  readonly statement: string;
  readonly binary: boolean;
  /** null: as far back as rows are kept anyway. */
  readonly scroll: boolean | null;
  readonly hold: boolean;
  /** Whole rows of tables that stand in its rows, from column `first` on. */
  readonly rows: readonly {readonly table: ObjectId; readonly first: number}[];
  /** FOR UPDATE. */
  readonly locks: boolean;
};

/** Rows that a cursor keeps which was not asked to scroll. */
const KEPT_ROWS = 10_000;
const PULL_ROWS = 1024;

/**
 * A query that is read piece by piece. Rows that were read are kept, so that it can go back; without SCROLL only while they are
 * few, and with NO SCROLL not at all. `position` is the number of the row it stands on: 0 before the first, one more than
 * there are behind the last.
 */
export class Cursor {
  readonly options: CursorOptions;
  readonly columns: readonly ResultColumn[];
  readonly created = wallClockMicros();
  private readonly execution: Execution;
  /** Rows from number `first` on. */
  private kept: Row[] = [];
  private first = 1;
  private ended = false;
  private failure: unknown = null;
  private position = 0;
  private held = false;

  constructor(options: CursorOptions, execution: Execution) {
    this.options = options;
    this.execution = execution;
    this.columns = execution.columns!;
  }

  /** Fixes what the query sees; what it fails with is for who fetches. */
  async open(): Promise<void> {
    try {
      await this.pull();
    } catch (error) {
      this.failure = error;
    }
  }

  get status(): CursorStatus {
    const {name, statement, hold, binary, scroll} = this.options;
    return {name, statement, holdable: hold, binary, scrollable: scroll !== false, created: this.created};
  }

  /** Up to `count` further rows; fewer, and it stands behind the last. */
  async forward(count: number): Promise<readonly Row[]> {
    const from = this.position + 1;
    const to = from + count - 1;
    await this.reach(to);
    const rows = this.kept.slice(Math.max(0, from - this.first), Math.max(0, to - this.first + 1));
    this.moveTo(rows.length < count ? this.end : to);
    return rows;
  }

  /** The rows before, the nearest first. */
  async backward(count: number): Promise<readonly Row[]> {
    this.mustScroll();
    const to = Math.max(1, this.position - count);
    const rows: Row[] = [];
    for (let number = this.position - 1; number >= to; number--) rows.push(this.keptRow(number));
    this.moveTo(rows.length < count ? 0 : to);
    return rows;
  }

  /** The row of this number; counted from the end where it is negative. */
  async absolute(number: number): Promise<readonly Row[]> {
    if (number < 0) {
      await this.reach(Infinity);
      return this.goTo(Math.max(0, this.end + number));
    }
    await this.reach(number);
    return this.goTo(Math.min(number, this.end));
  }

  async relative(count: number): Promise<readonly Row[]> {
    const number = Math.max(0, this.position + count);
    await this.reach(number);
    return this.goTo(this.ended ? Math.min(number, this.end) : number);
  }

  /** WHERE CURRENT OF: the table's row that it stands on. Errors: 24000. */
  rowOf({oid, name: table, columns}: TableObject): Row {
    const {name, rows, locks} = this.options;
    const fail = (what: string): SqlError => new SqlError('24000', `cursor "${name}" ${what}`);
    if (this.held) throw fail('is held from a previous transaction');
    const [found, another] = rows.filter(row => row.table === oid);
    if (locks && !found) throw fail(`does not have a FOR UPDATE/SHARE reference to table "${table}"`);
    if (locks && another) throw fail(`has multiple FOR UPDATE/SHARE references to table "${table}"`);
    if (!found) throw fail(`is not a simply updatable scan of table "${table}"`);
    const {position} = this;
    if (position < this.first || position >= this.first + this.kept.length) throw fail('is not positioned on a row');
    return this.keptRow(position).slice(found.first, found.first + columns.length);
  }

  /** Reads the rest, so that it can live on without the transaction. */
  async hold(): Promise<void> {
    this.held = true;
    const {kept} = this;
    for (let rows = await this.pullRows(); rows !== null; rows = await this.pullRows()) {
      for (const row of rows) kept.push(row);
    }
  }

  async close(): Promise<void> {
    this.kept = [];
    this.ended = true;
    await this.execution.close();
  }

  /** One more than the last row's number, once all are read. */
  private get end(): number {
    return this.ended ? this.first + this.kept.length : Infinity;
  }

  private goTo(number: number): readonly Row[] {
    if (number < this.position || (number === this.position && this.options.scroll === false)) this.mustScroll();
    const row = number === 0 || number >= this.first + this.kept.length ? null : this.keptRow(number);
    this.moveTo(number);
    return row ? [row] : [];
  }

  private moveTo(position: number): void {
    this.position = position;
    const {scroll} = this.options;
    const keep = scroll === true ? Infinity : scroll === null ? KEPT_ROWS : 1;
    const gone = Math.min(this.kept.length, position - this.first + 1 - keep);
    if (gone <= 0 || (scroll === null && gone < KEPT_ROWS / 2 && position < this.end)) return;
    this.kept.splice(0, gone);
    this.first += gone;
  }

  private keptRow(number: number): Row {
    if (number < this.first) throw onlyForward();
    return this.kept[number - this.first];
  }

  private mustScroll(): void {
    if (this.options.scroll === false) throw onlyForward();
  }

  /** Reads until the row of this number is here, if there is one. */
  private async reach(number: number): Promise<void> {
    while (!this.ended && this.first + this.kept.length <= number) await this.pull();
  }

  private async pull(): Promise<void> {
    const rows = await this.pullRows();
    if (rows) for (const row of rows) this.kept.push(row);
  }

  private async pullRows(): Promise<readonly Row[] | null> {
    if (this.failure !== null) throw this.failure;
    if (this.ended) return null;
    const chunk = await this.execution.next(PULL_ROWS);
    if (chunk === null) {
      this.ended = true;
      return null;
    }
    try {
      return splitChunk(chunk);
    } finally {
      if (chunk.kind === 'batch') chunk.release();
    }
  }
}

function onlyForward(): SqlError {
  return new SqlError('55000', 'cursor can only scan forward', {
    hint: 'Declare it with SCROLL option to enable backward scan.',
  });
}

/** The rows from where the cursor stands, as a portal gives them. */
export function cursorRows(cursor: Cursor): Execution {
  let count = 0;
  let done = false;
  return {
    columns: cursor.columns,
    binary: cursor.options.binary,
    get tag() {
      return `SELECT ${count}`;
    },
    async next(maxRows) {
      if (done) return null;
      const wanted = maxRows > 0 ? Math.min(maxRows, PULL_ROWS) : PULL_ROWS;
      const rows = await cursor.forward(wanted);
      done = rows.length < wanted;
      count += rows.length;
      return rows.length === 0 ? null : {kind: 'rows', rows};
    },
    close: async () => {},
  };
}

/** The cursors of a session, by name. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();
  /** Those that would not outlive a rollback. */
  private readonly fresh = new Set<string>();

  has(name: string): boolean {
    return this.open.has(name);
  }

  /** Errors: 34000. */
  get(name: string): Cursor {
    const cursor = this.open.get(name);
    if (!cursor) throw new SqlError('34000', `cursor "${name}" does not exist`);
    return cursor;
  }

  add(cursor: Cursor): void {
    this.open.set(cursor.options.name, cursor);
    this.fresh.add(cursor.options.name);
  }

  all(): CursorStatus[] {
    return [...this.open.values()].map(cursor => cursor.status);
  }

  async close(name: string): Promise<void> {
    const cursor = this.get(name);
    this.open.delete(name);
    this.fresh.delete(name);
    await cursor.close();
  }

  async closeAll(): Promise<void> {
    for (const name of [...this.open.keys()]) await this.close(name);
  }

  /** A savepoint: what it gives closes the cursors that have been opened since. */
  mark(): () => Promise<void> {
    const before = new Set(this.open.values());
    return async () => {
      for (const [name, cursor] of [...this.open]) if (!before.has(cursor)) await this.close(name);
    };
  }

  /** What WITH HOLD promises is read before the transaction ends. */
  async beforeCommit(): Promise<void> {
    for (const name of this.fresh) {
      const cursor = this.open.get(name);
      if (cursor?.options.hold) await cursor.hold();
    }
  }

  async afterTransaction(committed: boolean): Promise<void> {
    for (const name of [...this.fresh]) {
      if (!committed || !this.open.get(name)?.options.hold) await this.close(name);
    }
    this.fresh.clear();
  }
}
