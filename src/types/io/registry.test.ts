import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {SqlError} from '../sql-error.ts';
import {type SqlType, numericOf} from '../sql-type.ts';
import {typeByName} from '../type-names.ts';
import {applyTypmod} from '../typmod.ts';
import {ByteWriter} from './byte-writer.ts';
import {DEFAULT_FORMAT, type FormatSettings} from './format-settings.ts';
import {formatText, parseText, readBinary, writeBinary} from './registry.ts';

type Literal = {
  readonly type: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly in: string;
  readonly out?: string;
  readonly hex?: string;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly detail?: string;
    readonly hint?: string;
    readonly where?: string;
  };
};

// Answers of Postgres 15, written by scripts/fixtures/literals.mjs.
const literals = readFileSync(new URL('../fixtures/literals.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Literal);

function typeOf(name: string): SqlType {
  const composite = /^ROW\((.*)\)$/.exec(name);
  if (composite) {
    const fields = composite[1].split(',').map((field, i) => ({name: 'abc'[i], type: typeOf(field)}));
    return {kind: 'struct', fields};
  }
  const parameters = /^(\w+)\(([-\d,]+)\)$/.exec(name);
  if (!parameters) return typeByName(name === '"char"' ? '"char"' : name)!;
  const [first, second] = parameters[2].split(',').map(Number);
  const kind = typeByName(parameters[1])!.kind;
  if (kind === 'numeric') return numericOf(first, second);
  return kind === 'varchar' || kind === 'bpchar' ? {kind, length: first} : {kind, precision: first};
}

function settingsOf(settings: Literal['settings']): FormatSettings {
  return {
    timeZone: settings['timezone'] ?? 'UTC',
    dateStyle: settings['datestyle'] ?? DEFAULT_FORMAT.dateStyle,
    intervalStyle: settings['intervalstyle'] ?? 'postgres',
    extraFloatDigits: Number(settings['extra_float_digits'] ?? 1),
    byteaOutput: settings['bytea_output'] === 'escape' ? 'escape' : 'hex',
  };
}

function answer(literal: Literal): Pick<Literal, 'out' | 'hex' | 'error'> {
  const type = typeOf(literal.type);
  const settings = settingsOf(literal.settings);
  try {
    const value = applyTypmod(type, parseText(type, literal.in, settings), 'explicit')!;
    const writer = new ByteWriter(4);
    writeBinary(writer, type, value);
    const hex = writer.written().toString('hex');
    const out = formatText(type, value, settings);
    expect(formatText(type, readBinary(type, writer.written()), settings)).toBe(out);
    return {out, hex};
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const {detail, hint, where} = error.fields;
    return {error: {code: error.code, message: error.message, detail, hint, where}};
  }
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const groups = new Map<string, Literal[]>();
for (const literal of literals) {
  const settings = Object.entries(literal.settings).map(([name, value]) => `${name} = ${value}`);
  const title = [literal.type, ...settings].join(', ');
  groups.set(title, [...(groups.get(title) ?? []), literal]);
}

describe('literals read, print and travel as in Postgres', () => {
  for (const [title, group] of groups) {
    it(title, () => {
      const wrong = group
        .map(({in: text, out, hex, error, ...rest}) => ({
          text,
          expected: error ? {error} : {out, hex},
          actual: withoutUndefined(answer({in: text, ...rest})),
        }))
        .filter(({expected, actual}) => JSON.stringify(expected) !== JSON.stringify(actual));
      expect(wrong).toEqual([]);
    });
  }
});
