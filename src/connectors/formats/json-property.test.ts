import fc from 'fast-check';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {arbitraryDatum, arbitraryType} from '../../columnar/arbitrary-rows.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Address} from '../../kernels/memory.ts';
import type {ColumnUsage, InputUsage} from '../../plan/input-usage.ts';
import type {Datum} from '../../types/datum.ts';
import {formatText, parseText} from '../../types/io/registry.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  JSON_TYPE,
  JSONB,
  TEXT,
  childTypesOf,
  multirangeTypeOf,
  rangeTypeOf,
  type SqlType,
} from '../../types/sql-type.ts';
import {jsonDatum} from './json-datum.ts';
import {jsonFormat} from './json.ts';

/** Runs of each property, times this: MILLRACE_TEST_RUNS=20 for a long search. */
const runs = Number(process.env['MILLRACE_TEST_RUNS'] ?? 1);

// A long search shows what it finds as it is: shrinking documents may take very long.
if (runs > 1) fc.configureGlobal({endOnFailure: true});

const memory = loadKernels();
let before: number;
beforeEach(() => {
  before = memory.stats().liveBuffers;
});
afterEach(() => {
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(before);
});

/** A JSON value with the text it has in the document. */
type Json =
  | {readonly kind: 'scalar'; readonly text: string}
  | {readonly kind: 'array'; readonly text: string; readonly elements: readonly Json[]}
  | {readonly kind: 'object'; readonly text: string; readonly members: readonly (readonly [string, Json])[]};

const space = fc.constantFrom('', '', '', '', ' ', '  ', '\t', '\r', ' \r\t ');

/** A string literal in one of its spellings. */
function literal(value: string): fc.Arbitrary<string> {
  const escaped = (c: string) =>
    Array.from({length: c.length}, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  return fc
    .infiniteStream(fc.nat(9))
    .map(
      choices =>
        `"${Array.from(value, c => (choices.next().value === 0 ? escaped(c) : JSON.stringify(c).slice(1, -1))).join('')}"`,
    );
}

const word = fc.oneof(
  fc.string({maxLength: 12}),
  fc.string({unit: 'grapheme', maxLength: 60}),
  fc.constantFrom('', 'true', '12'),
);
const digits = (min: number, max: number) => fc.array(fc.nat(9), {minLength: min, maxLength: max}).map(d => d.join(''));
const numberText = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    fc.oneof(fc.constantFrom('0', '1', '10', '32768', '2147483648', '9223372036854775808'), digits(1, 25)),
    fc.oneof(
      {weight: 2, arbitrary: fc.constant('')},
      digits(1, 25).map(d => `.${d}`),
    ),
    fc.oneof(
      {weight: 4, arbitrary: fc.constant('')},
      fc.tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), fc.nat(40)).map(parts => parts.join('')),
    ),
  )
  .map(([sign, whole, fraction, exponent]) => sign + whole.replace(/^0+(?=\d)/, '') + fraction + exponent);

const scalar: fc.Arbitrary<Json> = fc
  .oneof(fc.constantFrom('null', 'true', 'false'), numberText, word.chain(literal))
  .map(text => ({kind: 'scalar', text}));

function arrayText(elements: readonly Json[], gaps: Iterator<string>): string {
  const gap = () => gaps.next().value as string;
  return `[${elements.map(e => gap() + e.text + gap()).join(',')}${elements.length === 0 ? gap() : ''}]`;
}

function arrayOf(element: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.array(element, {maxLength: 5}), fc.infiniteStream(space))
    .map(([elements, gaps]) => ({kind: 'array', elements, text: arrayText(elements, gaps)}));
}

function objectOf(members: fc.Arbitrary<readonly (readonly [string, Json])[]>): fc.Arbitrary<Json> {
  return members.chain(pairs =>
    fc.tuple(fc.tuple(...pairs.map(([key]) => literal(key))), fc.infiniteStream(space)).map(([keys, gaps]) => {
      const gap = () => gaps.next().value as string;
      const body = pairs.map(([, value], i) => `${gap()}${keys[i]}${gap()}:${gap()}${value.text}${gap()}`);
      return {kind: 'object', members: pairs, text: `{${body.length === 0 ? gap() : body.join(',')}}`};
    }),
  );
}

const {any} = fc.letrec<{any: Json}>(tie => ({
  any: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    scalar,
    arrayOf(tie('any')),
    objectOf(fc.array(fc.tuple(fc.oneof(word, fc.constantFrom('a', 'b', 'aa')), tie('any')), {maxLength: 20})),
  ),
}));

/** Mostly what the type takes, in one of the forms it may have; sometimes anything. */
function fitting(type: SqlType): fc.Arbitrary<Json> {
  return fc.oneof({weight: 12, arbitrary: wellTyped(type)}, any);
}

function wellTyped(type: SqlType): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'array':
      return arrayOf(fitting(type.element!));
    case 'struct':
      return objectFor(type.fields!);
    case 'json':
    case 'jsonb':
      return any;
    case 'boolean':
      return fc.constantFrom('true', 'false', '"t"', '"no"').map(text => ({kind: 'scalar', text}));
    default:
      return fc.oneof(
        arbitraryDatum(type).chain(value => {
          if (value === null) return fc.constant<Json>({kind: 'scalar', text: 'null'});
          const text = formatText(type, value);
          const bare = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? fc.constant(text) : literal(text);
          return fc.oneof(bare, literal(text)).map<Json>(each => ({kind: 'scalar', text: each}));
        }),
        fc
          .oneof(
            numberText,
            fc
              .date({min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true})
              .map(date => JSON.stringify(date.toISOString())),
            fc.constantFrom('"2024-02-29T12:34:56.123456789+05:30"', '"2023-02-29"', '"12:00"', '1.5', '1e3', '100e-2'),
          )
          .map<Json>(text => ({kind: 'scalar', text})),
      );
  }
}

/** An object with some of the fields in some order, other keys between, now and then a key twice. */
function objectFor(fields: readonly {readonly name: string; readonly type: SqlType}[]): fc.Arbitrary<Json> {
  const declared = fc
    .subarray([...fields])
    .chain(some => fc.tuple(...some.map(f => fc.tuple(fc.constant(f.name), fitting(f.type)))));
  const twice = fc.constantFrom(...fields).chain(f => fc.tuple(fc.constant(f.name), fitting(f.type)));
  const other = fc.tuple(
    word.filter(key => !fields.some(f => f.name === key)),
    any,
  );
  return objectOf(
    fc
      .tuple(declared, fc.array(other, {maxLength: 3}), fc.array(twice, {maxLength: 1}))
      .chain(([a, b, c]) => fc.shuffledSubarray([...a, ...b, ...c], {minLength: a.length + b.length + c.length})),
  );
}

/** What a column of the type makes of the value. Errors: SqlError. */
function expected(type: SqlType, json: Json): Datum {
  if (json.text === 'null') return null;
  if (type.kind === 'json') return json.text;
  if (type.kind === 'array') {
    if (json.kind !== 'array') throw new SqlError('22023', 'expected array');
    return json.elements.map(element => expected(type.element!, element));
  }
  if (type.kind === 'struct') {
    if (json.kind !== 'object') throw new SqlError('22023', 'expected object');
    const members = new Map(json.members);
    // A value that is overwritten by a later one must be right all the same.
    for (const [key, value] of json.members) {
      const field = type.fields!.find(f => f.name === key);
      if (field) expected(field.type, value);
    }
    return type.fields!.map(f => (members.has(f.name) ? expected(f.type, members.get(f.name)!) : null));
  }
  return jsonDatum(type, json.text);
}

function schemaOf(types: readonly SqlType[]): Schema {
  return types.map((type, i) => column(['a', 'key', 'a rather long column name, longer than a token', 'é'][i], type));
}

function inMemory<T>(bytes: Uint8Array, use: (address: Address) => T): T {
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  try {
    return use(address);
  } finally {
    memory.release(address);
  }
}

type Outcome = {
  readonly rows: Datum[][];
  readonly bad: {readonly record: number; readonly offset: number; readonly reason: string}[];
};

function decodeLines(schema: Schema, bytes: Uint8Array, chunks: readonly number[] = [], keep?: InputUsage): Outcome {
  const decoder = jsonFormat.createDecoder(memory, schema, {});
  if (keep) decoder.keepOnly!(keep);
  const rows: Datum[][] = [];
  const bad: {record: number; offset: number; reason: string}[] = [];
  let at = 0;
  let records = 0;
  for (const to of [...chunks, bytes.length]) {
    const final = to === bytes.length;
    const result = inMemory(bytes.subarray(at, to), address => decoder.decodeLines(address, to - at, {final}));
    for (const batch of result.batches) {
      rows.push(...batchRows(batch).map(({row}) => row));
      batch.release();
    }
    bad.push(
      ...result.bad.map(({record, offset, reason}) => ({record: record + records, offset: offset + at, reason})),
    );
    records += result.records;
    at += result.consumedBytes;
  }
  expect(at).toBe(bytes.length);
  decoder.close();
  return {rows, bad};
}

/** What sources refuse by name is not among the types. */
function isDecoded(type: SqlType): boolean {
  if (rangeTypeOf(type) || multirangeTypeOf(type)) return false;
  return childTypesOf(type).every(isDecoded);
}

const documents = fc
  .array(
    arbitraryType().filter(type => type.kind !== 'interval' && isDecoded(type)),
    {minLength: 1, maxLength: 4},
  )
  .map(schemaOf)
  .chain(schema => fc.record({schema: fc.constant(schema), records: fc.array(objectFor(schema), {maxLength: 12})}));

test('records decode as their columns read them, or are reported', () => {
  fc.assert(
    fc.property(documents, ({schema, records}) => {
      const rows: Datum[][] = [];
      const bad: number[] = [];
      records.forEach((record, i) => {
        try {
          rows.push(expected({kind: 'struct', fields: schema}, record) as Datum[]);
        } catch (error) {
          if (!(error instanceof SqlError)) throw error;
          bad.push(i);
        }
      });
      const outcome = decodeLines(schema, Buffer.from(records.map(record => `${record.text}\n`).join('')));
      expect(outcome.rows).toEqual(rows);
      expect(outcome.bad.map(each => each.record)).toEqual(bad);
    }),
    {numRuns: 150 * runs},
  );
});

test('the same bytes in any pieces give the same rows', () => {
  fc.assert(
    fc.property(documents, fc.array(fc.nat(), {maxLength: 6}), ({schema, records}, cuts) => {
      const bytes = Buffer.from(records.map(record => record.text).join('\n'));
      const pieces = cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b);
      // A piece that ends inside a record comes again with the next one, from where the decoder stopped.
      expect(
        decodeLines(
          schema,
          bytes,
          pieces.filter(to => to < bytes.length),
        ),
      ).toEqual(decodeLines(schema, bytes));
    }),
    {numRuns: 50 * runs},
  );
});

/** All, none or some of the fields of a composite; all or nothing of any other column. */
function usageOf(schema: Schema): fc.Arbitrary<InputUsage> {
  const columns = schema.map(({type}) =>
    fc.oneof(
      fc.constant(undefined),
      fc.constant('all' as const),
      type.kind === 'struct'
        ? fc.subarray(type.fields!.map((_, i) => i)).map(fields => new Set(fields))
        : fc.constant(undefined),
    ),
  );
  return fc
    .tuple(...columns)
    .map(usages => new Map(usages.flatMap((usage, i) => (usage === undefined ? [] : [[i, usage] as const]))));
}

test('columns that are not kept are checked all the same, and disturb no other', () => {
  fc.assert(
    fc.property(
      documents.chain(({schema, records}) => fc.tuple(fc.constant({schema, records}), usageOf(schema))),
      ([{schema, records}, usage]) => {
        const bytes = Buffer.from(records.map(record => record.text).join('\n'));
        const whole = decodeLines(schema, bytes);
        const some = decodeLines(schema, bytes, [], usage);
        expect(some.bad).toEqual(whole.bad);
        const rows = whole.rows.map(row => row.map((value, i) => keptOf(value, usage.get(i))));
        expect(some.rows).toEqual(rows);
      },
    ),
    {numRuns: 100 * runs},
  );
});

function keptOf(value: Datum, usage: ColumnUsage | undefined): Datum {
  if (usage === undefined || value === null) return null;
  if (usage === 'all') return value;
  return (value as readonly Datum[]).map((field, i) => (usage.has(i) ? field : null));
}

/** Changes, removes or inserts some bytes. */
function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const byte = fc.oneof(fc.constantFrom(...Buffer.from('{}[]":,\\ue0-+.tfn \t')), fc.integer({min: 0, max: 255}));
  const edit = fc.record({at: fc.nat(), op: fc.constantFrom('change', 'remove', 'insert', 'cut'), byte});
  return fc.array(edit, {minLength: 1, maxLength: 4}).map(edits => {
    let result = [...bytes];
    for (const {at, op, byte: value} of edits) {
      const i = at % (result.length + 1);
      if (op === 'change' && i < result.length) result[i] = value;
      else if (op === 'remove') result.splice(i, 1);
      else if (op === 'insert') result.splice(i, 0, value);
      else if (op === 'cut') result = result.slice(0, i);
    }
    return Uint8Array.from(result.filter(b => b !== 10));
  });
}

function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

test('a damaged record is taken exactly when it is still a JSON object', () => {
  fc.assert(
    fc.property(
      objectOf(fc.array(fc.tuple(word, any), {maxLength: 4})).chain(json => mutated(Buffer.from(json.text))),
      bytes => {
        // Keys that are not declared are only checked, a json column keeps the text.
        for (const schema of [[column('none of these', TEXT)], [column('a', JSON_TYPE), column('', JSON_TYPE)]]) {
          const {rows, bad} = decodeLines(schema, Buffer.concat([bytes, Buffer.from('\n{}\n')]));
          const blank = bytes.every(byte => byte <= 32);
          expect(rows.length + bad.length).toBe(blank && bytes.every(b => [9, 10, 13, 32].includes(b)) ? 1 : 2);
          expect(bad.length === 0).toBe(isJsonObject(bytes) || rows.length + bad.length === 1);
        }
      },
    ),
    {numRuns: 1000 * runs},
  );
});

test('damaged records of any shape are decoded or reported, and disturb neither their neighbours nor the memory', () => {
  const canaries = Array.from({length: 40}, (_, i) => {
    const bytes = 64 << (i % 10);
    const address = memory.alloc(bytes);
    memory.u8.fill(i + 1, address, address + bytes);
    return {address, bytes, mark: i + 1};
  });
  canaries.filter((_, i) => i % 2).forEach(({address}) => memory.release(address));
  const kept = canaries.filter((_, i) => i % 2 === 0);
  fc.assert(
    fc.property(
      documents
        .filter(({records}) => records.length > 0)
        .chain(({schema, records}) =>
          fc.record({
            schema: fc.constant(schema),
            first: fc.constant(records[0]),
            damaged: mutated(Buffer.from(records[0].text)),
          }),
        ),
      ({schema, first, damaged}) => {
        const whole = decodeLines(schema, Buffer.from(first.text));
        const lines = Buffer.concat([Buffer.from(`${first.text}\n`), damaged, Buffer.from(`\n${first.text}`)]);
        const {rows, bad} = decodeLines(schema, lines);
        const blank = damaged.every(b => [9, 13, 32].includes(b));
        expect(rows.length + bad.length).toBe(blank ? 2 : 3);
        if (whole.rows.length === 1) {
          expect(rows[0]).toEqual(whole.rows[0]);
          expect(rows[rows.length - 1]).toEqual(whole.rows[0]);
        }
      },
    ),
    {numRuns: 100 * runs},
  );
  for (const {address, bytes, mark} of kept) {
    expect(memory.u8.subarray(address, address + bytes).every(byte => byte === mark)).toBe(true);
    memory.release(address);
  }
});

test('what stands behind a record in memory has no part in it', () => {
  fc.assert(
    fc.property(
      documents,
      fc.constantFrom('', '0000000000000000000000000', '"}', ',"a":1}', 'e5}', '}}}}}}}}', ':', '\\"', 'ull}'),
      fc.nat(),
      ({schema, records}, behind, cut) => {
        for (const record of records) {
          const bytes = Buffer.from(record.text);
          const length = cut % (bytes.length + 1);
          const alone = decodeRecord(schema, bytes.subarray(0, length), Buffer.alloc(0));
          const followed = decodeRecord(schema, bytes.subarray(0, length), Buffer.from(behind));
          expect(followed).toEqual(alone);
        }
      },
    ),
    {numRuns: 60 * runs},
  );
});

function decodeRecord(schema: Schema, record: Uint8Array, behind: Uint8Array) {
  const decoder = jsonFormat.createDecoder(memory, schema, {});
  const list = memory.alloc(8);
  const result = inMemory(Buffer.concat([record, behind]), address => {
    memory.u32.set([address, record.length], list >>> 2);
    const {batches, bad} = decoder.decodeRecords(list, 1);
    const rows = batches.flatMap(batchRows);
    for (const batch of batches) batch.release();
    return {rows, reasons: bad.map(each => each.reason)};
  });
  memory.release(list);
  decoder.close();
  return result;
}

test('jsonb is canonical, as its input function makes it', () => {
  fc.assert(
    fc.property(any, json => {
      const {rows} = decodeLines([column('j', JSONB)], Buffer.from(`{"j":${json.text}}`));
      let value: Datum;
      try {
        value = json.text === 'null' ? null : parseText(JSONB, json.text);
      } catch {
        expect(rows).toEqual([]);
        return;
      }
      expect(rows).toEqual([[value]]);
    }),
    {numRuns: 500 * runs},
  );
});

test('doubles and reals are rounded correctly', () => {
  const schema = [column('d', {kind: 'double precision'}), column('r', {kind: 'real'})];
  const bits = fc.bigInt({min: 0n, max: 2n ** 64n - 1n}).map(word => {
    const double = new Float64Array(new BigUint64Array([word]).buffer)[0];
    return Number.isFinite(double) ? double : 0;
  });
  const texts = fc.oneof(
    bits.map(String),
    bits.map(double => double.toPrecision(17)),
    fc.double({noDefaultInfinity: true, noNaN: true, min: -1e20, max: 1e20}).map(String),
    // Halfway between two doubles, and next to it.
    fc.bigInt({min: 2n ** 53n, max: 2n ** 60n}).map(n => String(n)),
    numberText,
  );
  fc.assert(
    fc.property(
      texts.filter(text => /^-?(0|[1-9])/.test(text)),
      text => {
        const token = text.replace(/^-?0(?=\d)/, '');
        const value = Number(token);
        const inRange = Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(token.replace(/e.*/i, '')));
        const real = Math.fround(value);
        const {rows} = decodeLines(schema, Buffer.from(`{"d":${token}}\n{"r":${token}}`));
        const doubles = rows.filter(([d]) => d !== null);
        const reals = rows.filter(([, r]) => r !== null);
        if (inRange) expect(doubles).toEqual([[value, null]]);
        if (reals.length > 0 && Number.isFinite(real))
          expect(Math.abs((reals[0][1] as number) - value)).toBeLessThanOrEqual(Math.abs(real - value));
      },
    ),
    {numRuns: 2000 * runs},
  );
});
