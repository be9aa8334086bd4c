import type {
  AssignmentTarget,
  Delete,
  Expression,
  Insert,
  Merge,
  MergeActionClause,
  MergeMatch,
  MergeWhen,
  OnConflict,
  Query,
  Returning,
  SetClause,
  TableExpression,
  Update,
  With,
} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parseFromList, parseRelation, parseTableExpression} from './from.ts';
import {parseIndexElement} from './index-element.ts';
import {parseSteps} from './indirection.ts';
import {parseArguments} from './primary.ts';
import {atQueryStart, parseQuery} from './query.ts';
import {parseTargets} from './select.ts';
import * as token from './token.ts';

export function parseInsert(c: Cursor, withClause: With | null, start: number): Insert {
  c.expect('insert');
  c.expect('into');
  const table = parseQualifiedName(c);
  const alias = c.accept('as') ? c.name() : null;
  let columns: readonly AssignmentTarget[] = NONE;
  if (c.at('(') && c.peek() !== '(' && !atQueryStart(c, 1)) {
    c.advance();
    columns = c.list(parseInsertColumn);
    c.expect(')');
  }
  const overriding = parseOverriding(c);
  let source: Query | null = null;
  if (columns.length === 0 && overriding === 'none' && c.accept('default')) c.expect('values');
  else source = parseQuery(c);
  const onConflict = c.at('on') ? parseOnConflict(c) : null;
  const returning = parseReturning(c);
  return node({
    kind: 'insert',
    with: withClause,
    table,
    alias,
    columns,
    overriding,
    source,
    onConflict,
    returning,
    span: c.span(start),
  });
}

function parseOverriding(c: Cursor): 'none' | 'system' | 'user' {
  if (!c.accept('overriding')) return 'none';
  const kind = c.expectOne(['system', 'user']);
  c.expect('value');
  return kind;
}

function parseInsertColumn(c: Cursor): AssignmentTarget {
  const {start} = c;
  const column = c.name();
  const steps = c.at('.') || c.at('[') ? parseSteps(c) : NONE;
  return node({kind: 'assignment_target', column, steps, span: c.span(start)});
}

function parseOnConflict(c: Cursor): OnConflict {
  const {start} = c;
  c.expect('on');
  c.expect('conflict');
  let elements: OnConflict['elements'] = NONE;
  let indexWhere: Expression | null = null;
  let constraint: string | null = null;
  if (c.accept('(')) {
    elements = c.list(parseIndexElement);
    c.expect(')');
    if (c.accept('where')) indexWhere = parseExpression(c);
  } else if (c.accept('on')) {
    c.expect('constraint');
    constraint = c.name();
  }
  c.expect('do');
  let set: readonly SetClause[] = NONE;
  let where: Expression | null = null;
  const action = c.expectOne(['nothing', 'update']);
  if (action === 'update') {
    c.expect('set');
    set = parseSetList(c);
    if (c.accept('where')) where = parseExpression(c);
  }
  return node({
    kind: 'on_conflict',
    elements,
    indexWhere,
    constraint,
    action,
    set,
    where,
    span: c.span(start),
  });
}

function parseReturning(c: Cursor): Returning | null {
  const {start} = c;
  if (!c.accept('returning')) return null;
  let oldAlias: string | null = null;
  let newAlias: string | null = null;
  if (c.accept('with')) {
    c.expect('(');
    do {
      const which = c.expectOne(['old', 'new']);
      c.expect('as');
      const name = c.name();
      if (which === 'old') oldAlias = name;
      else newAlias = name;
    } while (c.accept(','));
    c.expect(')');
  }
  const targets = parseTargets(c);
  return node({kind: 'returning', oldAlias, newAlias, targets, span: c.span(start)});
}

function parseSetList(c: Cursor): readonly SetClause[] {
  return c.list(parseSetClause);
}

function parseSetClause(c: Cursor): SetClause {
  const {start} = c;
  if (c.accept('(')) {
    const targets = c.list(parseInsertColumn);
    c.expect(')');
    c.expect('=');
    const value = parseExpression(c);
    return node({kind: 'set_clause', targets, multiple: true, value, span: c.span(start)});
  }
  const target = parseInsertColumn(c);
  c.expect('=');
  const value = parseExpression(c);
  return node({kind: 'set_clause', targets: Object.freeze([target]), multiple: false, value, span: c.span(start)});
}

/** relation_expr_opt_alias: SET is no alias here unless AS says so. */
function parseTarget(c: Cursor): Pick<Update, 'table' | 'only' | 'alias'> {
  const {name, only} = parseRelation(c);
  const {start} = c;
  const written = c.accept('as');
  if (!written && (!token.isName(c.type) || c.word === 'set')) return {table: name, only, alias: null};
  const alias = c.name();
  return {table: name, only, alias: node({kind: 'alias', name: alias, columns: NONE, span: c.span(start)})};
}

/** `WHERE condition`, or `WHERE CURRENT OF cursor`. */
function parseWhereOrCurrent(c: Cursor): Expression | null {
  if (!c.accept('where')) return null;
  const {start} = c;
  if (!c.atPair('current', 'of')) return parseExpression(c);
  c.advance();
  c.advance();
  const cursor = c.name();
  return node({kind: 'current_of', cursor, span: c.span(start)});
}

export function parseUpdate(c: Cursor, withClause: With | null, start: number): Update {
  c.expect('update');
  const target = parseTarget(c);
  c.expect('set');
  const set = parseSetList(c);
  const from: readonly TableExpression[] = c.accept('from') ? parseFromList(c) : NONE;
  const where = parseWhereOrCurrent(c);
  const returning = parseReturning(c);
  return node({kind: 'update', with: withClause, ...target, set, from, where, returning, span: c.span(start)});
}

export function parseDelete(c: Cursor, withClause: With | null, start: number): Delete {
  c.expect('delete');
  c.expect('from');
  const target = parseTarget(c);
  const using: readonly TableExpression[] = c.accept('using') ? parseFromList(c) : NONE;
  const where = parseWhereOrCurrent(c);
  const returning = parseReturning(c);
  return node({kind: 'delete', with: withClause, ...target, using, where, returning, span: c.span(start)});
}

export function parseMerge(c: Cursor, withClause: With | null, start: number): Merge {
  c.expect('merge');
  c.expect('into');
  const target = parseTarget(c);
  c.expect('using');
  const using = parseTableExpression(c);
  c.expect('on');
  const on = parseExpression(c);
  const whens: MergeWhen[] = [];
  do whens.push(parseMergeWhen(c));
  while (c.at('when'));
  const returning = parseReturning(c);
  return node({
    kind: 'merge',
    with: withClause,
    ...target,
    using,
    on,
    whens: Object.freeze(whens),
    returning,
    span: c.span(start),
  });
}

function parseMergeWhen(c: Cursor): MergeWhen {
  const {start} = c;
  c.expect('when');
  const match = parseMergeMatch(c);
  const condition = c.accept('and') ? parseExpression(c) : null;
  c.expect('then');
  const action = match === 'not matched by target' ? parseMergeInsert(c) : parseMergeChange(c);
  return node({kind: 'merge_when', match, condition, action, span: c.span(start)});
}

function parseMergeMatch(c: Cursor): MergeMatch {
  const negated = c.accept('not');
  c.expect('matched');
  if (!negated) return 'matched';
  if (!c.accept('by')) return 'not matched by target';
  return c.expectOne(['source', 'target']) === 'source' ? 'not matched by source' : 'not matched by target';
}

function parseMergeChange(c: Cursor): MergeActionClause {
  switch (c.expectOne(['update', 'delete', 'do'])) {
    case 'delete':
      return node({type: 'delete'});
    case 'do':
      c.expect('nothing');
      return node({type: 'nothing'});
    default:
      c.expect('set');
      return node({type: 'update', set: parseSetList(c)});
  }
}

function parseMergeInsert(c: Cursor): MergeActionClause {
  if (c.expectOne(['insert', 'do']) === 'do') {
    c.expect('nothing');
    return node({type: 'nothing'});
  }
  let columns: readonly AssignmentTarget[] = NONE;
  if (c.accept('(')) {
    columns = c.list(parseInsertColumn);
    c.expect(')');
  }
  const overriding = parseOverriding(c);
  if (columns.length === 0 && overriding === 'none' && c.accept('default')) {
    c.expect('values');
    return node({type: 'insert', columns, overriding, values: null});
  }
  c.expect('values');
  const values = parseArguments(c);
  return node({type: 'insert', columns, overriding, values});
}
