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

/** Words that PostgreSQL takes and does not tell of: what they stand for. */
const QUIET: Readonly<Record<string, string>> = {debug: 'debug2'};

/** One of the words of an enum; of those that may be on and off, what a switch may be too. */
export function oneOf(...words: string[]): (value: string, name: string) => string {
  const isSwitch = words.includes('on') && words.includes('off');
  const isLevel = words.includes('debug1');
  return (value, name) => {
    const lower = value.toLowerCase();
    const word = (isSwitch && SWITCH[lower]) || (isLevel && QUIET[lower]) || lower;
    if (words.includes(word) || (isLevel && word === 'info')) return word;
    throw invalidValue(name, value, {
      hint: `Available values: ${words.join(', ')}.`,
    });
  };
}

export function integer(low: number, high: number): (value: string, name: string) => string {
  return measure({whole: true, unit: undefined, low, high});
}

export function invalidValue(name: string, value: string, more: {detail?: string; hint?: string} = {}): SqlError {
  return new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, more);
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

const MOST = 2 ** 31 - 1;

/** A number, whole or not, with a unit after it if it has one; stored in that unit. */
export function measure(kind: {
  readonly whole: boolean;
  readonly unit: Unit | undefined;
  readonly low: number;
  readonly high: number;
}): (value: string, name: string) => string {
  const {whole, unit, low, high} = kind;
  return (value, name) => {
    const match = /^\s*([+-]?(?:0x[\da-f]+|inf(?:inity)?|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))\s*(.*?)\s*$/i.exec(value);
    if (!match) throw invalidValue(name, value);
    const [, digits, word] = match;
    const given = numberOf(digits, whole);
    if (given === null) throw invalidValue(name, value);
    const number = word === '' ? given : inUnit(given, word, unit, value, name);
    const stored = whole ? toEven(number) : number;
    if (whole && Math.abs(stored) > MOST) {
      throw invalidValue(name, value, {
        hint: 'Value exceeds integer range.',
      });
    }
    if (stored < low || stored > high) {
      const says = (n: number): string => (whole ? String(n) : shortest(n));
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

/** As strtol and strtod read it: 0x10, 010 where whole numbers are meant, and what has no finite value is none. */
function numberOf(digits: string, whole: boolean): number | null {
  const sign = digits.startsWith('-') ? -1 : 1;
  const bare = digits.replace(/^[+-]/, '');
  if (/^inf/i.test(bare)) return whole ? null : sign * Infinity;
  if (whole && /^0[0-7]+$/.test(bare)) return sign * parseInt(bare, 8);
  const number = Number(bare);
  return Number.isFinite(number) ? sign * number : null;
}

/** Halves go to the even neighbour. */
function toEven(number: number): number {
  const below = Math.floor(number);
  const isHalf = number - below === 0.5;
  return isHalf ? below + (below % 2 === 0 ? 0 : 1) : Math.round(number);
}

/** C's `%g`: six digits at most, an exponent where they do not reach. */
export function shortest(number: number): string {
  if (!Number.isFinite(number)) return String(number);
  const exponent = number === 0 ? 0 : Number(number.toExponential(5).split('e')[1]);
  if (exponent >= -4 && exponent < 6) return String(Number(number.toPrecision(6)));
  const [digits, power] = number.toExponential(5).split('e');
  return `${Number(digits)}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

function inUnit(number: number, word: string, unit: Unit | undefined, value: string, name: string): number {
  if (!unit) throw invalidValue(name, value);
  const {one, words} = scale(unit);
  const names = Object.keys(words);
  const at = names.indexOf(word);
  if (at >= 0) {
    // What is left of a whole number is told in the next smaller unit: 30.1GB are so many MB.
    const smaller = at > 0 ? words[names[at - 1]] : 0;
    const base = number * words[word];
    return (smaller > 0 ? toEven(base / smaller) * smaller : base) / one;
  }
  const quoted = names.map(each => `"${each}"`);
  throw invalidValue(name, value, {
    hint: `Valid units for this parameter are ${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}.`,
  });
}

/** With the largest unit that leaves it whole; the smallest where none does. */
export function printMeasure(value: string, unit: Unit | undefined): string {
  const number = Number(value);
  if (!unit || number <= 0) return isInt(number) ? value : shortest(number);
  const {one, words} = scale(unit);
  const base = number * one;
  const isWhole = (amount: number): boolean => amount >= 1 && Math.abs(amount - Math.round(amount)) < 1e-8 * amount;
  const names = Object.keys(words);
  const word = names.findLast(each => isWhole(base / words[each]));
  return word ? `${Math.round(base / words[word])}${word}` : `${shortest(base / words[names[0]])}${names[0]}`;
}

function isInt(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) <= MOST;
}
