import {notSupported} from '../../types/sql-error.ts';
import type {Dialect} from './dialect.ts';
import type {Placeholders} from './placeholders.ts';
import type {ForeignToken} from './tokens.ts';
import {unitOf} from './units.ts';

// Rewrites what node-sql-parser's grammars do not know, or know in some dialects only, into calls of functions that they do:
//   f(DISTINCT a ORDER BY b DESC SEPARATOR ';') → zf_f(zdistinct(a), zorder(zkey(b, 'desc')), zseparator(';'))
//   f(a) WITHIN GROUP (ORDER BY b)              → zf_f(a, zwithin(zkey(b)))
//   f(a) FILTER (WHERE c)                       → zf_f(a, zfilter(c))
//   f(a) OVER (PARTITION BY b ORDER BY c)       → zf_f(a, zover(zpartition(b), zorder(zkey(c, ''))))
//   TRY_CAST(a AS t), SAFE_CAST(a AS t)         → CAST(ztry(a) AS t)
//   SELECT TOP 5 a                              → SELECT ztop(5), a
//   QUALIFY c ORDER BY d                        → ORDER BY zqualify(c), d
//   CROSS JOIN                                  → INNER JOIN
//   a <=> b                                     → a = zsafe + b
//   DATEDIFF(DAY, a, b)                         → DATEDIFF('DAY', a, b)
//   TABLE(HOP(TABLE t, DESCRIPTOR(ts), a, b))   → TABLE(TUMBLE(TABLE t, DESCRIPTOR(zhop_ts), a, b))

type Piece = string | Group;
type Group = {readonly open: '(' | '['; readonly pieces: readonly Piece[]};

const close = {'(': ')', '[': ']'} as const;

/** Words that begin what is refused by name, with the words that must follow; the parser would take some for an alias. */
const refused: readonly (readonly string[])[] = [
  ['MERGE', 'INTO'],
  ['NATURAL'],
  ['PIVOT'],
  ['UNPIVOT'],
  ['TABLESAMPLE'],
  ['MATCH_RECOGNIZE'],
  ['CONNECT', 'BY'],
  ['LATERAL', 'VIEW'],
  ['SOUNDS', 'LIKE'],
  ['FOR', 'JSON'],
  ['FOR', 'XML'],
  ['ON', 'DUPLICATE', 'KEY'],
  ['MATCH', '('],
  ['SEMI', 'JOIN'],
  ['ANTI', 'JOIN'],
  ['ASOF', 'JOIN'],
  ['STRAIGHT_JOIN'],
  ['BINARY'],
  ['COLLATE'],
  ['PERCENT'],
  ['WITH', 'TIES'],
  ['IGNORE', 'NULLS'],
  ['RESPECT', 'NULLS'],
  ['EMIT'],
  ['SAMPLE'],
  ['AT', 'TIME', 'ZONE'],
];

/** The statement as node-sql-parser is to see it. Errors: 0A000 with a position. */
export function prepare(tokens: readonly ForeignToken[], dialect: Dialect, placeholders: Placeholders): string {
  refuse(tokens, dialect);
  const pieces = tokens
    .filter(token => !isCharsetIntroducer(token, dialect))
    .flatMap(token => (dialect.dottedNames ? parts(token) : [token]))
    .map((token, i, all) => (dialect.reservedUnits && isUnit(all, i) ? `'${token.text}'` : placeholders.stand(token)));
  return printed(rewritten(grouped(pieces)));
}

function refuse(tokens: readonly ForeignToken[], dialect: Dialect): void {
  const words = tokens.map(token => (token.kind === 'word' || token.text === '(' ? token.text.toUpperCase() : ''));
  for (const [i, token] of tokens.entries()) {
    const found = refused.find(sequence => sequence.every((part, k) => words[i + k] === part));
    // A column may be called so: then it stands behind a dot or before an operator.
    const isName = tokens[i - 1]?.text === '.' || [',', '.', '=', ')', '+', '-'].includes(tokens[i + 1]?.text ?? ',');
    if (found && !(found.length === 1 && isName)) {
      const what = found.filter(part => part !== '(').join(' ');
      throw notSupported(`${what} (${dialect.title})`, token.start + 1);
    }
    if (token.text === '@') throw notSupported(`variables (${dialect.title})`, token.start + 1);
  }
}

/** `_utf8'abc'`. */
function isCharsetIntroducer({kind, text}: ForeignToken, dialect: Dialect): boolean {
  return kind === 'word' && dialect.bars === 'or' && /^_(utf8|utf8mb4|latin1|ascii|binary)$/i.test(text);
}

/** TIMESTAMPDIFF(DAY, …): a keyword to some grammars. */
function isUnit(tokens: readonly ForeignToken[], i: number): boolean {
  const [name, open, unit] = [tokens[i - 2], tokens[i - 1], tokens[i]];
  return open?.text === '(' && /^TIMESTAMP(ADD|DIFF)$/i.test(name?.text ?? '') && unitOf(unit.text) !== null;
}

/** `a.b` in one pair of quotes is a path. */
function parts(token: ForeignToken): ForeignToken[] {
  if (token.kind !== 'name' || !token.value.includes('.')) return [token];
  const dot: ForeignToken = {...token, kind: 'symbol', text: '.', value: '.'};
  return token.value.split('.').flatMap((value, i) => [...(i > 0 ? [dot] : []), {...token, value}]);
}

function grouped(texts: readonly string[]): Piece[] {
  const stack: {open: '(' | '['; pieces: Piece[]}[] = [{open: '(', pieces: []}];
  for (const text of texts) {
    const top = stack[stack.length - 1];
    if (text === '(' || text === '[') stack.push({open: text, pieces: []});
    else if (stack.length > 1 && text === close[top.open]) {
      stack.pop();
      stack[stack.length - 1].pieces.push(top);
    } else top.pieces.push(text);
  }
  // What is not closed is the parser's to complain of.
  while (stack.length > 1) {
    const {open, pieces} = stack.pop()!;
    stack[stack.length - 1].pieces.push(open, ...pieces);
  }
  return stack[0].pieces;
}

function printed(pieces: readonly Piece[]): string {
  const texts = pieces.map(piece =>
    typeof piece === 'string' ? piece : `${piece.open}${printed(piece.pieces)}${close[piece.open]}`,
  );
  // A name and the dot behind it, a function and its parenthesis belong together.
  return texts
    .join(' ')
    .replace(/ ?(\.) ?/g, '$1')
    .replace(/([A-Za-z0-9_]) \(/g, '$1(');
}

function upper(piece: Piece | undefined): string {
  return typeof piece === 'string' ? piece.toUpperCase() : '';
}

function isGroup(piece: Piece | undefined): piece is Group {
  return typeof piece === 'object';
}

/** Words before a parenthesis that make no call. */
const noCalls = new Set(
  'AND OR NOT IN EXISTS ANY ALL SOME OVER AS FROM JOIN ON USING SELECT WHERE HAVING BY VALUES THEN ELSE WHEN CASE UNION EXCEPT INTERSECT INTO SET BETWEEN LIKE IS TABLE DISTINCT TOP GROUP LIMIT'.split(
    ' ',
  ),
);

function rewritten(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    const word = upper(piece);
    const next = pieces[i + 1];
    if (word === 'TABLE' && isGroup(next) && upper(next.pieces[0]) === 'HOP' && isGroup(next.pieces[1])) {
      out.push('TABLE', group(['TUMBLE', group(hopArguments(next.pieces[1].pieces))]));
      i++;
    } else if (word === 'CROSS' && upper(next) === 'JOIN') out.push('INNER');
    else if (word === '<=>') out.push('=', 'zsafe', '+');
    else if ((word === 'TRY_CAST' || word === 'SAFE_CAST') && isGroup(next)) {
      out.push('CAST', triedCast(next));
      i++;
    } else if (word === 'TOP' && ['SELECT', 'DISTINCT'].includes(upper(out[out.length - 1]))) {
      out.push('ztop', isGroup(next) ? group(rewritten(next.pieces)) : group([next]), ',');
      i++;
    } else if (/^[A-Z_][A-Z0-9_]*$/.test(word) && !noCalls.has(word) && isGroup(next) && next.open === '(') {
      i += call(piece as string, next, pieces.slice(i + 2), out) + 1;
    } else out.push(isGroup(piece) ? {open: piece.open, pieces: rewritten(piece.pieces)} : piece);
  }
  return withQualify(out);
}

function group(pieces: readonly Piece[]): Group {
  return {open: '(', pieces};
}

/** DESCRIPTOR(ts) → DESCRIPTOR(zhop_ts). */
function hopArguments(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) =>
    isGroup(piece) && upper(pieces[i - 1]) === 'DESCRIPTOR' ? group([`zhop_${piece.pieces.join('')}`]) : piece,
  );
}

function triedCast({pieces}: Group): Group {
  const as = pieces.findLastIndex(piece => upper(piece) === 'AS');
  return group(['ztry', group(rewritten(pieces.slice(0, as))), ...pieces.slice(as)]);
}

/** Writes a call, with what modifies it as arguments; says how many of the pieces behind it belong to it. */
function call(name: string, args: Group, behind: readonly Piece[], out: Piece[]): number {
  const {inner, extra, distinct} = modifiers(args.pieces);
  let taken = 0;
  const within = behind[2];
  if (upper(behind[0]) === 'WITHIN' && upper(behind[1]) === 'GROUP' && isGroup(within)) {
    extra.push('zwithin', group(sortKeys(within.pieces.slice(2))));
    taken = 3;
  }
  const filter = behind[taken + 1];
  if (upper(behind[taken]) === 'FILTER' && isGroup(filter)) {
    extra.push('zfilter', group(rewritten(filter.pieces.slice(1))));
    taken += 2;
  }
  if (upper(behind[taken]) === 'OVER') {
    extra.push('zover', group(windowParts(behind[taken + 1])));
    taken += 2;
  }
  if (extra.length === 0 && !distinct) {
    // The grammars know some aggregates by name, and then look at their first argument alone.
    out.push(
      /^(LISTAGG|STRING_AGG|GROUP_CONCAT|ARRAY_AGG|ANY_VALUE|JSON_.*AGG)$/i.test(name) ? `zf_${name}` : name,
      group(inner),
    );
    return 0;
  }
  const added = extra.flatMap((piece, k) => (k % 2 === 0 && (k > 0 || inner.length > 0) ? [',', piece] : [piece]));
  out.push(`zf_${name}`, group([...(inner.length === 1 && inner[0] === '*' ? ['zstar'] : inner), ...added]));
  return taken;
}

/** `PARTITION BY a ORDER BY b ROWS …` → `zpartition(a), zorder(zkey(b, '')), zframe('ROWS …')`. */
function windowParts(window: Piece | undefined): Piece[] {
  if (!isGroup(window)) return ['zwindow', group(window === undefined ? [] : [window])];
  const {pieces} = window;
  const find = (test: (piece: Piece, i: number) => boolean): number => {
    const at = pieces.findIndex(test);
    return at < 0 ? pieces.length : at;
  };
  const by = (word: string): number => find((piece, i) => upper(piece) === word && upper(pieces[i + 1]) === 'BY');
  const frame = find(piece => ['ROWS', 'RANGE', 'GROUPS'].includes(upper(piece)));
  const order = Math.min(by('ORDER'), frame);
  const partition = Math.min(by('PARTITION'), order);
  const parts: Piece[][] = [];
  if (partition > 0) parts.push(['zwindow', group(pieces.slice(0, partition))]);
  if (partition < order) parts.push(['zpartition', group(rewritten(pieces.slice(partition + 2, order)))]);
  if (order < frame) parts.push(['zorder', group(sortKeys(pieces.slice(order + 2, frame)))]);
  // The frame's words go through as they are.
  if (frame < pieces.length) parts.push(['zframe', group([`'${printed(pieces.slice(frame)).replaceAll("'", '')}'`])]);
  return parts.flatMap((part, i) => (i > 0 ? [',', ...part] : part));
}

/** What a call's parentheses hold: arguments, and DISTINCT, ORDER BY, SEPARATOR and LIMIT as calls. */
function modifiers(pieces: readonly Piece[]): {inner: Piece[]; extra: Piece[]; distinct: boolean} {
  const extra: Piece[] = [];
  const cut = (from: number): readonly Piece[] => pieces.slice(0, from);
  let end = pieces.length;
  if (['SELECT', 'WITH'].includes(upper(pieces[0]))) return {inner: rewritten(pieces), extra, distinct: false};
  const separator = pieces.findIndex(piece => upper(piece) === 'SEPARATOR');
  if (separator >= 0) {
    extra.push('zseparator', group(pieces.slice(separator + 1)));
    end = separator;
  }
  const limit = cut(end).findIndex(piece => upper(piece) === 'LIMIT');
  if (limit >= 0) {
    extra.push('zlimit', group(pieces.slice(limit + 1, end)));
    end = limit;
  }
  const order = cut(end).findIndex((piece, k) => upper(piece) === 'ORDER' && upper(pieces[k + 1]) === 'BY');
  // OVER (… ORDER BY) is no call.
  const partition = pieces.some(piece => upper(piece) === 'PARTITION');
  if (order >= 0 && !partition) {
    extra.push('zorder', group(sortKeys(pieces.slice(order + 2, end))));
    end = order;
  }
  const inner = rewritten(pieces.slice(0, end));
  if (upper(inner[0]) !== 'DISTINCT') return {inner, extra, distinct: false};
  const comma = inner.indexOf(',');
  const first = ['zdistinct', group(inner.slice(1, comma < 0 ? undefined : comma))];
  return {inner: [...first, ...(comma < 0 ? [] : inner.slice(comma))], extra, distinct: true};
}

/** `b DESC NULLS LAST, c` → `zkey(b, 'desc nulls last'), zkey(c, '')`. */
function sortKeys(pieces: readonly Piece[]): Piece[] {
  const keys: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === ',') keys.push([]);
    else keys[keys.length - 1].push(piece);
  }
  return keys.flatMap((key, i) => {
    let end = key.length;
    while (end > 0 && ['ASC', 'DESC', 'NULLS', 'FIRST', 'LAST'].includes(upper(key[end - 1]))) end--;
    const how = key.slice(end).map(upper).join(' ').toLowerCase();
    return [...(i > 0 ? [','] : []), 'zkey', group([...rewritten(key.slice(0, end)), ',', `'${how}'`])];
  });
}

function withQualify(pieces: readonly Piece[]): Piece[] {
  const at = pieces.findIndex(piece => upper(piece) === 'QUALIFY');
  if (at < 0) return [...pieces];
  const ends = ['ORDER', 'LIMIT', 'UNION', 'EXCEPT', 'INTERSECT', 'OFFSET', 'FETCH'];
  const rest = pieces.slice(at + 1);
  const found = rest.findIndex(piece => ends.includes(upper(piece)));
  const end = found < 0 ? rest.length : found;
  const key: Piece[] = ['zqualify', group(rest.slice(0, end))];
  const ordered = upper(rest[end]) === 'ORDER';
  const tail = ordered ? [',', ...rest.slice(end + 2)] : rest.slice(end);
  return [...pieces.slice(0, at), 'ORDER', 'BY', ...key, ...tail];
}
