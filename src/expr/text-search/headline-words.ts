import type {Operand} from './match.ts';
import {TokenKind} from './tokens.ts';

/** A token of a document while a headline is chosen. */
export type HeadlineWord = {
  readonly kind: number;
  readonly text: string;
  readonly bytes: number;
  /** The part of the query that asks for it. */
  operand: Operand | null;
  /** The same token as the one before, for another part of the query. */
  readonly repeated: boolean;
  position: number;
  /** In the headline. */
  chosen: boolean;
  selected: boolean;
  shownAs: 'word' | 'blank' | 'nothing';
};

export function headlineWord(kind: number, text: string): HeadlineWord {
  return {
    kind,
    text,
    bytes: Buffer.byteLength(text),
    operand: null,
    repeated: false,
    position: 0,
    chosen: false,
    selected: false,
    shownAs: 'word',
  };
}

const {tag, blank, protocol, entity} = TokenKind;
/** Their parts are tokens too, which are shown. */
const WHOLES: ReadonlySet<number> = new Set([TokenKind.url, TokenKind.numhword, TokenKind.asciihword, TokenKind.hword]);
const NUMBERS = [TokenKind.sfloat, TokenKind.version, TokenKind.float, TokenKind.int, TokenKind.uint];
const NO_WORDS: ReadonlySet<number> = new Set([...WHOLES, blank, tag]);
const NO_ENDS: ReadonlySet<number> = new Set([...NO_WORDS, ...NUMBERS, protocol, entity]);

/** Counts towards the length. */
export function isWord({kind}: HeadlineWord): boolean {
  return !NO_WORDS.has(kind);
}

/** What the query asks for, once. */
export function isWanted({operand, repeated}: HeadlineWord): boolean {
  return operand !== null && !repeated;
}

export function isBadEnd(word: HeadlineWord, shortWord: number): boolean {
  return (NO_ENDS.has(word.kind) || word.bytes <= shortWord) && !isWanted(word);
}

/** These, both included, are part of the headline. */
export function choose(words: readonly HeadlineWord[], from: number, to: number, highlightAll: boolean): void {
  for (let i = from; i <= to; i++) {
    const word = words[i];
    if (word.operand) word.selected = true;
    if (WHOLES.has(word.kind)) word.shownAs = 'nothing';
    else if (word.kind === tag && !highlightAll) word.shownAs = 'blank';
    word.chosen = !word.repeated;
  }
}
