import {notSupported} from '../../types/sql-error.ts';
import {BIGINT, BYTEA, INTEGER, OID, type SqlType, TEXT, VOID} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// Large objects: the session calls these before the query is run (session/large-objects). Where it cannot, within the rows of a
// table, they are refused.

function called(name: string, args: readonly SqlType[], returns: SqlType, says: string): FunctionRow {
  const refuse = (): never => {
    throw notSupported(`${name}() over the rows of a table`);
  };
  return func(name, args, returns, says, refuse, {volatility: 'volatile'});
}

export const largeObjectRows: readonly FunctionRow[] = [
  called('lo_creat', [INTEGER], OID, 'makes a large object'),
  called('lo_create', [OID], OID, 'makes a large object'),
  called('lo_from_bytea', [OID, BYTEA], OID, 'makes a large object of bytes'),
  called('lo_get', [OID], BYTEA, 'what a large object holds'),
  called('lo_get', [OID, BIGINT, INTEGER], BYTEA, 'a part of a large object'),
  called('lo_put', [OID, BIGINT, BYTEA], VOID, 'writes into a large object'),
  called('lo_open', [OID, INTEGER], INTEGER, 'opens a large object'),
  called('loread', [INTEGER, INTEGER], BYTEA, 'reads from an open large object'),
  called('lowrite', [INTEGER, BYTEA], INTEGER, 'writes into an open large object'),
  called('lo_lseek', [INTEGER, INTEGER, INTEGER], INTEGER, 'goes to a place in an open large object'),
  called('lo_lseek64', [INTEGER, BIGINT, INTEGER], BIGINT, 'goes to a place in an open large object'),
  called('lo_tell', [INTEGER], INTEGER, 'the place in an open large object'),
  called('lo_tell64', [INTEGER], BIGINT, 'the place in an open large object'),
  called('lo_truncate', [INTEGER, INTEGER], INTEGER, 'cuts an open large object'),
  called('lo_truncate64', [INTEGER, BIGINT], INTEGER, 'cuts an open large object'),
  called('lo_close', [INTEGER], INTEGER, 'closes a large object'),
  called('lo_unlink', [OID], INTEGER, 'drops a large object'),
  called('lo_import', [TEXT], OID, 'refused: files of the server'),
  called('lo_import', [TEXT, OID], OID, 'refused: files of the server'),
  called('lo_export', [OID, TEXT], INTEGER, 'refused: files of the server'),
];
