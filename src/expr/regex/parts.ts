import type {Node} from './node.ts';

/**
 * How an expression is taken apart when the extent of its match is known: Postgres prefers the longest or the shortest
 * match by parts, and a part within which nothing is captured is one, whatever it consists of.
 *
 * - plain: nothing inside is of interest
 * - pair: one part after another
 * - either: the first branch that matches
 * - repeat: as often as need be
 * - reference: the same text as a group's, `min` to `max` times
 */
export type Part = {
  readonly kind: 'plain' | 'pair' | 'either' | 'repeat' | 'reference';
  readonly node: Node;
  readonly flags: number;
  readonly children: readonly Part[];
  /** Groups that capture all of it, innermost first. */
  readonly captures: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly reference: number;
};

/** What a part prefers, and whether its parts need be looked at one by one. */
const LONGER = 1;
const SHORTER = 2;
/** Both, somewhere inside. */
const MIXED = 4;
const CAPTURES = 8;
const REFERS = 16;

/** What is said of the inside of a part whose own preference is not yet known. */
function raised(flags: number): number {
  const both = (flags & LONGER) !== 0 && (flags & SHORTER) !== 0;
  return (flags & ~(LONGER | SHORTER)) | (both ? MIXED : 0);
}

function preference(flags: number): number {
  return flags & (LONGER | SHORTER);
}

function combined(first: number, second: number): number {
  return raised(first | second) | (preference(first) || preference(second));
}

function needsCare(flags: number): boolean {
  return (flags & (MIXED | CAPTURES | REFERS)) !== 0;
}

export function prefersShorter({flags}: Part): boolean {
  return (flags & SHORTER) !== 0;
}

function part(kind: Part['kind'], node: Node, flags: number, rest: Partial<Part> = {}): Part {
  return {kind, node, flags, children: [], captures: [], min: 1, max: 1, reference: 0, ...rest};
}

function pair(first: Part, second: Part, flags: number): Part {
  return part('pair', sequence([first.node, second.node]), flags, {children: [first, second]});
}

function sequence(parts: readonly Node[]): Node {
  return parts.length === 1 ? parts[0] : {kind: 'sequence', parts};
}

/** The parts of a whole expression. */
export function partsOf(node: Node): Part {
  if (node.kind !== 'either') return ofBranch(node.kind === 'sequence' ? node.parts : [node]);
  let flags = LONGER;
  const children = node.branches.map(branch => {
    const child = partsOf(branch.kind === 'either' ? sequence([branch]) : branch);
    flags |= raised(flags | child.flags);
    return child;
  });
  return needsCare(flags) ? part('either', node, flags, {children}) : part('plain', node, flags);
}

type Piece = {readonly atom: Node; readonly min: number; readonly max: number; readonly prefers: number};

function pieceOf(node: Node): Piece {
  if (node.kind !== 'repeat') return {atom: node, min: 1, max: 1, prefers: 0};
  const prefers = node.prefers === null ? 0 : node.prefers === 'longer' ? LONGER : SHORTER;
  return {atom: node.body, min: node.min, max: node.max, prefers};
}

/** As long as nothing is captured and all prefer the same, what follows one another is one plain part. */
function ofBranch(nodes: readonly Node[]): Part {
  let flags = 0;
  for (const [i, node] of nodes.entries()) {
    const piece = pieceOf(node);
    const {atom, max} = piece;
    if (max === 0 || atom.kind === 'assert' || atom.kind === 'look') continue;
    const inner = atom.kind === 'group' ? ofGroup(atom) : null;
    const refersHere = atom.kind === 'reference';
    const together = flags | piece.prefers | (inner?.flags ?? 0);
    const special = refersHere || (atom.kind === 'group' && atom.capture > 0);
    if (!special && !needsCare(raised(together))) {
      flags = together;
      continue;
    }
    return careful(nodes.slice(0, i), flags, node, piece, inner, nodes.slice(i + 1));
  }
  return part('plain', sequence(nodes), flags);
}

function ofGroup(group: Extract<Node, {kind: 'group'}>): Part {
  const inner = partsOf(group.body);
  if (group.capture === 0) return inner;
  return {...inner, flags: inner.flags | CAPTURES, captures: [...inner.captures, group.capture]};
}

/** What stands before, the piece that needs care, and the rest. */
function careful(
  before: readonly Node[],
  flagsBefore: number,
  node: Node,
  piece: Piece,
  inner: Part | null,
  rest: readonly Node[],
): Part {
  const atom: Part =
    inner ??
    (piece.atom.kind === 'reference'
      ? part('reference', node, REFERS, {reference: piece.atom.capture})
      : part('plain', piece.atom, 0));
  const prefix = part('plain', sequence(before), flagsBefore);
  const middle = repeated(node, piece, atom);
  const own = combined(piece.prefers, atom.flags);
  if (rest.length === 0) {
    if (before.length === 0) return middle;
    const merged = prefix.flags | middle.flags;
    if (middle.kind === 'plain' && middle.captures.length === 0 && !needsCare(raised(merged))) {
      return part('plain', sequence([...before, node]), combined(prefix.flags, middle.flags));
    }
    return pair(prefix, middle, flagsBefore | combined(flagsBefore, middle.flags));
  }
  const following = ofBranch(rest);
  const flags = own | combined(own, following.flags);
  const whole = flagsBefore | combined(flagsBefore, flags);
  const plain =
    [middle, following].every(({kind, captures}) => kind === 'plain' && captures.length === 0) &&
    !needsCare(raised(middle.flags | following.flags));
  if (before.length === 0) return pair(middle, following, whole);
  const second = plain
    ? part('plain', sequence([node, ...rest]), combined(middle.flags, following.flags))
    : pair(middle, following, flags);
  return pair(prefix, second, whole);
}

function repeated(node: Node, {min, max, prefers}: Piece, atom: Part): Part {
  const flags = combined(prefers, atom.flags);
  if (atom.kind === 'reference' && atom.captures.length === 0) return {...atom, node, flags, min, max};
  const known = atom.flags & (LONGER | SHORTER | MIXED);
  if (min === 1 && max === 1 && (prefers === 0 || known === 0 || prefers === known)) return atom;
  if ((atom.flags & (CAPTURES | REFERS)) === 0) return part('plain', node, flags);
  if (min > 0 && (atom.flags & REFERS) === 0) {
    // Only the last time around is captured.
    const earlier: Node = {kind: 'repeat', body: atom.node, min: min - 1, max: max - 1, prefers: 'longer'};
    return pair(part('plain', earlier, flags & ~CAPTURES), atom, flags);
  }
  return part('repeat', node, flags, {children: [atom], min, max});
}
