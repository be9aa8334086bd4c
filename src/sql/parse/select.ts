import {parsePersistence} from './persistence.ts';
import type {
  Expression,
  GroupingSet,
  Select,
  SelectInto,
  TableExpression,
  Target,
  Values,
  WindowDefinition,
} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {atAsOf} from './as-of.ts';
import {atEmit} from './emit.ts';
import {parseExpression, parseExpressionList, parseTargetExpression} from './expression.ts';
import {parseFromList, parseRelation} from './from.ts';
import {KEYWORDS} from './keywords.ts';
import {parseArguments} from './primary.ts';
import * as token from './token.ts';
import {parseWindowSpec} from './window.ts';

/** `SELECT …` as far as WINDOW. */
export function parseSelect(c: Cursor): Select {
  const {start} = c;
  c.expect('select');
  let distinct = false;
  let distinctOn: readonly Expression[] = NONE;
  if (c.accept('distinct')) {
    distinct = true;
    if (c.accept('on')) distinctOn = parseArguments(c);
  } else c.accept('all');
  const empty = !distinct && (c.type === token.END || TARGETS_END.has(c.word));
  const targets = empty ? NONE : parseTargets(c);
  const into = c.at('into') ? parseInto(c) : null;
  const from = c.accept('from') ? parseFromList(c) : NONE;
  const where = c.accept('where') ? parseExpression(c) : null;
  const [groupBy, groupDistinct] = c.at('group') ? parseGroupBy(c) : [NONE, false];
  const having = c.accept('having') ? parseExpression(c) : null;
  const windows = c.accept('window') ? c.list(parseWindowDefinition) : NONE;
  return node({
    kind: 'select',
    distinct,
    distinctOn,
    targets,
    into,
    from,
    where,
    groupBy,
    groupDistinct,
    having,
    windows,
    span: c.span(start),
  });
}

/** What may follow a select list that is empty. */
const TARGETS_END: ReadonlySet<string> = new Set(
  '; ) from into where group having window union intersect except order limit offset fetch for with on returning'.split(
    ' ',
  ),
);

export function parseTargets(c: Cursor): readonly Target[] {
  return c.list(parseTarget);
}

function parseTarget(c: Cursor): Target {
  const {start} = c;
  if (c.word === '*') {
    c.advance();
    const star: Expression = node({kind: 'column_ref', path: NONE, star: true, span: c.span(start)});
    return node({kind: 'target', expression: star, alias: null, span: star.span});
  }
  const expression = parseTargetExpression(c);
  const alias = parseTargetAlias(c);
  return node({kind: 'target', expression, alias, span: c.span(start)});
}

function parseTargetAlias(c: Cursor): string | null {
  switch (c.type) {
    case token.QUOTED:
      return c.take();
    case token.IDENT:
      return atEmit(c) ? null : c.take();
    case token.UNRESERVED:
    case token.COLUMN_NAME:
    case token.TYPE_OR_FUNCTION:
    case token.RESERVED:
      if (c.word === 'as') {
        if (atAsOf(c)) return null;
        c.advance();
        return c.label();
      }
      return KEYWORDS.get(c.word)?.bareLabel ? c.take() : null;
  }
  return null;
}

function parseInto(c: Cursor): SelectInto {
  const {start} = c;
  c.expect('into');
  const persistence = parseIntoPersistence(c);
  c.accept('table');
  const name = parseQualifiedName(c);
  return node({kind: 'select_into', name, persistence, span: c.span(start)});
}

/** `TEMP`, `LOCAL TEMPORARY`, `UNLOGGED` … before a table's name, which might be one of these words itself. */
function parseIntoPersistence(c: Cursor): SelectInto['persistence'] {
  const followed = token.isName(c.peekType()) || c.peek() === 'table';
  return followed ? parsePersistence(c) : 'permanent';
}

function parseGroupBy(c: Cursor): [readonly (Expression | GroupingSet)[], boolean] {
  c.expect('group');
  c.expect('by');
  const distinct = c.acceptOne(['distinct', 'all']) === 'distinct';
  return [c.list(parseGroupItem), distinct];
}

function parseGroupItem(c: Cursor): Expression | GroupingSet {
  const {start} = c;
  if (c.atPair('(', ')')) {
    c.advance();
    c.advance();
    return node({kind: 'grouping_set', type: 'empty', items: NONE, span: c.span(start)});
  }
  if (c.atPair('rollup', '(') || c.atPair('cube', '(')) {
    const type = c.take() as 'rollup' | 'cube';
    c.expect('(');
    const items = parseExpressionList(c);
    c.expect(')');
    return node({kind: 'grouping_set', type, items, span: c.span(start)});
  }
  if (c.atPair('grouping', 'sets')) {
    c.enter();
    c.advance();
    c.advance();
    c.expect('(');
    const items = c.list(parseGroupItem);
    c.expect(')');
    c.leave();
    return node({kind: 'grouping_set', type: 'sets', items, span: c.span(start)});
  }
  return parseExpression(c);
}

function parseWindowDefinition(c: Cursor): WindowDefinition {
  const {start} = c;
  const name = c.name();
  c.expect('as');
  const spec = parseWindowSpec(c);
  return node({kind: 'window_definition', name, spec, span: c.span(start)});
}

/** `VALUES (…), (…)`. */
export function parseValues(c: Cursor): Values {
  const {start} = c;
  c.expect('values');
  const rows = c.list(parseArguments);
  return node({kind: 'values', rows, span: c.span(start)});
}

/** `TABLE t` is `SELECT * FROM t`. */
export function parseTable(c: Cursor): Select {
  const {start} = c;
  c.expect('table');
  const relation: TableExpression = parseRelation(c);
  const span = c.span(start);
  const star: Expression = node({kind: 'column_ref', path: NONE, star: true, span: {start, end: start}});
  const target: Target = node({kind: 'target', expression: star, alias: null, span: star.span});
  return node({
    kind: 'select',
    distinct: false,
    distinctOn: NONE,
    targets: Object.freeze([target]),
    into: null,
    from: Object.freeze([relation]),
    where: null,
    groupBy: NONE,
    groupDistinct: false,
    having: null,
    windows: NONE,
    span,
  });
}
