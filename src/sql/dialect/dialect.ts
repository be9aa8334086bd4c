import type {Call} from './call.ts';

/** What a function of a dialect becomes: a template ($1, $2 … and $* for all arguments) or the text that it makes. */
export type FunctionRule = string | ((call: Call) => string);

export type FunctionRules = Readonly<Record<string, FunctionRule>>;

/** What a binary operator becomes of the texts beside it. */
export type OperatorRules = Readonly<Record<string, (left: string, right: string) => string>>;

/** How strings and names are written. */
export type Quoting = {
  readonly names: readonly ('"' | '`' | '[')[];
  /** "text" is a string. */
  readonly doubleQuotedStrings: boolean;
  /** \n, \' and the like in strings. */
  readonly backslashes: boolean;
  readonly hashComments: boolean;
};

/** Another system's SQL: how it is written, and what its own functions, operators and types are in Postgres's. */
export type Dialect = {
  readonly name: string;
  /** As messages call it. */
  readonly title: string;
  readonly quoting: Quoting;
  /** node-sql-parser's grammar for it. */
  readonly load: () => Promise<unknown>;
  /** By upper-case name. */
  readonly functions: FunctionRules;
  readonly operators: OperatorRules;
  /** How || binds: as OR, below + (as in Postgres), as + or * do, or tightest of all. */
  readonly bars: 'or' | 'postgres' | 'additive' | 'multiplicative' | 'tight';
  /** a['b'] goes into a semi-structured value. */
  readonly jsonSubscripts?: boolean;
  /** The grammar takes the unit of TIMESTAMPDIFF(DAY, …) for a keyword. */
  readonly reservedUnits?: boolean;
  /** Dots within a quoted name part it. */
  readonly dottedNames?: boolean;
  /** By upper-case name without parameters: a type of Postgres. */
  readonly types: Readonly<Record<string, string>>;
};
