import type {Catalog} from '../../catalog/catalog.ts';
import type {FunctionObject, MaterializedViewObject, ObjectId, ViewObject} from '../../catalog/object.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {FunctionCall} from '../ast/index.ts';
import {BindContext} from './context.ts';
import {Recorder} from './recorder.ts';
import {bindViewStatement, queryOf} from './relation.ts';
import {endOfName} from './renamed-text.ts';

type View = ViewObject | MaterializedViewObject;

/**
 * The view with the function's new name in its text, as of a catalog before and one after the change; null: the text would mean
 * something else then.
 */
export function withRenamedCalls(before: Catalog, after: Catalog, view: View, renamed: FunctionObject): View | null {
  const name = `${quoteIdentifier(renamed.schema)}.${quoteIdentifier(renamed.name)}`;
  const calls = callsOf(before, view, renamed.oid);
  // It waits for a function to come back, and has nothing to do with this one.
  if (!calls) return view.kind === 'view' && !view.query.includes(renamed.name) ? view : null;
  // A function that it calls calls it, by a name in quotes: a view is told when it is read, one that is kept must not be lost.
  if (calls.length === 0) return view.kind === 'view' || callsOf(after, view, renamed.oid) ? view : null;
  let query = view.query;
  for (const {span} of [...calls].sort((a, b) => b.span.start - a.span.start)) {
    query = query.slice(0, span.start) + name + query.slice(endOfName(query, span.start));
  }
  const changed = {...view, query};
  return callsOf(after, changed, renamed.oid)?.length === calls.length ? changed : null;
}

function callsOf(catalog: Catalog, view: View, oid: ObjectId): readonly FunctionCall[] | null {
  const ctx = new BindContext({catalog, searchPath: view.searchPath, text: view.query, trusted: true});
  ctx.definesOnly = true;
  const recorder = new Recorder();
  try {
    bindViewStatement(ctx, view, queryOf(view), recorder);
  } catch (error) {
    if (error instanceof SqlError) return null;
    throw error;
  }
  return [...recorder.functions].filter(([, called]) => called === oid).map(([call]) => call);
}
