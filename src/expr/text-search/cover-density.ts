import {lexemesOf, type TextQuery} from '../../types/text-search/query.ts';
import {compareUtf8} from '../../types/text-search/utf8-order.ts';
import type {TextVector} from '../../types/text-search/vector.ts';
import {holds, lexemesFor, type Operand, type Searched} from './match.ts';
import {lengthOf, Normalized} from './rank.ts';

/**
 * ts_rank_cd: cover density (Clarke, Cormack, Tudhope: Relevance Ranking for One to Three Term Queries, 1999). A cover is a
 * shortest stretch of the document that answers the query; the fewer other words in it, the better.
 */

/** A lexeme of the query at a place of the document. */
type Place = {readonly at: number; readonly weight: number; readonly text: string; readonly operands: Operand[]};

type Cover = {readonly begin: number; readonly end: number; readonly next: number};

export function coverRank(weights: readonly number[], vector: TextVector, query: TextQuery, method: number): number {
  if (query === null) return 0;
  const places = placesOf(vector, query);
  if (places.length === 0) return 0;
  let result = 0;
  let [covers, nearness, before] = [0, 0, 0];
  for (let cover = nextCover(places, query, 0); cover; cover = nextCover(places, query, cover.next)) {
    const {begin, end} = cover;
    let inverse = 0;
    for (let i = begin; i <= end; i++) inverse += 1 / weights[places[i].weight];
    const noise = places[end].at - places[begin].at - (end - begin);
    // Positions that have no room any more are all the same.
    const guessed = noise < 0 ? Math.floor((end - begin) / 2) : noise;
    result += (end - begin + 1) / inverse / (1 + guessed);
    const middle = (places[end].at + places[begin].at) / 2;
    if (covers > 0 && middle > before) nearness += 1 / (middle - before);
    before = middle;
    covers++;
  }
  if (method & Normalized.logLength) result /= Math.log(lengthOf(vector) + 1);
  if (method & Normalized.length) result /= lengthOf(vector);
  if (method & Normalized.distance && covers > 0 && nearness > 0) result /= covers / nearness;
  if (method & Normalized.unique) result /= vector.length;
  if (method & Normalized.logUnique) result /= Math.log(vector.length + 1) / Math.log(2);
  if (method & Normalized.rankPlusOne) result /= result + 1;
  return Math.fround(result);
}

/** All places of the query's lexemes, in the document's order. */
function placesOf(vector: TextVector, query: TextQuery): Place[] {
  const found = new Map<string, Place>();
  for (const operand of lexemesOf(query)) {
    for (const {text, positions} of lexemesFor(vector, operand)) {
      for (const {at, weight} of positions) {
        if (operand.weights !== 0 && !(operand.weights & (1 << weight))) continue;
        const name = `${at} ${weight} ${text}`;
        const place = found.get(name);
        if (place) place.operands.push(operand);
        else found.set(name, {at, weight, text, operands: [operand]});
      }
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at || a.weight - b.weight || compareUtf8(a.text, b.text));
}

/** What has been seen of the document; places come in order, or all against it. */
class Seen implements Searched {
  private readonly found = new Map<Operand, number[]>();

  add({at, operands}: Place): void {
    for (const operand of operands) {
      const known = this.found.get(operand);
      if (!known) this.found.set(operand, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  }

  has(operand: Operand): boolean {
    return this.found.has(operand);
  }

  positions(operand: Operand): readonly number[] {
    return [...(this.found.get(operand) ?? [])].sort((a, b) => a - b);
  }
}

function nextCover(places: readonly Place[], query: NonNullable<TextQuery>, from: number): Cover | null {
  for (let start = from; ; start++) {
    const forward = new Seen();
    let end = start;
    for (; end < places.length; end++) {
      forward.add(places[end]);
      if (holds(forward, query)) break;
    }
    if (end >= places.length) return null;
    const backward = new Seen();
    let begin = end;
    for (; begin >= start; begin--) {
      backward.add(places[begin]);
      if (holds(backward, query)) break;
    }
    if (begin >= start && places[begin].at <= places[end].at) return {begin, end, next: begin + 1};
  }
}
