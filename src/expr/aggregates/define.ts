import {ownOid} from '../define.ts';
import type {ParameterType} from '../function-row.ts';
import {postgresOids} from '../postgres-oids.ts';
import {signatureOf} from '../short-names.ts';
import type {AggregateRow} from './aggregate-row.ts';

export function aggregate(
  name: string,
  args: readonly ParameterType[],
  rest: Pick<AggregateRow, 'description' | 'returns' | 'accumulators' | 'finish'>,
): AggregateRow {
  const signature = signatureOf(name, args);
  return {oid: postgresOids[signature] ?? ownOid(signature), name, signature, args, ...rest};
}
