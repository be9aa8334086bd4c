import {appendElements, codePoints, Elements} from './elements.ts';
import {readLocale, tailoringOf} from './locale.ts';
import type {LocaleSettings} from './locale.ts';
import {tailoringAt, variableTop} from './weights.ts';
import type {Tailoring} from './weights.ts';

// Keys of texts whose bytes are in the order of a language: the sort keys of the Unicode Collation Algorithm (UTS 10) with CLDR's root
// order and tailorings. As in ICU, but without its compression.

const SEPARATOR = 0x01;
const MERGE_SEPARATOR = 0x0200_0000;
const CASE_BITS = 0xc000;
const WITHOUT_CASE = 0x3f3f;
const WITH_CASE = 0xff3f;

class Collator {
  private readonly settings: LocaleSettings;
  private readonly tailoring: Tailoring;
  private readonly shiftedBelow: number;
  private readonly backwards: boolean;
  private readonly caseFirst: 'upper' | 'lower' | 'off';
  private readonly normalizes: boolean;
  private readonly elements = new Elements();
  private readonly codes: number[] = [];
  private bytes = new Uint8Array(1024);
  private length = 0;
  /** Of each ASCII character its one element, where that is all there is to it. */
  private readonly asciiPrimaries = new Uint32Array(128);
  private readonly asciiTertiaries = new Uint16Array(128);
  private readonly asciiPlain = new Uint8Array(128);

  constructor(identifier: string) {
    this.settings = readLocale(identifier);
    this.tailoring = tailoringAt(tailoringOf(this.settings));
    const {attributes} = this.tailoring;
    const {shifted, backwards, caseFirst, normalizes, maxVariable} = this.settings;
    this.shiftedBelow = (shifted ?? attributes.alternate === 20) ? variableTop(maxVariable) : 0;
    this.backwards = backwards ?? attributes.french === 17;
    this.caseFirst =
      caseFirst ?? (attributes.caseFirst === 25 ? 'upper' : attributes.caseFirst === 24 ? 'lower' : 'off');
    this.normalizes = normalizes ?? attributes.normalization === 17;
    this.readAscii();
  }

  /** The key alone; equal for texts that the collation does not tell apart. */
  key(text: string): Uint8Array {
    this.length = 0;
    this.write(text);
    return this.bytes.slice(0, this.length);
  }

  /** The key, and behind a zero, which no key has, the text itself: tells all texts apart, and the text can be read from it. */
  keyWithText(text: string): Uint8Array {
    this.length = 0;
    this.write(text);
    this.reserve(text.length * 3 + 1);
    this.bytes[this.length++] = 0;
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
    return this.bytes.slice(0, this.length);
  }

  private write(text: string): void {
    if (this.writeAscii(text)) return;
    this.reserve(text.length * 2 + 16);
    const {strength, numeric, caseLevel} = this.settings;
    const {elements, codes} = this;
    elements.count = 0;
    codes.length = 0;
    const read = this.normalizes ? text.normalize('NFD') : text;
    for (let i = 0; i < read.length; i++) {
      const code = read.codePointAt(i)!;
      if (code > 0xffff) i++;
      codes.push(code);
    }
    appendElements(this.tailoring.weights, codes, numeric, elements);
    const shifted = this.shiftedBelow > 0 ? this.leaveOutVariables(strength >= 4) : null;
    this.writePrimaries();
    if (strength >= 2) this.writeSecondaries();
    if (caseLevel) this.writeCases(strength);
    if (strength >= 3) this.writeTertiaries();
    if (shifted && strength >= 4) this.writeQuaternaries(shifted);
    if (strength >= 5) this.writeText(text);
  }

  /** Spaces, punctuation and what belongs to them lose their weights; their primaries are the fourth level. */
  private leaveOutVariables(keeps: boolean): Uint32Array | null {
    const {elements, shiftedBelow} = this;
    const fourth = keeps ? new Uint32Array(elements.count) : null;
    let after = false;
    for (let i = 0; i < elements.count; i++) {
      const primary = elements.primaries[i];
      if (primary > MERGE_SEPARATOR && primary <= shiftedBelow) {
        if (fourth) fourth[i] = primary;
        elements.primaries[i] = 0;
        elements.rest[i] = 0;
        after = true;
      } else if (primary !== 0) {
        after = false;
      } else if (after) {
        elements.rest[i] = 0;
      }
    }
    return fourth;
  }

  private writePrimaries(): void {
    const {primaries, count} = this.elements;
    this.reserve(count * 4 + 1);
    const {reorder} = this.tailoring;
    for (let i = 0; i < count; i++) {
      const primary = primaries[i];
      if (primary !== 0) this.writePrimary(reorder.length > 0 ? reordered(reorder, primary) : primary);
    }
  }

  private writePrimary(primary: number): void {
    const {bytes} = this;
    bytes[this.length++] = primary >>> 24;
    if ((primary & 0xffffff) === 0) return;
    bytes[this.length++] = (primary >>> 16) & 255;
    if ((primary & 0xffff) === 0) return;
    bytes[this.length++] = (primary >>> 8) & 255;
    if ((primary & 0xff) !== 0) bytes[this.length++] = primary & 255;
  }

  private writeSecondaries(): void {
    const {rest, primaries, count} = this.elements;
    this.reserve(count * 2 + 1);
    this.bytes[this.length++] = SEPARATOR;
    if (!this.backwards) {
      for (let i = 0; i < count; i++) this.writeWeight(rest[i] >>> 16);
      return;
    }
    let from = 0;
    for (let end = 0; end <= count; end++) {
      if (end < count && primaries[end] !== MERGE_SEPARATOR) continue;
      for (let i = end - 1; i >= from; i--) this.writeWeight(rest[i] >>> 16);
      if (end < count) this.writeWeight(rest[end] >>> 16);
      from = end + 1;
    }
  }

  /** Lower case before upper case, between the second and the third level. */
  private writeCases(strength: number): void {
    const {rest, primaries, count} = this.elements;
    this.reserve(count + 1);
    this.bytes[this.length++] = SEPARATOR;
    for (let i = 0; i < count; i++) {
      const counts = strength === 1 ? primaries[i] !== 0 : rest[i] >>> 16 !== 0;
      if (!counts) continue;
      const bits = (rest[i] & CASE_BITS) >>> 14;
      this.bytes[this.length++] = this.caseFirst === 'upper' ? 5 - bits : 2 + bits;
    }
  }

  private writeTertiaries(): void {
    const {rest, count} = this.elements;
    this.reserve(count * 2 + 1);
    this.bytes[this.length++] = SEPARATOR;
    for (let i = 0; i < count; i++) this.writeWeight(this.tertiary(rest[i]));
  }

  private tertiary(rest: number): number {
    if (this.caseFirst === 'off' || this.settings.caseLevel) return rest & WITHOUT_CASE;
    const weight = rest & WITH_CASE;
    if (weight === 0 || this.caseFirst === 'lower') return weight;
    // What has no second level is behind all that has one, whatever its case.
    return rest >>> 16 !== 0 ? weight ^ CASE_BITS : weight + 0x4000;
  }

  private writeWeight(weight: number): void {
    if (weight === 0) return;
    this.bytes[this.length++] = weight >>> 8;
    if ((weight & 255) !== 0) this.bytes[this.length++] = weight & 255;
  }

  private writeQuaternaries(shifted: Uint32Array): void {
    const {rest, primaries, count} = this.elements;
    this.reserve(count * 4 + 1);
    this.bytes[this.length++] = SEPARATOR;
    for (let i = 0; i < count; i++) {
      if (shifted[i] !== 0) this.writePrimary(shifted[i]);
      else if (primaries[i] !== 0 || rest[i] !== 0) this.bytes[this.length++] = 0xff;
    }
  }

  private writeText(text: string): void {
    const codes = codePoints(text.normalize('NFD'));
    this.reserve(codes.length * 4 + 1);
    this.bytes[this.length++] = SEPARATOR;
    // Four bytes, none of which is less than two.
    for (const code of codes)
      this.writePrimary(
        (2 + (code >>> 15)) * 0x1000000 +
          (2 + ((code >>> 10) & 31)) * 0x10000 +
          (2 + ((code >>> 5) & 31)) * 0x100 +
          2 +
          (code & 31),
      );
  }

  private readAscii(): void {
    const {weights, reorder} = this.tailoring;
    const {numeric} = this.settings;
    for (let code = 0; code < 128; code++) {
      this.elements.count = 0;
      appendElements(weights, [code], numeric, this.elements);
      const {count, primaries, rest} = this.elements;
      const [primary, others] = [primaries[0], rest[0]];
      const variable = primary > MERGE_SEPARATOR && primary <= this.shiftedBelow;
      const isDigit = numeric && code >= 0x30 && code <= 0x39;
      if (count !== 1 || primary === 0 || variable || isDigit || others >>> 16 !== 0x0500) continue;
      if (weights.contractions.has(code)) {
        // Those of ASCII letters go on with other letters, as in Czech; in the root only with a middle dot.
        const next = [...weights.contractions.get(code)!.next.keys()];
        if (next.some(other => other < 128)) continue;
      }
      this.asciiPrimaries[code] = reorder.length > 0 ? reordered(reorder, primary) : primary;
      this.asciiTertiaries[code] = this.tertiary(others);
      this.asciiPlain[code] = 1;
    }
  }

  /** Most texts, and what makes sorting them quick; false: the text has something else in it. */
  private writeAscii(text: string): boolean {
    const {strength, caseLevel} = this.settings;
    if (caseLevel || strength > 3) return false;
    const size = text.length;
    for (let i = 0; i < size; i++) {
      const code = text.charCodeAt(i);
      if (code >= 128 || this.asciiPlain[code] === 0) return false;
    }
    this.reserve(size * 7 + 2);
    for (let i = 0; i < size; i++) this.writePrimary(this.asciiPrimaries[text.charCodeAt(i)]);
    if (strength < 2) return true;
    const {bytes} = this;
    bytes[this.length++] = SEPARATOR;
    bytes.fill(0x05, this.length, this.length + size);
    this.length += size;
    if (strength < 3) return true;
    bytes[this.length++] = SEPARATOR;
    for (let i = 0; i < size; i++) this.writeWeight(this.asciiTertiaries[text.charCodeAt(i)]);
    return true;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

const encoder = new TextEncoder();

function reordered(ranges: Tailoring['reorder'], primary: number): number {
  // What is not assigned stays behind everything.
  if (primary >= 0xfe00_0000) return primary;
  let offset = 0;
  for (const [from, then] of ranges) {
    if (primary < from) break;
    offset = then;
  }
  return offset === 0 ? primary : primary + offset * 0x1000000;
}

const collators = new Map<string, Collator>();

/** The collator of a locale identifier. Errors: as of `readLocale`. */
export function collatorOf(identifier: string): Collator {
  let collator = collators.get(identifier);
  if (!collator) {
    collator = new Collator(identifier);
    collators.set(identifier, collator);
  }
  return collator;
}
