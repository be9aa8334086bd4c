import type {SqlError} from '../../types/sql-error.ts';
import {type Foreign, isForeign, type Translation} from './foreign.ts';
import {wordOf} from './names.ts';

/** What stands in or behind a call's parentheses beside its arguments; all as Postgres text. */
export type Modifiers = {
  readonly distinct: boolean;
  readonly order: string | null;
  readonly within: string | null;
  readonly filter: string | null;
  readonly separator: string | null;
  readonly limit: string | null;
  readonly over: string | null;
};

export const UNMODIFIED: Modifiers = {
  distinct: false,
  order: null,
  within: null,
  filter: null,
  separator: null,
  limit: null,
  over: null,
};

/** A function call of a foreign statement, as the rules of its dialect look at it. */
export class Call {
  readonly name: string;
  readonly args: readonly Foreign[];
  readonly modifiers: Modifiers;
  readonly t: Translation;
  private readonly print: (node: Foreign) => string;

  constructor(
    t: Translation,
    name: string,
    args: readonly Foreign[],
    modifiers: Modifiers,
    print: (node: Foreign) => string,
  ) {
    this.t = t;
    this.name = name;
    this.args = args;
    this.modifiers = modifiers;
    this.print = print;
  }

  /** A call of an aggregate or window function of Postgres, with what modifies this call. */
  aggregate(name: string, args: readonly string[], order = this.modifiers.order): string {
    const {distinct, filter, over, limit, within, separator} = this.modifiers;
    if (limit !== null) throw this.fail(`LIMIT in ${this.name}()`);
    if (separator !== null && name !== 'string_agg') throw this.fail(`SEPARATOR in ${this.name}()`);
    if (within !== null && order !== within) throw this.fail(`WITHIN GROUP of ${this.name}()`);
    const inner = `${distinct ? 'DISTINCT ' : ''}${args.join(', ')}${order === null ? '' : ` ORDER BY ${order}`}`;
    return `${name}(${inner})${filter === null ? '' : ` FILTER (WHERE ${filter})`}${over === null ? '' : ` OVER ${over}`}`;
  }

  /** An ordered-set aggregate of Postgres, ordered as WITHIN GROUP says, or by `order`. */
  ordered(name: string, args: readonly string[], order = this.modifiers.within): string {
    const {filter, over} = this.modifiers;
    if (order === null) throw this.fail(`${this.name}() without WITHIN GROUP`);
    if (over !== null) throw this.fail(`${this.name}() over a window`);
    return `${name}(${args.join(', ')}) WITHIN GROUP (ORDER BY ${order})${filter === null ? '' : ` FILTER (WHERE ${filter})`}`;
  }

  get length(): number {
    return this.args.length;
  }

  /** Argument i, from 1, as Postgres text. Errors: 0A000 there is none. */
  text(i: number): string {
    if (i > this.args.length) throw this.fail(`${this.name}() with ${this.args.length} arguments`);
    return this.print(this.args[i - 1]);
  }

  texts(from = 1): string[] {
    return this.args.slice(from - 1).map(this.print);
  }

  /** What a string constant says; null: it is none. */
  string(i: number): string | null {
    const node = this.args[i - 1] as Foreign | undefined;
    const word = node && typeof node.value === 'string' && /string/.test(String(node.type)) ? node.value : null;
    return word === null ? null : (this.t.placeholders.valueOf(word) ?? word);
  }

  /** Errors: 0A000 it is not written as a constant. */
  constant(i: number): string {
    const text = this.string(i);
    if (text === null) throw this.fail(`${this.name}() whose argument ${i} is no constant`);
    return text;
  }

  /** A bare word, such as a unit of time, or a string; upper case. */
  word(i: number): string {
    const node = this.args[i - 1] as Foreign | undefined;
    const text = this.string(i) ?? (node ? wordOf(node.type === 'column_ref' ? node.column : node.value) : null);
    if (text === null) throw this.fail(`${this.name}() whose argument ${i} is no word`);
    return text.toUpperCase();
  }

  isInterval(i: number): boolean {
    return isForeign(this.args[i - 1]) && this.args[i - 1].type === 'interval';
  }

  fail(what: string): SqlError {
    return this.t.unsupported(what);
  }
}
