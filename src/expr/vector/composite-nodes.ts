import {fieldVector} from '../../columnar/take.ts';
import type {Vector} from '../../columnar/vector.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Address} from '../../kernels/memory.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import type {Node} from './node.ts';

const NONE = 0 as Address;

/** (composite).field: the child vector, shared. */
export class FieldNode implements Node {
  readonly type: SqlType;
  readonly mayRaise: boolean;
  readonly heavy: boolean;
  private readonly arg: Node;
  private readonly index: number;

  constructor(arg: Node, index: number, type: SqlType) {
    this.arg = arg;
    this.index = index;
    this.type = type;
    this.mayRaise = arg.mayRaise;
    this.heavy = arg.heavy;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const composite = this.arg.run(frame, lanes);
    frame.keep(fieldVector(frame.memory, composite, this.index));
    return frame.settle(mark);
  }
}

/** ROW(…): the fields' vectors side by side. */
export class RowNode implements Node {
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
    const fields = this.args.map(arg => arg.run(frame, lanes));
    frame.keep({
      type: this.type,
      length: frame.length,
      values: NONE,
      offsets: NONE,
      validity: NONE,
      children: fields.map(field => retainVector(frame.memory, field)),
    });
    return frame.settle(mark);
  }
}
