import type {CharSet} from './char-set.ts';
import type {Assertion, Node} from './node.ts';

// Whether and where a match begins does not depend on which one is preferred, so JavaScript's engine may find that; and
// for some expressions, which can match in one way only, all of it.

const WORD = '[\\p{Alphabetic}\\p{Nd}_]';

const assertions: Readonly<Record<Assertion, string>> = {
  textStart: '^',
  textEnd: '$',
  lineStart: '(?:^|(?<=\n))',
  lineEnd: '(?:$|(?=\n))',
  wordStart: `(?<!${WORD})(?=${WORD})`,
  wordEnd: `(?<=${WORD})(?!${WORD})`,
  wordEdge: `(?:(?<!${WORD})(?=${WORD})|(?<=${WORD})(?!${WORD}))`,
  noWordEdge: `(?:(?<!${WORD})(?!${WORD})|(?<=${WORD})(?=${WORD}))`,
};

/** The expression for flags v; without references, which mean something else there. */
export function javascriptOf(node: Node): string {
  switch (node.kind) {
    case 'set':
      return node.set.source();
    case 'assert':
      return assertions[node.what];
    case 'look':
      return `(?${node.ahead ? '' : '<'}${node.negated ? '!' : '='}${javascriptOf(node.body)})`;
    case 'group':
      return `(${node.capture > 0 ? '' : '?:'}${javascriptOf(node.body)})`;
    case 'sequence':
      return node.parts
        .map(part => (part.kind === 'either' ? `(?:${javascriptOf(part)})` : javascriptOf(part)))
        .join('');
    case 'either':
      return node.branches.map(javascriptOf).join('|');
    case 'repeat': {
      const {min, max, body} = node;
      const bounds = max === Infinity ? `{${min},}` : min === max ? `{${min}}` : `{${min},${max}}`;
      const inner = body.kind === 'set' ? javascriptOf(body) : `(?:${javascriptOf(body)})`;
      return `${inner}${bounds}${node.prefers === 'shorter' ? '?' : ''}`;
    }
    case 'reference':
      throw new Error('a reference is not for JavaScript');
  }
}

/** Backtracking stays in bounds: what is repeated has one length or is one character. */
export function isTame(node: Node): boolean {
  switch (node.kind) {
    case 'repeat':
      return node.max <= 1 ? isTame(node.body) : fixedLength(node.body) !== null;
    case 'group':
    case 'look':
      return isTame(node.body);
    case 'sequence':
      return node.parts.every(isTame);
    case 'either':
      return node.branches.every(isTame);
    case 'reference':
      return false;
    default:
      return true;
  }
}

function fixedLength(node: Node): number | null {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'assert':
    case 'look':
      return 0;
    case 'group':
      return fixedLength(node.body);
    case 'sequence':
      return node.parts.reduce<number | null>((sum, part) => {
        const length = fixedLength(part);
        return sum === null || length === null ? null : sum + length;
      }, 0);
    case 'repeat': {
      const length = fixedLength(node.body);
      return node.min === node.max && length !== null ? node.min * length : null;
    }
    default:
      return null;
  }
}

type Item = {readonly set: CharSet; readonly min: number; readonly max: number; readonly lazy: boolean};

/** The expression as a row of sets, each some times; null when it is more than that. Assertions take no room. */
function itemsOf(node: Node): Item[] | null {
  switch (node.kind) {
    case 'set':
      return [{set: node.set, min: 1, max: 1, lazy: false}];
    case 'assert':
    case 'look':
      return [];
    case 'group':
      return itemsOf(node.body);
    case 'sequence': {
      const items: Item[] = [];
      for (const part of node.parts) {
        const inner = itemsOf(part);
        if (!inner) return null;
        items.push(...inner);
      }
      return items;
    }
    case 'repeat': {
      if (node.body.kind !== 'set') return null;
      return [{set: node.body.set, min: node.min, max: node.max, lazy: node.prefers === 'shorter'}];
    }
    default:
      return null;
  }
}

/** From any start there is one match, or all that varies is one item as long or as short as the whole is preferred. */
export function hasOneWay(node: Node, shorter: boolean): boolean {
  const items = itemsOf(node);
  if (!items) return false;
  const varying = items.filter(({min, max}) => min !== max);
  if (varying.length <= 1) return varying.every(({lazy}) => lazy === shorter);
  if (shorter || varying.some(({lazy}) => lazy)) return false;
  return items.every((item, i) => {
    if (item.min === item.max) return true;
    for (const following of items.slice(i + 1)) {
      if (!item.set.disjoint(following.set)) return false;
      if (following.min > 0) return true;
    }
    return true;
  });
}
