import fc from 'fast-check';
import {expect, test} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import {column, type Schema} from '../../types/schema.ts';
import type {Datum} from '../../types/datum.ts';
import {parseText} from '../../types/io/registry.ts';
import * as sql from '../../types/sql-type.ts';
import {jsonFormat} from './json.ts';

// The forms that have a short way of their own in the kernel, at and around the borders where it ends.

const memory = loadKernels();

function decode(schema: Schema, text: string | Uint8Array): Datum[][] {
  const bytes = Buffer.from(text as string);
  const decoder = jsonFormat.createDecoder(memory, schema, {});
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  const {batches} = decoder.decodeLines(address, bytes.length, {final: true});
  const rows = batches.flatMap(batchRows).map(({row}) => row);
  for (const batch of batches) batch.release();
  memory.release(address);
  decoder.close();
  return rows;
}

const digits = (most: number) =>
  fc
    .integer({min: 1, max: most})
    .chain(count => fc.string({unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count}));

const numberText = fc
  .record({
    sign: fc.constantFrom('', '-'),
    whole: fc.oneof(
      fc.constant('0'),
      digits(20).map(text => text.replace(/^0+(?=.)/, '')),
    ),
    fraction: fc.option(digits(22), {nil: ''}),
    exponent: fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e+', 'e-', 'E-'), fc.integer({min: 0, max: 330})), {
      nil: null,
    }),
  })
  .map(
    ({sign, whole, fraction, exponent}) => `${sign}${whole}${fraction && `.${fraction}`}${exponent?.join('') ?? ''}`,
  );

test('doubles of any number of digits are the nearest, wherever the value ends', () => {
  const schema = [column('d', sql.DOUBLE), column('after', sql.INTEGER)];
  fc.assert(
    fc.property(numberText, fc.constantFrom('', ' ', '\t'), (text, space) => {
      const value = Number(text);
      const isZero = !/[1-9]/.test(text.replace(/e.*/i, ''));
      const inRange = Number.isFinite(value) && (value !== 0 || isZero);
      const rows = decode(schema, `{"d":${text}${space},"after":7}\n{"after":8,"d":${text}${space}}\n`);
      expect(rows).toEqual(
        inRange
          ? [
              [value, 7],
              [value, 8],
            ]
          : [],
      );
    }),
    {numRuns: 4000},
  );
});

test('a fraction of each length behind each whole part', () => {
  const lines: string[] = [];
  const values: number[] = [];
  for (let whole = 1; whole <= 20; whole++) {
    for (let fraction = 0; fraction <= 20; fraction++) {
      const text = `${'9182736455463728190'.repeat(2).slice(0, whole)}${fraction > 0 ? '.' : ''}${'0918273645'.repeat(2).slice(0, fraction)}`;
      lines.push(`{"d":${text}}`);
      values.push(Number(text));
    }
  }
  expect(decode([column('d', sql.DOUBLE)], lines.join('\n')).map(([d]) => d)).toEqual(values);
});

test('uuids take hexadecimal digits alone, in each place', () => {
  const uuid = '0189abcd-ef01-4abc-8DEF-0123456789aF';
  for (let place = 0; place < uuid.length; place++) {
    for (let byte = 0x20; byte < 0x7f; byte++) {
      const character = String.fromCharCode(byte);
      const text = uuid.slice(0, place) + character + uuid.slice(place + 1);
      let expected: Datum[][] = [];
      try {
        expected = [[parseText(sql.UUID, text)]];
      } catch {
        // Not a uuid.
      }
      expect(decode([column('id', sql.UUID)], `{"id":${JSON.stringify(text)}}`), text).toEqual(expected);
    }
  }
});

test('members of jsonb objects come by length and bytes of their keys, the last of equals', () => {
  const key = fc.oneof(
    fc.string({unit: fc.constantFrom('a', 'b', 'é'), maxLength: 12}),
    fc
      .tuple(fc.constantFrom('seventh', 'seventH', 'eighteen'), fc.constantFrom('', 'x', 'y', 'xy'))
      .map(parts => parts.join('')),
    fc.tuple(fc.constantFrom(253, 254, 255, 256), fc.constantFrom('', 'x', 'y')).map(([n, end]) => 'k'.repeat(n) + end),
  );
  const object = fc
    .array(fc.tuple(key, fc.oneof(fc.integer(), fc.string({maxLength: 20}), fc.constant({z: 1, a: [true, null]}))), {
      maxLength: 30,
    })
    .map(
      members => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`,
    );
  fc.assert(
    fc.property(fc.array(object, {minLength: 1, maxLength: 5}), objects => {
      const rows = decode([column('j', sql.JSONB)], objects.map(text => `{"j":${text}}\n`).join(''));
      expect(rows).toEqual(objects.map(text => [parseText(sql.JSONB, text)]));
    }),
    {numRuns: 500},
  );
});

test('records of more keys than most have', () => {
  const names = Array.from({length: 300}, (_, i) => `column_${i}`);
  const schema = names.map((name, i) => column(name, i % 2 === 0 ? sql.INTEGER : sql.TEXT));
  const record = (n: number, order: readonly number[]) =>
    `{${order.map(i => `"${names[i]}":${i % 2 === 0 ? n + i : `"${n}.${i}"`}`).join(',')}}\n`;
  const order = names.map((_, i) => i);
  const orders = [order, order, order.toReversed(), order.filter(i => i % 3 > 0), order];
  const rows = decode(schema, orders.map((each, n) => record(n, each)).join(''));
  expect(rows).toEqual(
    orders.map((each, n) => order.map(i => (!each.includes(i) ? null : i % 2 === 0 ? n + i : `${n}.${i}`))),
  );
});
