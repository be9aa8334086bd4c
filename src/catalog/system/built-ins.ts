import {builtInOperators} from '../../expr/built-in-operators.ts';
import type {FunctionRow} from '../../expr/function-row.ts';
import {allAggregates, allFunctions} from '../../expr/registry.ts';
import {allTableFunctions} from '../../expr/table-functions.ts';
import {allWindowFunctions} from '../../expr/window-functions.ts';
import {builtInDescriptions} from './built-in-descriptions.ts';
import {parameterOid, resultOid} from './function-oids.ts';

// What PostgreSQL's catalogs say of what it brings, by OID; read when first asked for.

let descriptions: ReadonlyMap<string, ReadonlyMap<number, string>> | null = null;

/** By catalog. */
function allDescriptions(): ReadonlyMap<string, ReadonlyMap<number, string>> {
  return (descriptions ??= new Map(
    Object.entries(builtInDescriptions).map(([name, text]) => [
      name,
      new Map(
        lines(text).map(line => [Number(line.slice(0, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)] as const),
      ),
    ]),
  ));
}

/** By OID; empty for a catalog of which PostgreSQL describes nothing. */
export function builtInDescriptionsOf(catalog: string): ReadonlyMap<number, string> {
  return allDescriptions().get(catalog) ?? new Map();
}

export function builtInDescription(catalog: string, oid: number): string | null {
  return allDescriptions().get(catalog)?.get(oid) ?? null;
}

/** Of the first catalog that has the OID: the form of obj_description without a catalog's name. */
export function anyBuiltInDescription(oid: number): string | null {
  for (const texts of allDescriptions().values()) {
    const found = texts.get(oid);
    if (found !== undefined) return found;
  }
  return null;
}

/** Of a function that PostgreSQL has not. */
export function ownDescription(oid: number): string | null {
  const row = [...allFunctions(), ...allAggregates(), ...allTableFunctions(), ...allWindowFunctions()].find(
    each => each.oid === oid && isFunction(each),
  );
  return row?.description ?? null;
}

function isFunction(row: object): boolean {
  return !('kind' in row) || row.kind === 'function';
}

type OperatorFacts = {
  readonly oid: bigint;
  /** The function that it stands for. */
  readonly code: bigint;
  readonly commutator: bigint;
  readonly negator: bigint;
  readonly merges: boolean;
  readonly hashes: boolean;
  /** Selectivity estimators, of filters and of joins. */
  readonly restriction: bigint;
  readonly join: bigint;
  readonly result: bigint;
};

let operators: ReadonlyMap<string, OperatorFacts> | null = null;

function factsOf({name, args}: FunctionRow): OperatorFacts | undefined {
  operators ??= new Map(
    lines(builtInOperators).map(line => {
      const [oid, sign, left, right, code, , commutator, negator, merges, hashes, restriction, join, result] =
        line.split(' ');
      const facts = {
        oid: BigInt(oid),
        code: BigInt(code),
        commutator: BigInt(commutator),
        negator: BigInt(negator),
        merges: merges === '1',
        hashes: hashes === '1',
        restriction: BigInt(restriction),
        join: BigInt(join),
        result: BigInt(result),
      };
      return [[sign, left, right].join(' '), facts];
    }),
  );
  const types = args.map(parameterOid);
  return operators.get([name, ...(types.length === 1 ? [0n, ...types] : types)].join(' '));
}

/** An operator by its row, whose own OID is that of the function behind it. */
export function operatorFacts(row: FunctionRow): OperatorFacts {
  const found = factsOf(row);
  if (found) return found;
  const oid = BigInt(row.oid);
  const none = {commutator: 0n, negator: 0n, merges: false, hashes: false, restriction: 0n, join: 0n};
  return {...none, oid, code: oid, result: resultOid(row.returns)};
}

function lines(text: string): string[] {
  return text.trim().split('\n');
}
