import type {QualifiedName} from '../ast/index.ts';
import {type Cursor, node} from './cursor.ts';
import {collectSteps} from './indirection.ts';

/** A table's name: at most `database.schema.name`. */
export function parseQualifiedName(c: Cursor): QualifiedName {
  const {start} = c;
  const parts = [c.name()];
  if (c.at('.') || c.at('[')) {
    for (const step of collectSteps(c)) {
      // Only names may follow; the grammar sees that once it has read them all.
      if (step.kind !== 'field') throw c.syntaxError();
      parts.push(step.name);
    }
  }
  if (parts.length > 3) {
    throw c.errorAt(start, `improper qualified name (too many dotted names): ${parts.join('.')}`);
  }
  return node({kind: 'qualified_name', parts: Object.freeze(parts), span: c.span(start)});
}

/** any_name: `a.b.c`, of any length. */
export function parsePathName(c: Cursor): QualifiedName {
  const {start} = c;
  const parts = c.anyName();
  return node({kind: 'qualified_name', parts, span: c.span(start)});
}
