import type {ObjectId} from '../../catalog/object.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {typeOwner} from '../../catalog/type-text.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import type {Expression, Node} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {Recorder} from './recorder.ts';

/**
 * Binds an expression that is kept as it was written. Its text is read again under other search paths, when a client asks for
 * it: functions and types that somebody made have their schemas there.
 */
export function bindLasting<T>(
  ctx: BindContext,
  ast: Expression,
  bind: () => T,
): {readonly bound: T; readonly text: string; readonly calls: readonly ObjectId[]} {
  const outer = ctx.recorder;
  const recorder = (ctx.recorder = new Recorder());
  try {
    return {...ctx.withCalls(bind), text: textWithSchemas(ctx, ast, recorder)};
  } finally {
    ctx.recorder = outer;
  }
}

function textWithSchemas(ctx: BindContext, ast: Expression, {functions, castTypes}: Recorder): string {
  const {catalog} = ctx;
  const missing: {readonly at: number; readonly schema: string}[] = [];
  const add = (name: readonly string[], {span}: Node, schema: string | undefined): void => {
    if (name.length === 1 && schema !== undefined && schema !== 'pg_catalog') missing.push({at: span.start, schema});
  };
  for (const [call, oid] of functions) {
    const made = catalog.byOid(oid);
    if (made?.kind === 'function') add(call.name, call, made.schema);
  }
  for (const [{type: written}, type] of castTypes) {
    add(written.names, written, typeOwner(catalog, oidOf(type))?.object.schema);
  }
  const {start} = ast.span;
  let text = ctx.source(ast);
  for (const {at, schema} of missing.sort((a, b) => b.at - a.at)) {
    text = `${text.slice(0, at - start)}${quoteIdentifier(schema)}.${text.slice(at - start)}`;
  }
  return text;
}
