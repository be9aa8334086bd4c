import {SqlError} from '../../types/sql-error.ts';
import type {CommonTable, Node, Query, SetOperation, TableRef} from '../ast/index.ts';
import type {BindContext} from './context.ts';

/** Where a WITH query is named, as the rules of recursion see it. */
type Reference = {readonly ref: TableRef; readonly within: Place};
type Place = 'subquery' | 'outer join' | 'INTERSECT' | 'EXCEPT' | null;

/** Whether the WITH query names the other, or itself. */
export function namesTable(part: CommonTable, name: string): boolean {
  return references(part.statement, name, null).length > 0;
}

/** The parts of a WITH RECURSIVE so that each stands behind those it names. Errors: 0A000 mutual recursion. */
export function inDependencyOrder(ctx: BindContext, parts: readonly CommonTable[]): CommonTable[] {
  const ordered: CommonTable[] = [];
  let left = [...parts];
  while (left.length > 0) {
    const ready = left.filter(part => left.every(other => other === part || !namesTable(part, other.name)));
    if (ready.length === 0) {
      throw new SqlError('0A000', 'mutual recursion between WITH items is not implemented', {
        position: ctx.at(left[0]),
      });
    }
    ordered.push(...ready);
    left = left.filter(part => !ready.includes(part));
  }
  return ordered;
}

/**
 * The two sides of a WITH query that names itself: what it begins with, and what it makes of the rows before. Errors: 42P19
 * where the standard does not allow it to name itself, 0A000 for ORDER BY and its like.
 */
export function recursiveTerms(ctx: BindContext, part: CommonTable): SetOperation {
  const query = part.statement;
  if (query.kind !== 'query') {
    throw new SqlError('42P19', `recursive query "${part.name}" must not contain data-modifying statements`, {
      position: ctx.at(part),
    });
  }
  if (query.body.kind !== 'set_operation' || query.body.operator !== 'union') {
    throw new SqlError(
      '42P19',
      `recursive query "${part.name}" does not have the form non-recursive-term UNION [ALL] recursive-term`,
      {position: ctx.at(part)},
    );
  }
  refuseClauses(ctx, query);
  const {left, right} = query.body;
  const [first] = references(left, part.name, null);
  if (first) throw misplaced(ctx, part.name, first.ref, 'appear within its non-recursive term');
  const inStep = references(right, part.name, null);
  for (const [i, {ref, within}] of inStep.entries()) {
    if (within)
      throw misplaced(
        ctx,
        part.name,
        ref,
        `appear within ${within.startsWith('o') ? 'an' : within === 'subquery' ? 'a' : ''} ${within}`.replace(
          '  ',
          ' ',
        ),
      );
    if (i > 0) throw misplaced(ctx, part.name, ref, 'appear more than once');
  }
  return query.body;
}

function refuseClauses(ctx: BindContext, query: Query): void {
  const refuse = (what: string, where: Node | null) => {
    const position = where ? ctx.at(where) : undefined;
    throw new SqlError('0A000', `${what} in a recursive query is not implemented`, {position});
  };
  if (query.orderBy.length > 0) refuse('ORDER BY', query.orderBy[0]);
  if (query.offset) refuse('OFFSET', query.offset);
  if (query.limit) refuse('LIMIT', query.limit);
  if (query.locking.length > 0) refuse('FOR UPDATE/SHARE', null);
}

function misplaced(ctx: BindContext, name: string, ref: TableRef, where: string): SqlError {
  return new SqlError('42P19', `recursive reference to query "${name}" must not ${where}`, {position: ctx.at(ref)});
}

/** Where the name stands for the WITH query: not where an inner WITH query of that name hides it. */
function references(node: unknown, name: string, within: Place): Reference[] {
  if (Array.isArray(node)) return node.flatMap(child => references(child, name, within));
  if (!isNode(node)) return [];
  switch (node.kind) {
    case 'table_ref': {
      const ref = node as TableRef;
      const {parts} = ref.name;
      return parts.length === 1 && parts[0] === name ? [{ref, within}] : [];
    }
    case 'query':
      if ((node as Query).with?.parts.some(part => part.name === name)) return [];
      break;
    case 'join': {
      const {type, left, right} = node as Node & {type: string; left: unknown; right: unknown};
      const {left: _left, right: _right, ...rest} = node as Node & {left: unknown; right: unknown};
      return [
        ...references(left, name, type === 'right' || type === 'full' ? 'outer join' : within),
        ...references(right, name, type === 'left' || type === 'full' ? 'outer join' : within),
        ...inChildren(rest, name, within),
      ];
    }
    case 'set_operation': {
      const {operator, left, right} = node as SetOperation;
      return [
        ...references(left, name, operator === 'intersect' ? 'INTERSECT' : within),
        ...references(right, name, operator === 'union' ? within : operator === 'intersect' ? 'INTERSECT' : 'EXCEPT'),
      ];
    }
  }
  return inChildren(node, name, within);
}

const HOLDS_QUERIES = new Set(['query', 'derived_table', 'common_table', 'with', 'set_operation', 'insert', 'merge']);

/** A query in an expression is a subquery; one in FROM or WITH is part of the query around it. */
function inChildren(node: Node, name: string, within: Place): Reference[] {
  return Object.values(node).flatMap(child => {
    const isSubquery = isNode(child) && child.kind === 'query' && !HOLDS_QUERIES.has(node.kind);
    return references(child, name, isSubquery ? 'subquery' : within);
  });
}

function isNode(value: unknown): value is Node & {readonly kind: string} {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
