import type {Datum} from '../../types/datum.ts';
import {ownOid} from '../define.ts';
import type {CallContext, ParameterType} from '../function-row.ts';
import {postgresOids} from '../postgres-oids.ts';
import {signatureOf} from '../short-names.ts';
import type {TableFunctionRow} from '../table-functions.ts';

type Options = Pick<TableFunctionRow, 'optional' | 'names' | 'defaults' | 'strict' | 'rowType' | 'definedByCall'>;

export function tableFunction<Args extends readonly (Datum | undefined)[]>(
  name: string,
  args: readonly ParameterType[],
  returns: TableFunctionRow['returns'],
  description: string,
  rows: (args: Args, context: CallContext) => Iterable<readonly Datum[]>,
  options: Options = {},
): TableFunctionRow {
  const signature = signatureOf(name, args);
  return {
    oid: postgresOids[signature] ?? ownOid(signature),
    name,
    args,
    signature,
    returns,
    // The binder gives every row the types that its parameters state.
    rows: rows as unknown as TableFunctionRow['rows'],
    description,
    ...options,
  };
}
