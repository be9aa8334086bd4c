import {isTemporarySchema} from '../../catalog/temporary.ts';
import type {Node, Persistence, QualifiedName} from '../ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {BindContext} from './context.ts';

/** What every new object's record has. Errors: 3F000, 42501, 42P16, 0A000. */
export function commonFields(ctx: BindContext, ast: Node, name: QualifiedName, persistence: Persistence = 'permanent') {
  const target = creationTarget(ctx, name, persistence);
  return {
    oid: ctx.catalog.allocateOid(),
    name: target.name,
    schema: target.schema,
    owner: ctx.options.owner ?? ctx.catalog.roles[0].name,
    definition: ctx.source(ast),
    comment: null,
  };
}

/** Of what cannot be temporary. Errors: 0A000 too. */
export function lastingFields(ctx: BindContext, ast: Node, name: QualifiedName) {
  const common = commonFields(ctx, ast, name);
  if (isTemporarySchema(common.schema)) {
    throw ctx.unsupported('sources, sinks and collations in temporary schemas', name);
  }
  return common;
}

function creationTarget(
  ctx: BindContext,
  name: QualifiedName,
  persistence: Persistence,
): {readonly schema: string; readonly name: string} {
  try {
    const target = ctx.catalog.creationTarget(name.parts, ctx.options.searchPath, persistence === 'temporary');
    if (persistence === 'unlogged' && isTemporarySchema(target.schema)) {
      throw new SqlError('42P16', 'only temporary relations may be created in temporary schemas');
    }
    return target;
  } catch (error) {
    throw error instanceof SqlError && error.code === '3F000' ? error.at(ctx.at(name)) : error;
  }
}
