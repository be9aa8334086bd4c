import type {Vector} from '../../columnar/vector.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import {repeated} from './repeated.ts';

/** A compiled expression: makes one vector for the lanes of a frame. */
export type Node = {
  /** Type of the vector; its layout may be better than the expression's own type asked for (see compile.ts). */
  readonly type: SqlType;
  /** Only a row function, or a kernel that flags lanes, may raise. */
  readonly mayRaise: boolean;
  /** Costs a call into JavaScript a lane: worth leaving out lanes that do not count. */
  readonly heavy: boolean;
  /** The value, where it is known before any batch. */
  readonly constant?: {readonly value: Datum};
  /** The result is on the frame's stack, everything else that was put there is gone. */
  run(frame: Frame, lanes: Lanes): Vector;
};

export class ColumnNode implements Node {
  readonly type: SqlType;
  readonly mayRaise = false;
  readonly heavy = false;
  private readonly index: number;

  constructor(index: number, type: SqlType) {
    this.index = index;
    this.type = type;
  }

  run(frame: Frame): Vector {
    return frame.keep(retainVector(frame.memory, frame.columns[this.index]));
  }
}

export class ConstantNode implements Node {
  readonly type: SqlType;
  readonly mayRaise = false;
  readonly heavy = false;
  readonly constant: {readonly value: Datum};

  constructor(value: Datum, type: SqlType) {
    this.type = type;
    this.constant = {value};
  }

  run(frame: Frame): Vector {
    return frame.keep(repeated(frame.memory, this.type, this.constant.value, frame.length));
  }
}

/** The same buffers under another type of the same layout. */
export class RelabelNode implements Node {
  readonly type: SqlType;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly arg: Node;

  constructor(arg: Node, type: SqlType) {
    this.arg = arg;
    this.type = type;
    this.mayRaise = arg.mayRaise;
    this.heavy = arg.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const vector = this.arg.run(frame, lanes);
    frame.keep({...retainVector(frame.memory, vector), type: this.type});
    return frame.settle(mark);
  }
}

/** An integer cast to numeric, which remembers the integer. */
export class WidenedNode implements Node {
  readonly type: SqlType;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  readonly integer: Node;
  private readonly cast: Node;

  constructor(cast: Node, integer: Node) {
    this.cast = cast;
    this.integer = integer;
    this.type = cast.type;
    this.mayRaise = cast.mayRaise;
    this.heavy = cast.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    return this.cast.run(frame, lanes);
  }
}
