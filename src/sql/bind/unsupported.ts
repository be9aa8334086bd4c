import {postgresOids} from '../../expr/postgres-oids.ts';

let functions: ReadonlySet<string> | null = null;

/** Operators of Postgres 15 of which there is none here for any types. */
const operators = new Set('@? ## <-> -|- &< &> <<| |>> &<| |&> ?# ?- ?-| ?|| ~= <^ >^'.split(' '));

/** Postgres 15 has it: to use one that is not here is no mistake of the user's. */
export function isPostgresFunction(name: string): boolean {
  functions ??= new Set(Object.keys(postgresOids).map(signature => signature.slice(0, signature.indexOf('('))));
  return functions.has(name);
}

export function isPostgresOperator(name: string): boolean {
  return operators.has(name);
}
