import type {SinkObject} from '../../catalog/object.ts';
import {isTemporary, lastingPath} from '../../catalog/temporary.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CreateSink} from '../ast/index.ts';
import {bindFormat, bindOptions} from './connector-options.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {refuseParameters} from './create-view.ts';
import {collated} from './collation.ts';
import {lastingFields} from './definition.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import {keepColumns} from './rel-builders.ts';
import {bindRelation} from './relation.ts';
import type {NamedRelation} from './relation.ts';

export type BoundSink = {
  readonly object: SinkObject;
  /** The rows that go into the sink. */
  readonly rel: Rel;
};

/** A view's rows without what its ORDER BY adds to them. */
function rowsNamed({rel, columns, order}: NamedRelation): Rel {
  return order ? keepColumns(rel, columns.length) : rel;
}

/** The record of a new sink, and what feeds it. Errors: those of its query, 42601, 0A000. */
export function bindCreateSink(ast: CreateSink, options: BindOptions): BoundSink {
  const ctx = new BindContext({...options, lasting: 'sink'});
  if (ast.connector === null) {
    throw new SqlError('42601', 'missing connector', {
      hint: "Say where the rows go: WITH (connector = 'blackhole').",
      position: ctx.at(ast),
    });
  }
  const {from} = ast;
  const rel =
    from.kind === 'query'
      ? collated(ctx, asSubquery(bindQueryIn(ctx, from, {parent: null, commonTables: null})).rel)
      : rowsNamed(bindRelation(ctx, from.parts, from));
  refuseParameters(ctx);
  for (const oid of ctx.dependencies) {
    const object = ctx.catalog.byOid(oid);
    if (object && object.kind !== 'system' && isTemporary(object))
      throw ctx.unsupported('a sink of temporary tables', ast);
  }
  const [only] = ctx.dependencies;
  const object: SinkObject = {
    ...lastingFields(ctx, ast, ast.name),
    kind: 'sink',
    from: from.kind === 'query' ? null : only,
    query: from.kind === 'query' ? ctx.source(from) : null,
    searchPath: lastingPath(options.searchPath),
    columns: rel.schema.map(column => ({...column, default: null})),
    connector: ast.connector,
    options: bindOptions(ctx, ast.connector, ast.options),
    format: bindFormat(ctx, ast.format),
    dependsOn: [...ctx.dependencies],
  };
  return {object, rel};
}
