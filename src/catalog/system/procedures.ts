import type {AggregateRow} from '../../expr/aggregates/aggregate-row.ts';
import type {FunctionRow} from '../../expr/function-row.ts';
import {postgresOids} from '../../expr/postgres-oids.ts';
import {allAggregates, allFunctions} from '../../expr/registry.ts';
import {signatureOf} from '../../expr/short-names.ts';
import {allTableFunctions, type TableFunctionRow} from '../../expr/table-functions.ts';
import {allWindowFunctions} from '../../expr/window-functions.ts';
import type {Datum} from '../../types/datum.ts';
import {BOOLEAN, CHAR, OID, REAL, SMALLINT} from '../../types/sql-type.ts';
import {OIDVECTOR, asVector} from '../../types/vector-types.ts';
import {pgProcRows} from './built-in/pg-proc.ts';
import {type BuiltInRow, builtInRows, once} from './built-in-rows.ts';
import {CHARS, OIDS, TEXTS} from './column-types.ts';
import {aggregateResultOid, parameterOid, resultOid} from './function-oids.ts';
import {INTERNAL_LANGUAGE_OID} from './system-oids.ts';

/** A function of the system, with the columns that pg_proc shows of it. */
export type Procedure = {
  readonly oid: number;
  readonly name: string;
  /** OIDs. */
  readonly args: readonly bigint[];
  readonly result: bigint;
  readonly row: BuiltInRow;
};

type Registered = Pick<FunctionRow, 'oid' | 'name' | 'args' | 'variadic' | 'optional' | 'names'>;

/** Columns of pg_proc from how a function behaves to what it takes and gives. */
export const signatureColumns = {
  proleakproof: BOOLEAN,
  proisstrict: BOOLEAN,
  proretset: BOOLEAN,
  provolatile: CHAR,
  proparallel: CHAR,
  pronargs: SMALLINT,
  pronargdefaults: SMALLINT,
  prorettype: OID,
  proargtypes: OIDVECTOR,
  proallargtypes: OIDS,
  proargmodes: CHARS,
  proargnames: TEXTS,
};

const types = {
  oid: OID,
  prolang: OID,
  procost: REAL,
  prorows: REAL,
  provariadic: OID,
  prosupport: OID,
  prokind: CHAR,
  ...signatureColumns,
  restricted: BOOLEAN,
  mechanism: BOOLEAN,
};

const recorded = once(() => builtInRows(pgProcRows, types));

/**
 * Those that exist here: PostgreSQL's own rows of what the registries have and of what its types, operators, aggregates and
 * indexes are made of; then what PostgreSQL has not.
 */
export const procedures: () => readonly Procedure[] = once(() => {
  const known = new Set([...registered().map(({oid}) => BigInt(oid)), ...shorterForms()]);
  const brought = recorded().filter(row => row.mechanism || known.has(row.oid as bigint));
  const all = new Set(brought.map(row => row.oid));
  const own = ownRows().filter(row => !all.has(row.oid));
  return [...brought, ...own].map(row => ({
    oid: Number(row.oid),
    name: row.proname as string,
    args: row.proargtypes as readonly bigint[],
    result: row.prorettype as bigint,
    row,
  }));
});

const byOid = once(() => new Map(procedures().map(each => [each.oid, each])));
const byName = once(() => {
  const named = new Map<string, Procedure[]>();
  for (const each of procedures()) named.set(each.name, [...(named.get(each.name) ?? []), each]);
  return named;
});

const shared = once(() => {
  const oids = new Map<Datum, Set<Datum>>();
  for (const {proname, oid} of [...recorded(), ...procedures().map(({row}) => row)]) {
    oids.set(proname, (oids.get(proname) ?? new Set<Datum>()).add(oid));
  }
  return new Set([...oids].filter(([, own]) => own.size > 1).map(([name]) => name));
});

/** Several functions have the name, of those too that are in PostgreSQL alone. */
export function isShared(name: string): boolean {
  return shared().has(name);
}

export function procedureOfOid(oid: number): Procedure | undefined {
  return byOid().get(oid);
}

export function proceduresNamed(name: string): readonly Procedure[] {
  return byName().get(name) ?? [];
}

/** A name with a dollar is what plans call a construct of SQL. */
function callable<Row extends {readonly name: string}>(rows: readonly Row[]): Row[] {
  return rows.filter(({name}) => !name.startsWith('$'));
}

function functions(): FunctionRow[] {
  return callable(allFunctions()).filter(({kind}) => kind === 'function');
}

function registered(): readonly {readonly oid: number}[] {
  return [...functions(), ...callable(allTableFunctions()), ...allAggregates(), ...allWindowFunctions()];
}

/** PostgreSQL has a function of its own for each number of arguments where ours has some that may be left out. */
function shorterForms(): bigint[] {
  return [...functions(), ...callable(allTableFunctions())]
    .flatMap(({name, args, optional = 0}) =>
      Array.from(
        {length: optional},
        (_, i) => postgresOids[signatureOf(name, args.slice(0, args.length - 1 - i))] ?? 0,
      ),
    )
    .map(BigInt);
}

const constants = {
  prolang: INTERNAL_LANGUAGE_OID,
  procost: 1,
  prorows: 0,
  prosupport: 0n,
  proleakproof: false,
  proretset: false,
  proparallel: 's',
};

function ownRows(): BuiltInRow[] {
  return [
    ...functions().map(row => ({
      ...common(row),
      prokind: 'f',
      proisstrict: row.strict,
      provolatile: row.volatility[0],
      prorettype: resultOid(row.returns),
    })),
    ...callable(allTableFunctions()).map(row => ({...common(row), ...ofRows(row)})),
    ...allAggregates().map(row => ({...common(row), ...ofAggregate(row)})),
    ...allWindowFunctions().map(row => ({
      ...common(row),
      prokind: 'w',
      proisstrict: row.args.length > 0,
      provolatile: 'i',
      prorettype: resultOid(row.returns),
    })),
  ];
}

function common({oid, name, args, variadic, optional = 0, names}: Registered): Record<string, Datum> {
  const oids = args.map(parameterOid);
  return {
    ...constants,
    oid: BigInt(oid),
    proname: name,
    pronargs: args.length,
    pronargdefaults: optional,
    proargtypes: asVector(oids),
    provariadic: variadic ? oids[oids.length - 1] : 0n,
    proargnames: names ?? null,
    prosrc: name,
  };
}

function ofRows(row: TableFunctionRow): Record<string, Datum> {
  const {strict = true} = row;
  return {
    prokind: 'f',
    proisstrict: strict,
    proretset: true,
    prorows: 1000,
    provolatile: 'v',
    prorettype: resultOid(() => OID),
  };
}

function ofAggregate(row: AggregateRow): Record<string, Datum> {
  return {
    prokind: 'a',
    proisstrict: false,
    provolatile: 'i',
    prorettype: aggregateResultOid(row),
    prosrc: 'aggregate_dummy',
  };
}
