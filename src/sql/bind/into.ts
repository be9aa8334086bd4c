import type {Query, SelectInto} from '../ast/index.ts';

/** INTO of a query: only its first SELECT may have it. */
export function intoOf({body}: Query): SelectInto | null {
  if (body.kind === 'select') return body.into;
  return body.kind === 'set_operation' ? intoOf(body.left) : null;
}

export function withoutInto(query: Query): Query {
  const {body} = query;
  if (body.kind === 'select') return {...query, body: {...body, into: null}};
  return body.kind === 'set_operation' ? {...query, body: {...body, left: withoutInto(body.left)}} : query;
}
