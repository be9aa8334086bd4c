import type {FunctionObject} from '../../catalog/object.ts';
import {column, type Schema} from '../../types/schema.ts';
import {structOf, type SqlType} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {bindFunctionBody} from './function-body.ts';
import type {ResolvedCall} from './named-arguments.ts';
import type {UserCallable} from './user-function.ts';

// Functions that somebody made with RETURNS record and nothing that says of what: the call does, or else the body.

export function returnsRecord({returns}: FunctionObject): boolean {
  return returns.kind === 'record';
}

/** As the column definition list of the call has it. */
export function asDefined(match: ResolvedCall<UserCallable>, definitions: Schema): ResolvedCall<UserCallable> {
  return returning(match, structOf(definitions));
}

/** As its body gives it, where no list can stand. Errors: those of the body, 0A000 one that acts. */
export function asGiven(
  ctx: BindContext,
  ast: FunctionCall,
  match: ResolvedCall<UserCallable>,
): ResolvedCall<UserCallable> {
  const {object} = match.row;
  if (!returnsRecord(object)) return match;
  if (object.acts) {
    const hint = 'Call it in FROM with a column definition list.';
    throw ctx.unsupported(`function ${object.name}(), which acts and returns record, in this place`, ast, hint);
  }
  const {schema} = bindFunctionBody(ctx, object);
  const [{type}] = schema;
  const isRow = schema.length === 1 && type.fields !== undefined;
  return returning(match, isRow ? type : structOf(schema.map(({name, type: of}) => column(name, of))));
}

function returning(match: ResolvedCall<UserCallable>, returns: SqlType): ResolvedCall<UserCallable> {
  return {...match, row: {...match.row, object: {...match.row.object, returns}}};
}
