import type {Node, QualifiedName} from '../ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {BindContext} from './context.ts';

/** What every new object's record has. Errors: 3F000, 42501, 0A000. */
export function commonFields(ctx: BindContext, ast: Node, name: QualifiedName) {
  const target = creationTarget(ctx, name);
  return {
    oid: ctx.catalog.allocateOid(),
    name: target.name,
    schema: target.schema,
    owner: ctx.options.owner ?? ctx.catalog.roles[0].name,
    definition: ctx.source(ast),
    comment: null,
  };
}

function creationTarget(ctx: BindContext, name: QualifiedName): {readonly schema: string; readonly name: string} {
  try {
    return ctx.catalog.creationTarget(name.parts, ctx.options.searchPath);
  } catch (error) {
    throw error instanceof SqlError && error.code === '3F000' ? error.at(ctx.at(name)) : error;
  }
}
