import type {Datum} from '../types/datum.ts';
import {arrayOf, type SqlType} from '../types/sql-type.ts';
import type {CallContext, CastContext, FunctionRow, ParameterType} from './function-row.ts';
import {postgresOids} from './postgres-oids.ts';
import {signatureOf} from './short-names.ts';

type Options = {
  readonly volatility?: FunctionRow['volatility'];
  /** false: `row` sees nulls. */
  readonly strict?: boolean;
  readonly variadic?: boolean;
  readonly optional?: number;
  readonly names?: readonly string[];
  readonly defaults?: readonly Datum[];
  readonly kernel?: FunctionRow['kernel'];
  readonly relabels?: boolean;
  readonly keepsUnknown?: boolean;
};

/**
 * The row of a function, for its family's list. `row` takes the arguments apart, typed by whoever writes it: the binder
 * guarantees their types. Immutable and strict unless said otherwise.
 */
export function func<Args extends readonly (Datum | undefined)[]>(
  name: string,
  args: readonly ParameterType[],
  returns: FunctionRow['returns'],
  description: string,
  row: (args: Args, context: CallContext) => Datum,
  options: Options = {},
): FunctionRow {
  return define('function', name, args, returns, description, row, options);
}

/** One row for each number of arguments from `least` on: Postgres has them as functions of their own. */
export function overloads<Args extends readonly (Datum | undefined)[]>(
  name: string,
  args: readonly ParameterType[],
  least: number,
  returns: FunctionRow['returns'],
  description: string,
  row: (args: Args, context: CallContext) => Datum,
): FunctionRow[] {
  return args.slice(least - 1).map((_, i) => func(name, args.slice(0, least + i), returns, description, row));
}

export function operator<Args extends readonly (Datum | undefined)[]>(
  name: string,
  args: readonly ParameterType[],
  returns: FunctionRow['returns'],
  description: string,
  row: (args: Args, context: CallContext) => Datum,
  options: Options = {},
): FunctionRow {
  return define('operator', name, args, returns, description, row, options);
}

export function cast<Args extends readonly (Datum | undefined)[]>(
  from: SqlType,
  to: SqlType,
  context: CastContext,
  row: (args: Args, context: CallContext) => Datum,
  options: Options & {readonly returns?: FunctionRow['returns']; readonly method?: FunctionRow['method']} = {},
): FunctionRow {
  const {returns = to, method = 'function', ...rest} = options;
  const names = `${signatureOf('', [from, to])}`;
  const defined = define(
    'cast',
    'cast',
    [from, to],
    returns,
    `converts ${names.slice(1, -1).replace(',', ' to ')}`,
    row,
    rest,
  );
  return {...defined, args: [from], context, method};
}

function define<Args extends readonly (Datum | undefined)[]>(
  kind: FunctionRow['kind'],
  name: string,
  args: readonly ParameterType[],
  returns: FunctionRow['returns'],
  description: string,
  row: (args: Args, context: CallContext) => Datum,
  options: Options,
): FunctionRow {
  const signature = signatureOf(name, args);
  const last = args[args.length - 1];
  const given = options.variadic && typeof last === 'object' ? [...args.slice(0, -1), arrayOf(last)] : args;
  return {
    oid: postgresOids[signatureOf(name, given)] ?? postgresOids[ofVectors(signature)] ?? ownOid(signature),
    name,
    kind,
    signature,
    args,
    returns,
    volatility: 'immutable',
    strict: true,
    row: row as unknown as FunctionRow['row'],
    description,
    ...options,
  };
}

/** PostgreSQL's list has oidvector as an array of its elements. */
function ofVectors(signature: string): string {
  return signature.replaceAll('#30', 'oid[]');
}

/** FNV-1a over the signature, at and above 2^30: stable from run to run, far from Postgres's own. */
export function ownOid(signature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < signature.length; i++) hash = Math.imul(hash ^ signature.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 0x40000000) + 0x40000000;
}
