import type {Datum} from '../../types/datum.ts';
import type {Expr} from '../expr.ts';
import type {FrameBound, WindowFrame} from '../window-call.ts';

/** A partition in order, for the definition of window calls. */
type OrderedRows = {
  readonly rows: number;
  readonly arg: (argument: number, row: number) => Datum;
  readonly peers: (a: number, b: number) => boolean;
  /** The value of the one sort key of RANGE with offsets; a number or null. */
  readonly key: (row: number) => Datum;
  readonly descending: boolean;
  /** The aggregate over these rows. */
  readonly aggregate: (rows: readonly number[]) => Datum;
};

type Call = {readonly kind: 'window' | 'aggregate'; readonly signature: string; readonly frame: WindowFrame};

/** What a window call gives for each row of a partition: its definition written out, for tests. */
export function evaluateWindow({kind, signature, frame}: Call, partition: OrderedRows): Datum[] {
  const all = Array.from({length: partition.rows}, (_, i) => i);
  const frameOf = (row: number) => all.filter(other => isInFrame(frame, partition, row, other));
  if (kind === 'aggregate') return all.map(row => partition.aggregate(frameOf(row)));
  const name = signature.slice(0, signature.indexOf('('));
  const {arg, peers} = partition;
  return all.map((row): Datum => {
    const before = all.filter(other => other < row && !peers(other, row));
    switch (name) {
      case 'row_number':
        return BigInt(row + 1);
      case 'rank':
        return BigInt(before.length + 1);
      case 'dense_rank':
        return BigInt(groupOf(partition, row) + 1);
      case 'percent_rank':
        return all.length > 1 ? before.length / (all.length - 1) : 0;
      case 'cume_dist':
        return all.filter(other => other <= row || peers(other, row)).length / all.length;
      case 'lag':
      case 'lead': {
        const offset = arg(1, row) ?? 1;
        const at = name === 'lag' ? row - Number(offset) : row + Number(offset);
        return all.includes(at) ? arg(0, at) : null;
      }
      case 'first_value':
      case 'last_value': {
        const at = frameOf(row).at(name === 'first_value' ? 0 : -1);
        return at === undefined ? null : arg(0, at);
      }
      case 'nth_value': {
        const at = frameOf(row).at(Number(arg(1, row)) - 1);
        return at === undefined ? null : arg(0, at);
      }
      default:
        throw new Error(`no definition of ${name}`);
    }
  });
}

function groupOf({peers}: OrderedRows, row: number): number {
  let group = 0;
  for (let i = 1; i <= row; i++) if (!peers(i - 1, i)) group++;
  return group;
}

function isInFrame(frame: WindowFrame, partition: OrderedRows, row: number, other: number): boolean {
  const distance = distanceOf(frame.unit, partition, row, other);
  if (!distance(frame.start, 1) || !distance(frame.end, -1)) return false;
  const peer = partition.peers(row, other);
  if (frame.exclude === 'none') return true;
  if (frame.exclude === 'currentRow') return row !== other;
  return frame.exclude === 'group' ? !peer : !peer || row === other;
}

/** Whether `other` is on the right side (1: not before, -1: not behind) of a bound of the row's frame. */
function distanceOf(
  unit: WindowFrame['unit'],
  partition: OrderedRows,
  row: number,
  other: number,
): (bound: FrameBound, side: 1 | -1) => boolean {
  const {peers, key, descending} = partition;
  const order = (): number => {
    if (unit === 'rows') return other - row;
    if (unit === 'groups') return groupOf(partition, other) - groupOf(partition, row);
    return peers(row, other) ? 0 : other - row;
  };
  return (bound, side) => {
    switch (bound.type) {
      case 'unboundedPreceding':
      case 'unboundedFollowing':
        return true;
      case 'currentRow':
        return side * order() >= 0;
      default: {
        const by = (bound.type === 'preceding' ? -1 : 1) * Number((bound.offset as Expr & {op: 'literal'}).value);
        if (unit !== 'range') return side * (order() - by) >= 0;
        const [a, b] = [key(row), key(other)];
        // NULLs are as near to each other as can be, and infinitely far from all else, on their side.
        if (a === null || b === null) return a === b || side * (other - row) > 0;
        return side * ((descending ? Number(a) - Number(b) : Number(b) - Number(a)) - by) >= 0;
      }
    }
  };
}
