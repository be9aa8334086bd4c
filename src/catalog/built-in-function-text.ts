import {quoteIdentifier} from '../expr/text/quote.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import {kindName} from '../types/type-names.ts';
import {pseudoTypeName} from '../types/pseudo-types.ts';
import {typeOfOid} from '../types/catalog-oids.ts';
import {type Procedure, procedureOfOid} from './system/procedures.ts';

// Functions that the system brings, as the pg_get_function… functions show them. null: there is none of that OID.

/** `defaults`: false leaves them out. */
export function builtInArguments(oid: number, defaults: boolean): string | null {
  const procedure = procedureOfOid(oid);
  if (!procedure) return null;
  const {arguments: written} = procedure.row;
  if (typeof written === 'string' && (defaults || !written.includes(' DEFAULT '))) return written;
  return parametersOf(procedure)
    .filter(({mode}) => mode !== 't')
    .map(({name, mode, type}) => [...(WORDS[mode] ?? []), ...(name ? [quoteIdentifier(name)] : []), typeText(type)])
    .map(words => words.join(' '))
    .join(', ');
}

/** Of one parameter, numbered from 1; null: it has none. */
export function builtInArgumentDefault(oid: number, number: number): string | null {
  const written = procedureOfOid(oid)?.row.arguments;
  if (typeof written !== 'string' || number < 1) return null;
  // A comma within a default's own text does not begin a parameter, which has a name and a type.
  const parameters = written.split(/, (?=(?:(?:IN|OUT|INOUT|VARIADIC) )?\w+ [a-z])/);
  return /^.* DEFAULT (.*)$/.exec(parameters[number - 1] ?? '')?.[1] ?? null;
}

export function builtInResult(oid: number): string | null {
  const procedure = procedureOfOid(oid);
  if (!procedure) return null;
  const columns = parametersOf(procedure).filter(({mode}) => mode === 't');
  if (columns.length > 0) {
    return `TABLE(${columns.map(({name, type}) => `${quoteIdentifier(name ?? '')} ${typeText(type)}`).join(', ')})`;
  }
  return `${procedure.row.proretset ? 'SETOF ' : ''}${typeText(procedure.result)}`;
}

/** Errors: 42809 for aggregates. */
export function builtInDefinition(oid: number): string | null {
  const procedure = procedureOfOid(oid);
  if (!procedure) return null;
  const {name, row} = procedure;
  if (row.prokind === 'a') throw new SqlError('42809', `"${name}" is an aggregate function`);
  const traits = traitsOf(procedure);
  return [
    `CREATE OR REPLACE FUNCTION pg_catalog.${quoteIdentifier(name)}(${builtInArguments(oid, true)!})`,
    ` RETURNS ${builtInResult(oid)!}`,
    ` LANGUAGE ${row.prolang === SQL ? 'sql' : 'internal'}`,
    ...(traits.length > 0 ? [` ${traits.join(' ')}`] : []),
    (row.prosqlbody as string | null) ?? `AS $function$${row.prosrc as string}$function$`,
    '',
  ].join('\n');
}

const SQL = 14n;
const WORDS: Readonly<Record<string, readonly string[]>> = {o: ['OUT'], b: ['INOUT'], v: ['VARIADIC']};
const VOLATILITIES: Readonly<Record<string, string>> = {i: 'IMMUTABLE', s: 'STABLE'};
const PARALLELS: Readonly<Record<string, string>> = {s: 'PARALLEL SAFE', r: 'PARALLEL RESTRICTED'};

/** What is not as CREATE FUNCTION takes it to be. */
function traitsOf({row}: Procedure): string[] {
  const cost = row.prolang === SQL ? 100 : 1;
  return [
    ...(row.prokind === 'w' ? ['WINDOW'] : []),
    ...words(VOLATILITIES[row.provolatile as string]),
    ...words(PARALLELS[row.proparallel as string]),
    ...(row.proisstrict ? ['STRICT'] : []),
    ...(row.proleakproof ? ['LEAKPROOF'] : []),
    ...(row.procost === cost ? [] : [`COST ${String(row.procost)}`]),
    ...(!row.proretset || row.prorows === 1000 ? [] : [`ROWS ${String(row.prorows)}`]),
    ...(row.prosupport === 0n ? [] : [`SUPPORT ${procedureOfOid(Number(row.prosupport))?.name ?? ''}`]),
  ];
}

function words(word: string | undefined): string[] {
  return word === undefined ? [] : [word];
}

type Parameter = {readonly name: string | null; readonly mode: string; readonly type: bigint};

function parametersOf({row, args}: Procedure): Parameter[] {
  const types = (row.proallargtypes ?? args) as readonly bigint[];
  const modes = row.proargmodes as readonly string[] | null;
  const names = row.proargnames as readonly Datum[] | null;
  const last = row.provariadic === 0n ? -1 : types.length - 1;
  return types.map((type, i) => ({
    name: (names?.[i] as string | undefined) || null,
    mode: modes?.[i] ?? (i === last ? 'v' : 'i'),
    type,
  }));
}

/** As format_type prints it. */
export function typeText(oid: bigint): string {
  const type = typeOfOid(Number(oid));
  return type ? kindName(type) : (pseudoTypeName(Number(oid)) ?? '???');
}
