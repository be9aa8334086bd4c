import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import {conjunction, conjuncts, FALSE, TRUE} from '../../plan/conjuncts.ts';
import type {ApplyRel} from '../../plan/rel.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

/**
 * A filter that asks only whether EXISTS, IN or = ANY is true (or is not) needs no boolean column: it is a semi (anti)
 * join. NOT IN keeps the rows for which it is false: those without a row of which the comparison is true or unknown.
 */
export const applyInFilter = rule('EXISTS or IN in a filter', 'filter', node => {
  const apply = node.input;
  if (apply.node !== 'apply' || (apply.kind !== 'exists' && apply.kind !== 'quantified')) return null;
  const answer = apply.left.schema.length;
  const parts = conjuncts(node.predicate);
  for (const [i, part] of parts.entries()) {
    const asked = askedOf(part, answer, apply);
    if (!asked) continue;
    const joined: ApplyRel = {...apply, kind: asked.kind, on: asked.on, schema: apply.left.schema};
    const value = asked.kind === 'semi' ? TRUE : FALSE;
    const known = project(
      joined,
      [...columnsOf(joined.schema), value],
      apply.schema.map(column => column.name),
    );
    return filter(known, conjunction(parts.filter((_, other) => other !== i)));
  }
  return null;
});

function askedOf(part: Expr, answer: number, apply: ApplyRel): {kind: 'semi' | 'anti'; on: Expr} | null {
  const isAnswer = (expr: Expr) => expr.op === 'column' && expr.index === answer;
  const {on} = apply;
  if (isAnswer(part)) return {kind: 'semi', on};
  if (part.op === 'not' && isAnswer(part.arg)) return {kind: 'anti', on: notFalse(on)};
  if (part.op !== 'isTruth' || !isAnswer(part.arg)) return null;
  if (part.truth === 'false' && !part.negated) return {kind: 'anti', on: notFalse(on)};
  // The answer may still be NULL, which someone above may read.
  if (part.truth === 'true' && part.negated && apply.kind === 'exists') return {kind: 'anti', on};
  return null;
}

function notFalse(on: Expr): Expr {
  return on === TRUE ? on : {op: 'isTruth', arg: on, truth: 'false', negated: true, type: BOOLEAN};
}
