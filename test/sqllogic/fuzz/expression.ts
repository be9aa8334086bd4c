import type {Choices} from './choices.ts';
import type {Kind} from './values.ts';
import {kinds, literal, typeName} from './values.ts';

/** An expression that can stand anywhere, and what its value is. */
export type Term = {readonly sql: string; readonly kind: Kind};

/** What an expression may use: columns of its query, and through `subqueries` whole queries. */
export type Scope = {
  readonly terms: readonly Term[];
  /** null: no subqueries here. Depth is what is left of nesting. */
  readonly subqueries: Subqueries | null;
};

export type Subqueries = {
  /** One row at most, of one column. */
  readonly scalar: (c: Choices, kind: Kind, depth: number) => string;
  /** Any rows of columns of these kinds. */
  readonly rows: (c: Choices, kinds: readonly Kind[], depth: number) => string;
};

const numbers: readonly Kind[] = ['int', 'bigint', 'numeric', 'float8'];
const comparisons = ['=', '<=', '>', '<>', '<', '>='];

/** A value of the kind. Never fails on any row. */
export function expression(c: Choices, scope: Scope, kind: Kind, depth: number): string {
  const own = scope.terms.filter(term => term.kind === kind);
  const simple = (): string => (own.length > 0 && !c.oneIn(4) ? c.of(own).sql : literal(c, kind));
  if (depth <= 0 || !c.oneIn(2)) return simple();
  const again = (of: Kind = kind): string => expression(c, scope, of, depth - 1);
  switch (c.pick(5)) {
    case 0:
      return `coalesce(${again()}, ${again()})`;
    case 1:
      return `CASE WHEN ${predicate(c, scope, depth - 1)} THEN ${again()} ELSE ${again()} END`;
    case 2:
      return c.oneIn(3) ? caseOf(c, scope, again) : `nullif(${again()}, ${again()})`;
    case 3:
      if (scope.subqueries) return `(${scope.subqueries.scalar(c, kind, depth - 1)})`;
      return simple();
    default:
      return operation(c, kind, again);
  }
}

function operation(c: Choices, kind: Kind, again: (kind?: Kind) => string): string {
  switch (kind) {
    case 'int':
      return c.of([
        () => `(${again()} + ${again()})`,
        () => `(${again()} - ${again()})`,
        () => `length(${again('text')})`,
        () => `(${again('date')} - ${again('date')})`,
        () => `extract(day FROM ${again('timestamp')})::int`,
        () => `(${again()} % 3)`,
        () => `cardinality(${again('ints')})`,
        () => `(${again('ints')})[1]`,
        () => `(${again('smallint')} + 1)`,
      ])();
    case 'bigint':
      return c.of([() => `(${again()} + ${again('int')})`, () => `${again('int')}::bigint`, () => `greatest(${again()}, ${again()})`])();
    case 'numeric':
      return c.of([
        () => `(${again()} + ${again()})`,
        () => `round(${again()} * ${again('int')}, 2)`,
        () => `${again('int')}::${typeName.numeric}`,
        () => `least(${again()}, ${again()})`,
      ])();
    case 'float8':
      return c.of([() => `(${again()} + ${again()})`, () => `${again('int')}::float8`])();
    case 'text':
      return c.of([
        () => `(${again()} || ${again()})`,
        () => `upper(${again()})`,
        () => `substr(${again()}, 1, 1)`,
        () => `${again('int')}::text`,
        () => `(${again('jsonb')} ->> 'a')`,
        () => `jsonb_typeof(${again('jsonb')})`,
        () => `(${again('char')} || '|')`,
        () => `array_to_string(${again('ints')}, ',')`,
      ])();
    case 'timestamp':
      return c.of([
        () => `(${again()} + interval '1 day')`,
        () => `(${again()} + ${again('interval')})`,
        () => `date_trunc('day', ${again()})`,
        () => `${again('date')}::timestamp`,
        () => `greatest(${again()}, ${again()})`,
      ])();
    case 'date':
      return c.of([() => `(${again()} + 1)`, () => `${again('timestamp')}::date`])();
    case 'jsonb':
      return c.of([() => `(${again()} -> 'a')`, () => `to_jsonb(${again('int')})`])();
    case 'boolean':
      return `(${again()} IS TRUE)`;
    case 'smallint':
      return `${again()} % 2::smallint`;
    case 'interval':
      return c.of([() => `(${again()} * 2)`, () => `(${again('timestamp')} - ${again('timestamp')})`])();
    case 'char':
      return `${again('text')}::char(3)`;
    case 'ints':
      return c.of([() => `ARRAY[${again('int')}, ${again('int')}]`, () => `(${again()} || ${again('int')})`])();
    case 'uuid':
      return again();
  }
}

/** A condition. */
export function predicate(c: Choices, scope: Scope, depth: number): string {
  const kind = someKind(c, scope);
  const value = (of: Kind = kind, deeper = depth - 1): string => expression(c, scope, of, deeper);
  const simple = [
    () => `${value()} ${c.of(comparisons)} ${value()}`,
    () => `${value()} IS ${c.of(['', 'NOT '])}NULL`,
    () => `${value()} ${c.of(comparisons)} ${literal(c, kind)}`,
    () => `${value()} IN (${literal(c, kind)}, ${literal(c, kind)})`,
    () => `${value()} IS ${c.of(['', 'NOT '])}DISTINCT FROM ${value()}`,
    () => `${value('boolean', 0)}`,
    () => `${value('text')} LIKE ${c.of(["'a%'", "'%b'", "'_'", "'%'"])}`,
    () => `${value()} BETWEEN ${value()} AND ${value()}`,
    () => mixedComparison(c, scope, depth),
    () => `(${value()}, ${value('int')}) ${c.of(comparisons)} (${value()}, ${value('int')})`,
    () => `${value('int')} = ANY (coalesce(${value('ints')}, NULL))`,
  ];
  if (depth <= 0) return c.of(simple)();
  const again = (): string => predicate(c, scope, depth - 1);
  const {subqueries} = scope;
  const nested = [
    () => `(${again()} AND ${again()})`,
    () => `(${again()} OR ${again()})`,
    () => `NOT (${again()})`,
    () => `(${again()}) IS ${c.of(['TRUE', 'NOT TRUE', 'UNKNOWN', 'FALSE'])}`,
  ];
  const queries = subqueries && [
    () => `${c.of(['', 'NOT '])}EXISTS (${subqueries.rows(c, [kind], depth - 1)})`,
    () => `${value()} ${c.of(['', 'NOT '])}IN (${subqueries.rows(c, [kind], depth - 1)})`,
    () => `${value()} ${c.of(comparisons)} (${subqueries.scalar(c, kind, depth - 1)})`,
    () => `${value()} ${c.of(comparisons)} ${c.of(['ANY', 'ALL'])} (${subqueries.rows(c, [kind], depth - 1)})`,
    () => `(${value()}, ${value('int')}) ${c.of(['', 'NOT '])}IN (${subqueries.rows(c, [kind, 'int'], depth - 1)})`,
  ];
  return c.of([...simple, ...nested, ...(queries ?? [])])();
}

function mixedComparison(c: Choices, scope: Scope, depth: number): string {
  const [left, right] = [c.of(numbers), c.of(numbers)];
  return `${expression(c, scope, left, depth - 1)} ${c.of(comparisons)} ${expression(c, scope, right, depth - 1)}`;
}

function caseOf(c: Choices, scope: Scope, again: () => string): string {
  const kind = someKind(c, scope);
  const value = (): string => expression(c, scope, kind, 0);
  return `CASE ${value()} WHEN ${value()} THEN ${again()} WHEN ${literal(c, kind)} THEN ${again()} END`;
}

export function someKind(c: Choices, scope: Scope): Kind {
  const own = scope.terms.map(term => term.kind);
  return own.length > 0 ? c.of(own) : c.of(kinds);
}
