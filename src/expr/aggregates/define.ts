import {ownOid} from '../define.ts';
import type {ParameterType} from '../function-row.ts';
import {postgresOids} from '../postgres-oids.ts';
import {signatureOf} from '../short-names.ts';
import type {AccumulatedAggregate, FoldedAggregate} from './aggregate-row.ts';

type Rest<Row> = Omit<Row, 'oid' | 'name' | 'signature' | 'args'>;

export function aggregate(
  name: string,
  args: readonly ParameterType[],
  rest: Rest<AccumulatedAggregate>,
): AccumulatedAggregate {
  return {...identity(name, args), ...rest};
}

/** An aggregate that is computed from its values in order. */
export function folded(name: string, args: readonly ParameterType[], rest: Rest<FoldedAggregate>): FoldedAggregate {
  return {...identity(name, args), ...rest};
}

function identity(name: string, args: readonly ParameterType[]) {
  const signature = signatureOf(name, args);
  return {oid: postgresOids[signature] ?? ownOid(signature), name, signature, args};
}
