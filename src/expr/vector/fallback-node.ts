import type {Vector} from '../../columnar/vector.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import type {Node} from './node.ts';

class Unanswered extends Error {}

/** The row of a kernel that cannot answer its flagged lanes in the layout it writes. */
export function unanswered(): never {
  throw new Unanswered();
}

/** A kernel's node, and another that takes its place for a batch with lanes it flags. Both have one type. */
export class FallbackNode implements Node {
  readonly type: SqlType;
  readonly mayRaise = true;
  readonly heavy: boolean;
  private readonly fast: Node;
  private readonly slow: Node;

  constructor(fast: Node, slow: Node) {
    this.fast = fast;
    this.slow = slow;
    this.type = slow.type;
    this.heavy = fast.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    try {
      return this.fast.run(frame, lanes);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      frame.drop(mark);
      return this.slow.run(frame, lanes);
    }
  }
}
