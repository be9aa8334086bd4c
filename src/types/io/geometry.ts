import {
  geometryDatum,
  isSamePoint,
  isZero,
  lineThrough,
  numbersOf,
  type Point,
  pointsDatum,
  pointsOf,
  slope,
} from '../geometry.ts';
import {SqlError} from '../sql-error.ts';
import {DOUBLE, type SqlType} from '../sql-type.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import {doubleIo} from './floats.ts';
import {DEFAULT_FORMAT, type FormatSettings} from './format-settings.ts';
import {invalidSyntax, type TypeIo} from './type-io.ts';

// The text forms leave out parentheses in many ways; what is accepted follows Postgres's readers step by step.

const numberPattern = /\s*[-+]?(?:nan|inf(?:inity)?|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*/iy;

class Scanner {
  at = 0;
  private readonly text: string;
  private readonly type: string;

  constructor(text: string, type: string) {
    this.text = text;
    this.type = type;
  }

  fail(): SqlError {
    return invalidSyntax(this.type, this.text);
  }

  get next(): string {
    return this.text[this.at] ?? '';
  }

  blanks(): void {
    while (/[ \t\n\v\f\r]/.test(this.next)) this.at++;
  }

  accept(character: string): boolean {
    if (this.next !== character) return false;
    this.at++;
    return true;
  }

  expect(character: string): void {
    if (!this.accept(character)) throw this.fail();
  }

  number(): number {
    numberPattern.lastIndex = this.at;
    const found = numberPattern.exec(this.text);
    if (!found) throw this.fail();
    this.at += found[0].length;
    return doubleIo.parse(found[0], DOUBLE, DEFAULT_FORMAT) as number;
  }

  pair(): Point {
    this.blanks();
    const delimited = this.accept('(');
    const x = this.number();
    this.expect(',');
    const y = this.number();
    if (delimited) {
      this.expect(')');
      this.blanks();
    }
    return {x, y};
  }

  /** The next parenthesis opens the whole: there are two, or no other. */
  opensWhole(): boolean {
    if (this.next !== '(') return false;
    const rest = this.text.slice(this.at + 1);
    return /^[ \t\n\v\f\r]*\(/.test(rest) || !rest.includes('(');
  }

  /** The next parenthesis is the last that opens. */
  lastOpening(): boolean {
    return this.next === '(' && !this.text.slice(this.at + 1).includes('(');
  }

  points(count: number, mayBeOpen: boolean): {readonly points: Point[]; readonly open: boolean} {
    this.blanks();
    const open = this.next === '[';
    if (open && !mayBeOpen) throw this.fail();
    const enclosed = open || this.opensWhole();
    if (enclosed) {
      this.at++;
      if (!open) this.blanks();
    }
    const points: Point[] = [];
    for (let i = 0; i < count; i++) {
      points.push(this.pair());
      this.accept(',');
    }
    if (enclosed) {
      if (!this.accept(')') && !(open && this.accept(']'))) throw this.fail();
      this.blanks();
    }
    return {points, open};
  }

  end(): void {
    if (this.at < this.text.length) throw this.fail();
  }

  /** How many points so many commas stand between. */
  pairCount(): number {
    const commas = this.text.split(',').length - 1;
    if (commas % 2 === 0) throw this.fail();
    return (commas + 1) / 2;
  }
}

function formatNumber(value: number, settings: FormatSettings): string {
  return doubleIo.format(value, DOUBLE, settings);
}

function pointText({x, y}: Point, settings: FormatSettings): string {
  return `(${formatNumber(x, settings)},${formatNumber(y, settings)})`;
}

function pointTexts(datum: Uint8Array, from: number, settings: FormatSettings): string {
  return pointsOf(datum, from)
    .map(point => pointText(point, settings))
    .join(',');
}

/** Types whose binary form is their numbers. */
function plain(
  count: number,
  parse: (scanner: Scanner) => Uint8Array,
  format: (datum: Uint8Array, settings: FormatSettings) => string,
): TypeIo {
  return {
    parse: (text, type) => parse(new Scanner(text, type.kind)),
    format: (value, _type, settings) => format(value as Uint8Array, settings),
    read: reader => geometryDatum(Array.from({length: count}, () => reader.float64())),
    write: (writer, value) => writeNumbers(writer, value as Uint8Array, 0),
  };
}

function writeNumbers(writer: ByteWriter, datum: Uint8Array, from: number): void {
  for (const number of numbersOf(datum).subarray(from)) writer.float64(number);
}

export const pointIo = plain(
  2,
  scanner => {
    const point = scanner.pair();
    scanner.end();
    return pointsDatum([point]);
  },
  (datum, settings) => pointTexts(datum, 0, settings),
);

function twoPoints(scanner: Scanner, mayBeOpen: boolean): Point[] {
  const {points} = scanner.points(2, mayBeOpen);
  scanner.end();
  return points;
}

export const lsegIo = plain(
  4,
  scanner => pointsDatum(twoPoints(scanner, true)),
  (datum, settings) => `[${pointTexts(datum, 0, settings)}]`,
);

/** NaN is greater than all others. */
const isBeyond = (a: number, b: number): boolean => a > b || (Number.isNaN(a) && !Number.isNaN(b));

/** Upper right, lower left; of equal numbers (0 and -0) the second is the upper. */
export function boxDatum(a: Point, b: Point): Uint8Array {
  const [right, left] = isBeyond(a.x, b.x) ? [a.x, b.x] : [b.x, a.x];
  const [high, low] = isBeyond(a.y, b.y) ? [a.y, b.y] : [b.y, a.y];
  return geometryDatum([right, high, left, low]);
}

const boxText = plain(
  4,
  scanner => {
    const [a, b] = twoPoints(scanner, false);
    return boxDatum(b, a);
  },
  (datum, settings) => pointTexts(datum, 0, settings),
);

export const boxIo: TypeIo = {
  ...boxText,
  read(reader) {
    const [a, b] = pointsOf(boxText.read(reader, {kind: 'box'}) as Uint8Array);
    return boxDatum(b, a);
  },
};

/** Errors: 22P02. */
export function lineDatum(a: Point, b: Point, code = '22P02'): Uint8Array {
  if (isSamePoint(a, b)) throw new SqlError(code, 'invalid line specification: must be two distinct points');
  const line = lineThrough(a, slope(a, b));
  return geometryDatum([line.a, line.b, line.c]);
}

function parseLine(scanner: Scanner): Uint8Array {
  scanner.blanks();
  if (!scanner.accept('{')) {
    const [a, b] = twoPoints(scanner, true);
    return lineDatum(a, b);
  }
  const a = scanner.number();
  scanner.expect(',');
  const b = scanner.number();
  scanner.expect(',');
  const c = scanner.number();
  scanner.expect('}');
  scanner.blanks();
  scanner.end();
  if (isZero(a) && isZero(b)) {
    throw new SqlError('22P02', 'invalid line specification: A and B cannot both be zero');
  }
  return geometryDatum([a, b, c]);
}

const lineText = plain(3, parseLine, (datum, settings) => {
  const numbers = Array.from(numbersOf(datum), number => formatNumber(number, settings));
  return `{${numbers.join(',')}}`;
});

export const lineIo: TypeIo = {
  ...lineText,
  read(reader) {
    const datum = lineText.read(reader, {kind: 'line'}) as Uint8Array;
    const [a, b] = numbersOf(datum);
    if (isZero(a) && isZero(b)) {
      throw new SqlError('22P03', 'invalid line specification: A and B cannot both be zero');
    }
    return datum;
  },
};

export const circleIo: TypeIo = {
  ...plain(
    3,
    scanner => {
      scanner.blanks();
      const angled = scanner.accept('<');
      const enclosed = angled || (scanner.opensWhole() && !scanner.lastOpening());
      if (enclosed && !angled) {
        scanner.at++;
        scanner.blanks();
      }
      const {x, y} = scanner.pair();
      scanner.accept(',');
      const radius = scanner.number();
      if (radius < 0) throw scanner.fail();
      if (enclosed) {
        if (!scanner.accept(')') && !scanner.accept('>')) throw scanner.fail();
        scanner.blanks();
      }
      scanner.end();
      return geometryDatum([x, y, radius]);
    },
    (datum, settings) => {
      const [x, y, radius] = numbersOf(datum);
      return `<${pointText({x, y}, settings)},${formatNumber(radius, settings)}>`;
    },
  ),
  read(reader) {
    const numbers = [reader.float64(), reader.float64(), reader.float64()];
    if (numbers[2] < 0) throw new SqlError('22P03', 'invalid radius in external "circle" value');
    return geometryDatum(numbers);
  },
};

function readPoints(reader: ByteReader, type: SqlType): number[] {
  const count = reader.int32();
  if (count <= 0 || count > reader.remaining / 16) {
    throw new SqlError('22P03', `invalid number of points in external "${type.kind}" value`);
  }
  return Array.from({length: 2 * count}, () => reader.float64());
}

export const polygonIo: TypeIo = {
  parse(text, type) {
    const scanner = new Scanner(text, type.kind);
    const {points} = scanner.points(scanner.pairCount(), false);
    scanner.end();
    return pointsDatum(points);
  },
  format: (value, _type, settings) => `(${pointTexts(value as Uint8Array, 0, settings)})`,
  read: (reader, type) => geometryDatum(readPoints(reader, type)),
  write(writer, value) {
    writer.int32((value as Uint8Array).length / 16);
    writeNumbers(writer, value as Uint8Array, 0);
  },
};

/** A path of its points; closed, it goes back to the first. */
export function pathDatum(closed: boolean, points: readonly Point[]): Uint8Array {
  return geometryDatum([closed ? 1 : 0, ...points.flatMap(({x, y}) => [x, y])]);
}

export function isClosed(path: Uint8Array): boolean {
  return numbersOf(path)[0] === 1;
}

export const pathIo: TypeIo = {
  parse(text, type) {
    const scanner = new Scanner(text, type.kind);
    const count = scanner.pairCount();
    scanner.blanks();
    const enclosed = scanner.lastOpening();
    if (enclosed) scanner.at++;
    const {points, open} = scanner.points(count, true);
    if (enclosed) {
      scanner.expect(')');
      scanner.blanks();
    }
    scanner.end();
    return pathDatum(!open, points);
  },
  format(value, _type, settings) {
    const text = pointTexts(value as Uint8Array, 1, settings);
    return isClosed(value as Uint8Array) ? `(${text})` : `[${text}]`;
  },
  read(reader, type) {
    const closed = reader.uint8() !== 0;
    return geometryDatum([closed ? 1 : 0, ...readPoints(reader, type)]);
  },
  write(writer, value) {
    const datum = value as Uint8Array;
    writer.int8(isClosed(datum) ? 1 : 0);
    writer.int32((datum.length - 8) / 16);
    writeNumbers(writer, datum, 1);
  },
};
