import type {LockingClause, QualifiedName} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';

export function atLocking(c: Cursor): boolean {
  return c.word === 'for';
}

/** `FOR UPDATE … FOR SHARE …`, or `FOR READ ONLY`, which asks for nothing. */
export function parseLocking(c: Cursor): readonly LockingClause[] {
  if (c.word !== 'for') return NONE;
  if (c.peek() === 'read') {
    c.advance();
    c.advance();
    c.expect('only');
    return NONE;
  }
  const clauses: LockingClause[] = [];
  while (c.at('for')) clauses.push(parseClause(c));
  return Object.freeze(clauses);
}

function parseClause(c: Cursor): LockingClause {
  const {start} = c;
  c.expect('for');
  const strength = parseStrength(c);
  const of: readonly QualifiedName[] = c.accept('of') ? c.list(parseQualifiedName) : NONE;
  let wait: LockingClause['wait'] = 'block';
  if (c.accept('nowait')) wait = 'nowait';
  else if (c.accept('skip')) {
    c.expect('locked');
    wait = 'skip locked';
  }
  return node({kind: 'locking', strength, of, wait, span: c.span(start)});
}

function parseStrength(c: Cursor): LockingClause['strength'] {
  switch (c.expectOne(['update', 'no', 'share', 'key'])) {
    case 'update':
      return 'update';
    case 'share':
      return 'share';
    case 'no':
      c.expect('key');
      c.expect('update');
      return 'no key update';
    default:
      c.expect('share');
      return 'key share';
  }
}
