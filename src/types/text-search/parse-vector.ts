import {SqlError} from '../sql-error.ts';
import {isSpace, readWord} from './lexeme-reader.ts';
import {type Lexeme, MAX_POSITION, type Position, type TextVector, vectorFrom} from './vector.ts';

const WEIGHT_OF: ReadonlyMap<string, number> = new Map([
  ['A', 3],
  ['*', 3],
  ['B', 2],
  ['C', 1],
  ['D', 0],
]);

/** The text of a tsvector. Errors: 42601, 54000. */
export function parseVector(text: string): TextVector {
  const lexemes: Lexeme[] = [];
  let at = 0;
  for (;;) {
    const word = readWord(text, at, {operators: false, web: false});
    if (!word) return vectorFrom(lexemes);
    at = word.end;
    if (text[at] !== ':') lexemes.push({text: word.text, positions: []});
    else {
      const placed = readPositions(text, at + 1);
      lexemes.push({text: word.text, positions: placed.positions});
      at = placed.end;
    }
  }
}

/** `12A,13`: a number, letters of weights, and what separates it from the next. */
function readPositions(whole: string, from: number): {readonly positions: readonly Position[]; readonly end: number} {
  const syntaxError = () => new SqlError('42601', `syntax error in tsvector: "${whole}"`);
  const positions: Position[] = [];
  let at = from;
  for (;;) {
    const digits = /^\d+/.exec(whole.slice(at, at + 64))?.[0];
    if (digits === undefined) throw syntaxError();
    const place = Math.min(Number(digits), MAX_POSITION);
    if (place === 0) throw new SqlError('42601', `wrong position info in tsvector: "${whole}"`);
    at += digits.length;
    let weight = 0;
    while (at < whole.length && whole[at] !== ',' && !isSpace(whole[at])) {
      const said = WEIGHT_OF.get(whole[at].toUpperCase());
      // Digits behind a weight are passed over, and so is another D.
      if (said === undefined ? !/\d/.test(whole[at]) : weight !== 0) throw syntaxError();
      if (said !== undefined) weight = said;
      at++;
    }
    positions.push({at: place, weight});
    if (whole[at] !== ',') return {positions, end: at};
    at++;
  }
}
