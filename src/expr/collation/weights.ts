import {brotliDecompressSync} from 'node:zlib';
import {PACKED_WEIGHTS} from './weights-data.ts';

// The weights of Unicode's root collation and of the languages' tailorings, as scripts/collation/ has taken them out of ICU.

/**
 * A collation element is two words: a primary weight of up to four bytes, of which none is the beginning of another one, and
 * a secondary and a tertiary weight of 16 bits each; the two highest bits of the tertiary are the case.
 */
export type Weights = {
  /** By page of 256 code points: where the elements of each begin, times 32, and how many; see `entry`. */
  readonly pages: readonly (Int32Array | undefined)[];
  readonly primaries: Uint32Array;
  readonly rest: Uint32Array;
  /** Sequences that have weights of their own, by their first code point. */
  readonly contractions: ReadonlyMap<number, ContractionNode>;
};

export type ContractionNode = {readonly next: Map<number, ContractionNode>; entry: number};

/** No weights of its own. */
export const NO_ENTRY = 0;
/** Marks an entry whose code point begins a contraction. */
export const BEGINS_CONTRACTION = 0x4000_0000;

/** How a language differs from the root, besides its weights. */
export type Tailoring = {
  readonly name: string;
  readonly weights: Weights;
  /** Attributes in ICU's numbers: 16 off, 17 on; alternate: 20 shifted; caseFirst: 24 lower, 25 upper. */
  readonly attributes: {readonly [name in 'french' | 'alternate' | 'caseFirst' | 'normalization']?: number};
  /** From each primary on, what is added to the leading byte. */
  readonly reorder: readonly (readonly [from: number, offset: number])[];
};

type TailoringHeader = Tailoring['attributes'] & {
  readonly name: string;
  readonly removed?: readonly string[];
  readonly reorder?: readonly (readonly [string, number])[];
};

type Header = {
  readonly variable: Readonly<Record<string, string>>;
  readonly locales: Readonly<Record<string, number | null>>;
  readonly tailorings: readonly TailoringHeader[];
  readonly st: readonly number[];
  readonly ccc: readonly number[];
};

type Unpacked = {
  readonly header: Header;
  readonly root: Section;
  readonly tailored: readonly Section[];
};

let unpacked: Unpacked | undefined;
let rootTailoring: Tailoring | undefined;
const tailorings = new Map<number, Tailoring>();
let combiningClasses: Map<number, number> | undefined;

/** Which tailoring a locale (`de_AT`, `de@phonebook`) has, null: the root's weights; undefined: it is not known. */
export function tailoringIndex(locale: string): number | null | undefined {
  return unpack().header.locales[locale];
}

export function tailoringAt(index: number | null): Tailoring {
  if (index === null) return root();
  let found = tailorings.get(index);
  if (!found) {
    found = tailor(index);
    tailorings.set(index, found);
  }
  return found;
}

/** The highest primary weight that alternate=shifted leaves out: of spaces, punctuation, symbols, currencies. */
export function variableTop(group: 'space' | 'punct' | 'symbol' | 'currency'): number {
  const code = {space: '4096', punct: '4097', symbol: '4098', currency: '4099'}[group];
  return parseInt(unpack().header.variable[code], 16);
}

/** The canonical combining class; 0 of what begins a character. */
export function combiningClass(code: number): number {
  if (code < 0x300) return 0;
  if (!combiningClasses) {
    combiningClasses = new Map();
    const {ccc} = unpack().header;
    for (let i = 0; i < ccc.length; i += 3) {
      for (let j = 0; j < ccc[i + 1]; j++) combiningClasses.set(ccc[i] + j, ccc[i + 2]);
    }
  }
  return combiningClasses.get(code) ?? 0;
}

function root(): Tailoring {
  rootTailoring ??= {name: 'root', weights: weightsOf(unpack().root, null), attributes: {}, reorder: []};
  return rootTailoring;
}

function tailor(index: number): Tailoring {
  const {header, tailored} = unpack();
  const {name, removed = [], reorder = [], ...attributes} = header.tailorings[index];
  const gone = new Set(removed.map(key => keyText(key.split('+').map(code => parseInt(code, 16)))));
  return {
    name,
    weights: tailored[index].isEmpty && gone.size === 0 ? root().weights : weightsOf(tailored[index], gone),
    attributes,
    reorder: reorder.map(([from, offset]) => [parseInt(from, 16), offset]),
  };
}

/** `gone`: contractions of the root that the tailoring has not; null: it is the root itself. */
function weightsOf(section: Section, gone: ReadonlySet<string> | null): Weights {
  const base = gone && root().weights;
  const pages: (Int32Array | undefined)[] = base ? [...base.pages] : [];
  const own = new Set<number>();
  const page = (code: number): Int32Array => {
    const at = code >> 8;
    if (!own.has(at)) {
      own.add(at);
      pages[at] = pages[at]?.slice() ?? new Int32Array(256);
    }
    return pages[at]!;
  };
  const from = base ? base.primaries.length : 0;
  const primaries = new Uint32Array(from + section.elements);
  const rest = new Uint32Array(from + section.elements);
  if (base) {
    primaries.set(base.primaries);
    rest.set(base.rest);
  }
  const contractions = new Map<number, ContractionNode>();
  const contracted = new Set<string>();
  section.read(primaries, rest, from, (key, entry) => {
    if (key.length === 1) {
      page(key[0])[key[0] & 255] = entry;
    } else {
      addContraction(contractions, key, entry);
      contracted.add(keyText(key));
    }
  });
  if (base) {
    for (const [key, entry] of allContractions(base.contractions)) {
      const text = keyText(key);
      if (!contracted.has(text) && !gone.has(text)) addContraction(contractions, key, entry);
    }
    for (const code of base.contractions.keys()) page(code)[code & 255] &= ~BEGINS_CONTRACTION;
  }
  for (const code of contractions.keys()) page(code)[code & 255] |= BEGINS_CONTRACTION;
  return {pages, primaries, rest, contractions};
}

function addContraction(into: Map<number, ContractionNode>, key: readonly number[], entry: number): void {
  let level = into;
  let node: ContractionNode | undefined;
  for (const code of key) {
    node = level.get(code);
    if (!node) {
      node = {next: new Map(), entry: NO_ENTRY};
      level.set(code, node);
    }
    level = node.next;
  }
  node!.entry = entry;
}

function* allContractions(
  level: ReadonlyMap<number, ContractionNode>,
  before: readonly number[] = [],
): Generator<readonly [readonly number[], number]> {
  for (const [code, node] of level) {
    const key = [...before, code];
    if (node.entry !== NO_ENTRY) yield [key, node.entry];
    yield* allContractions(node.next, key);
  }
}

function keyText(key: readonly number[]): string {
  return key.join(' ');
}

function unpack(): Unpacked {
  if (unpacked) return unpacked;
  const reader = new Reader(brotliDecompressSync(Buffer.from(PACKED_WEIGHTS, 'base64')));
  const header = JSON.parse(reader.text(reader.unsigned())) as Header;
  const rootSection = new Section(reader, header.st);
  const tailored = header.tailorings.map(() => new Section(reader, header.st));
  unpacked = {header, root: rootSection, tailored};
  return unpacked;
}

/** The entries of the root or of a tailoring: five streams beside each other. */
class Section {
  /** How many collation elements there are. */
  readonly elements: number;
  private readonly count: number;
  private readonly restTable: readonly number[];
  private readonly lengths: Reader;
  private readonly codes: Reader;
  private readonly counts: Reader;
  private readonly weights: Reader;
  private readonly others: Reader;

  constructor(reader: Reader, restTable: readonly number[]) {
    this.restTable = restTable;
    this.count = reader.unsigned();
    this.elements = reader.unsigned();
    const sizes = [1, 2, 3, 4, 5].map(() => reader.unsigned());
    [this.lengths, this.codes, this.counts, this.weights, this.others] = sizes.map(size => reader.part(size));
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** Once: puts the elements behind those that are there, and tells of each sequence its entry. */
  read(
    primaries: Uint32Array,
    rest: Uint32Array,
    from: number,
    give: (key: readonly number[], entry: number) => void,
  ): void {
    const {lengths, codes, counts, weights, others, restTable} = this;
    const key: number[] = [];
    let at = from;
    let code = 0;
    let first = 0;
    for (let i = 0; i < this.count; i++) {
      key.length = lengths.unsigned();
      for (let j = 0; j < key.length; j++) key[j] = code += codes.signed();
      const begin = at;
      const end = at + counts.unsigned();
      for (; at < end; at++) {
        const written = weights.signed() + (at === begin ? first : 0);
        if (at === begin) first = written;
        // Four bytes, or three.
        primaries[at] = written % 2 === 1 ? (written - 1) / 2 : (written / 2) * 256;
        rest[at] = restTable[others.unsigned()];
      }
      give(key, begin * 32 + (end - begin) + 1);
    }
  }
}

class Reader {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** 0, -1, 1, -2 … */
  signed(): number {
    const value = this.unsigned();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(length: number): string {
    const text = Buffer.from(this.bytes.subarray(this.at, this.at + length)).toString('utf8');
    this.at += length;
    return text;
  }

  part(length: number): Reader {
    const part = new Reader(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return part;
  }
}
