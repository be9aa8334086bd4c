import type {Expression} from './expression.ts';

/**
 * Where Postgres says an expression is when an error is about all of it: its leftmost part, parentheses apart
 * (its `exprLocation`), as a UTF-16 offset. For an error about the outermost operator see `locationOf`.
 */
export function expressionLocation(e: Expression): number {
  switch (e.kind) {
    case 'binary':
    case 'is_distinct':
    case 'quantified':
      return leftmost(e, e.left);
    case 'like':
    case 'between':
    case 'in_list':
    case 'in_subquery':
    case 'is':
    case 'is_json':
    case 'collate':
    case 'cast':
      return leftmost(e, e.operand);
    case 'logical':
      return leftmost(e, e.operands[0]);
    case 'indirection':
      return expressionLocation(e.base);
  }
  return e.span.start;
}

function leftmost(e: Expression & {readonly at?: number}, part: Expression): number {
  return Math.min(e.at ?? e.span.end, expressionLocation(part));
}
