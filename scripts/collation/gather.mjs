// Asks libicu (dump.c) for the root collation and for what each language changes: root.txt, list.txt and locales.json in a folder.
//   node scripts/collation/gather.mjs FOLDER
import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = process.argv[2] ?? '/tmp/collation';
mkdirSync(folder, {recursive: true});
const program = join(folder, 'dump');
const source = join(dirname(fileURLToPath(import.meta.url)), 'dump.c');
execFileSync('cc', ['-O1', '-o', program, source, '-licui18n', '-licuuc']);
const dump = (...args) => execFileSync(program, args, {maxBuffer: 1 << 28}).toString();

/** Sequences of code points with their collation elements; beside them those of contractions, and the attributes. */
function parse(text) {
  const weights = new Map();
  const contractions = new Map();
  const attributes = {};
  let into = weights;
  for (const line of text.split('\n')) {
    if (line.startsWith('@contractions')) into = contractions;
    else if (line.startsWith('@')) {
      const [name, ...values] = line.slice(1).split(' ');
      attributes[name] = values;
    } else {
      const match = /^([0-9a-f+]+):(.*)$/.exec(line);
      // Index characters of CLDR, which are in no text.
      if (match && !/fdd[01]/.test(match[1])) into.set(match[1], match[2].trim());
    }
  }
  return {weights, contractions, attributes};
}

const rootText = dump('');
writeFileSync(join(folder, 'root.txt'), rootText);
const root = parse(rootText);
const rootContractions = new Map([...root.weights].filter(([key]) => key.includes('+')));

/** A character for each primary weight. */
const representatives = new Map();
for (const [key, elements] of root.weights) {
  const primary = elements.slice(0, 8);
  if (key.includes('+') || elements.includes(' ') || primary === '00000000') continue;
  if (!representatives.has(primary)) representatives.set(primary, key);
}
const primaries = [...representatives.keys()].sort();

/** From which primary on how much is added to its first byte, as sort keys show it. */
function reorder(locale, tailored) {
  const input = primaries.map(primary => representatives.get(primary)).join('\n');
  const lines = execFileSync(program, ['leads', locale], {input, maxBuffer: 1 << 28})
    .toString()
    .trim()
    .split('\n');
  const leads = new Map(lines.map(line => line.split(' ')));
  const ranges = [];
  let last = 0;
  for (const primary of primaries) {
    const key = representatives.get(primary);
    if (key in tailored) continue;
    const offset = parseInt(leads.get(key), 16) - parseInt(primary.slice(0, 2), 16);
    if (offset !== last) ranges.push([primary, offset]);
    last = offset;
  }
  return ranges;
}

const listText = dump('list');
writeFileSync(join(folder, 'list.txt'), listText);
const list = listText
  .replace(/\n$/, '')
  .split('\n')
  .map(line => line.split('\t'));
/** Kinds of order that are left out, or are every language's own. */
const without = new Set(['search', 'searchjl', 'unihan', 'zhuyin', 'big5han', 'gb2312han', 'standard', 'emoji', 'eor']);
const alias = {};
const typed = {emoji: [''], eor: ['']};
const names = new Set();
for (const [locale, , actual, , kinds] of list) {
  if (actual !== 'root') {
    alias[locale] = actual;
    names.add(actual);
  }
  for (const kind of kinds.trim().split(' ')) {
    if (without.has(kind) || (['pinyin', 'stroke'].includes(kind) && !locale.startsWith('zh'))) continue;
    (typed[kind] ??= []).push(locale);
  }
}

const out = {};
const dup = {};
const known = new Map();

function add(name) {
  const {weights, contractions, attributes} = parse(dump(name));
  const tailoring = {tailored: {}, removed: [], at: {}};
  for (const [key, value] of weights) if (root.weights.get(key) !== value) tailoring.tailored[key] = value;
  for (const [key, value] of contractions) if (rootContractions.get(key) !== value) tailoring.tailored[key] = value;
  for (const key of rootContractions.keys()) {
    if (!/fdd[01]/.test(key) && !contractions.has(key)) tailoring.removed.push(key);
  }
  for (const attribute of ['french', 'alternate', 'caseFirst', 'normalization']) {
    if (attributes[attribute][0] !== root.attributes[attribute][0]) {
      tailoring.at[attribute] = Number(attributes[attribute][0]);
    }
  }
  if (attributes.reorder.length > 0) tailoring.reorder = reorder(name, tailoring.tailored);
  const text = JSON.stringify(tailoring);
  if (known.has(text)) dup[name] = known.get(text);
  else {
    known.set(text, name);
    out[name] = tailoring;
  }
}

for (const name of names) add(name);
for (const [kind, locales] of Object.entries(typed)) for (const locale of locales) add(`${locale}@collation=${kind}`);
writeFileSync(join(folder, 'locales.json'), JSON.stringify({alias, typed, out, dup}));
