import {Batch} from '../columnar/batch.ts';
import {filterBatch} from '../columnar/batch-rows.ts';
import {vectorFromDatums} from '../columnar/builder.ts';
import {batchRows, datumReader} from '../columnar/datum-access.ts';
import {releaseVector, retainVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import {datumOrder} from '../expr/datum-order.ts';
import type {Memory} from '../kernels/memory.ts';
import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import type {AccumulatorSlot} from './aggregate-results.ts';
import {Arrangement} from './arrangement/arrangement.ts';
import type {Side} from './arrangement/reader.ts';

type Counted = {readonly value: Datum; readonly weight: bigint};

/**
 * All values of each group, as an array in the order of their type, NULLs last: what array_agg gives. Rows (keys,
 * value) with their weights; a group's array is made anew when the group is touched, by rows, since lists are short
 * where people ask for them.
 */
export class Collected {
  readonly rows: Arrangement;
  private readonly memory: Memory;
  private readonly schema: Schema;
  private readonly columns: readonly number[];
  private readonly slot: AccumulatorSlot;

  constructor(memory: Memory, input: Schema, keys: readonly number[], slot: AccumulatorSlot) {
    this.memory = memory;
    this.slot = slot;
    this.columns = [...keys, slot.arguments[0]];
    this.schema = this.columns.map(index => input[index]);
    this.rows = new Arrangement(
      memory,
      this.schema,
      keys.map((_, i) => i),
    );
  }

  update(delta: Batch): void {
    const {filter} = this.slot;
    const counting = filter === null ? delta.retain() : filterBatch(delta, delta.columns[filter]);
    const rows = counting.pick(this.schema, this.columns);
    counting.release();
    this.rows.append(rows);
    rows.release();
  }

  /** An array for each of `count` groups, NULL for one without values. */
  values(side: Side, keys: readonly Vector[], count: number): Vector {
    const groups: Counted[][] = Array.from({length: count}, () => []);
    if (keys.length === 0) this.collectAll(side, groups[0]);
    else this.collect(side, keys, count, groups);
    return vectorFromDatums(
      this.memory,
      this.slot.type,
      groups.map(values => this.arrayOf(values)),
    );
  }

  private collectAll(side: Side, into: Counted[]): void {
    for (const batch of this.rows.scan(side)) {
      for (const {row, weight} of batchRows(batch)) into.push({value: row[0], weight});
      batch.release();
    }
  }

  private collect(side: Side, keys: readonly Vector[], count: number, groups: readonly Counted[][]): void {
    const {memory} = this;
    const width = keys.length;
    const probing = new Batch(memory, {
      schema: this.schema.slice(0, width),
      length: count,
      columns: keys.map(key => retainVector(memory, key)),
    });
    const columns = keys.map((_, i) => i);
    const nullSafe = keys.map(() => true);
    for (const pairs of this.rows.probe(side, probing, columns, nullSafe)) {
      const [values] = this.rows.gather([width], pairs.storeRows, pairs.count);
      const read = datumReader(memory, values);
      for (let i = 0; i < pairs.count; i++) {
        const group = memory.u32[(pairs.probeRows >>> 2) + i];
        groups[group].push({value: read(i), weight: memory.i64[(pairs.weights >>> 3) + i]});
      }
      releaseVector(memory, values);
    }
    probing.release();
  }

  private arrayOf(values: readonly Counted[]): Datum {
    const order = datumOrder(this.slot.type.element!);
    const sorted = values
      .filter(({weight}) => weight > 0n)
      .sort(({value: a}, {value: b}) =>
        a === null || b === null ? Number(a === null) - Number(b === null) : order(a, b),
      );
    const array: Datum[] = [];
    for (const [i, {value, weight}] of sorted.entries()) {
      const repeated = i > 0 && sameValue(sorted[i - 1].value, value, order);
      const times = this.slot.distinct ? (repeated ? 0 : 1) : Number(weight);
      for (let n = 0; n < times; n++) array.push(value);
    }
    return array.length === 0 ? null : array;
  }
}

function sameValue(a: Datum, b: Datum, order: (a: Datum, b: Datum) => number): boolean {
  return a === null || b === null ? a === b : order(a, b) === 0;
}
