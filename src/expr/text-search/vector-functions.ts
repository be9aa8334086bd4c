import {SqlError} from '../../types/sql-error.ts';
import {indexOfLexeme, type Lexeme, type TextVector, vectorFrom, WEIGHTS} from '../../types/text-search/vector.ts';

/** What is computed of tsvectors alone: manual, 9.13 and 12.4.1. */

/** Of a "char". Errors: XX000, as PostgreSQL has it. */
export function weightOf(letter: string): number {
  const weight = letter === '' ? -1 : WEIGHTS.indexOf(letter.toUpperCase());
  if (weight < 0) throw new SqlError('XX000', `unrecognized weight: ${letter === '' ? 0 : letter.charCodeAt(0)}`);
  return weight;
}

/** Of these lexemes, or (null) of all. */
export function withWeight(vector: TextVector, weight: number, lexemes: readonly string[] | null): TextVector {
  const only = lexemes && new Set(lexemes);
  return vector.map(lexeme =>
    only && !only.has(lexeme.text) ? lexeme : {...lexeme, positions: lexeme.positions.map(({at}) => ({at, weight}))},
  );
}

export function stripped(vector: TextVector): TextVector {
  return vector.map(({text}) => ({text, positions: []}));
}

/** The second document stands behind the first. */
export function concatenated(a: TextVector, b: TextVector): TextVector {
  const end = a.reduce((last, {positions}) => Math.max(last, positions.at(-1)?.at ?? 0), 0);
  const moved = b.map((lexeme): Lexeme => ({
    text: lexeme.text,
    positions: placedAfter(lexeme.positions, end, a[indexOfLexeme(a, lexeme.text)]?.positions.length ?? 0),
  }));
  return vectorFrom([...a, ...moved]);
}

/** Positions beyond the last are the last one, once; there is room for 255. */
function placedAfter(positions: Lexeme['positions'], end: number, taken: number): Lexeme['positions'] {
  const moved: {at: number; weight: number}[] = [];
  for (const {at, weight} of positions) {
    if (moved.length + taken >= 255 || moved.at(-1)?.at === 16_383) break;
    moved.push({at: Math.min(at + end, 16_383), weight});
  }
  return moved;
}

export function withoutLexemes(vector: TextVector, lexemes: readonly string[]): TextVector {
  const gone = new Set(lexemes);
  return vector.filter(({text}) => !gone.has(text));
}

/** Positions of these weights; lexemes without any are left out. Errors: 22004, 22023. */
export function filtered(vector: TextVector, letters: readonly (string | null)[]): TextVector {
  const weights = new Set(
    letters.map(letter => {
      if (letter === null) throw new SqlError('22004', 'weight array may not contain nulls');
      const weight = letter === '' ? -1 : WEIGHTS.indexOf(letter.toUpperCase());
      if (weight < 0) throw new SqlError('22023', `unrecognized weight: "${letter}"`);
      return weight;
    }),
  );
  return vector
    .map(({text, positions}) => ({text, positions: positions.filter(({weight}) => weights.has(weight))}))
    .filter(({positions}) => positions.length > 0);
}

/** Errors: 22004, 2200F. */
export function vectorFromTexts(texts: readonly (string | null)[]): TextVector {
  return vectorFrom(
    texts.map(text => {
      if (text === null) throw new SqlError('22004', 'lexeme array may not contain nulls');
      if (text === '') throw new SqlError('2200F', 'lexeme array may not contain empty strings');
      return {text, positions: []};
    }),
  );
}
