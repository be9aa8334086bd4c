import type {TextQuery} from '../../types/text-search/query.ts';
import type {HeadlineOptions} from './headline-options.ts';
import {choose, type HeadlineWord, isBadEnd, isWanted, isWord} from './headline-words.ts';
import {holds, type Operand, type Searched} from './match.ts';

/**
 * Which words of a document make its headline. Both ways begin with *covers*: the shortest runs of words that answer the query,
 * found from left to right. How they are cut, lengthened and compared is PostgreSQL's, to the word.
 */

type Words = readonly HeadlineWord[];
type Cover = {readonly from: number; readonly to: number};

/** Covers begin and end with words that the query asks for; the next begins behind where this one begins. */
function* coversOf(words: Words, query: TextQuery, options: HeadlineOptions): Iterable<Cover> {
  if (query === null) return;
  const {maxWords, maxFragments} = options;
  const longest = Math.max(maxWords * 10, 100) * Math.max(maxFragments, 1);
  const asked = words.flatMap((word, i) => (word.operand ? [i] : []));
  for (let first = 0; first < asked.length; first++) {
    const from = asked[first];
    for (let last = first; last < asked.length; last++) {
      const to = asked[last];
      if (last > first && to - from >= longest) break;
      if (holds(searchable(words, from, to), query)) {
        yield {from, to};
        break;
      }
    }
  }
}

function searchable(words: Words, from: number, to: number): Searched {
  return {
    has(operand) {
      for (let i = from; i <= to; i++) if (words[i].operand === operand) return true;
      return false;
    },
    positions: operand => positionsOf(words, from, to, operand),
  };
}

function positionsOf(words: Words, from: number, to: number, operand: Operand): number[] {
  const positions: number[] = [];
  for (let i = from; i <= to; i++) {
    const {operand: own, position} = words[i];
    if (own === operand && (positions.at(-1) ?? -1) < position) positions.push(position);
  }
  return positions;
}

/** Without MaxFragments: one piece, around the best cover, or all of the document. */
export function markWords(words: Words, query: TextQuery, options: HeadlineOptions): void {
  if (options.highlightAll) return choose(words, 0, words.length - 1, true);
  let best: Piece | null = null;
  for (const cover of coversOf(words, query, options)) {
    const piece = pieceAround(words, cover, options);
    if (best === null || isBetter(piece, best)) best = piece;
  }
  const {from, to} = best ?? firstWords(words, options.minWords);
  choose(words, from, to, false);
}

/** `wanted`: how many words in it the query asks for. `whole`: the cover is in it. */
type Piece = Cover & {readonly wanted: number; readonly whole: boolean; readonly badEnd: boolean};

function isBetter(piece: Piece, than: Piece): boolean {
  if (piece.whole !== than.whole) return piece.whole;
  if (piece.wanted !== than.wanted) return piece.wanted > than.wanted;
  return !piece.badEnd && than.badEnd;
}

function pieceAround(words: Words, cover: Cover, {minWords, maxWords, shortWord}: HeadlineOptions): Piece {
  let [length, wanted] = [0, 0];
  const count = (i: number, by: 1 | -1): void => {
    if (isWord(words[i])) length += by;
    if (isWanted(words[i])) wanted += by;
  };
  let [from, to] = [cover.from, cover.from];
  let i = cover.from;
  for (; i <= cover.to && length < maxWords; i++) {
    count(i, 1);
    to = i;
  }
  if (length < maxWords) {
    // Room to the right, up to a good end.
    for (i--; i < words.length && length < maxWords; i++) {
      if (i > cover.to) count(i, 1);
      to = i;
      if (!isBadEnd(words[i], shortWord) && length >= minWords) break;
    }
    // The document has ended: room to the left.
    if (length < minWords) {
      for (i = cover.from - 1; i >= 0; i--) {
        count(i, 1);
        if (length >= maxWords || (!isBadEnd(words[i], shortWord) && length >= minWords)) break;
      }
      from = Math.max(i, 0);
    }
  } else {
    // Too long already: back to a good end.
    for (i = Math.min(i, cover.to); length > minWords && isBadEnd(words[i], shortWord); i--) {
      count(i, -1);
      to = i - 1;
    }
  }
  return {
    from,
    to,
    wanted,
    whole: from <= cover.from && to >= cover.to,
    badEnd: to < 0 || isBadEnd(words[to], shortWord),
  };
}

function firstWords(words: Words, minWords: number): Cover {
  let [length, to] = [0, -1];
  for (let i = 0; i < words.length && length < minWords; i++) {
    if (isWord(words[i])) length++;
    to = i;
  }
  return {from: 0, to};
}

type Fragment = {
  from: number;
  to: number;
  length: number;
  readonly wanted: number;
  state: 'open' | 'chosen' | 'excluded';
};

/** With MaxFragments: the best pieces of covers, each lengthened on both sides. */
export function markFragments(words: Words, query: TextQuery, options: HeadlineOptions): void {
  const fragments = [...coversOf(words, query, options)].flatMap(cover => fragmentsOf(words, cover, options.maxWords));
  let chosen = 0;
  for (; chosen < options.maxFragments; chosen++) {
    const best = bestOf(fragments);
    if (best === null) break;
    best.state = 'chosen';
    stretch(words, best, options);
    choose(words, best.from, best.to, options.highlightAll);
    for (const other of fragments) if (other !== best && overlaps(other, best)) other.state = 'excluded';
  }
  if (chosen > 0) return;
  const {from, to} = firstWords(words, options.minWords);
  choose(words, from, to, options.highlightAll);
}

/** A cover in pieces that are not too long, each beginning and ending with words that the query asks for. */
function fragmentsOf(words: Words, cover: Cover, maxWords: number): Fragment[] {
  const fragments: Fragment[] = [];
  for (let from = cover.from; from <= cover.to;) {
    const fragment = nextFragment(words, {from, to: cover.to}, maxWords);
    fragments.push(fragment);
    from = fragment.to + 1;
  }
  return fragments;
}

function nextFragment(words: Words, cover: Cover, maxWords: number): Fragment {
  let {from, to} = cover;
  while (from < to && !isWanted(words[from])) from++;
  let [length, wanted] = [0, 0];
  let i = from;
  for (; i <= to && length < maxWords; i++) {
    if (isWord(words[i])) length++;
    if (isWanted(words[i])) wanted++;
  }
  if (to > i) {
    for (to = i; to > from && !isWanted(words[to]); to--) if (isWord(words[to])) length--;
  }
  return {from, to, length, wanted, state: 'open'};
}

/** The most of what the query asks for; of these the shortest. */
function bestOf(fragments: readonly Fragment[]): Fragment | null {
  let best: Fragment | null = null;
  for (const fragment of fragments) {
    if (fragment.state !== 'open') continue;
    const [wanted, length] = best ? [best.wanted, best.length] : [0, Infinity];
    if (fragment.wanted > wanted || (fragment.wanted === wanted && fragment.length < length)) best = fragment;
  }
  return best;
}

/** To the left at most half of the room, to the right the rest; not into other pieces, and to good ends. */
function stretch(words: Words, fragment: Fragment, {maxWords, shortWord}: HeadlineOptions): void {
  if (fragment.length >= maxWords) return;
  const {from, to} = fragment;
  let {length} = fragment;
  const room = Math.trunc((maxWords - length) / 2);
  let edge = from;
  for (let i = from - 1, stretched = 0; i >= 0 && stretched < room && !words[i].chosen; i--) {
    if (isWord(words[i])) {
      length++;
      stretched++;
    }
    edge = i;
  }
  for (; edge < from && isBadEnd(words[edge], shortWord); edge++) if (isWord(words[edge])) length--;
  fragment.from = edge;
  edge = to;
  for (let i = to + 1; i < words.length && length < maxWords && !words[i].chosen; i++) {
    if (isWord(words[i])) length++;
    edge = i;
  }
  for (; edge > to && isBadEnd(words[edge], shortWord); edge--) if (isWord(words[edge])) length--;
  fragment.to = edge;
  fragment.length = length;
}

function overlaps(other: Fragment, {from, to}: Fragment): boolean {
  const within = (i: number): boolean => i >= from && i <= to;
  return within(other.from) || within(other.to) || (other.from < from && other.to > to);
}
