import type {Datum} from '../../types/datum.ts';
import {parseSnapshot} from '../../types/io/snapshot.ts';
import {BIGINT, BOOLEAN, type SqlType, TEXT} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

const XID8: SqlType = {kind: 'xid8'};
const PG_SNAPSHOT: SqlType = {kind: 'pg_snapshot'};
const TXID_SNAPSHOT: SqlType = {kind: 'txid_snapshot'};

/** Both generations of functions about transactions and what they see: by xid8, and by bigint. */
export const snapshotRows: readonly FunctionRow[] = [
  ...family('pg_', XID8, PG_SNAPSHOT, ['pg_visible_in_snapshot', 'pg_xact_status']),
  ...family('txid_', BIGINT, TXID_SNAPSHOT, ['txid_visible_in_snapshot', 'txid_status']),
];

function family(
  prefix: string,
  number: SqlType,
  snapshot: SqlType,
  [visible, status]: readonly string[],
): FunctionRow[] {
  const edges = prefix === 'pg_' ? 'pg_snapshot_' : 'txid_snapshot_';
  return [
    asked(`${prefix}current_snapshot`, [], snapshot, 'the transactions that have ended'),
    asked(status, [number], TEXT, 'what became of a transaction'),
    func(`${edges}xmin`, [snapshot], number, 'the first transaction that was running', ([text]: readonly [string]) => {
      return parseSnapshot(text).xmin;
    }),
    func(`${edges}xmax`, [snapshot], number, 'the first that had not begun', ([text]: readonly [string]) => {
      return parseSnapshot(text).xmax;
    }),
    func(
      visible,
      [number, snapshot],
      BOOLEAN,
      'whether a transaction had ended by then',
      ([wanted, text]: readonly [bigint, string]) => {
        const {xmin, xmax, running} = parseSnapshot(text);
        return wanted < xmin || (wanted < xmax && !running.includes(wanted));
      },
    ),
  ];
}

function asked(name: string, args: readonly SqlType[], returns: SqlType, says: string): FunctionRow {
  const row = (given: readonly Datum[], {system}: CallContext): Datum => {
    if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
    return system(name, given);
  };
  return func(name, args, returns, says, row, {volatility: name.endsWith('status') ? 'volatile' : 'stable'});
}
