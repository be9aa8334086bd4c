import type {CharSet} from './char-set.ts';

/** What holds between two characters. */
export type Assertion =
  'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'wordStart' | 'wordEnd' | 'wordEdge' | 'noWordEdge';

/** A regular expression taken apart. */
export type Node =
  | {readonly kind: 'set'; readonly set: CharSet}
  | {readonly kind: 'assert'; readonly what: Assertion}
  | {readonly kind: 'look'; readonly ahead: boolean; readonly negated: boolean; readonly body: Node}
  /** capture 0: (?:…). */
  | {readonly kind: 'group'; readonly capture: number; readonly body: Node}
  | {readonly kind: 'reference'; readonly capture: number}
  | {readonly kind: 'sequence'; readonly parts: readonly Node[]}
  | {readonly kind: 'either'; readonly branches: readonly Node[]}
  /** prefers null: {m}, which leaves that to the body. */
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly min: number;
      readonly max: number;
      readonly prefers: 'longer' | 'shorter' | null;
    };

export function containsReference(node: Node): boolean {
  switch (node.kind) {
    case 'reference':
      return true;
    case 'group':
    case 'repeat':
    case 'look':
      return containsReference(node.body);
    case 'sequence':
      return node.parts.some(containsReference);
    case 'either':
      return node.branches.some(containsReference);
    default:
      return false;
  }
}
