import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import {ABSENT, type Address, type Memory, OutOfMemory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {Physical, physicalOf, type SqlType} from '../../types/sql-type.ts';
import type {BadRecord, Decoded, DecodedLines, Decoder, Format, LineOptions} from './format.ts';
import {jsonDatum} from './json-datum.ts';
import {Failure, type JsonError, type JsonNode, JsonPlan} from './json-plan.ts';

/**
 * One JSON object a record, in any order of keys. A declared column takes the value of its key, as Postgres's
 * jsonb_populate_record does:
 *
 * - null or a missing key is NULL; keys that are not declared are passed over (but must be JSON); of a key given twice the
 *   last counts;
 * - json and jsonb take any value (jsonb in Postgres's canonical form); composites take objects, arrays take arrays;
 * - any other type takes a string as its input function would, and a number or boolean as its text: so "12" is an integer,
 *   and 12 is text;
 * - beyond Postgres, integers take any number that is integral (1e3, 1.0), and timestamps take a number as milliseconds
 *   since 1970.
 */
export const jsonFormat: Format = {
  name: 'json',
  createDecoder(memory, schema, options) {
    const [unknown] = Object.keys(options);
    if (unknown !== undefined) throw new SqlError('22023', `unrecognized option "${unknown}" of format JSON`);
    return new JsonDecoder(memory, schema);
  },
};

const DONE = 0;
const HOST_NEEDED = 1;

/** Bytes of a lane at most, offsets among them. */
const WIDEST_LANE = 16;

/** Bytes that the kernel may read past a record's end, without using them. */
const READ_AHEAD = 128;

class JsonDecoder implements Decoder {
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly plan: JsonPlan;
  /** Room for the lines of one batch: uint32 pairs. */
  private lines = 0 as Address;
  private lineCapacity = 0;
  /** Zeros, as many as a full batch's widest column takes: what all columns that are not kept consist of. */
  private zeros = 0 as Address;

  constructor(memory: Memory, schema: Schema) {
    this.memory = memory;
    this.schema = schema;
    this.plan = new JsonPlan(memory, schema);
  }

  keepOnly(usage: InputUsage): void {
    this.plan.keepOnly(usage);
  }

  readPreamble(): number {
    return 0;
  }

  decodeLines(address: Address, length: number, {final, maxRecords = Infinity}: LineOptions): DecodedLines {
    this.makeReadable(address + length);
    const batches: Batch[] = [];
    const bad: BadRecord[] = [];
    let records = 0;
    let consumedBytes = 0;
    try {
      while (consumedBytes < length && records < maxRecords) {
        const rest = length - consumedBytes;
        // The shortest record that is one has two bytes and a line feed.
        const most = Math.min(MAX_BATCH_ROWS, Math.ceil((rest + 1) / 2), maxRecords - records);
        this.reserveLines(most);
        const start = address + consumedBytes;
        const count = this.memory.kernels.json_lines(this.plan.context, start, rest, final ? 1 : 0, this.lines, most);
        if (this.plan.consumed === 0) break;
        consumedBytes += this.plan.consumed;
        if (count === 0) continue;
        this.decodeBatch(this.lines, count, {batches, bad, first: records, base: address});
        records += count;
      }
    } catch (error) {
      for (const batch of batches) batch.release();
      throw error;
    }
    return {batches, bad, records, consumedBytes};
  }

  decodeRecords(records: Address, count: number): Decoded {
    const words = this.memory.u32;
    let end = 0;
    for (let i = 0, at = records >>> 2; i < count; i++, at += 2) end = Math.max(end, words[at] + words[at + 1]);
    this.makeReadable(end);
    const batches: Batch[] = [];
    const bad: BadRecord[] = [];
    try {
      for (let first = 0; first < count; first += MAX_BATCH_ROWS) {
        const some = Math.min(MAX_BATCH_ROWS, count - first);
        this.decodeBatch((records + first * 8) as Address, some, {batches, bad, first, base: null});
      }
    } catch (error) {
      for (const batch of batches) batch.release();
      throw error;
    }
    return {batches, bad, records: count};
  }

  close(): void {
    if (this.lines !== 0) this.memory.release(this.lines);
    if (this.zeros !== 0) this.memory.release(this.zeros);
    this.plan.free();
  }

  private makeReadable(end: number): void {
    if (end + READ_AHEAD > this.memory.raw.buffer.byteLength) this.memory.raw.grow(1);
  }

  private reserveLines(count: number): void {
    if (count <= this.lineCapacity) return;
    if (this.lines !== 0) this.memory.release(this.lines);
    this.lines = this.memory.alloc(count * 8);
    this.lineCapacity = count;
  }

  private decodeBatch(records: Address, count: number, out: Output): void {
    const {kernels} = this.memory;
    const answers = new Answers(this.memory, this.plan);
    try {
      kernels.json_open(this.plan.context, count);
      let from = 0;
      for (;;) {
        const answer = kernels.json_decode(this.plan.context, records, from, count);
        for (const error of this.plan.takeErrors()) this.reject(records, error.record, reasonOf(error), out);
        if (answer === DONE) break;
        from = this.plan.record;
        if (answer !== HOST_NEEDED) continue;
        const reason = answers.add(from);
        if (reason === null) continue;
        this.reject(records, from, reason, out);
        from++;
      }
      // Records that failed between two errors of the kernel's come in two lists.
      out.bad.sort((a, b) => a.record - b.record);
      const rows = kernels.json_close(this.plan.context);
      if (rows > 0) out.batches.push(this.takeBatch(rows));
      else kernels.json_drop(this.plan.context);
    } catch (error) {
      kernels.json_drop(this.plan.context);
      throw error instanceof WebAssembly.RuntimeError ? new OutOfMemory() : error;
    } finally {
      answers.free();
    }
  }

  private reject(records: Address, index: number, reason: string, out: Output): void {
    const at = (records >>> 2) + 2 * index;
    const [address, length] = this.memory.u32.subarray(at, at + 2);
    out.bad.push({
      record: out.first + index,
      offset: out.base === null ? 0 : address - out.base,
      bytes: this.memory.u8.slice(address, address + length),
      reason,
    });
  }

  private takeBatch(rows: number): Batch {
    const columns = this.plan.columns.map(node => this.takeVector(node, rows));
    return new Batch(this.memory, {schema: this.schema, length: rows, columns});
  }

  private takeVector(node: JsonNode, length: number): Vector {
    if (this.plan.isUnread(node)) return this.nulls(node.type, length);
    const {values, offsets, validity, used} = this.plan.takeBuffers(node);
    const childLength = node.type.kind === 'array' ? used : length;
    const children = node.children.map(child => this.takeVector(child, childLength));
    return {type: node.type, length, values, offsets, validity, children};
  }

  /** A column of nulls that costs nothing. */
  private nulls(type: SqlType, length: number): Vector {
    if (this.zeros === 0) this.zeros = this.memory.allocZeroed(MAX_BATCH_ROWS * WIDEST_LANE);
    const share = (needed: boolean): Address => {
      if (!needed) return ABSENT;
      this.memory.retain(this.zeros);
      return this.zeros;
    };
    const physical = physicalOf(type);
    const nested = physical === Physical.list || physical === Physical.struct;
    const variable = physical === Physical.bytes || physical === Physical.decimal;
    return {
      type,
      length,
      values: share(!nested),
      offsets: share(variable || physical === Physical.list),
      validity: share(true),
      children:
        physical === Physical.list
          ? [this.nulls(type.element!, 0)]
          : (type.fields ?? []).map(field => this.nulls(field.type, length)),
    };
  }
}

type Output = {
  readonly batches: Batch[];
  readonly bad: BadRecord[];
  /** Ordinal of the first record. */
  readonly first: number;
  /** Where offsets count from; null in a record list. */
  readonly base: number | null;
};

/** Values of the record at hand that the kernel asked for, in memory for when it decodes the record again. */
class Answers {
  private readonly memory: Memory;
  private readonly plan: JsonPlan;
  private record = -1;
  private vectors: Vector[] = [];
  private starts: number[] = [];
  private entries = 0 as Address;

  constructor(memory: Memory, plan: JsonPlan) {
    this.memory = memory;
    this.plan = plan;
  }

  /** Answers the question at hand; null, or why the value is none. */
  add(record: number): string | null {
    if (record !== this.record) this.clear();
    this.record = record;
    const {node, start, end} = this.plan.question;
    try {
      const datum = jsonDatum(node.type, this.memory.text(start, end - start));
      this.vectors.push(vectorFromDatums(this.memory, node.type, [datum]));
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      return `column "${node.path}": ${error.message}`;
    }
    this.starts.push(start);
    this.publish();
    return null;
  }

  private publish(): void {
    if (this.entries !== 0) this.memory.release(this.entries);
    this.entries = this.memory.alloc(this.vectors.length * 12);
    const words = this.memory.u32;
    this.vectors.forEach(({values, offsets}, i) => {
      const bytes = offsets === 0 ? 0 : words[(offsets >>> 2) + 1];
      words.set([this.starts[i], values, bytes], (this.entries >>> 2) + 3 * i);
    });
    this.plan.setAnswers(this.entries, this.vectors.length);
  }

  private clear(): void {
    for (const vector of this.vectors) releaseVector(this.memory, vector);
    if (this.entries !== 0) this.memory.release(this.entries);
    this.vectors = [];
    this.starts = [];
    this.entries = 0 as Address;
    this.plan.setAnswers(this.entries, 0);
  }

  free(): void {
    this.clear();
  }
}

function reasonOf({code, offset, node}: JsonError): string {
  switch (code) {
    case Failure.truncated:
      return `invalid JSON: unexpected end of record at byte ${offset}`;
    case Failure.badUtf8:
      return `invalid UTF-8 in the string at byte ${offset}`;
    case Failure.badEscape:
      return `invalid JSON: invalid escape sequence at byte ${offset}`;
    case Failure.nulCharacter:
      return `\\u0000 cannot be converted to text at byte ${offset}`;
    case Failure.tooDeep:
      return `invalid JSON: nested too deeply at byte ${offset}`;
    case Failure.tooLarge:
      return `column "${node?.path}": value too large at byte ${offset}`;
    case Failure.notObject:
      return node ? `column "${node.path}": expected JSON object` : 'expected JSON object';
    case Failure.notArray:
      return `column "${node?.path}": expected JSON array`;
    default:
      return `invalid JSON at byte ${offset}`;
  }
}
