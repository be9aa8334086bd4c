import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {SqlError} from '../../types/sql-error.ts';
import {encodingTable} from './encoding-table.ts';
import {convert, decodeText, encodeText, encodingMaxLength, encodingName, encodingNumber} from './encodings.ts';

const recorded = readFileSync(new URL('fixtures/encoding-forms.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => /^(\S+) \\x(\S+) (.*)$/.exec(line)!.slice(1));

const names = Array.from({length: 42}, (_, number) => encodingName(number));
const converted = names.filter(name => !['SQL_ASCII', 'UTF8', 'MULE_INTERNAL'].includes(name));

function answer(hex: string, encoding: string): string {
  try {
    return `ok ${[...decodeText(Buffer.from(hex, 'hex'), encoding)].length}`;
  } catch (error) {
    return (error as SqlError).message;
  }
}

describe('text in other encodings', () => {
  it('takes the bytes that PostgreSQL takes, and refuses others as it does', () => {
    for (const [encoding, hex, expected] of recorded)
      expect(answer(hex, encoding), `${encoding} ${hex}`).toBe(expected);
  });

  it.each(converted)('reads what it has written in %s', encoding => {
    const {codes} = encodingTable(encoding);
    expect(codes.size).toBeGreaterThan(200);
    const longest = encodingMaxLength(encodingNumber(encoding))!;
    expect([...codes.keys()].filter(character => encodeText(character, encoding).length > longest)).toEqual([]);
    // PostgreSQL writes characters in some that it does not read.
    const own = [...codes.keys()].filter(character => {
      try {
        return decodeText(encodeText(character, encoding), encoding) === character;
      } catch {
        return false;
      }
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...own)), characters => {
        const text = characters.join('');
        const bytes = encodeText(text, encoding);
        expect(decodeText(bytes, encoding)).toBe(text);
        expect(convert(bytes, encoding, 'UTF8')).toEqual(new Uint8Array(Buffer.from(text)));
        expect(convert(Buffer.from(text), 'UTF8', encoding)).toEqual(bytes);
      }),
      {numRuns: 20},
    );
  });

  it('raises nothing but what PostgreSQL raises, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...converted),
        fc.uint8Array({maxLength: 12}),
        fc.string({unit: 'binary'}),
        (encoding, bytes, text) => {
          for (const attempt of [() => decodeText(bytes, encoding), () => encodeText(text, encoding)]) {
            try {
              attempt();
            } catch (error) {
              expect(error).toBeInstanceOf(SqlError);
              expect(['22021', '22P05']).toContain((error as SqlError).code);
            }
          }
        },
      ),
    );
  });

  it('knows all characters behind the first plane in GB18030', () => {
    for (const [character, hex] of [
      ['\u{10000}', '90308130'],
      ['\u{1f600}', '9439fc36'],
      ['\u{10ffff}', 'e3329a35'],
    ]) {
      expect(hexOf(character, 'GB18030')).toBe(hex);
      expect(decodeText(Buffer.from(hex, 'hex'), 'GB18030')).toBe(character);
    }
  });

  it('writes two characters as one code where the encoding has it', () => {
    expect(hexOf('か\u309a', 'EUC_JIS_2004')).toBe('a4f7');
    expect(hexOf('か\u309a', 'SHIFT_JIS_2004')).toBe('82f5');
    expect(decodeText(Buffer.from('82f5', 'hex'), 'SHIFT_JIS_2004')).toBe('か\u309a');
  });

  it('knows encodings by all of their names', () => {
    for (const [name, number] of [
      ['utf-8', 6],
      ['Unicode', 6],
      ['latin-1', 8],
      ['ISO-8859-15', 16],
      ['windows1252', 24],
      ['Shift_JIS', 35],
      ['shift-jis-2004', 41],
      ['sql_ascii', 0],
      ['nonsense', -1],
    ] as const) {
      expect(encodingNumber(name), name).toBe(number);
    }
  });
});

function hexOf(text: string, encoding: string): string {
  return Buffer.from(encodeText(text, encoding)).toString('hex');
}
