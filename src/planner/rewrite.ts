import {mapRelChildren} from '../plan/rel-children.ts';
import type {Rel} from '../plan/rel.ts';
import {sameKind, sameLayout} from '../types/sql-type.ts';
import type {PlannerContext, Rule} from './rule.ts';

/** Rules terminate by their design; should one not, the plan is left as far as it came, which is right though not best. */
const MOST_REWRITES = 20_000;

type RulesByNode = ReadonlyMap<Rel['node'], readonly Rule[]>;

/** The same list serves every query. */
const dispatch = new WeakMap<readonly Rule[], RulesByNode>();

function groupByNode(rules: readonly Rule[]): RulesByNode {
  const byNode = new Map<Rel['node'], Rule[]>();
  for (const rule of rules) {
    for (const node of rule.nodes) {
      const list = byNode.get(node);
      if (list) list.push(rule);
      else byNode.set(node, [rule]);
    }
  }
  return byNode;
}

/**
 * Applies rules everywhere until none matches. Children come first; a node that a rule made is worked on again, with
 * its children, of which those already finished are known by identity.
 */
export class Rewriter {
  private readonly byNode: RulesByNode;
  private readonly context: PlannerContext;
  private finished = new WeakSet<Rel>();
  private left = MOST_REWRITES;

  constructor(rules: readonly Rule[], context: PlannerContext) {
    this.context = context;
    let byNode = dispatch.get(rules);
    if (!byNode) dispatch.set(rules, (byNode = groupByNode(rules)));
    this.byNode = byNode;
  }

  rewrite(rel: Rel): Rel {
    let node = rel;
    while (!this.finished.has(node)) {
      node = mapRelChildren(node, child => this.rewrite(child));
      const rewritten = this.applyOne(node);
      if (rewritten === null) this.finished.add(node);
      else node = rewritten;
    }
    return node;
  }

  private applyOne(node: Rel): Rel | null {
    for (const rule of this.byNode.get(node.node) ?? []) {
      const rewritten = rule.apply(node, this.context);
      if (rewritten === null || rewritten === node) continue;
      assertSameColumns(rule.name, node, rewritten);
      return --this.left > 0 ? rewritten : null;
    }
    return null;
  }
}

/**
 * Whatever a rule does, those above count on the columns. Names are labels and may change, and so may what a type is
 * declared with: a numeric(8,2) stands where a numeric of the same layout was without a cast.
 */
export function assertSameColumns(what: string, before: Rel, after: Rel): void {
  const same =
    before.schema.length === after.schema.length &&
    before.schema.every(({type}, i) => sameKind(type, after.schema[i].type) && sameLayout(type, after.schema[i].type));
  if (!same)
    throw new Error(`${what} changed the columns of a plan: ${columnsText(before)} became ${columnsText(after)}`);
}

function columnsText(rel: Rel): string {
  return `${rel.node}(${rel.schema.map(column => `${column.name} ${column.type.kind}`).join(', ')})`;
}
