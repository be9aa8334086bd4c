import type {FunctionObject} from '../catalog/object.ts';
import {inputs} from '../catalog/function-signature.ts';
import {procedureOfOid} from '../catalog/system/procedures.ts';
import {quoteIdentifier} from '../expr/text/quote.ts';
import {unplaced} from '../sql/dialect/translate.ts';
import {parseStatements} from '../sql/parse/index.ts';
import {oidOf, typeOfOid} from '../types/catalog-oids.ts';
import type {Datum} from '../types/datum.ts';
import {pseudoTypeName} from '../types/pseudo-types.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {CalledFunction, CallResult} from './api.ts';
import {readAll} from './execution.ts';
import type {SqlSession} from './session.ts';
import {abortedTransaction} from './transaction.ts';

// Calls by OID, which the protocol's FunctionCall makes. One is run as the query that consists of it, so that rights, limits,
// the audit trail and transactions know nothing of it.

type Callable = {
  readonly schema: string;
  readonly name: string;
  readonly typeOids: readonly number[];
  readonly variadic: boolean;
};

/** `values` decodes the arguments. Errors: 42883, 0A000 for what is no plain function, 42501, 25P02, and the function's. */
export async function callFunction(
  session: SqlSession,
  oid: number,
  values: (called: CalledFunction) => readonly Datum[],
): Promise<CallResult> {
  if (session.transactionStatus === 'E') throw abortedTransaction();
  const callable = callableOf(session, oid);
  const types = callable.typeOids.map(typeOid => {
    const type = typeOfOid(typeOid);
    return type === undefined || type.kind === 'unknown' ? null : type;
  });
  const typeOf = (index: number): SqlType => types[index] ?? refuseValue(callable.typeOids[index]);
  return run(session, callable, types, values({typeCount: types.length, typeOf}));
}

function callableOf({catalog}: SqlSession, oid: number): Callable {
  const own = catalog.byOid(oid);
  if (own?.kind === 'function') return made(own);
  const built = procedureOfOid(oid);
  if (built?.row.proretset || (built && built.row.prokind !== 'f')) throw notPlain(built.name);
  if (built) {
    const {name, args, row} = built;
    return {schema: 'pg_catalog', name, typeOids: args.map(Number), variadic: row.provariadic !== 0n};
  }
  throw new SqlError('42883', `function with OID ${oid} does not exist`);
}

function made(own: FunctionObject): Callable {
  if (own.set) throw notPlain(own.name);
  const taken = inputs(own.parameters);
  return {
    schema: own.schema,
    name: own.name,
    typeOids: taken.map(({type}) => oidOf(type)),
    variadic: taken.some(({mode}) => mode === 'variadic'),
  };
}

function notPlain(name: string): SqlError {
  return new SqlError('0A000', `cannot call function "${name}" via fastpath interface`);
}

/** A type that no client can send a value of. */
function refuseValue(oid: number): never {
  throw new SqlError('0A000', `cannot accept a value of type ${pseudoTypeName(oid)?.replaceAll('"', '') ?? oid}`);
}

async function run(
  session: SqlSession,
  {schema, name, variadic}: Callable,
  types: readonly (SqlType | null)[],
  values: readonly Datum[],
): Promise<CallResult> {
  const last = values.length - 1;
  const args = values.map((_, i) => `${variadic && i === last ? 'VARIADIC ' : ''}$${i + 1}`);
  const sql = `SELECT ${quoteIdentifier(schema)}."${name.replaceAll('"', '""')}"(${args.join(', ')})`;
  try {
    const prepared = {sql, statement: parseStatements(sql)[0], declaredTypes: types, planned: null};
    const execution = await session.runner.start(prepared, values);
    const [row] = await readAll(execution);
    return {type: execution.columns![0].type, value: row[0]};
  } catch (error) {
    // Of the text the client knows nothing.
    throw unplaced(error);
  }
}
