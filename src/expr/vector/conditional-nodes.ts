import {nullVector} from '../../columnar/take.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import type {Node} from './node.ts';
import {select} from './select.ts';

/** CASE WHEN: each branch is evaluated for the lanes that take it. Branches have the node's layout. */
export class CaseNode implements Node {
  readonly type: SqlType;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly whens: readonly {readonly when: Node; readonly then: Node}[];
  private readonly otherwise: Node;

  constructor(whens: readonly {readonly when: Node; readonly then: Node}[], otherwise: Node, type: SqlType) {
    this.whens = whens;
    this.otherwise = otherwise;
    this.type = type;
    const nodes = [otherwise, ...whens.flatMap(({when, then}) => [when, then])];
    this.mayRaise = nodes.some(node => node.mayRaise);
    this.heavy = nodes.some(node => node.heavy);
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const taken: {condition: Vector; value: Vector}[] = [];
    let open = lanes;
    for (const {when, then} of this.whens) {
      if (open.isEmpty()) break;
      const condition = when.run(frame, open);
      const parts = open.split(frame.memory, condition);
      if (!parts.taken.isEmpty()) taken.push({condition, value: then.run(frame, parts.taken)});
      open = parts.rest;
    }
    let result: Vector | null = open.isEmpty() ? null : this.otherwise.run(frame, open);
    // From the last branch to the first, so that the first that holds wins.
    for (const {condition, value} of taken.reverse()) {
      result = result === null ? value : select(frame, condition, value, result, this.type);
    }
    keepLast(frame, result, this.type);
    return frame.settle(mark);
  }
}

/** Makes `result` the frame's last vector; lanes without any value are null. */
function keepLast(frame: Frame, result: Vector | null, type: SqlType): void {
  if (result === null) frame.keep(nullVector(frame.memory, type, frame.length));
  else frame.keepAgain(result);
}

/** COALESCE: each argument is evaluated for the lanes that were null so far. */
export class CoalesceNode implements Node {
  readonly type: SqlType;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly args: readonly Node[];

  constructor(args: readonly Node[], type: SqlType) {
    this.args = args;
    this.type = type;
    this.mayRaise = args.some(arg => arg.mayRaise);
    this.heavy = args.some(arg => arg.heavy);
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    let result = this.args[0].run(frame, lanes);
    let open = lanes;
    for (let i = 1; i < this.args.length; i++) {
      if (result.validity === 0) break;
      open = open.nulls(frame.memory, result);
      if (open.isEmpty()) break;
      const next = this.args[i].run(frame, open);
      result = select(frame, 'notNull', result, next, this.type);
    }
    keepLast(frame, result, this.type);
    return frame.settle(mark);
  }
}
