// Packs what gather.mjs has gathered into src/expr/collation/weights-data.ts; weights.ts reads it.
//   node scripts/collation/pack.mjs FOLDER
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';

const folder = process.argv[2] ?? '/tmp/collation';
const read = name => readFileSync(join(folder, name), 'utf8');

const root = new Map();
const classes = [];
const variable = {};
const NONCHARACTER = /(^|\+)fd[de][0-9a-f](\+|$)/;
for (const line of read('root.txt').split('\n')) {
  const [word, key, value] = line.split(' ');
  if (word === '@variable') variable[key] = value;
  if (word === '@ccc') classes.push([parseInt(key, 16), Number(value)]);
  const match = /^([0-9a-f+]+):(.*)$/.exec(line);
  if (match && !NONCHARACTER.test(match[1])) root.set(match[1], match[2].trim());
}

/** The elements of a text as those of its characters after one another; null: one has none. */
function joined(text) {
  const parts = [...text].map(character => root.get(character.codePointAt(0).toString(16)));
  return parts.includes(undefined) ? null : parts.filter(part => part !== '').join(' ');
}

// What decomposes to the same elements is left out, and found again by decomposition.
const entries = [...root].filter(([key, elements]) => {
  if (key.includes('+')) return true;
  const character = String.fromCodePoint(parseInt(key, 16));
  const decomposed = character.normalize('NFD');
  return decomposed === character || joined(decomposed) !== elements;
});

const {alias, typed, out, dup} = JSON.parse(read('locales.json'));
widenRanges();
const sections = [entries, ...Object.values(out).map(({tailored}) => Object.entries(tailored))];
const elementsOf = text =>
  text === '' ? [] : text.split(' ').map(each => [parseInt(each.slice(0, 8), 16), parseInt(each.slice(9), 16)]);

const rests = restTable();
const header = Buffer.from(
  JSON.stringify({
    variable,
    locales: localeTable(),
    tailorings: Object.entries(out).map(([name, {at, removed, reorder}]) => ({
      name,
      ...at,
      ...(removed.length > 0 ? {removed} : {}),
      ...(reorder ? {reorder} : {}),
    })),
    ccc: runs(classes),
    st: [...rests.keys()],
  }),
);
const raw = Buffer.concat([Buffer.from(varint(header.length)), header, ...sections.map(section)]);
const packed = brotliCompressSync(raw, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  },
});
writeFileSync(
  join(dirname(fileURLToPath(import.meta.url)), '../../src/expr/collation/weights-data.ts'),
  `// Made by scripts/collation/pack.mjs out of ICU 72 (CLDR 42, Unicode 15). Copyright © 1991-2022 Unicode, Inc.; Unicode License v3 (docs/dependencies.md).\nexport const PACKED_WEIGHTS =\n  '${packed.toString('base64')}';\n`,
);
console.log(`${raw.length} bytes, ${packed.length} packed`);

/** A range of scripts begins where the one before ends, since tailored weights may stand before its first character. */
function widenRanges() {
  const representatives = new Map();
  for (const [key, elements] of root) {
    const primary = elements.slice(0, 8);
    if (!key.includes('+') && !elements.includes(' ') && !representatives.has(primary))
      representatives.set(primary, key);
  }
  const primaries = [...representatives.keys()].sort();
  for (const tailoring of Object.values(out)) {
    tailoring.reorder = tailoring.reorder
      ?.filter(([from]) => from < 'fe')
      .map(([from, offset]) => {
        let at = primaries.indexOf(from) - 1;
        while (at > 0 && representatives.get(primaries[at]) in tailoring.tailored) at--;
        const before = (primaries[at] ?? '00').slice(0, 2);
        if (before === from.slice(0, 2)) return [from, offset];
        return [`${(parseInt(before, 16) + 1).toString(16).padStart(2, '0')}000000`, offset];
      });
  }
}

/** Pairs of secondary and tertiary weights, the most frequent ones first. */
function restTable() {
  const counts = new Map();
  for (const list of sections) {
    for (const [, elements] of list) {
      for (const [, rest] of elementsOf(elements)) counts.set(rest, (counts.get(rest) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]).map(([rest], i) => [rest, i]));
}

/** Where each locale's tailoring is; null: it has none, though a shorter name has. */
function localeTable() {
  const names = Object.keys(out);
  const place = name => names.indexOf(dup[name] ?? name);
  const table = {};
  for (const [locale] of read('list.txt')
    .split('\n')
    .map(line => line.split('\t')))
    if (locale) table[locale] = null;
  for (const [locale, actual] of Object.entries(alias)) table[locale] = place(actual);
  for (const [kind, locales] of Object.entries(typed)) {
    for (const locale of locales) {
      const index = place(`${locale}@collation=${kind}`);
      if (index >= 0) table[`${locale}@${kind}`] = index;
    }
  }
  const same = Object.keys(table).filter(key => {
    const [locale, kind] = key.split('@');
    const shorter = locale.replace(/_?[^_]*$/, '');
    if (shorter === locale) return false;
    return (table[kind ? `${shorter}@${kind}` : shorter] ?? null) === table[key];
  });
  for (const key of same) delete table[key];
  return table;
}

function runs(pairs) {
  const found = [];
  for (const [code, value] of pairs) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === code && last[2] === value) last[1]++;
    else found.push([code, 1, value]);
  }
  return found.flat();
}

function varint(value) {
  const bytes = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

function signed(value) {
  return varint(value < 0 ? -value * 2 - 1 : value * 2);
}

/** Most primaries have three bytes. */
function primaryNumber(primary) {
  return primary & 255 ? primary * 2 + 1 : Math.floor(primary / 256) * 2;
}

function section(list) {
  const sorted = list.map(([key, elements]) => ({key, elements: elementsOf(elements)})).sort(compare);
  const [lengths, codes, counts, primaries, others] = [[], [], [], [], []];
  let code = 0;
  let first = 0;
  let total = 0;
  for (const {key, elements} of sorted) {
    const points = key.split('+').map(point => parseInt(point, 16));
    lengths.push(...varint(points.length));
    for (const point of points) {
      codes.push(...signed(point - code));
      code = point;
    }
    counts.push(...varint(elements.length));
    total += elements.length;
    elements.forEach(([primary, rest], i) => {
      const number = primaryNumber(primary);
      primaries.push(...signed(i === 0 ? number - first : number));
      if (i === 0) first = number;
      others.push(...varint(rests.get(rest)));
    });
  }
  const streams = [lengths, codes, counts, primaries, others];
  const head = [sorted.length, total, ...streams.map(({length}) => length)].flatMap(varint);
  return Buffer.concat([head, ...streams].map(part => Buffer.from(part)));
}

function compare(a, b) {
  for (let i = 0; i < Math.max(a.elements.length, b.elements.length); i++) {
    const [x, y] = [a.elements[i], b.elements[i]];
    if (!x) return -1;
    if (!y) return 1;
    if (x[0] !== y[0]) return x[0] - y[0];
    if (x[1] !== y[1]) return x[1] - y[1];
  }
  return a.key < b.key ? -1 : 1;
}
