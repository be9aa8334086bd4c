import type {Expression, IndirectionStep} from '../ast/index.ts';
import {type Cursor, node} from './cursor.ts';
import {parseExpression} from './expression.ts';

/** `.field`, `.*`, `[1]`, `[1:2]` behind an operand, if any. */
export function parseIndirection(c: Cursor, base: Expression, start: number): Expression {
  if (c.word !== '.' && c.word !== '[') return base;
  const steps = parseSteps(c);
  return node({kind: 'indirection', base, steps, span: c.span(start)});
}

export function parseSteps(c: Cursor): readonly IndirectionStep[] {
  const steps = collectSteps(c);
  const star = steps.findIndex(step => step.kind === 'star');
  if (star >= 0 && star < steps.length - 1) throw c.errorHere('improper use of "*"');
  return steps;
}

/** The same, wherever a star stands. */
export function collectSteps(c: Cursor): readonly IndirectionStep[] {
  const steps: IndirectionStep[] = [];
  for (;;) {
    if (c.accept('.')) steps.push(parseField(c));
    else if (c.accept('[')) steps.push(parseSubscript(c));
    else break;
  }
  return Object.freeze(steps);
}

function parseField(c: Cursor): IndirectionStep {
  if (c.accept('*')) return node({kind: 'star'});
  return node({kind: 'field', name: c.label()});
}

function parseSubscript(c: Cursor): IndirectionStep {
  const lower = c.at(':') ? null : parseExpression(c);
  if (c.accept(':')) {
    const upper = c.at(']') ? null : parseExpression(c);
    c.expect(']');
    return node({kind: 'slice', lower, upper});
  }
  c.expect(']');
  return node({kind: 'subscript', index: lower as Expression});
}
