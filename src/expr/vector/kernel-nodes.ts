import {vectorFromDatums} from '../../columnar/builder.ts';
import {datumReader} from '../../columnar/datum-access.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {KernelTwin} from '../kernel-twin.ts';
import type {ConstantPool} from './constant-pool.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import {checkLayout, UniformNode} from './lifted-node.ts';
import type {Node} from './node.ts';

/** Kernels take numbers and, for i64, bigints. */
type KernelFunction = (...args: (number | bigint)[]) => number;

/** A call that a kernel answers, but for flagged lanes, which `row` answers. */
type KernelPlan = {
  readonly twin: KernelTwin;
  readonly type: SqlType;
  /** The arguments the kernel takes. */
  readonly args: readonly Node[];
  /** All arguments of the function, as `row` wants them. */
  readonly rowArgs: readonly Node[];
  readonly row: (args: readonly Datum[]) => Datum;
};

export function kernelNode(plan: KernelPlan, pool: ConstantPool): Node {
  switch (plan.twin.shape) {
    case 'unary':
    case 'bytesToFixed':
    case 'bytesMap':
    case 'bytesSearch':
    case 'bytesOf':
      return new UnaryNode(plan, pool);
    default:
      return new BinaryNode(plan, pool);
  }
}

abstract class KernelNode implements Node {
  readonly type: SqlType;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  protected readonly plan: KernelPlan;
  private bound: KernelFunction | null = null;
  private boundTo: Memory | null = null;

  constructor(plan: KernelPlan) {
    this.plan = plan;
    this.type = plan.type;
    const flags = !['compare', 'bytesCompare', 'bytesSearch', 'concat', 'bytesOf'].includes(plan.twin.shape);
    this.mayRaise = flags || plan.args.some(arg => arg.mayRaise);
    this.heavy = plan.args.some(arg => arg.heavy);
  }

  abstract run(frame: Frame, lanes: Lanes): Vector;

  protected kernel(memory: Memory, name: string = this.plan.twin.export): KernelFunction {
    if (this.boundTo !== memory || this.bound === null) {
      this.bound = kernelNamed(memory, name);
      this.boundTo = memory;
    }
    return this.bound;
  }

  /**
   * Answers the flagged lanes that count and are not null. `made` is the vector with its other lanes right; the result
   * is it, patched in place, or another in its stead.
   */
  protected repair(frame: Frame, lanes: Lanes, made: Vector, args: readonly (Vector | null)[]): void {
    const rows = flaggedRows(frame, lanes, made.validity);
    frame.clearFlags();
    if (rows.length === 0) return;
    const readers = this.readers(frame, lanes, args);
    const patches = new Map<number, Datum>();
    for (const row of rows) {
      try {
        const value = this.plan.row(readers.map(read => read(row)));
        checkLayout(value, this.type);
        patches.set(row, value);
      } catch (error) {
        frame.fail(row, error);
      }
    }
    if (patches.size > 0) frame.keep(patched(frame.memory, made, patches));
    else frame.keepAgain(made);
  }

  private readers(frame: Frame, lanes: Lanes, args: readonly (Vector | null)[]): readonly ((row: number) => Datum)[] {
    const {rowArgs, args: taken} = this.plan;
    return rowArgs.map(arg => {
      if (arg.constant) {
        const {value} = arg.constant;
        return () => value;
      }
      const at = taken.indexOf(arg);
      const vector = at >= 0 ? args[at] : null;
      return datumReader(frame.memory, vector ?? arg.run(frame, lanes));
    });
  }
}

/** The kernels by name, whose signatures differ. */
function kernelNamed(memory: Memory, name: string): KernelFunction {
  const kernel = (memory.kernels as unknown as Record<string, KernelFunction | undefined>)[name];
  if (!kernel) throw new Error(`no such kernel: ${name}`);
  return kernel;
}

function flaggedRows(frame: Frame, lanes: Lanes, validity: Address): number[] {
  const {memory, flags, length} = frame;
  const bytes = memory.u8;
  const active = lanes.bits;
  const rows: number[] = [];
  for (let i = 0; i < (length + 7) >>> 3; i++) {
    let byte = bytes[flags + i];
    if (byte === 0) continue;
    if (validity !== 0) byte &= bytes[validity + i];
    if (active !== null) byte &= active[i];
    for (let row = i * 8; byte !== 0; byte >>>= 1, row++) if (byte & 1 && !frame.hasFailed(row)) rows.push(row);
  }
  return rows;
}

/** A vector with other values in some lanes, built anew. */
function patched(memory: Memory, vector: Vector, patches: ReadonlyMap<number, Datum>): Vector {
  const read = datumReader(memory, vector);
  const values = Array.from({length: vector.length}, (_, row) => {
    const patch = patches.get(row);
    return patch === undefined ? read(row) : patch;
  });
  return vectorFromDatums(memory, vector.type, values);
}

class UnaryNode extends KernelNode {
  private readonly needle: {readonly at: number; readonly bytes: number};

  constructor(plan: KernelPlan, pool: ConstantPool) {
    super(plan);
    const bytes = Buffer.from(plan.twin.needle ?? '');
    this.needle = {at: plan.twin.needle === undefined ? 0 : pool.add(bytes, 1), bytes: bytes.length};
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const {memory, length} = frame;
    const {twin} = this.plan;
    const a = this.plan.args[0].run(frame, lanes);
    const params = twin.params ?? [];
    const call = this.kernel(memory);
    switch (twin.shape) {
      case 'bytesMap':
        return this.map(frame, lanes, mark, a);
      case 'bytesOf':
        return this.write(frame, mark, a);
      case 'bytesSearch': {
        const out = frame.fixed(this.type, frame.bothValid(a, null));
        const needle = frame.constant(this.needle.at);
        call(a.values, a.offsets, needle, this.needle.bytes, out.values, length, twin.negate ? 1 : 0);
        return frame.settle(mark);
      }
      default: {
        const out = frame.fixed(this.type, frame.bothValid(a, null));
        const {flags} = frame;
        const flagged =
          twin.shape === 'unary'
            ? call(a.values, out.values, length, flags, ...params)
            : call(a.values, a.offsets, out.values, length, flags, ...params);
        if (flagged > 0) this.repair(frame, lanes, out, [a]);
        return frame.settle(mark);
      }
    }
  }

  /** Bytes to as many bytes; what the kernel does not understand goes the row's way. */
  private map(frame: Frame, lanes: Lanes, mark: number, a: Vector): Vector {
    const {memory, length} = frame;
    const bytes = memory.i32[(a.offsets >>> 2) + length];
    const values = memory.alloc(bytes);
    memory.retain(a.offsets);
    if (a.validity !== 0) memory.retain(a.validity);
    const out = frame.keep({...a, type: this.type, values});
    if (this.kernel(memory)(a.values, a.offsets, values, length) !== 0) {
      const read = datumReader(memory, a);
      const results = new Array<Datum>(length).fill(null);
      lanes.each(row => {
        const value = read(row);
        if (value !== null) results[row] = this.plan.row([value]);
      });
      frame.keep(vectorFromDatums(memory, out.type, results));
    }
    return frame.settle(mark);
  }

  private write(frame: Frame, mark: number, a: Vector): Vector {
    const {memory, length} = frame;
    const scratch = memory.alloc(this.plan.twin.room! * (length + 2));
    const offsets = memory.alloc((length + 1) * 4);
    const bytes = this.kernel(memory)(a.values, scratch, offsets, length, ...(this.plan.twin.params ?? []));
    frame.keep(trimmed(memory, this.type, length, scratch, offsets, bytes, frame.bothValid(a, null)));
    return frame.settle(mark);
  }
}

/** A vector of the bytes that a kernel wrote to a larger buffer, which is given back. */
function trimmed(
  memory: Memory,
  type: SqlType,
  length: number,
  scratch: Address,
  offsets: Address,
  bytes: number,
  validity: Address,
): Vector {
  const values = memory.alloc(bytes);
  memory.u8.copyWithin(values, scratch, scratch + bytes);
  memory.release(scratch);
  return {type, length, values, offsets, validity, children: []};
}

/** Where an operand of a binary kernel lies. */
type Operand = {readonly vector: Vector | null; readonly values: number; readonly offsets: number};

class BinaryNode extends KernelNode {
  /** Pool places of constant operands. */
  private readonly places: readonly ({readonly values: number; readonly offsets: number} | null)[];
  private readonly mode: 0 | 1 | 2;
  private readonly flip: boolean;

  constructor(plan: KernelPlan, pool: ConstantPool) {
    super(plan);
    const [a, b] = plan.args;
    const single = (node: Node): boolean => node.constant !== undefined || node instanceof UniformNode;
    this.mode = single(b) && !single(a) ? 1 : single(a) && !single(b) ? 2 : 0;
    const compares = plan.twin.shape === 'compare' || plan.twin.shape === 'bytesCompare';
    // A comparison has no mode 2: its sides change, and the order with them.
    this.flip = compares && this.mode === 2;
    this.places = plan.args.map((arg, i) => {
      const isScalar = (this.mode === 1 && i === 1) || (this.mode === 2 && i === 0);
      return isScalar && arg.constant ? pool.addDatum(arg.type, arg.constant.value) : null;
    });
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const left = this.operand(frame, lanes, 0);
    const right = left && this.operand(frame, lanes, 1);
    if (!left || !right) return this.allNull(frame, mark);
    const validity = this.validity(frame, left, right);
    if (validity === null) return this.allNull(frame, mark);
    const {twin} = this.plan;
    switch (twin.shape) {
      case 'compare':
      case 'bytesCompare':
        this.compare(frame, left, right, validity);
        break;
      case 'concat':
        this.concat(frame, left, right, validity);
        break;
      case 'decimalDivide':
        this.divide(frame, lanes, left, right, validity);
        break;
      default: {
        const out = frame.fixed(this.type, validity);
        const {flags} = frame;
        const call = this.kernel(frame.memory);
        const {params} = twin;
        const flagged = params
          ? call(this.mode, left.values, right.values, out.values, frame.length, flags, ...params)
          : call(this.mode, left.values, right.values, out.values, frame.length, flags);
        if (flagged > 0) this.repair(frame, lanes, out, [left.vector, right.vector]);
      }
    }
    return frame.settle(mark);
  }

  private isScalar(index: number): boolean {
    return (this.mode === 1 && index === 1) || (this.mode === 2 && index === 0);
  }

  /** null: a value for all lanes that failed. */
  private operand(frame: Frame, lanes: Lanes, index: number): Operand | null {
    const place = this.places[index];
    if (place) {
      return {vector: null, values: frame.constant(place.values), offsets: frame.constant(place.offsets)};
    }
    const arg = this.plan.args[index];
    const vector =
      this.isScalar(index) && arg instanceof UniformNode ? arg.runOne(frame, lanes) : arg.run(frame, lanes);
    return vector && {vector, values: vector.values, offsets: vector.offsets};
  }

  /** A new reference; null when a value for all lanes is null. */
  private validity(frame: Frame, left: Operand, right: Operand): Address | null {
    const vectors = [left.vector, right.vector].map((vector, i) => {
      if (vector === null || !this.isScalar(i)) return vector;
      return vector.validity === 0 ? null : undefined;
    });
    if (vectors.includes(undefined)) return null;
    return frame.bothValid(vectors[0]!, vectors[1]!);
  }

  private allNull(frame: Frame, mark: number): Vector {
    frame.keep(vectorFromDatums(frame.memory, this.type, new Array<Datum>(frame.length).fill(null)));
    return frame.settle(mark);
  }

  private compare(frame: Frame, left: Operand, right: Operand, validity: Address): void {
    const {twin} = this.plan;
    const out = frame.fixed(this.type, validity);
    const [a, b] = this.flip ? [right, left] : [left, right];
    const call = this.kernel(frame.memory, this.flip ? twin.flip! : twin.export);
    const mode = this.mode === 0 ? 0 : 1;
    const negate = twin.negate ? 1 : 0;
    const params = this.flip ? flippedParams(twin.params) : twin.params;
    if (twin.shape === 'bytesCompare') {
      call(mode, a.values, a.offsets, b.values, b.offsets, out.values, frame.length, negate);
    } else if (params) {
      call(mode, a.values, b.values, out.values, frame.length, negate, ...params);
    } else {
      call(mode, a.values, b.values, out.values, frame.length, negate);
    }
  }

  private concat(frame: Frame, left: Operand, right: Operand, validity: Address): void {
    const {memory, length} = frame;
    const offsets = memory.alloc((length + 1) * 4);
    const {kernels} = memory;
    const bytes = kernels.text_concat_offsets(this.mode, left.offsets, right.offsets, offsets, length) >>> 0;
    const values = memory.alloc(bytes);
    kernels.text_concat(this.mode, left.values, left.offsets, right.values, right.offsets, values, length);
    frame.keep({type: this.type, length, values, offsets, validity, children: []});
  }

  private divide(frame: Frame, lanes: Lanes, left: Operand, right: Operand, validity: Address): void {
    const {memory, length, flags} = frame;
    const scratch = memory.alloc(32 * (length + 2));
    const offsets = memory.alloc((length + 1) * 4);
    const call = this.kernel(memory);
    const params = this.plan.twin.params ?? [];
    const flagged = call(this.mode, left.values, right.values, scratch, length, flags, offsets, ...params);
    const bytes = memory.i32[(offsets >>> 2) + length];
    const out = frame.keep(trimmed(memory, this.type, length, scratch, offsets, bytes, validity));
    if (flagged > 0) this.repair(frame, lanes, out, [left.vector, right.vector]);
  }
}

/** Parameters come in pairs, one a side. */
function flippedParams(params: KernelTwin['params']): KernelTwin['params'] {
  return params && params.map((_, i) => params[i ^ 1]);
}
