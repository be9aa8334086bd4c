import {Batch} from '../../columnar/batch.ts';
import {takeBatch} from '../../columnar/batch-rows.ts';
import type {Schema} from '../../types/schema.ts';
import {Arrangement} from '../arrangement/arrangement.ts';
import type {Pairs} from '../arrangement/reader.ts';
import {KeyPresence} from '../key-presence.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Output} from '../operator.ts';
import {JoinSide} from './join-side.ts';
import {KeyedJoinOperator, type KeyedJoinOptions, RowMarks} from './keyed-join.ts';

/**
 * semi: O = L ⋉ R, the left rows whose key is in R; anti: O = L ▷ R, those whose key is not. A NULL key is never in R.
 * ΔO = ±(z⁻¹L ⋈ keys that came in or went from R) + (ΔL ⋉ R or ΔL ▷ R).
 * State: L by key (shared where it is an object's), the number of R's rows for each key, and the set of R's keys by key.
 */
export class SemiJoinOperator extends KeyedJoinOperator {
  readonly name: string;
  private readonly anti: boolean;
  private readonly leftSide: JoinSide;
  private readonly presence: KeyPresence;
  /** R's keys, each with weight 1. */
  private readonly present: Arrangement;
  private readonly nullSafe: readonly boolean[];

  constructor(
    kind: 'semi' | 'anti',
    schema: Schema,
    {left, right, nullSafe}: KeyedJoinOptions,
    context: OperatorContext,
  ) {
    super(schema, context);
    this.name = `hash ${kind} join`;
    this.anti = kind === 'anti';
    this.leftSide = new JoinSide(context.memory, left, {live: context.restored, appendOnly: left.monotonic});
    this.presence = new KeyPresence(context.memory, right.schema, right.keys);
    this.present = new Arrangement(
      context.memory,
      this.presence.schema,
      right.keys.map((_, i) => i),
    );
    this.nullSafe = nullSafe;
  }

  get stateBytes(): number {
    return this.leftSide.bytes + this.presence.bytes + this.present.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [...this.leftSide.state, ...this.presence.state, this.present];
  }

  protected *work(out: Output): Generator<void> {
    const {leftSide, presence, present} = this;
    for (const delta of this.right) presence.update(delta);
    for (const flips of presence.flips()) {
      present.append(flips);
      for (const pairs of leftSide.reader.probe('before', flips, present.keys, this.nullSafe)) {
        this.emitFlipped(pairs, out);
        yield;
      }
      flips.release();
    }
    for (const delta of this.left) {
      if (this.anti) this.emitUnmatched(delta, out);
      else yield* this.emitMatched(delta, out);
      yield;
    }
    for (const delta of this.left) leftSide.append(delta);
    while (leftSide.prepareEnd() === 'more') yield;
    leftSide.endTick();
    presence.endTick();
    present.endTick();
  }

  /** Left rows whose key came (weight +) or went (−); the other way round for anti. */
  private emitFlipped(pairs: Pairs, out: Output): void {
    const {memory, leftSide} = this;
    let {weights} = pairs;
    if (this.anti) {
      weights = memory.alloc(pairs.count * 8);
      memory.kernels.weights_negate(pairs.weights, weights, pairs.count);
    } else {
      memory.retain(weights);
    }
    const columns = leftSide.reader.gather(
      this.schema.map((_, i) => i),
      pairs.storeRows,
      pairs.count,
    );
    this.output.add(new Batch(memory, {schema: this.schema, length: pairs.count, columns, weights}), out);
  }

  private *emitMatched(delta: Batch, out: Output): Generator<void> {
    // A key stands in `present` once: at most one pair a row.
    for (const pairs of this.present.probe('after', delta, this.leftSide.input.keys, this.nullSafe)) {
      this.output.add(takeBatch(delta, pairs.probeRows, pairs.count), out);
      yield;
    }
  }

  private emitUnmatched(delta: Batch, out: Output): void {
    const matched = new RowMarks(delta);
    for (const pairs of this.present.probe('after', delta, this.leftSide.input.keys, this.nullSafe)) {
      matched.add(pairs.probeRows, pairs.count);
    }
    const rest = matched.unmarked();
    if (!rest) return;
    this.output.add(takeBatch(delta, rest.rows, rest.count), out);
    this.memory.release(rest.rows);
  }

  goLive(): void {
    this.leftSide.goLive();
  }

  override close(): void {
    super.close();
    this.leftSide.close();
    this.presence.close();
    this.present.close();
  }
}
