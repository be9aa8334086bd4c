import {printName, printString} from '../print/identifier.ts';
import type {ForeignToken} from './tokens.ts';

/**
 * Strings, quoted names, parameters and unusual numbers stand as plain words while the statement is parsed, so that it makes
 * no odds how well the parser knows their syntax: `zq0z`, `zq1z` …
 */
export class Placeholders {
  private readonly texts: string[] = [];
  private readonly values: string[] = [];
  private readonly unseen = new Set<number>();
  private parameters = 0;

  /** The token as the parser is to see it. */
  stand(token: ForeignToken): string {
    switch (token.kind) {
      case 'string':
        return `'${this.add(printString(token.value), token.value)}'`;
      case 'bytes':
        return this.add(`'\\x${token.value}'::bytea`, token.value);
      case 'name':
        return this.add(printName(token.value), token.value);
      case 'parameter':
        return this.add(token.text === '?' ? `$${++this.parameters}` : token.text, token.text);
      case 'number':
        if (/^\d{1,15}$/.test(token.text)) return token.text;
        return this.add(/^0x/i.test(token.text) ? String(BigInt(token.text)) : token.text, token.text);
      default:
        return token.text;
    }
  }

  private add(text: string, value: string): string {
    this.texts.push(text);
    this.values.push(value);
    this.unseen.add(this.texts.length - 1);
    return `zq${this.texts.length - 1}z`;
  }

  /** The Postgres text of what a word stands for; null: it stands for itself. */
  textOf(word: string): string | null {
    const index = this.indexOf(word);
    return index === null ? null : this.texts[index];
  }

  /** What a string says; null: the word is no placeholder. */
  valueOf(word: string): string | null {
    const index = this.indexOf(word);
    return index === null ? null : this.values[index];
  }

  private indexOf(word: string): number | null {
    const match = /^zq(\d+)z$/i.exec(word);
    if (!match) return null;
    this.unseen.delete(Number(match[1]));
    return Number(match[1]);
  }

  /** Something of the statement that nobody has asked for: the parser has dropped it. */
  get lost(): string | null {
    const [first] = this.unseen;
    return first === undefined ? null : this.values[first];
  }
}
