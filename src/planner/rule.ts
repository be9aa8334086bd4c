import type {Expr} from '../expr/expr.ts';
import type {PropsDeriver} from '../plan/derive-props.ts';
import type {Rel} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';

/** What rules may ask. */
export type PlannerContext = {
  readonly props: PropsDeriver;
  /** The value of an expression without columns. Throws what evaluating it raises. */
  readonly evaluate: (expr: Expr) => Datum;
};

/** A rewriting of one node into an equivalent one of the same column types; null: no match. */
export type Rule = {
  readonly name: string;
  /** Kinds of nodes it can match at the top. */
  readonly nodes: readonly Rel['node'][];
  readonly apply: (node: Rel, context: PlannerContext) => Rel | null;
};

type RelOf<Kind extends Rel['node']> = Extract<Rel, {node: Kind}>;

export function rule<Kind extends Rel['node']>(
  name: string,
  nodes: Kind | readonly Kind[],
  apply: (node: RelOf<Kind>, context: PlannerContext) => Rel | null,
): Rule {
  const applies = apply as Rule['apply'];
  return {
    name,
    nodes: typeof nodes === 'string' ? [nodes] : nodes,
    // A security barrier is a filter that stays.
    apply: (node, context) => (node.node === 'filter' && node.barrier ? null : applies(node, context)),
  };
}
