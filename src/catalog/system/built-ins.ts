import type {FunctionRow} from '../../expr/function-row.ts';
import {builtInDescriptions} from './built-in-descriptions.ts';
import {builtInOperators} from './built-in-operators.ts';
import {parameterOid} from './function-oids.ts';

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

type OperatorFacts = {
  readonly oid: bigint;
  /** The function that it stands for. */
  readonly code: bigint;
  readonly commutator: bigint;
  readonly negator: bigint;
  readonly merges: boolean;
  readonly hashes: boolean;
};

let operators: ReadonlyMap<string, OperatorFacts> | null = null;
let procedures: ReadonlyMap<number, string> | null = null;

function factsOf({name, args}: FunctionRow): OperatorFacts | undefined {
  operators ??= new Map(
    lines(builtInOperators).map(line => {
      const [oid, sign, left, right, code, , commutator, negator, merges, hashes] = line.split(' ');
      const facts = {
        oid: BigInt(oid),
        code: BigInt(code),
        commutator: BigInt(commutator),
        negator: BigInt(negator),
        merges: merges === '1',
        hashes: hashes === '1',
      };
      return [[sign, left, right].join(' '), facts];
    }),
  );
  const types = args.map(parameterOid);
  return operators.get([name, ...(types.length === 1 ? [0n, ...types] : types)].join(' '));
}

/** An operator by its row, whose own OID is that of the function behind it. */
export function operatorFacts(row: FunctionRow): OperatorFacts {
  const oid = BigInt(row.oid);
  return factsOf(row) ?? {oid, code: oid, commutator: 0n, negator: 0n, merges: false, hashes: false};
}

/** The name of a function that operators stand for, whether it can be called here or not. */
export function operatorProcedureName(oid: number): string | undefined {
  procedures ??= new Map(
    lines(builtInOperators).map(line => {
      const [, , , , code, name] = line.split(' ');
      return [Number(code), name];
    }),
  );
  return procedures.get(oid);
}

function lines(text: string): string[] {
  return text.trim().split('\n');
}
