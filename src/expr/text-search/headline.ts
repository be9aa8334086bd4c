import {lexemesOf, type TextQuery} from '../../types/text-search/query.ts';
import {MAX_POSITION} from '../../types/text-search/vector.ts';
import {markFragments, markWords} from './choose-headline.ts';
import {type Configuration, configurationOf} from './configurations.ts';
import type {HeadlineOptions} from './headline-options.ts';
import {headlineWord, type HeadlineWord} from './headline-words.ts';
import {isTooLong} from './document.ts';
import type {Operand} from './match.ts';
import {tokensOf} from './tokens.ts';

/** Part of a document with what a query asks for marked in it: manual, 12.3.4. */
export class Headlines {
  private readonly configuration: Configuration;
  private readonly query: TextQuery;
  private readonly options: HeadlineOptions;
  private readonly operands: readonly Operand[];
  /** Positions are counted on from text to text. */
  private position = 0;

  /** Errors: 0A000. */
  constructor(configuration: bigint, query: TextQuery, options: HeadlineOptions) {
    this.configuration = configurationOf(configuration);
    this.query = query;
    this.options = options;
    this.operands = [...lexemesOf(query)];
  }

  of(text: string): string {
    const words = this.wordsOf(text);
    if (this.options.maxFragments === 0) markWords(words, this.query, this.options);
    else markFragments(words, this.query, this.options);
    return this.shown(words);
  }

  /** The tokens; one that several parts of the query ask for stands there once for each. */
  private wordsOf(text: string): HeadlineWord[] {
    const words: HeadlineWord[] = [];
    for (const {kind, text: token} of tokensOf(text)) {
      if (isTooLong(token)) continue;
      const word = headlineWord(kind, token);
      words.push(word);
      const dictionary = this.configuration.get(kind);
      if (!dictionary) continue;
      this.position++;
      for (const lexeme of dictionary(token)) this.ask(words, lexeme);
    }
    return words;
  }

  private ask(words: HeadlineWord[], lexeme: string): void {
    const word = words.at(-1)!;
    word.position = Math.min(this.position, MAX_POSITION);
    for (const operand of this.operands) {
      if (operand.prefix ? !lexeme.startsWith(operand.text) : lexeme !== operand.text) continue;
      if (word.operand) words.push({...word, operand, repeated: true});
      else word.operand = operand;
    }
  }

  private shown(words: readonly HeadlineWord[]): string {
    const {startSel, stopSel, fragmentDelimiter} = this.options;
    let out = '';
    let fragments = 0;
    let inside = false;
    for (const word of words) {
      if (word.repeated) continue;
      if (word.chosen && !inside && fragments++ > 0) out += fragmentDelimiter;
      inside = word.chosen;
      if (!inside) continue;
      if (word.shownAs === 'blank') out += ' ';
      else if (word.shownAs === 'word') out += word.selected ? startSel + word.text + stopSel : word.text;
    }
    return out;
  }
}
