import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Fields, LineTaker} from './lines.ts';
import type {CopyFormat} from './options.ts';
import type {RowCollector} from './row-collector.ts';

/** Passes over the first line, or checks that it names the columns. */
export class CopyHeader implements LineTaker {
  private readonly schema: Schema;
  private readonly format: CopyFormat;
  private readonly rows: RowCollector;
  private seen = false;

  constructor(schema: Schema, format: CopyFormat, rows: RowCollector) {
    this.schema = schema;
    this.format = format;
    this.rows = rows;
  }

  take(fields: Fields, line: number, text: string): void {
    if (this.seen) return this.rows.take(fields, line, text);
    this.seen = true;
    if (this.format.header === 'match') this.check(fields, line, text);
  }

  failed(error: SqlError, line: number, text: string | null): SqlError {
    return this.rows.failed(error, line, text);
  }

  /** Errors: 22P04. */
  private check(fields: Fields, line: number, text: string): void {
    const {schema} = this;
    const fail = (message: string): SqlError => this.failed(new SqlError('22P04', message), line, text);
    if (fields.length !== schema.length) {
      throw fail(`wrong number of fields in header line: got ${fields.length}, expected ${schema.length}`);
    }
    schema.forEach(({name}, i) => {
      const field = fields[i];
      if (field === name) return;
      const got = field === null ? `got null value ("${this.format.nullText}")` : `got "${field}"`;
      throw fail(`column name mismatch in header line field ${i + 1}: ${got}, expected "${name}"`);
    });
  }
}
