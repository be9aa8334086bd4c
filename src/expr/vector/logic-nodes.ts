import type {Vector} from '../../columnar/vector.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Address} from '../../kernels/memory.ts';
import {BOOLEAN, type SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import type {Node} from './node.ts';

const NONE = 0 as Address;

/**
 * AND or OR, left to right, three-valued. An argument that may raise, or costs JavaScript, is evaluated only for the
 * lanes that its predecessors leave undecided.
 */
export class LogicNode implements Node {
  readonly type = BOOLEAN;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly args: readonly Node[];
  private readonly any: boolean;

  constructor(op: 'and' | 'or', args: readonly Node[]) {
    this.any = op === 'or';
    this.args = args;
    this.mayRaise = args.some(arg => arg.mayRaise);
    this.heavy = args.some(arg => arg.heavy);
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    let sofar = this.args[0].run(frame, lanes);
    let open = lanes;
    for (let i = 1; i < this.args.length; i++) {
      const arg = this.args[i];
      open = open.undecided(frame.memory, sofar, this.any);
      if ((arg.mayRaise || arg.heavy) && open.isEmpty()) continue;
      sofar = this.combine(frame, sofar, arg.run(frame, open));
    }
    return frame.settle(mark);
  }

  private combine(frame: Frame, a: Vector, b: Vector): Vector {
    const {memory, length} = frame;
    const nullable = a.validity !== 0 || b.validity !== 0;
    const validity = nullable ? memory.alloc((length + 7) >>> 3) : NONE;
    const out = frame.fixed(BOOLEAN, validity);
    memory.kernels.bool_logic(
      a.values,
      a.validity,
      b.values,
      b.validity,
      out.values,
      validity,
      length,
      this.any ? 1 : 0,
    );
    return out;
  }
}

export class NotNode implements Node {
  readonly type = BOOLEAN;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly arg: Node;

  constructor(arg: Node) {
    this.arg = arg;
    this.mayRaise = arg.mayRaise;
    this.heavy = arg.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const a = this.arg.run(frame, lanes);
    const out = frame.fixed(BOOLEAN, frame.bothValid(a, null));
    frame.memory.kernels.bool_not(a.values, out.values, frame.length, 0);
    return frame.settle(mark);
  }
}

/** IS [NOT] NULL of anything but a composite. */
export class NullTestNode implements Node {
  readonly type = BOOLEAN;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly arg: Node;
  private readonly negated: boolean;

  constructor(arg: Node, negated: boolean) {
    this.arg = arg;
    this.negated = negated;
    this.mayRaise = arg.mayRaise;
    this.heavy = arg.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const a = this.arg.run(frame, lanes);
    const out = frame.fixed(BOOLEAN, NONE);
    frame.memory.kernels.bits_xor_byte(a.validity, out.values, frame.length, this.negated ? 0 : 0xff);
    return frame.settle(mark);
  }
}

/** IS [NOT] TRUE | FALSE | UNKNOWN. */
export class TruthTestNode implements Node {
  readonly type = BOOLEAN;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly arg: Node;
  private readonly truth: 'true' | 'false' | 'unknown';
  private readonly negated: boolean;

  constructor(arg: Node, truth: 'true' | 'false' | 'unknown', negated: boolean) {
    this.arg = arg;
    this.truth = truth;
    this.negated = negated;
    this.mayRaise = arg.mayRaise;
    this.heavy = arg.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const a = this.arg.run(frame, lanes);
    const {kernels} = frame.memory;
    const {length} = frame;
    const out = frame.fixed(BOOLEAN, NONE);
    const flip = this.negated ? 0xff : 0;
    if (this.truth === 'unknown') {
      kernels.bits_xor_byte(a.validity, out.values, length, 0xff ^ flip);
    } else {
      if (this.truth === 'true') kernels.bits_and(a.validity, a.values, out.values, length);
      else kernels.bits_and_not(a.validity, a.values, out.values, length);
      if (flip !== 0) kernels.bits_xor_byte(out.values, out.values, length, flip);
    }
    return frame.settle(mark);
  }
}

/** A vector that its owner has evaluated already, as an operand of another node. */
class GivenNode implements Node {
  readonly type: SqlType;
  readonly mayRaise = false;
  readonly heavy = false;
  given: Vector | null = null;

  constructor(type: SqlType) {
    this.type = type;
  }

  run(frame: Frame): Vector {
    return frame.keep(retainVector(frame.memory, this.given!));
  }
}

/** IS [NOT] DISTINCT FROM; `comparison` is the equality of two nodes by a kernel. */
export class DistinctNode implements Node {
  readonly type = BOOLEAN;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly sides: readonly [Node, Node];
  private readonly givens: readonly [GivenNode, GivenNode];
  private readonly comparison: Node;
  private readonly negated: boolean;

  constructor(left: Node, right: Node, comparison: (left: Node, right: Node) => Node, negated: boolean) {
    this.sides = [left, right];
    this.givens = [new GivenNode(left.type), new GivenNode(right.type)];
    this.comparison = comparison(...this.givens);
    this.negated = negated;
    this.mayRaise = left.mayRaise || right.mayRaise;
    this.heavy = left.heavy || right.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const a = (this.givens[0].given = this.sides[0].run(frame, lanes));
    const b = (this.givens[1].given = this.sides[1].run(frame, lanes));
    const same = this.comparison.run(frame, lanes);
    const out = frame.fixed(BOOLEAN, NONE);
    // The kernel gives "not distinct", or with its last argument the opposite.
    const {kernels} = frame.memory;
    kernels.bits_distinct(same.values, a.validity, b.validity, out.values, frame.length, this.negated ? 0 : 1);
    return frame.settle(mark);
  }
}
