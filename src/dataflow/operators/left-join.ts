import {Batch} from '../../columnar/batch.ts';
import {takeBatch} from '../../columnar/batch-rows.ts';
import {nullVector, takeVector} from '../../columnar/take.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Schema} from '../../types/schema.ts';
import type {Pairs} from '../arrangement/reader.ts';
import {KeyPresence} from '../key-presence.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Output} from '../operator.ts';
import {JoinSide} from './join-side.ts';
import {KeyedJoinOperator, type KeyedJoinOptions, RowMarks} from './keyed-join.ts';

/**
 * O = L ⋈ R + (L ▷ R) × {NULLs} on equal keys. With z⁻¹ for the state before the tick:
 * ΔO = z⁻¹L ⋈ ΔR − (z⁻¹L ⋉ keys that came in R) × {NULLs} + (z⁻¹L ⋉ keys that went from R) × {NULLs} + ΔL ⟕ R.
 * State: L and R by key (each shared where it is an object's), and the number of R's rows for each key.
 */
export class LeftJoinOperator extends KeyedJoinOperator {
  readonly name = 'hash left join';
  private readonly leftSide: JoinSide;
  private readonly rightSide: JoinSide;
  private readonly presence: KeyPresence;
  private readonly nullSafe: readonly boolean[];

  constructor(schema: Schema, {left, right, nullSafe}: KeyedJoinOptions, context: OperatorContext) {
    super(schema, context);
    const live = context.restored;
    this.leftSide = new JoinSide(context.memory, left, {live, appendOnly: left.monotonic});
    this.rightSide = new JoinSide(context.memory, right, {live, appendOnly: right.monotonic});
    this.presence = new KeyPresence(context.memory, right.schema, right.keys);
    this.nullSafe = nullSafe;
  }

  get stateBytes(): number {
    return this.leftSide.bytes + this.rightSide.bytes + this.presence.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [...this.leftSide.state, ...this.rightSide.state, ...this.presence.state];
  }

  protected *work(out: Output): Generator<void> {
    const {leftSide, rightSide, presence} = this;
    for (const delta of this.right) {
      rightSide.append(delta);
      presence.update(delta);
    }
    const rightKeys = rightSide.input.keys;
    for (const delta of this.right) {
      for (const pairs of leftSide.reader.probe('before', delta, rightKeys, this.nullSafe)) {
        this.emit(this.gatherAll(leftSide, pairs), this.takeAll(delta, pairs), pairs, out);
        yield;
      }
    }
    const flipKeys = rightKeys.map((_, i) => i);
    for (const flips of presence.flips()) {
      for (const pairs of leftSide.reader.probe('before', flips, flipKeys, this.nullSafe)) {
        this.emitWithoutMatch(pairs, out);
        yield;
      }
      flips.release();
    }
    for (const delta of this.left) yield* this.joinLeft(delta, out);
    for (const delta of this.left) leftSide.append(delta);
    for (const side of [leftSide, rightSide]) while (side.prepareEnd() === 'more') yield;
    leftSide.endTick();
    rightSide.endTick();
    presence.endTick();
  }

  /** ΔL ⟕ R, R as it is after the tick. */
  private *joinLeft(delta: Batch, out: Output): Generator<void> {
    const {memory, rightSide} = this;
    const matched = new RowMarks(delta);
    for (const pairs of rightSide.reader.probe('after', delta, this.leftSide.input.keys, this.nullSafe)) {
      matched.add(pairs.probeRows, pairs.count);
      this.emit(this.takeAll(delta, pairs), this.gatherAll(rightSide, pairs), pairs, out);
      yield;
    }
    const rest = matched.unmarked();
    if (!rest) return;
    const rows = takeBatch(delta, rest.rows, rest.count);
    memory.release(rest.rows);
    const nulls = rightSide.input.schema.map(column => nullVector(memory, column.type, rest.count));
    const columns = [...rows.columns.map(column => retainVector(memory, column)), ...nulls];
    this.output.add(rows.withColumns(this.schema, columns), out);
    rows.release();
    yield;
  }

  /** Left rows whose key flipped: −weight × NULLs where R's rows came, + where they went. */
  private emitWithoutMatch(pairs: Pairs, out: Output): void {
    const {memory} = this;
    const weights = memory.alloc(pairs.count * 8);
    memory.kernels.weights_negate(pairs.weights, weights, pairs.count);
    const nulls = this.rightSide.input.schema.map(column => nullVector(memory, column.type, pairs.count));
    const columns = [...this.gatherAll(this.leftSide, pairs), ...nulls];
    this.output.add(new Batch(memory, {schema: this.schema, length: pairs.count, columns, weights}), out);
  }

  private emit(left: readonly Vector[], right: readonly Vector[], pairs: Pairs, out: Output): void {
    this.memory.retain(pairs.weights);
    this.output.add(
      new Batch(this.memory, {
        schema: this.schema,
        length: pairs.count,
        columns: [...left, ...right],
        weights: pairs.weights,
      }),
      out,
    );
  }

  private takeAll(delta: Batch, pairs: Pairs): Vector[] {
    return delta.columns.map(column => takeVector(this.memory, column, pairs.probeRows, pairs.count));
  }

  private gatherAll({reader, columns}: JoinSide, pairs: Pairs): Vector[] {
    return reader.gather(columns, pairs.storeRows, pairs.count);
  }

  goLive(): void {
    this.leftSide.goLive();
    this.rightSide.goLive();
  }

  override close(): void {
    super.close();
    this.leftSide.close();
    this.rightSide.close();
    this.presence.close();
  }
}
