import {type Decimal, decimalParse, decimalRescale} from '../../types/decimal.ts';
import {decimal} from '../../types/decimal-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {hasShift, type NumberTemplate, numberTemplate} from './number-template.ts';

/** to_number; NULL for an empty template. Errors: 42601, 0A000, 22P02, 22003. */
export function numberFromChar(text: string, template: string): Decimal | null {
  if (template === '') return null;
  const t = numberTemplate(template);
  if (t.scientific) throw new SqlError('0A000', '"EEEE" not supported for input');
  if (t.roman) throw new SqlError('0A000', '"RN" not supported for input');
  const {digits, behind} = new NumberReader(t, text).read();
  const value = decimalRescale(decimalParse(digits), t.before + t.shift + behind, behind);
  if (!hasShift(t) || value.special) return value;
  // Divided by a power of ten, which Postgres writes with at least 16 digits.
  const scale = Math.max(16, t.shift);
  return decimal(value.coefficient * 10n ** BigInt(scale - t.shift), value.scale + scale);
}

/** Reads place by place as NumberWriter writes. */
class NumberReader {
  private readonly template: NumberTemplate;
  private readonly text: string;
  private at = 0;
  private sign = ' ';
  private digits = '';
  private readBefore = 0;
  private readBehind = 0;
  private point = false;
  private inNumber = false;

  constructor(template: NumberTemplate, text: string) {
    this.template = template;
    this.text = text;
  }

  read(): {readonly digits: string; readonly behind: number} {
    for (const piece of this.template.pieces) {
      if (this.done()) break;
      if (piece.kind !== 'pattern') this.skipCharacter();
      else this.pattern(piece.name);
    }
    return {digits: this.sign + this.digits.replace(/\.$/, ''), behind: this.readBehind};
  }

  private done(): boolean {
    return this.at >= this.text.length;
  }

  private skipCharacter(): void {
    if (!this.done()) this.at += String.fromCodePoint(this.text.codePointAt(this.at)!).length;
  }

  private pattern(name: string): void {
    const {fill} = this.template;
    const c = this.text[this.at];
    switch (name) {
      case '9':
      case '0':
      case '.':
      case 'D':
        this.digitPlace(name);
        this.at++;
        return;
      case ',':
      case 'G':
        if (!this.inNumber && fill) return;
        if (c === ',') this.at++;
        return;
      case 'L':
        this.skipText(1);
        return;
      case 'TH':
      case 'th':
        if (!this.template.point && this.sign !== '#') this.skipText(2);
        return;
      case 'MI':
        if (c === '-') this.take();
        else this.skipText(1);
        return;
      case 'PL':
        if (c === '+') this.take();
        else this.skipText(1);
        return;
      case 'SG':
        if (c === '-' || c === '+') this.take();
        else this.skipText(1);
    }
  }

  private take(): void {
    this.sign = this.text[this.at++];
  }

  /** Up to `count` characters that cannot be part of a number. */
  private skipText(count: number): void {
    for (let i = 0; i < count && !this.done() && !/[0-9.,+-]/.test(this.text[this.at]); i++) this.skipCharacter();
  }

  /** Leaves `at` on the last character read: the caller goes past it. */
  private digitPlace(name: string): void {
    const {template} = this;
    if (this.text[this.at] === ' ') this.at++;
    if (this.done()) return;
    if (this.sign === ' ' && name !== '.' && name !== 'D' && this.readBefore + this.readBehind === 0)
      this.leadingSign();
    if (this.done()) return;
    let read = false;
    const c = this.text[this.at];
    if (c >= '0' && c <= '9') {
      if (this.point && this.readBehind === template.behind) return;
      this.digits += c;
      if (this.point) this.readBehind++;
      else this.readBefore++;
      read = true;
    } else if (template.point && !this.point && c === '.') {
      this.digits += '.';
      this.point = true;
      read = true;
    }
    if (this.sign === ' ' && this.readBefore + this.readBehind > 0) this.trailingSign(read);
  }

  private leadingSign(): void {
    const c = this.text[this.at];
    const {template} = this;
    if (template.sign === 'before') {
      if (c === '-' || c === '+') this.take();
    } else if (c === '-' || (template.bracket && c === '<')) {
      this.sign = '-';
      this.at++;
    } else if (c === '+') this.take();
  }

  private trailingSign(read: boolean): void {
    const {template} = this;
    if (template.sign !== 'none') {
      const following = this.text[this.at + 1];
      if (read && (following === '-' || following === '+')) this.sign = this.text[++this.at];
    } else if (!read && (template.plus || template.minus)) {
      const c = this.text[this.at];
      if (c === '-' || c === '+') this.sign = c;
    }
  }
}
