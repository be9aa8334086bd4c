import {SqlError} from '../../types/sql-error.ts';
import {type Piece, piecesOf, remembered, vocabulary} from './template.ts';

// Templates of numbers. A pattern tells what the number looks like, and its place in the template where each part goes.

const patterns = ', . 0 9 B C D EEEE FM G L MI PL PR RN SG SP S TH V'.split(' ');
const words = vocabulary(patterns.flatMap(word => [word, word.toLowerCase()]));

/** What a template says of the whole number. */
export type NumberTemplate = {
  readonly pieces: readonly Piece[];
  /** Digit places before and behind the decimal point, and behind V. */
  readonly before: number;
  readonly behind: number;
  readonly shift: number;
  /** Digit place from which on zeros are shown (0 = the first), and up to which; null: no 0 stands before the point. */
  readonly zeroStart: number | null;
  readonly zeroEnd: number;
  readonly fill: boolean;
  readonly point: boolean;
  readonly plus: boolean;
  readonly minus: boolean;
  readonly bracket: boolean;
  /** S: where it stands, and behind how many digits. */
  readonly sign: 'none' | 'before' | 'behind';
  readonly signPlace: number;
  readonly roman: boolean;
  readonly scientific: boolean;
};

type Building = {-readonly [K in keyof NumberTemplate]: NumberTemplate[K]} & {
  v: boolean;
  blank: boolean;
  zero: boolean;
};

function wrong(message: string, detail?: string): SqlError {
  return new SqlError('42601', message, {detail});
}

/** Errors: 42601 for patterns that do not go together. */
export const numberTemplate = remembered((template: string): NumberTemplate => {
  const pieces = piecesOf(template, words, false);
  const built: Building = {
    pieces,
    before: 0,
    behind: 0,
    shift: 0,
    zeroStart: null,
    zeroEnd: 0,
    fill: false,
    point: false,
    plus: false,
    minus: false,
    bracket: false,
    sign: 'none',
    signPlace: 0,
    roman: false,
    scientific: false,
    v: false,
    blank: false,
    zero: false,
  };
  for (const piece of pieces) if (piece.kind === 'pattern') add(built, piece.name);
  return built;
});

function add(t: Building, name: string): void {
  if (t.scientific && name !== 'EEEE') throw wrong('"EEEE" must be the last pattern used');
  switch (name) {
    case '9':
      if (t.bracket) throw wrong('"9" must be ahead of "PR"');
      if (t.v) t.shift++;
      else if (t.point) t.behind++;
      else t.before++;
      return;
    case '0':
      if (t.bracket) throw wrong('"0" must be ahead of "PR"');
      if (!t.zero && !t.point) {
        t.zero = true;
        t.zeroStart = t.before;
      }
      if (t.point) t.behind++;
      else t.before++;
      t.zeroEnd = t.before + t.behind;
      return;
    case 'B':
      if (t.before === 0 && t.behind === 0 && !t.zero) t.blank = true;
      return;
    case 'D':
    case '.':
      if (t.point) throw wrong('multiple decimal points');
      if (t.v) throw wrong('cannot use "V" and decimal point together');
      t.point = true;
      return;
    case 'FM':
      t.fill = true;
      return;
    case 'S':
      addSign(t);
      return;
    case 'MI':
      if (t.sign !== 'none') throw wrong('cannot use "S" and "MI" together');
      t.minus = true;
      return;
    case 'PL':
      if (t.sign !== 'none') throw wrong('cannot use "S" and "PL" together');
      t.plus = true;
      return;
    case 'SG':
      if (t.sign !== 'none') throw wrong('cannot use "S" and "SG" together');
      t.minus = true;
      t.plus = true;
      return;
    case 'PR':
      if (t.sign !== 'none' || t.plus || t.minus) throw wrong('cannot use "PR" and "S"/"PL"/"MI"/"SG" together');
      t.bracket = true;
      return;
    case 'RN':
    case 'rn':
      t.roman = true;
      return;
    case 'V':
      if (t.point) throw wrong('cannot use "V" and decimal point together');
      t.v = true;
      return;
    case 'EEEE':
      if (t.scientific) throw wrong('cannot use "EEEE" twice');
      if (t.blank || t.fill || t.sign !== 'none' || t.bracket || t.minus || t.plus || t.roman || t.v) {
        throw wrong(
          '"EEEE" is incompatible with other formats',
          '"EEEE" may only be used together with digit and decimal point patterns.',
        );
      }
      t.scientific = true;
  }
}

function addSign(t: Building): void {
  if (t.sign !== 'none') throw wrong('cannot use "S" twice');
  if (t.plus || t.minus || t.bracket) throw wrong('cannot use "S" and "PL"/"MI"/"SG"/"PR" together');
  t.sign = t.point ? 'behind' : 'before';
  t.signPlace = t.before;
}

export function hasShift(template: NumberTemplate): boolean {
  return (template as Building).v;
}
