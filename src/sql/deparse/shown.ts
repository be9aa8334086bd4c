import type {SqlType} from '../../types/sql-type.ts';
import type {Query} from '../ast/index.ts';
import type {ScopeColumn, ScopeItem} from '../bind/level.ts';

/**
 * An expression as PostgreSQL keeps it: names resolved, casts standing as nodes of their own, syntax reduced to what it stands
 * for (BETWEEN is two comparisons). Where it prints parentheses depends on these kinds.
 */
export type Shown =
  | {readonly kind: 'var'; readonly column: ScopeColumn}
  | {readonly kind: 'row var'; readonly item: ScopeItem}
  | {readonly kind: 'const'; readonly text: string | null; readonly type: SqlType}
  /** A word: CURRENT_DATE. */
  | {readonly kind: 'word'; readonly text: string}
  | Call
  /** `implicit`: nobody wrote it; it is shown only where what is around could mean something else without. */
  | {
      readonly kind: 'cast';
      readonly arg: Shown;
      readonly type: SqlType;
      readonly implicit: boolean;
      /** A function makes it; else it is as simple as what is cast. */
      readonly called: boolean;
    }
  | {readonly kind: 'operator'; readonly name: string; readonly args: readonly Shown[]}
  | {readonly kind: 'logical'; readonly word: 'AND' | 'OR'; readonly args: readonly Shown[]}
  | {readonly kind: 'not'; readonly arg: Shown}
  | {readonly kind: 'test'; readonly arg: Shown; readonly text: string; readonly ofNull: boolean}
  | {readonly kind: 'distinct'; readonly left: Shown; readonly right: Shown}
  | {
      readonly kind: 'quantified';
      readonly left: Shown;
      readonly operator: string;
      readonly word: 'ANY' | 'ALL';
      readonly right: Shown;
    }
  | {
      readonly kind: 'case';
      readonly operand: Shown | null;
      readonly whens: readonly {readonly when: Shown; readonly then: Shown}[];
      readonly otherwise: Shown;
    }
  /** COALESCE, GREATEST, LEAST, NULLIF, ROW; `type`: which composite a row was written to be. */
  | {readonly kind: 'list'; readonly word: string; readonly args: readonly Shown[]; readonly type?: SqlType | null}
  | {readonly kind: 'array'; readonly items: readonly Shown[]; readonly type: SqlType}
  | {readonly kind: 'subscript'; readonly base: Shown; readonly steps: readonly Subscript[]}
  | {readonly kind: 'field'; readonly base: Shown; readonly name: string}
  | {readonly kind: 'collate'; readonly arg: Shown; readonly collation: string}
  | {
      readonly kind: 'rows';
      readonly operator: string;
      readonly left: readonly Shown[];
      readonly right: readonly Shown[];
    }
  | {
      readonly kind: 'sublink';
      readonly form: 'exists' | 'scalar' | 'array' | 'any' | 'all' | 'row';
      readonly left: readonly Shown[];
      readonly operator: string;
      readonly query: Query;
    };

export type Subscript = {readonly lower: Shown | null; readonly upper: Shown | null; readonly slice: boolean};

export type ShownKey = {readonly expr: Shown; readonly descending: boolean; readonly nullsFirst: boolean};

/** Words, and the distances between them. */
export type FramePart = string | Shown;

export type ShownWindow = {
  readonly base: string | null;
  readonly partition: readonly Shown[];
  readonly order: readonly ShownKey[];
  readonly frame: readonly FramePart[] | null;
};

export type Call = {
  readonly kind: 'call';
  readonly name: string;
  /** Of a function that somebody made: as it is printed. */
  readonly ownName?: string;
  readonly args: readonly {readonly value: Shown; readonly name?: string}[];
  /** In the standard's own syntax: EXTRACT(… FROM …). */
  readonly syntax: boolean;
  /** SUBSTRING … SIMILAR … ESCAPE …. */
  readonly similar?: boolean;
  readonly star?: boolean;
  readonly distinct?: boolean;
  readonly variadic?: boolean;
  readonly orderBy?: readonly ShownKey[];
  readonly within?: boolean;
  readonly filter?: Shown | null;
  readonly over?: string | ShownWindow | null;
};

/** PostgreSQL's isSimpleNode: within `parent`, it needs no parentheses where only needed ones are printed. */
export function isSimple(node: Shown, parent: Shown | null): boolean {
  switch (node.kind) {
    case 'cast':
      return node.called || isSimple(node.arg, node);
    case 'field':
      return parent?.kind !== 'field';
    case 'operator':
      if (parent?.kind === 'operator') return bindsTighter(node, parent);
      return separates(parent);
    case 'sublink':
    case 'test':
    case 'distinct':
      return separates(parent) || parent?.kind === 'logical' || parent?.kind === 'not';
    case 'logical':
    case 'not':
      if (parent?.kind === 'logical') return node.kind === 'not' || node.word === 'AND' || parent.word === 'OR';
      return separates(parent) && parent?.kind !== 'not';
    case 'quantified':
    case 'collate':
    case 'rows':
      return false;
    default:
      return true;
  }
}

/** What keeps its parts apart by itself. */
function separates(parent: Shown | null): boolean {
  switch (parent?.kind) {
    case 'call':
      return !parent.syntax;
    case 'logical':
    case 'not':
    case 'subscript':
    case 'array':
    case 'list':
    case 'case':
      return true;
    default:
      return false;
  }
}

function bindsTighter(node: Shown & {readonly kind: 'operator'}, parent: Shown & {readonly kind: 'operator'}): boolean {
  const own = arithmetic(node);
  const outer = arithmetic(parent);
  if (own === null || outer === null) return false;
  return own > outer || (own === outer && parent.args[0] === node);
}

function arithmetic({name, args}: Shown & {readonly kind: 'operator'}): number | null {
  if (args.length !== 2) return null;
  return name === '+' || name === '-' ? 1 : name === '*' || name === '/' || name === '%' ? 2 : null;
}
