import {BEGINS_CONTRACTION, combiningClass, NO_ENTRY} from './weights.ts';
import type {ContractionNode, Weights} from './weights.ts';

/** A text's collation elements (weights.ts), in its order; grows as needed and is used again. */
export class Elements {
  primaries = new Uint32Array(256);
  rest = new Uint32Array(256);
  count = 0;

  push(primary: number, rest: number): void {
    if (this.count === this.primaries.length) this.grow();
    this.primaries[this.count] = primary;
    this.rest[this.count++] = rest;
  }

  private grow(): void {
    const primaries = new Uint32Array(this.count * 2);
    const rest = new Uint32Array(this.count * 2);
    primaries.set(this.primaries);
    rest.set(this.rest);
    this.primaries = primaries;
    this.rest = rest;
  }
}

const COMMON = 0x0500_0500;

/** The primaries of numbers are beneath those of all digits and letters, and over those of all symbols. */
const NUMBER_LEAD = 0x0f;

/**
 * Appends the collation elements of code points, as the Unicode Collation Algorithm finds them: the longest sequence that has
 * weights of its own, over combining marks in between too; else each code point's, else those of what it decomposes to.
 */
export function appendElements(weights: Weights, codes: readonly number[], numeric: boolean, into: Elements): void {
  /** What a contraction has taken out of the text behind it. */
  let taken: Set<number> | null = null;
  for (let i = 0; i < codes.length; i++) {
    if (taken?.has(i)) continue;
    const code = codes[i];
    if (numeric && isDigit(code)) {
      i = appendNumber(codes, i, into) - 1;
      continue;
    }
    const value = weights.pages[code >> 8]?.[code & 255] ?? NO_ENTRY;
    if (value & BEGINS_CONTRACTION) {
      const found = contraction(weights.contractions.get(code)!, codes, i);
      if (found) {
        appendEntry(weights, found.entry, into);
        for (const at of found.taken) (taken ??= new Set()).add(at);
        continue;
      }
    }
    const entry = value & ~BEGINS_CONTRACTION;
    if (entry === NO_ENTRY) appendWithoutEntry(weights, code, numeric, into);
    else appendEntry(weights, entry, into);
  }
}

function appendEntry(weights: Weights, value: number, into: Elements): void {
  const entry = value - 1;
  const count = entry & 31;
  const from = entry >>> 5;
  for (let i = from; i < from + count; i++) into.push(weights.primaries[i], weights.rest[i]);
}

type Found = {readonly entry: number; readonly taken: readonly number[]};

/** The longest contraction that begins at `start`, whose first code point `node` is; null: none. */
function contraction(first: ContractionNode, codes: readonly number[], start: number): Found | null {
  let node = first;
  let end = start + 1;
  let best: ContractionNode | null = null;
  let bestEnd = start + 1;
  while (end < codes.length) {
    const next = node.next.get(codes[end]);
    if (!next) break;
    node = next;
    end++;
    if (node.entry !== NO_ENTRY) {
      best = node;
      bestEnd = end;
    }
  }
  const taken: number[] = [];
  for (let i = start + 1; i < bestEnd; i++) taken.push(i);
  // Marks that are not blocked by one of the same class may stand between.
  let reached = best ?? first;
  let entry = reached.entry;
  let blocking = 0;
  for (let i = bestEnd; i < codes.length; i++) {
    const kind = combiningClass(codes[i]);
    if (kind === 0) break;
    const next = kind > blocking ? reached.next.get(codes[i]) : undefined;
    if (next && next.entry !== NO_ENTRY) {
      reached = next;
      entry = next.entry;
      taken.push(i);
    } else {
      blocking = kind;
    }
  }
  return entry === NO_ENTRY ? null : {entry, taken};
}

const decompositions = new Map<number, readonly number[] | null>();

/** What has no weights of its own: a composed character, or one that is not assigned. */
function appendWithoutEntry(weights: Weights, code: number, numeric: boolean, into: Elements): void {
  let parts = decompositions.get(code);
  if (parts === undefined) {
    const text = String.fromCodePoint(code);
    const decomposed = text.normalize('NFD');
    parts = decomposed === text ? null : codePoints(decomposed);
    if (decompositions.size < 20_000) decompositions.set(code, parts);
  }
  if (parts) appendElements(weights, parts, numeric, into);
  else into.push(unassigned(code), COMMON);
}

/** In the order of code points, behind all that is assigned. */
function unassigned(code: number): number {
  const high = 2 + Math.floor(code / 62_500);
  const middle = 2 + (Math.floor(code / 250) % 250);
  return 0xfe000000 + high * 0x10000 + middle * 0x100 + 2 + (code % 250);
}

export function codePoints(text: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    codes.push(code);
  }
  return codes;
}

const digitText = /^\p{Nd}$/u;

function isDigit(code: number): boolean {
  if (code < 0x80) return code >= 0x30 && code <= 0x39;
  return code >= 0x660 && digitText.test(String.fromCodePoint(code));
}

/** Digits come in rows of ten. */
function digitValue(code: number): number {
  if (code < 0x80) return code - 0x30;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && isDigit(zero - 1)) zero--;
  return (code - zero) % 10;
}

/** ICU divides longer numbers. */
const MOST_DIGITS = 254;

/** A run of digits as a number: how many digits it has, then two a byte. Returns where it ends. */
function appendNumber(codes: readonly number[], start: number, into: Elements): number {
  let at = start;
  const digits: number[] = [];
  while (at < codes.length && isDigit(codes[at])) {
    const value = digitValue(codes[at++]);
    if (digits.length > 0 || value !== 0) digits.push(value);
  }
  if (digits.length === 0) digits.push(0);
  for (let from = 0; from < digits.length; from += MOST_DIGITS) {
    appendDigits(digits.slice(from, from + MOST_DIGITS), into);
  }
  return at;
}

/** The first word says how many pairs of digits there are; each further one, which goes on with it, has three of them. */
function appendDigits(digits: readonly number[], into: Elements): void {
  const padded = digits.length % 2 === 1 ? [0, ...digits] : digits;
  const pairs: number[] = [];
  for (let i = 0; i < padded.length; i += 2) pairs.push(padded[i] * 10 + padded[i + 1] + 2);
  const words = [NUMBER_LEAD, pairs.length + 1, ...pairs];
  for (let i = 0; i < words.length; i += 4) {
    const word =
      words[i] * 0x1000000 + (words[i + 1] ?? 0) * 0x10000 + (words[i + 2] ?? 0) * 0x100 + (words[i + 3] ?? 0);
    into.push(word, i === 0 ? COMMON : 0);
  }
}
