import {datumReader} from '../../columnar/datum-access.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Datum} from '../../types/datum.ts';
import {coefficientAt, type Decimal, pow10} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';
import type {Lanes} from './lanes.ts';
import type {Node} from './node.ts';
import {repeated} from './repeated.ts';

/** A row function over lanes: called for those that count, with a null result for the rest. */
export class LiftedNode implements Node {
  readonly type: SqlType;
  readonly mayRaise = true;
  readonly heavy = true;
  private readonly args: readonly Node[];
  private readonly strict: boolean;
  private readonly row: (args: readonly Datum[]) => Datum;

  constructor(args: readonly Node[], type: SqlType, strict: boolean, row: (args: readonly Datum[]) => Datum) {
    this.args = args;
    this.type = type;
    this.strict = strict;
    this.row = row;
  }

  run(frame: Frame, lanes: Lanes): Vector {
    const mark = frame.mark;
    const {strict, row: call} = this;
    const readers = this.args.map(arg => argumentReader(arg, frame, lanes));
    const results = new Array<Datum>(frame.length).fill(null);
    const checked = this.type.digits !== undefined;
    lanes.each(row => {
      const args: Datum[] = [];
      for (let i = 0; i < readers.length; i++) {
        const value = readers[i](row);
        if (value === null && strict) return;
        args.push(value);
      }
      if (frame.hasFailed(row)) return;
      try {
        const value = call(args);
        if (checked) checkLayout(value, this.type);
        results[row] = value;
      } catch (error) {
        frame.fail(row, error);
      }
    });
    frame.keep(vectorFromDatums(frame.memory, this.type, results));
    return frame.settle(mark);
  }
}

/** Reads an argument by lane; evaluates it for the lanes first, unless it is a constant. */
function argumentReader(arg: Node, frame: Frame, lanes: Lanes): (row: number) => Datum {
  if (arg.constant) {
    const {value} = arg.constant;
    return () => value;
  }
  return datumReader(frame.memory, arg.run(frame, lanes));
}

/** A value that the layout of its type cannot hold is its row's error: a numeric out of the digits. Errors: 22003. */
export function checkLayout(value: Datum, type: SqlType): void {
  if (value === null || !type.digits) return;
  const {precision, scale} = type.digits;
  const decimal = value as Decimal;
  if (decimal.special === 'NaN') return;
  if (decimal.special) {
    throw new SqlError('22003', 'numeric field overflow', {
      detail: `A field with precision ${precision}, scale ${scale} cannot hold an infinite value.`,
    });
  }
  const coefficient = coefficientAt(decimal, scale);
  if (coefficient >= pow10(precision) || coefficient <= -pow10(precision)) {
    throw new SqlError('22003', 'numeric field overflow', {
      detail: `A field with precision ${precision}, scale ${scale} cannot hold this value.`,
    });
  }
}

/** A call that is the same for all lanes of an evaluation but not for ever, as now(): computed once, then repeated. */
export class UniformNode implements Node {
  readonly type: SqlType;
  readonly mayRaise = true;
  readonly heavy = false;
  readonly compute: () => Datum;

  constructor(type: SqlType, compute: () => Datum) {
    this.type = type;
    this.compute = compute;
  }

  /** The value in a vector of one lane; null when computing it failed, and the failure is then that of each lane. */
  runOne(frame: Frame, lanes: Lanes): Vector | null {
    try {
      return frame.keep(vectorFromDatums(frame.memory, this.type, [this.compute()]));
    } catch (error) {
      lanes.each(row => frame.fail(row, error));
      return null;
    }
  }

  run(frame: Frame, lanes: Lanes): Vector {
    let value: Datum = null;
    try {
      value = this.compute();
    } catch (error) {
      lanes.each(row => frame.fail(row, error));
    }
    return frame.keep(repeated(frame.memory, this.type, value, frame.length));
  }
}
