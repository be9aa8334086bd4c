import {SqlError} from '../sql-error.ts';
import {type TypeIo, invalidSyntax} from './type-io.ts';

/** Which transactions had ended: all below `xmin`; of those below `xmax` all but `running`. */
type TransactionSnapshot = {readonly xmin: bigint; readonly xmax: bigint; readonly running: readonly bigint[]};

const MOST = 1n << 63n;

/** pg_snapshot and txid_snapshot: kept as they are printed, `xmin:xmax:running,…` */
export const snapshotIo: TypeIo = {
  parse: text => printSnapshot(parseSnapshot(text)),
  format: value => value as string,
  read(reader) {
    const count = reader.int32();
    const [xmin, xmax] = [reader.int64(), reader.int64()];
    const running = Array.from({length: Math.max(count, 0)}, () => reader.int64());
    if (!isValid({xmin, xmax, running})) throw new SqlError('22P03', 'invalid external pg_snapshot data');
    return printSnapshot({xmin, xmax, running});
  },
  write(writer, value) {
    const {xmin, xmax, running} = parseSnapshot(value as string);
    writer.int32(running.length);
    for (const number of [xmin, xmax, ...running]) writer.int64(number);
  },
};

/** Errors: 22P02. */
export function parseSnapshot(text: string): TransactionSnapshot {
  const match = /^(\d+):(\d+):((?:\d+(?:,\d+)*)?)$/.exec(text);
  if (!match) throw invalidSyntax('pg_snapshot', text);
  const running = match[3] === '' ? [] : match[3].split(',').map(BigInt);
  const snapshot = {xmin: BigInt(match[1]), xmax: BigInt(match[2]), running};
  if (!isValid(snapshot)) throw invalidSyntax('pg_snapshot', text);
  return {...snapshot, running: running.filter((number, i) => number !== running[i - 1])};
}

export function printSnapshot({xmin, xmax, running}: TransactionSnapshot): string {
  return `${xmin}:${xmax}:${running.join(',')}`;
}

function isValid({xmin, xmax, running}: TransactionSnapshot): boolean {
  const inOrder = running.every((number, i) => number >= (running[i - 1] ?? xmin) && number < xmax);
  return xmin > 0n && xmax >= xmin && xmax < MOST && inOrder;
}
