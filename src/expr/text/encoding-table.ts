import {brotliDecompressSync} from 'node:zlib';
import {PACKED_ENCODINGS} from './encodings-data.ts';

// Which characters the codes of an encoding stand for, as PostgreSQL's conversions have it (scripts/encodings/record.mjs has asked
// it). A code is the number that its bytes make. Codes of some encodings have a character in common, which is written by one of them.

/** Codes that follow one another, as [first, count]; and the characters of all of them. */
type Packed = readonly [runs: readonly (readonly [number, number])[], characters: string];

type PackedTable = {
  readonly decode: Packed;
  /** What is not written by the first of the codes above. */
  readonly encode: Packed;
  /** Codes of two characters. */
  readonly pairs?: readonly (readonly [number, string])[];
  /** GB18030's codes of four bytes, numbered through: number, character and count of those that run in parallel. */
  readonly fours?: readonly (readonly [number, number, number])[];
};

type EncodingTable = {
  /** By code. */
  readonly characters: ReadonlyMap<number, string>;
  /** By character. */
  readonly codes: ReadonlyMap<string, number>;
  /** Codes of two characters that stand together; null: there are none. */
  readonly pairs: ReadonlyMap<string, number> | null;
};

let packed: Readonly<Record<string, PackedTable>> | null = null;
const tables = new Map<string, EncodingTable>();

/** Of an encoding by PostgreSQL's name. It is made once. */
export function encodingTable(name: string): EncodingTable {
  let table = tables.get(name);
  if (!table) {
    packed ??= JSON.parse(
      brotliDecompressSync(Buffer.from(PACKED_ENCODINGS, 'base64')).toString('utf16le'),
    ) as Readonly<Record<string, PackedTable>>;
    tables.set(name, (table = unpacked(packed[name])));
  }
  return table;
}

function unpacked({decode, encode, pairs, fours}: PackedTable): EncodingTable {
  const characters = new Map<number, string>();
  const codes = new Map<string, number>();
  each(decode, (code, character) => {
    characters.set(code, character);
    if (!codes.has(character)) codes.set(character, code);
  });
  each(encode, (code, character) => codes.set(character, code));
  for (const [first, point, count] of fours ?? []) {
    for (let i = 0; i < count; i++) {
      const character = String.fromCodePoint(point + i);
      const code = codeOfFour(first + i);
      characters.set(code, character);
      codes.set(character, code);
    }
  }
  for (const [code, text] of pairs ?? []) characters.set(code, text);
  return {characters, codes, pairs: pairs ? new Map(pairs.map(([code, text]) => [text, code])) : null};
}

function each([runs, text]: Packed, take: (code: number, character: string) => void): void {
  const characters = text[Symbol.iterator]();
  for (const [first, count] of runs) {
    for (let i = 0; i < count; i++) take(first + i, characters.next().value!);
  }
}

/** GB18030: 81-fe, 30-39, 81-fe, 30-39. */
function codeOfFour(number: number): number {
  const last = 0x30 + (number % 10);
  const third = 0x81 + (Math.floor(number / 10) % 126);
  const second = 0x30 + (Math.floor(number / 1260) % 10);
  const first = 0x81 + Math.floor(number / 12600);
  return ((first * 256 + second) * 256 + third) * 256 + last;
}

function numberOfFour(code: number): number {
  const byte = (shift: number): number => Math.floor(code / shift) % 256;
  return (((byte(0x1000000) - 0x81) * 10 + byte(0x10000) - 0x30) * 126 + byte(0x100) - 0x81) * 10 + byte(1) - 0x30;
}

/** Number of the code of U+10000: all planes behind the first follow one another. */
const SUPPLEMENT = 189_000;

/** GB18030's code of a character behind the first plane. */
export function supplementCode(character: string): number {
  return codeOfFour(SUPPLEMENT + character.codePointAt(0)! - 0x10000);
}

/** undefined: no character has it. */
export function supplementCharacter(code: number): string | undefined {
  const point = numberOfFour(code) - SUPPLEMENT + 0x10000;
  return code > 0xffffff && point >= 0x10000 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
