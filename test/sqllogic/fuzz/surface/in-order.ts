/**
 * The query with the conditions of its WHERE asked one after the other, as they are written: CASE, unlike AND, says so (Postgres
 * manual, 4.2.14). null: there are no conditions to be put in order.
 */
export function inOrder(sql: string): string | null {
  const words = topLevelWords(sql);
  const where = words.findIndex(({word}) => word === 'WHERE');
  if (where < 0) return null;
  const start = words[where].end;
  const behind = words.slice(where + 1);
  const end = behind.find(({word}) => ENDS.has(word))?.start ?? sql.length;
  const inside = behind.filter(word => word.start < end);
  if (inside.some(({word}) => word === 'OR')) return null;
  const parts: string[] = [];
  let from = start;
  let between = false;
  for (const {word, start: at, end: next} of inside) {
    if (word === 'BETWEEN') between = true;
    else if (word === 'AND' && between) between = false;
    else if (word === 'AND') {
      parts.push(sql.slice(from, at).trim());
      from = next;
    }
  }
  parts.push(sql.slice(from, end).trim());
  if (parts.length < 2) return null;
  const ordered = parts.reduceRight((rest, part) => `CASE WHEN ${part} THEN ${rest} ELSE false END`);
  return `${sql.slice(0, start)} ${ordered} ${sql.slice(end)}`.trim();
}

const ENDS = new Set(['GROUP', 'HAVING', 'WINDOW', 'ORDER', 'LIMIT', 'OFFSET', 'FETCH', 'FOR', 'UNION', 'INTERSECT', 'EXCEPT']);

type Word = {readonly word: string; readonly start: number; readonly end: number};

/** Words outside of parentheses, brackets, quotes and CASE … END. */
function topLevelWords(sql: string): Word[] {
  const words: Word[] = [];
  let depth = 0;
  for (const match of sql.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\w+|[()[\]]/g)) {
    const [token] = match;
    if (token === '(' || token === '[' || token === 'CASE') depth++;
    else if (token === ')' || token === ']' || token === 'END') depth--;
    else if (depth === 0) words.push({word: token, start: match.index, end: match.index + token.length});
  }
  return words;
}
