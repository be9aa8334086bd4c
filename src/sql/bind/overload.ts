import type {ParameterType} from '../../expr/function-row.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, sameKind} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {fitsPolymorphic, isUndetermined, resolvePolymorphic} from './polymorphism.ts';
import {canCoerce, categoryOf, isPreferred} from './type-category.ts';

const SCALARS = new Set<string>([
  'unknown',
  'boolean',
  'smallint',
  'integer',
  'bigint',
  'numeric',
  'real',
  'double',
  'text',
  'varchar',
  'date',
  'timestamp',
  'timestamptz',
  'interval',
  'uuid',
]);

/** Something that can be called: a row of the function or of the aggregate registry. */
type Callable = {
  readonly name?: string;
  readonly args: readonly ParameterType[];
  readonly variadic?: boolean;
  readonly optional?: number;
  readonly keepsUnknown?: boolean;
  /** What its polymorphic parameters stand for is settled by who asks. */
  readonly settledLater?: boolean;
  /** Of what somebody made: where its schema stands in the search path. */
  readonly place?: number;
};

/** A callable with its parameters as this call sees them (variadic ones repeated), polymorphism resolved. */
export type Match<Row> = {readonly row: Row; readonly parameters: readonly SqlType[]};

type Candidate<Row> = {
  readonly row: Row;
  readonly declared: readonly ParameterType[];
  /** Another takes the same arguments, and nothing says which is meant. */
  readonly doubtful?: true;
};

export type Resolution<Row> = Match<Row> | 'none' | 'ambiguous';

/**
 * Chooses among overloads as Postgres does (manual, 10.2 and 10.3): an exact match; else the candidates that implicit
 * coercion reaches, narrowed by exact matches, by preferred types, and by what the unknown literals may be.
 * `expandVariadic`: false where the call itself says VARIADIC.
 */
export function resolveOverload<Row extends Callable>(
  rows: readonly Row[],
  args: readonly SqlType[],
  expandVariadic = true,
): Resolution<Row> {
  const candidates = withoutTwins(rows.flatMap(row => candidateOf(row, args.length, expandVariadic)));
  const exact = candidates.find(({declared}) => isExact(declared, args));
  if (exact?.doubtful) return 'ambiguous';
  if (exact) return matched(exact, args);
  let viable = candidates.filter(({declared}) => reachable(declared, args));
  if (viable.length === 0) return 'none';
  if (viable.length > 1) viable = preferPlain(viable);
  const chosen = viable.length === 1 ? viable[0] : select(viable, args);
  return chosen && !chosen.doubtful ? matched(chosen, args) : 'ambiguous';
}

/**
 * Variadic parameters and defaults let functions that somebody made take the same arguments: the one that is earlier in the search
 * path is meant, or the one that is not variadic.
 */
function withoutTwins<Row extends Callable>(candidates: readonly Candidate<Row>[]): readonly Candidate<Row>[] {
  if (candidates.filter(({row}) => row.place !== undefined).length < 2) return candidates;
  const kept: Candidate<Row>[] = [];
  for (const candidate of candidates) {
    const twin = candidate.row.place === undefined ? -1 : kept.findIndex(other => takesTheSame(other, candidate));
    if (twin < 0) kept.push(candidate);
    else kept[twin] = preferred(kept[twin], candidate);
  }
  return kept;
}

function takesTheSame(a: Candidate<Callable>, b: Candidate<Callable>): boolean {
  return (
    a.row.place !== undefined &&
    a.declared.length === b.declared.length &&
    a.declared.every((type, i) => {
      const other = b.declared[i];
      return typeof type === 'string' || typeof other === 'string' ? type === other : sameKind(type, other);
    })
  );
}

function preferred<Row extends Callable>(one: Candidate<Row>, other: Candidate<Row>): Candidate<Row> {
  if (one.row.place !== other.row.place) return one.row.place! < other.row.place! ? one : other;
  if (one.row.variadic !== other.row.variadic) return other.row.variadic ? one : other;
  return {...one, doubtful: true};
}

/** What operators of a name (their rows, always the same array) resolve to, by the kinds of the operands. */
const resolved = new WeakMap<readonly Callable[], Map<string, Resolution<Callable>>>();

/** Binary operators first take an unknown operand for the other's type, if there is such an operator. */
export function resolveOperator<Row extends Callable>(rows: readonly Row[], args: readonly SqlType[]): Resolution<Row> {
  // Of types without parts, and rows whose parameters are what they are declared, the kinds alone decide.
  if (!args.every(isScalar)) return operatorAmong(rows, args);
  let known = resolved.get(rows);
  if (!known) resolved.set(rows, (known = new Map()));
  const kinds = args.map(arg => arg.kind).join();
  const before = known.get(kinds) as Resolution<Row> | undefined;
  if (before) return before;
  const match = operatorAmong(rows, args);
  if (typeof match === 'string' || match.row.args.every(isDeclared)) known.set(kinds, match);
  return match;
}

function isScalar({kind, domain}: SqlType): boolean {
  return domain === undefined && SCALARS.has(kind);
}

function isDeclared(parameter: ParameterType): boolean {
  return typeof parameter === 'object';
}

function operatorAmong<Row extends Callable>(rows: readonly Row[], args: readonly SqlType[]): Resolution<Row> {
  if (args.length === 2) {
    const [left, right] = args;
    const assumed =
      left.kind === 'unknown' && right.kind !== 'unknown'
        ? [right, right]
        : right.kind === 'unknown' && left.kind !== 'unknown'
          ? [left, left]
          : args;
    const exact = rows.find(row => row.args.length === 2 && isExact(row.args, assumed));
    if (exact) return {row: exact, parameters: exact.args as readonly SqlType[]};
  }
  return resolveOverload(
    rows.filter(row => row.args.length === args.length),
    args,
  );
}

function candidateOf<Row extends Callable>(row: Row, count: number, expandVariadic: boolean): Candidate<Row>[] {
  const {args, optional = 0} = row;
  if (row.variadic && expandVariadic) {
    if (count < args.length) return count < args.length - optional ? [] : [{row, declared: args.slice(0, count)}];
    const last = args[args.length - 1];
    return [{row, declared: [...args, ...Array<ParameterType>(count - args.length).fill(last)]}];
  }
  if (row.variadic) {
    if (count !== args.length) return [];
    const last = args[args.length - 1];
    const array = arrayParameter(last);
    return [{row, declared: [...args.slice(0, -1), array]}];
  }
  if (count > args.length || count < args.length - optional) return [];
  return [{row, declared: args.slice(0, count)}];
}

/** What a variadic parameter is as an array. */
export function arrayParameter(element: ParameterType): ParameterType {
  if (typeof element === 'object') return arrayOf(element);
  if (element === 'any') return 'any';
  return element.startsWith('anycompatible') ? 'anycompatiblearray' : 'anyarray';
}

function isExact(declared: readonly ParameterType[], args: readonly SqlType[]): boolean {
  return declared.every((parameter, i) => typeof parameter === 'object' && sameKind(parameter, args[i]));
}

function reachable(declared: readonly ParameterType[], args: readonly SqlType[]): boolean {
  const plain = declared.every(
    (parameter, i) => typeof parameter === 'string' || canCoerce(args[i], parameter, 'implicit'),
  );
  return plain && fitsPolymorphic(declared, args);
}

/** Of overloads that differ only in having polymorphic or variadic parameters, the plain one wins. */
function preferPlain<Row extends Callable>(candidates: readonly Candidate<Row>[]): Candidate<Row>[] {
  const plain = candidates.filter(({row}) => !row.variadic);
  return plain.length > 0 ? plain : [...candidates];
}

/** func_select_candidate; null when several remain. */
function select<Row>(candidates: readonly Candidate<Row>[], args: readonly SqlType[]): Candidate<Row> | null {
  const unknowns = args.filter(arg => arg.kind === 'unknown').length;
  const known = (i: number) => args[i].kind !== 'unknown';
  let rest = keepBest(candidates, ({declared}) =>
    count(declared, (parameter, i) => known(i) && typeof parameter === 'object' && sameKind(parameter, args[i])),
  );
  if (rest.length === 1) return rest[0];
  rest = keepBest(rest, ({declared}) =>
    count(declared, (parameter, i) => {
      if (!known(i) || typeof parameter === 'string') return false;
      return sameKind(parameter, args[i]) || (isPreferred(parameter) && categoryOf(parameter) === categoryOf(args[i]));
    }),
  );
  if (rest.length === 1) return rest[0];
  if (unknowns === 0) return null;
  const narrowed = narrowUnknowns(rest, args);
  if (narrowed.length === 1) return narrowed[0];
  return assumeKnownType(narrowed, args);
}

/** Step 4: what category the unknown arguments may be of, strings first, and its preferred type if one is accepted. */
function narrowUnknowns<Row>(candidates: readonly Candidate<Row>[], args: readonly SqlType[]): Candidate<Row>[] {
  let rest = [...candidates];
  const wanted: {index: number; category: string; preferred: boolean}[] = [];
  for (const [i, arg] of args.entries()) {
    if (arg.kind !== 'unknown') continue;
    const categories = new Set(rest.map(({declared}) => parameterCategory(declared[i])));
    const category = categories.has('S') ? 'S' : categories.size === 1 ? [...categories][0] : null;
    if (category === null) return rest;
    const preferred = rest.some(
      ({declared}) => parameterCategory(declared[i]) === category && preferredParameter(declared[i]),
    );
    wanted.push({index: i, category, preferred});
  }
  const fitting = rest.filter(({declared}) =>
    wanted.every(
      ({index, category, preferred}) =>
        parameterCategory(declared[index]) === category && (!preferred || preferredParameter(declared[index])),
    ),
  );
  if (fitting.length > 0) rest = fitting;
  return rest;
}

/** Step 5: if all known arguments are of one type, suppose that the unknown ones are too. */
function assumeKnownType<Row>(candidates: readonly Candidate<Row>[], args: readonly SqlType[]): Candidate<Row> | null {
  const known = args.filter(arg => arg.kind !== 'unknown');
  if (known.length === 0 || known.length === args.length || !known.every(arg => sameKind(arg, known[0]))) return null;
  const supposed = args.map(() => known[0]);
  const fitting = candidates.filter(({declared}) => reachable(declared, supposed));
  return fitting.length === 1 ? fitting[0] : null;
}

function parameterCategory(parameter: ParameterType): string {
  return typeof parameter === 'string' ? 'P' : categoryOf(parameter);
}

function preferredParameter(parameter: ParameterType): boolean {
  return typeof parameter === 'object' && isPreferred(parameter);
}

function count(declared: readonly ParameterType[], test: (parameter: ParameterType, index: number) => boolean): number {
  return declared.filter(test).length;
}

function keepBest<T>(items: readonly T[], score: (item: T) => number): T[] {
  const scores = items.map(score);
  const best = Math.max(...scores);
  return items.filter((_item, i) => scores[i] === best);
}

function matched<Row extends Callable>({row, declared}: Candidate<Row>, args: readonly SqlType[]): Resolution<Row> {
  if (row.settledLater)
    return {row, parameters: declared.map((type, i) => (typeof type === 'object' ? type : args[i]))};
  const parameters = resolvePolymorphic(declared, args);
  if (!parameters) return 'none';
  // An operator, or what a construct of SQL stands for, is not written as a call.
  if (/^[a-z]/.test(row.name ?? '') && isUndetermined(declared, args)) {
    throw new SqlError('42804', 'could not determine polymorphic type because input has type unknown');
  }
  const kept = (i: number): boolean => declared[i] === 'any' && args[i].kind === 'unknown';
  return {row, parameters: row.keepsUnknown ? parameters.map((type, i) => (kept(i) ? args[i] : type)) : parameters};
}
