import type {Batch} from '../columnar/batch.ts';
import type {Vector} from '../columnar/vector.ts';
import type {Address} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';
import type {Arrangement} from './arrangement/arrangement.ts';
import type {ArrangementReader, Pairs, Side} from './arrangement/reader.ts';
import type {CircuitObject} from './circuit-object.ts';

/** An object's rows by an index on some of its columns, whichever arrangement holds them: a table's may be replaced. */
export class CurrentIndex implements ArrangementReader {
  readonly keys: readonly number[];
  private readonly object: CircuitObject;
  private arrangement: Arrangement | null = null;
  private index: ArrangementReader | null = null;

  constructor(object: CircuitObject, keys: readonly number[]) {
    this.object = object;
    this.keys = keys;
  }

  get schema(): Schema {
    return this.reader.schema;
  }

  get rows(): number {
    return this.reader.rows;
  }

  get bytes(): number {
    return this.reader.bytes;
  }

  probe(side: Side, batch: Batch, columns: readonly number[], nullSafe?: readonly boolean[]): Iterable<Pairs> {
    return this.reader.probe(side, batch, columns, nullSafe);
  }

  gather(columns: readonly number[], storeRows: Address, count: number): Vector[] {
    return this.reader.gather(columns, storeRows, count);
  }

  scan(side: Side): Iterable<Batch> {
    return this.reader.scan(side);
  }

  private get reader(): ArrangementReader {
    const {arrangement} = this.object;
    if (this.arrangement !== arrangement || !this.index) {
      this.arrangement = arrangement;
      this.index = arrangement!.index(this.keys);
    }
    return this.index;
  }
}
