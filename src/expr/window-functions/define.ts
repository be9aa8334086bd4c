import type {SqlType} from '../../types/sql-type.ts';
import {ownOid} from '../define.ts';
import type {ParameterType} from '../function-row.ts';
import {postgresOids} from '../postgres-oids.ts';
import {signatureOf} from '../short-names.ts';
import type {WindowFunctionRow} from '../window-functions.ts';

export function windowFunction(
  name: string,
  args: readonly ParameterType[],
  rest: {
    readonly returns: SqlType | WindowFunctionRow['returns'];
    readonly reads: WindowFunctionRow['reads'];
    readonly description: string;
    readonly start: WindowFunctionRow['start'];
  },
): WindowFunctionRow {
  const signature = signatureOf(name, args);
  const {returns} = rest;
  return {
    ...rest,
    oid: postgresOids[signature] ?? ownOid(signature),
    name,
    args,
    signature,
    returns: typeof returns === 'function' ? returns : () => returns,
  };
}
