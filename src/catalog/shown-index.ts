import type {IndexedRelation, TableIndex} from './constraints.ts';
import {printedExpression} from './stored-expression.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

/** The index with the names in its expressions as the search path wants them: they are kept with schemas. */
export function shownIndex(snapshot: SystemSnapshot, table: IndexedRelation, index: TableIndex): TableIndex {
  const again = (text: string, pretty: boolean): string => {
    if (!text.includes('.')) return text;
    const printed = printedExpression(snapshot, table, text, {pretty});
    if (printed === null) return text;
    // What is no call has parentheses of the index's around it.
    return text.startsWith('(') ? `(${printed})` : printed;
  };
  const {elements, expressions, where, predicate} = index;
  return {
    ...index,
    elements: elements.map((element, i) => (expressions?.[i] ? again(element, false) : element)),
    expressions: expressions?.map(each => each && {...each, text: again(each.text, true)}),
    where: where && condition(where, false),
    predicate: predicate && {...predicate, text: condition(predicate.text, true)},
  };

  function condition(text: string, pretty: boolean): string {
    return (text.includes('.') && printedExpression(snapshot, table, text, {pretty})) || text;
  }
}
