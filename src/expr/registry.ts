import type {SqlType} from '../types/sql-type.ts';
import {withoutTypmod} from '../types/typmod.ts';
import type {AggregateRow} from './aggregates/aggregate-row.ts';
import {aggregateRows} from './aggregates/index.ts';
import {synthesizedCast} from './casts.ts';
import type {FunctionRow} from './function-row.ts';
import {functionRows} from './functions/index.ts';
import {operatorFunctions} from './operator-functions.ts';
import {shortTypeName, typeOfShortName} from './short-names.ts';
import {SPREAD, spreadRow} from './spread.ts';

// The registry lists rows and finds them; choosing among overloads is the binder's. An Expr call names the `signature`
// of its row as it stands, whatever types its polymorphic or variadic parameters take.

const bySignature = new Map<string, FunctionRow>();
const byName = {
  function: new Map<string, FunctionRow[]>(),
  operator: new Map<string, FunctionRow[]>(),
  cast: new Map<string, FunctionRow[]>(),
};
for (const row of functionRows) {
  if (bySignature.has(row.signature)) throw new Error(`registered twice: ${row.signature}`);
  bySignature.set(row.signature, row);
  const named = byName[row.kind].get(row.name);
  if (named) named.push(row);
  else byName[row.kind].set(row.name, [row]);
}
for (const row of operatorFunctions(functionRows)) {
  byName.function.set(row.name, [...(byName.function.get(row.name) ?? []), row]);
}

const aggregatesByName = new Map<string, AggregateRow[]>();
const aggregatesBySignature = new Map<string, AggregateRow>();
for (const row of aggregateRows) {
  aggregatesBySignature.set(row.signature, row);
  const named = aggregatesByName.get(row.name);
  if (named) named.push(row);
  else aggregatesByName.set(row.name, [row]);
}

/** Every overload of the name; empty when there is none. A prefix operator has one parameter. */
export function functionsNamed(name: string, kind: 'function' | 'operator'): readonly FunctionRow[] {
  return byName[kind].get(name) ?? [];
}

/** The row that an Expr call names: 'lower(text)', '+(int4,int4)', 'cast(int4,int8)', 'assign(text,varchar)'. */
export function functionBySignature(signature: string): FunctionRow {
  const row = bySignature.get(signature) ?? castBySignature(signature) ?? spreadBySignature(signature);
  if (!row) throw new Error(`no such function: ${signature}`);
  return row;
}

/** The row for a call that gives the variadic arguments as an array. */
export function spreadOf(row: FunctionRow): FunctionRow {
  return functionBySignature(SPREAD + row.signature);
}

function spreadBySignature(signature: string): FunctionRow | null {
  if (!signature.startsWith(SPREAD)) return null;
  const row = spreadRow(functionBySignature(signature.slice(SPREAD.length)));
  bySignature.set(signature, row);
  return row;
}

export function allFunctions(): readonly FunctionRow[] {
  return functionRows;
}

/**
 * The cast from one type to another, with pg_cast's `context` (when the binder may apply it by itself) and `method`;
 * null when there is none. Modifiers (numeric(10,2), varchar(5)) are not compared: call the cast with the wanted type as
 * the call's `type`, and its row fits the value to the modifiers and to the layout. That includes the casts of numeric,
 * varchar, bpchar, time, timestamp, timestamptz and interval to themselves.
 *
 * `assigning`: as INSERT and UPDATE convert, where text too long for varchar(n) is an error and not cut.
 */
export function castBetween(from: SqlType, to: SqlType, assigning = false): FunctionRow | null {
  const signature = `cast(${shortTypeName(from)},${shortTypeName(to)})`;
  const row = bySignature.get(signature) ?? synthesized(signature, from, to);
  return row && assigning ? assignment(row) : row;
}

function castBySignature(signature: string): FunctionRow | null {
  const match = /^(cast|assign)\((.+),(.+)\)$/.exec(signature);
  return match && castBetween(typeOfShortName(match[2]), typeOfShortName(match[3]), match[1] === 'assign');
}

function synthesized(signature: string, from: SqlType, to: SqlType): FunctionRow | null {
  // Composite types are told apart by their fields, which signatures do not name; those of users may be altered.
  if (/record|#/.test(signature)) return synthesizedCast(from, to, castBetween);
  // The row is for any modifiers, whatever those of the first who asks for it.
  const row = synthesizedCast(from, withoutTypmod(to), castBetween);
  if (row) bySignature.set(signature, row);
  return row;
}

/** Only the character types with a length tell an assignment from an explicit cast. */
function assignment(row: FunctionRow): FunctionRow {
  const signature = row.signature.startsWith('cast') ? `assign${row.signature.slice(4)}` : row.signature;
  let assigned = bySignature.get(signature);
  if (!assigned) {
    assigned = {...row, signature, row: (args, context) => row.row(args, {...context, assigning: true})};
    if (!/record|#/.test(signature)) bySignature.set(signature, assigned);
  }
  return assigned;
}

/** The casts of pg_cast that have rows of their own; I/O conversions and array casts are made on demand. */
export function allCasts(): readonly FunctionRow[] {
  return byName.cast.get('cast') ?? [];
}

export function aggregatesNamed(name: string): readonly AggregateRow[] {
  return aggregatesByName.get(name) ?? [];
}

export function aggregateBySignature(signature: string): AggregateRow {
  const row = aggregatesBySignature.get(signature);
  if (!row) throw new Error(`no such aggregate: ${signature}`);
  return row;
}

/** Those that a query can name. */
export function allAggregates(): readonly AggregateRow[] {
  return aggregateRows.filter(row => !row.name.startsWith('$'));
}
