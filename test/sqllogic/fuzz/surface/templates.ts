import type {Choices} from '../choices.ts';
import {type Kind, kinds, literal, sortable, typeOf} from './kinds.ts';
import {rules} from './rules.ts';

export type Result = Kind | 'free';
/** A column as an expression can name it. */
export type Term = {readonly sql: string; readonly kind: Kind};
type Rule = {readonly kind: Result | 'any'; readonly template: string};

export const features = Object.keys(rules);
const byFeature = new Map(features.map(feature => [feature, rules[feature].map(parse)]));
const byKind = new Map<Result, Rule[]>();
for (const rule of [...byFeature.values()].flat()) {
  const made = rule.kind === 'any' ? kinds : [rule.kind];
  for (const kind of made) byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
}

function parse(line: string): Rule {
  const at = line.indexOf(' = ');
  return {kind: line.slice(0, at) as Rule['kind'], template: line.slice(at + 3)};
}

/** An expression whose outermost part is of a feature; of any kind. */
export function ofFeature(c: Choices, feature: string, terms: readonly Term[], depth: number): {sql: string; kind: Result} {
  const rule = c.of(byFeature.get(feature)!);
  const kind = rule.kind === 'any' ? c.of(kinds) : rule.kind;
  return {kind, sql: expand(c, rule.template, kind, terms, depth)};
}

export function expression(c: Choices, kind: Kind, terms: readonly Term[], depth: number): string {
  const fitting = terms.filter(term => term.kind === kind);
  if (depth <= 0 || c.oneIn(4)) {
    return fitting.length > 0 && !c.oneIn(6) ? c.of(fitting).sql : literal(c, kind);
  }
  const made = byKind.get(kind);
  return made ? expand(c, c.of(made).template, kind, terms, depth - 1) : literal(c, kind);
}

const mayRaise = /multirange\(|posint|format\(|array_fill|factorial|::(smallint|int|numeric)\b/;

/** The condition as one that is computed from left to right, if the order can matter. */
export const whole = (condition: string): string => {
  return condition.includes(' AND ') && mayRaise.test(condition) ? `(${condition}) IS TRUE` : condition;
};

/** A name of a kind with an order, rather one of the terms'. */
export function someKind(c: Choices, terms: readonly Term[]): Kind {
  const known = terms.map(term => term.kind).filter(kind => sortable.includes(kind));
  return known.length > 0 && !c.oneIn(8) ? c.of(known) : c.of(sortable);
}

/** The same, no array: these are only aggregated if they have the same dimensions. */
function plainKind(c: Choices, terms: readonly Term[]): Kind {
  const kind = someKind(c, terms);
  return typeOf(kind).endsWith('[]') ? 'text' : kind;
}

/** Fills in a template; what its feature's query adds can use it as well. */
export function expand(c: Choices, template: string, any: Result, terms: readonly Term[], depth: number): string {
  let some: Kind | null = null;
  const chosen = template.replace(/«([^»]*)»/g, (_, list: string) => {
    return c.of(list.split(/(?<!\\)\|/)).replaceAll('\\|', '|');
  });
  const sql = chosen.replace(/\{(=?)([a-z]+)\}/g, (whole, plain: string, name: string) => {
    if (name === 'some') some ??= someKind(c, terms);
    const kind = name === 'any' ? any : name === 'some' ? some! : name === 'plain' ? plainKind(c, terms) : name;
    if (!(kinds as readonly string[]).includes(kind)) return whole;
    return plain ? literal(c, kind as Kind) : expression(c, kind as Kind, terms, depth);
  });
  return any === 'free' || !template.includes('{any}') ? sql : `(${sql})::${typeOf(any)}`;
}
