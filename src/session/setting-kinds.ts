import {SqlError} from '../types/sql-error.ts';

// Values of parameters by their kind: words, numbers, amounts with a unit (manual 20.1.1).

const TRUE_WORDS = ['on', 'true', 'yes', '1', 't', 'y', 'tr', 'tru', 'ye'];
const FALSE_WORDS = ['off', 'false', 'no', '0', 'f', 'n', 'of', 'fa', 'fal', 'fals'];

export function boolean(value: string, name: string): string {
  const word = value.toLowerCase();
  if (TRUE_WORDS.includes(word)) return 'on';
  if (FALSE_WORDS.includes(word)) return 'off';
  throw new SqlError('22023', `parameter "${name}" requires a Boolean value`);
}

const SWITCH: Readonly<Record<string, string>> = {
  true: 'on',
  yes: 'on',
  '1': 'on',
  false: 'off',
  no: 'off',
  '0': 'off',
};

export function oneOf(...words: string[]): (value: string, name: string) => string {
  const isSwitch = words.includes('on') && words.includes('off');
  return (value, name) => {
    const lower = value.toLowerCase();
    const word = (isSwitch && SWITCH[lower]) || lower;
    if (words.includes(word)) return word;
    throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
      // Postgres takes it, and does not say so.
      hint: `Available values: ${words.filter(shown => shown !== 'debug').join(', ')}.`,
    });
  };
}

export function integer(low: number, high: number): (value: string, name: string) => string {
  return (value, name) => {
    const number = Number(value);
    if (!Number.isInteger(number)) throw invalidValue(name, value);
    if (number < low || number > high) {
      throw new SqlError('22023', `${number} is outside the valid range for parameter "${name}" (${low} .. ${high})`);
    }
    return String(number);
  };
}

export function invalidValue(name: string, value: string): SqlError {
  return new SqlError('22023', `invalid value for parameter "${name}": "${value}"`);
}

const SIZES = {B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4} as const;
const TIMES = {us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000} as const;

/** What a number is stored in. */
export type Unit = '8kB' | 'B' | 'kB' | 'MB' | 'ms' | 's' | 'min';

/** One of the unit in bytes or milliseconds, and the words that may stand after a number of it. */
function scale(unit: Unit): {readonly one: number; readonly words: Readonly<Record<string, number>>} {
  if (unit === '8kB') return {one: 8192, words: SIZES};
  return unit in SIZES
    ? {one: SIZES[unit as keyof typeof SIZES], words: SIZES}
    : {one: TIMES[unit as keyof typeof TIMES], words: TIMES};
}

/** A number, whole or not, with a unit after it if it has one; stored in that unit. */
export function measure(kind: {
  readonly whole: boolean;
  readonly unit: Unit | undefined;
  readonly low: number;
  readonly high: number;
}): (value: string, name: string) => string {
  const {whole, unit, low, high} = kind;
  return (value, name) => {
    const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x[\da-f]+)\s*([a-z]*)\s*$/i.exec(value);
    if (!match) throw invalidValue(name, value);
    const [, digits, word] = match;
    const number = word === '' ? Number(digits) : inUnit(Number(digits), word, unit, value, name);
    const stored = whole ? Math.round(number) : number;
    if (stored < low || stored > high) {
      const says = (n: number): string => (n === Number.MAX_VALUE ? '1.79769e+308' : String(n));
      const [shown, from, to] = [stored, low, high].map(says);
      const unitWord = unit ? ` ${unit}` : '';
      throw new SqlError(
        '22023',
        `${shown}${unitWord} is outside the valid range for parameter "${name}" (${from} .. ${to})`,
      );
    }
    return String(stored);
  };
}

function inUnit(number: number, word: string, unit: Unit | undefined, value: string, name: string): number {
  if (!unit) throw invalidValue(name, value);
  const {one, words} = scale(unit);
  if (word in words) return (number * words[word]) / one;
  const names = Object.keys(words).map(each => `"${each}"`);
  throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
    hint: `Valid units for this parameter are ${names.slice(0, -1).join(', ')}, and ${names.at(-1)}.`,
  });
}

/** A time of that many milliseconds; 0: none. */
export const milliseconds = measure({whole: true, unit: 'ms', low: 0, high: 2 ** 31 - 1});

/** With the largest unit that leaves it whole. */
export function printMeasure(value: string, unit: Unit | undefined): string {
  const number = Number(value);
  if (!unit || number <= 0) return value;
  const {one, words} = scale(unit);
  const base = number * one;
  const isWhole = (amount: number): boolean => amount >= 1 && Math.abs(amount - Math.round(amount)) < 1e-9 * amount;
  const word = Object.keys(words)
    .reverse()
    .find(each => isWhole(base / words[each]));
  return word ? `${Math.round(base / words[word])}${word}` : value;
}
