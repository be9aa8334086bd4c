import type {Expr} from '../../expr/expr.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {TypeKind} from '../../types/sql-type.ts';
import type {FunctionCall, Query} from '../ast/index.ts';
import {parseStatements} from '../parse/index.ts';
import {callNamed} from './call.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {bindQueryIn, asSubquery} from './query.ts';
import {TSQUERY} from '../../types/sql-type.ts';

// Functions whose argument is the text of a query: where it is written out, the query becomes part of the one that calls.

/** `ts_stat(query [, weights])`: of each lexeme of the query's documents in how many it stands, and how often. Errors: 22023, 0A000. */
export function bindTextStatistics(ctx: BindContext, env: Env, ast: FunctionCall): Rel {
  const [query, weights = ''] = ast.args.map(arg => writtenOut(ctx, env, ast, arg));
  checkColumns(ctx, query, ['tsvector'], 'ts_stat query must return one tsvector column');
  return askedRel(
    ctx,
    `SELECT e.word, pg_catalog.count(*)::int4 AS ndoc, pg_catalog.sum(e.nentry)::int4 AS nentry
     FROM (${query}\n) AS q(v), "$ts_entries"(q.v, '${weights.replace(/[^a-d]/gi, '')}') AS e(word, nentry) GROUP BY e.word`,
  );
}

/** `ts_rewrite(query, 'SELECT target, substitute …')`: row by row, in the order of the rows. Errors: 22023, 0A000. */
export function bindRewriteByQuery(ctx: BindContext, env: Env, ast: FunctionCall): Expr {
  const [whole, text] = ast.args;
  if (whole.kind === 'named_argument') throw ctx.unsupported('arguments by name', whole);
  const query = writtenOut(ctx, env, ast, text);
  checkColumns(ctx, query, ['tsquery', 'tsquery'], 'ts_rewrite query must return two tsquery columns');
  const pairs = askedRel(
    ctx,
    `SELECT ARRAY(SELECT pg_catalog.concat(pg_catalog.length(t::text), ':', t, s) FROM (${query}\n) AS q(t, s)
     WHERE t IS NOT NULL AND s IS NOT NULL)`,
  );
  const {type} = pairs.schema[0];
  const given = env.level.defer({kind: 'subquery', apply: 'scalar', rel: pairs, operands: [], on: null}, type);
  const bound = mustCoerce(ctx, bindExpression(ctx, env, whole), TSQUERY, 'implicit', ctx.at(whole));
  return callNamed(ctx, '$ts_rewritten', [bound, given], ast.span.start);
}

function writtenOut(ctx: BindContext, env: Env, ast: FunctionCall, arg: FunctionCall['args'][number]): string {
  const bound = arg.kind === 'named_argument' ? null : bindExpression(ctx, env, arg);
  if (bound?.op !== 'literal' || typeof bound.value !== 'string') {
    throw ctx.unsupported(`${ast.name.at(-1)}() of a query that is not written out`, ast);
  }
  return bound.value.replace(/;\s*$/, '');
}

/** Errors: 22023, those of the query. */
function checkColumns(ctx: BindContext, query: string, kinds: readonly TypeKind[], message: string): void {
  const {schema} = askedRel(ctx, query);
  const fits = schema.length === kinds.length && schema.every(({type}, i) => type.kind === kinds[i]);
  if (!fits) throw new SqlError('22023', message);
}

/** It sees nothing of what is around it, and asks with the same rights. */
export function askedRel(ctx: BindContext, text: string): Rel {
  const inner = new BindContext({
    ...ctx.options,
    text,
    parameterTypes: [],
    parametersFixed: true,
    rights: ctx.rights,
    names: undefined,
    routine: undefined,
    returns: undefined,
  });
  const statements = parseStatements(text);
  const [first] = statements;
  if (statements.length !== 1 || first.kind !== 'query') throw ctx.unsupported('a text that is no query', 0);
  const {rel} = asSubquery(bindQueryIn(inner, first satisfies Query, {parent: null, commonTables: null}));
  for (const oid of inner.dependencies) ctx.dependencies.add(oid);
  return rel;
}
