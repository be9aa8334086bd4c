import {SqlError} from '../../types/sql-error.ts';
import {lexemesOf, type QueryNode, type TextQuery} from '../../types/text-search/query.ts';
import {compareUtf8} from '../../types/text-search/utf8-order.ts';
import {MAX_POSITION, type Position, type TextVector} from '../../types/text-search/vector.ts';
import {lexemesFor, type Operand} from './match.ts';

/** ts_rank (manual, 12.3.3): how often and how near to each other the query's lexemes stand. */

/** Of the weights D, C, B and A. */
const DEFAULT_WEIGHTS = [0.1, 0.2, 0.4, 1].map(Math.fround);

/** Bits of the last argument: what a rank is divided by. */
export const Normalized = {logLength: 1, length: 2, distance: 4, unique: 8, logUnique: 16, rankPlusOne: 32} as const;

/** The sum of 1/i². */
const ALL_SQUARES = 1.64493406685;
const NOWHERE: Position = {at: MAX_POSITION, weight: 0};

/** Errors: 2202E too few, 22004 nulls, 22023 above one. */
export function checkedWeights(given: readonly (number | null)[] | null): readonly number[] {
  if (!given) return DEFAULT_WEIGHTS;
  if (given.length < DEFAULT_WEIGHTS.length) throw new SqlError('2202E', 'array of weight is too short');
  if (given.includes(null)) throw new SqlError('22004', 'array of weight must not contain nulls');
  return DEFAULT_WEIGHTS.map((usual, i) => {
    const weight = given[i]! >= 0 ? given[i]! : usual;
    if (weight > 1) throw new SqlError('22023', 'weight out of range');
    return weight;
  });
}

/** Lexemes, each as often as it stands somewhere. */
export function lengthOf(vector: TextVector): number {
  return vector.reduce((length, {positions}) => length + Math.max(1, positions.length), 0);
}

export function rank(weights: readonly number[], vector: TextVector, query: TextQuery, method: number): number {
  if (vector.length === 0 || query === null) return 0;
  const operands = distinctOperands(query);
  const together = (query.op === 'and' || query.op === 'phrase') && operands.length > 1;
  let result = together ? rankOfAll(weights, vector, operands) : rankOfAny(weights, vector, operands);
  if (result < 0) result = Math.fround(1e-20);
  const divide = (by: number): void => {
    result = Math.fround(result / by);
  };
  if (method & Normalized.logLength) divide(Math.log(lengthOf(vector) + 1) / Math.log(2));
  if (method & Normalized.length) divide(lengthOf(vector));
  if (method & Normalized.unique) divide(vector.length);
  if (method & Normalized.logUnique) divide(Math.log(vector.length + 1) / Math.log(2));
  if (method & Normalized.rankPlusOne) divide(Math.fround(result + 1));
  return result;
}

function distinctOperands(query: QueryNode): Operand[] {
  const byText = new Map<string, Operand>();
  for (const operand of lexemesOf(query)) if (!byText.has(operand.text)) byText.set(operand.text, operand);
  return [...byText.values()].sort((a, b) => compareUtf8(a.text, b.text));
}

/** Pairs of lexemes, the nearer the better. */
function rankOfAll(weights: readonly number[], vector: TextVector, operands: readonly Operand[]): number {
  let result = -1;
  const before: {readonly positions: readonly Position[]; readonly placed: boolean}[] = [];
  for (const operand of operands) {
    let last: (typeof before)[number] | null = null;
    for (const lexeme of lexemesFor(vector, operand)) {
      const placed = lexeme.positions.length > 0;
      const positions = placed ? lexeme.positions : [NOWHERE];
      last = {positions, placed};
      for (const other of before) {
        for (const a of positions) {
          for (const b of other.positions) {
            const distance = Math.abs(a.at - b.at);
            if (distance === 0 && placed && other.placed) continue;
            const near = nearness(distance === 0 ? MAX_POSITION + 1 : distance);
            const pair = Math.fround(Math.sqrt(Math.fround(Math.fround(weights[a.weight] * weights[b.weight]) * near)));
            result = result < 0 ? pair : Math.fround(1 - (1 - result) * (1 - pair));
          }
        }
      }
    }
    if (last) before.push(last);
  }
  return result;
}

function nearness(distance: number): number {
  if (distance > 100) return Math.fround(1e-30);
  return Math.fround(1 / (1.005 + 0.05 * Math.exp(Math.fround(distance) / 1.5 - 2)));
}

/** Each lexeme for itself: its best place in full, the others less and less. */
function rankOfAny(weights: readonly number[], vector: TextVector, operands: readonly Operand[]): number {
  let result = 0;
  for (const operand of operands) {
    for (const {positions} of lexemesFor(vector, operand)) {
      const places = positions.length > 0 ? positions : [{at: 0, weight: 0}];
      let sum = 0;
      let best = -1;
      let bestAt = 0;
      places.forEach(({weight}, i) => {
        sum = Math.fround(sum + Math.fround(weights[weight] / ((i + 1) * (i + 1))));
        if (weights[weight] > best) [best, bestAt] = [weights[weight], i];
      });
      const own = Math.fround(Math.fround(best + sum) - Math.fround(best / ((bestAt + 1) * (bestAt + 1))));
      result = Math.fround(result + own / ALL_SQUARES);
    }
  }
  return operands.length > 0 ? Math.fround(result / operands.length) : result;
}
