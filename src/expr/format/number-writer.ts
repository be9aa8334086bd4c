import type {NumberTemplate} from './number-template.ts';
import {ordinalOf} from './ordinal.ts';
import type {Pattern} from './template.ts';

/** A number made ready for its template: digits with a point, or # where it has no room. */
type NumberText = {
  readonly sign: '+' | '-';
  readonly digits: string;
  readonly before: number;
  readonly behind: number;
};

/**
 * Writes a number into its template, place by place. A place is a digit or the point; the number stands at the right of
 * the places before the point, blanks or zeros left of it.
 */
export class NumberWriter {
  private readonly template: NumberTemplate;
  private readonly digits: string;
  private readonly sign: '+' | '-';
  private readonly bracket: boolean;
  private readonly signWhere: NumberTemplate['sign'];
  /** Places left of the number. */
  private readonly blanks: number;
  private readonly lastPlace: number;
  /** The last digit that FM leaves standing, an index into digits; null: all do. */
  private readonly lastRelevant: number | null;
  private readonly behind: number;
  private signDone: boolean;
  private out = '';
  private place = 0;
  /** The next of `digits`. */
  private next = 0;
  private inNumber = false;
  /** A place that the number has no digit for is where Postgres's text ends. */
  private ended = false;

  constructor(template: NumberTemplate, {sign, digits, before, behind}: NumberText) {
    const {fill, plus, minus} = template;
    this.template = template;
    this.digits = digits;
    this.sign = sign;
    this.behind = behind;
    const point = digits.indexOf('.');
    const whole = point < 0 ? digits.length : point;
    this.blanks = Math.max(0, before - whole);
    this.bracket = template.bracket && !(sign === '+' && fill && !plus && !minus);
    if (plus || minus) this.signDone = !(plus && !minus);
    else this.signDone = sign === '+' && fill && template.sign === 'none';
    const ownSign = !plus && !minus;
    this.signWhere = ownSign && template.sign === 'before' && before === template.signPlace ? 'behind' : template.sign;
    this.lastRelevant = fill && template.point ? this.relevant(point) : null;
    const count = behind + before - 1 + (!this.signDone && this.blanks === 0 ? 1 : 0);
    this.lastPlace = count + (this.blanks > 0 ? 1 : 0) + (template.point ? 1 : 0);
  }

  /** FM drops the zeros at the end, but for those that a 0 asks for. */
  private relevant(point: number): number | null {
    const {digits, template, blanks} = this;
    if (point < 0) return null;
    let last = point;
    for (let i = point + 1; i < digits.length; i++) if (digits[i] !== '0') last = i;
    if (template.zeroEnd > blanks) last = Math.max(last, Math.min(digits.length - 1, template.zeroEnd - blanks));
    return last;
  }

  write(): string {
    for (const piece of this.template.pieces) {
      if (piece.kind === 'pattern') this.pattern(piece);
      else this.out += piece.text;
      if (this.ended) break;
    }
    return this.out;
  }

  private pattern({name}: Pattern): void {
    const {fill} = this.template;
    const blank = fill ? '' : ' ';
    switch (name) {
      case '9':
      case '0':
      case '.':
      case 'D':
        this.digitPlace(name);
        return;
      case ',':
      case 'G':
        this.out += this.inNumber ? ',' : blank;
        return;
      case 'L':
        this.out += ' ';
        return;
      case 'MI':
        this.out += this.sign === '-' ? '-' : blank;
        return;
      case 'PL':
        this.out += this.sign === '+' ? '+' : blank;
        return;
      case 'SG':
        this.out += this.sign;
        return;
      case 'TH':
      case 'th':
        if (this.digits[0] === '#' || this.sign === '-' || this.template.point) return;
        this.out += ordinalOf(this.digits, name);
    }
  }

  private digitPlace(name: string): void {
    const {template, place, blanks, lastRelevant} = this;
    const zeroFrom = template.zeroStart;
    this.inNumber = false;
    if (!this.signDone && (place >= blanks || zeroFrom === place)) this.signAhead();
    if (place < blanks && (zeroFrom === null || zeroFrom > place)) {
      if (!template.fill) this.out += ' ';
    } else if (place < blanks) {
      this.out += '0';
      this.inNumber = true;
    } else {
      this.digit(name);
    }
    const end = lastRelevant !== null && lastRelevant === this.next ? place : this.lastPlace;
    if (place + 1 === end) this.signAfter();
    this.place++;
  }

  /** A lone 0 before the point of a template without 0 is not shown. */
  private leadingZero(): boolean {
    return this.template.zeroStart === null && this.next === 0 && this.digits[0] === '0' && this.behind !== 0;
  }

  private relevantIsPoint(): boolean {
    return this.lastRelevant !== null && this.digits[this.lastRelevant] === '.';
  }

  private signAhead(): void {
    if (this.leadingZero() && !this.relevantIsPoint()) return;
    const {template, sign} = this;
    if (template.sign !== 'none') {
      if (this.signWhere !== 'before') return;
      this.out += sign;
    } else if (this.bracket) this.out += sign === '+' ? ' ' : '<';
    else if (sign === '-') this.out += '-';
    else if (!template.fill) this.out += ' ';
    this.signDone = true;
  }

  private signAfter(): void {
    if (this.ended) return;
    if (this.signDone && this.bracket) this.out += this.sign === '+' ? ' ' : '>';
    else if (this.template.sign !== 'none' && this.signWhere === 'behind') this.out += this.sign;
  }

  private digit(name: string): void {
    const {template, digits, next, lastRelevant} = this;
    const c = digits[next] ?? '';
    if (c === '.') {
      if (!this.relevantIsPoint() || template.fill) this.out += '.';
    } else if (lastRelevant !== null && next > lastRelevant && name !== '0') {
      // Dropped by FM.
    } else if (this.leadingZero()) {
      if (!template.fill) this.out += ' ';
      else if (this.relevantIsPoint()) this.out += '0';
    } else {
      this.out += c;
      this.inNumber = true;
      this.ended = c === '';
    }
    if (c !== '') this.next++;
  }
}
