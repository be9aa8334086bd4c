import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {aggregateBySignature} from '../../expr/registry.ts';
import {columnsOf, project} from '../../plan/build.ts';
import {nullableColumns} from '../../plan/nullability.ts';
import {exprNullable} from '../../plan/nullability.ts';
import type {AggregateRel, ApplyRel, Rel, SortRel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import type {Column, Schema} from '../../types/schema.ts';
import {BOOLEAN} from '../../types/sql-type.ts';

export const TRUE: Expr = Object.freeze({op: 'literal', value: true, type: BOOLEAN});

/** The first `width` columns alone. */
export function keepColumns(input: Rel, width: number): Rel {
  return input.schema.length === width ? input : project(input, columnsOf(input.schema).slice(0, width));
}

/** The same relation under other column names. */
export function rename(input: Rel, names: readonly string[]): Rel {
  if (input.schema.every(({name}, i) => name === names[i])) return input;
  return project(input, columnsOf(input.schema), names);
}

type ApplyKind = Exclude<ApplyRel['kind'], 'semi' | 'anti'>;

export function apply(kind: ApplyKind, left: Rel, right: Rel, on: Expr = TRUE): ApplyRel {
  return {node: 'apply', kind, left, right, on, schema: applySchema(kind, left.schema, right.schema)};
}

function applySchema(kind: ApplyKind, left: Schema, right: Schema): Schema {
  switch (kind) {
    case 'scalar':
      return [...left, nullable(right[0])];
    case 'exists':
      return [...left, column('exists', BOOLEAN, false)];
    case 'quantified':
      return [...left, column('any', BOOLEAN)];
    case 'inner':
      return [...left, ...right];
    case 'left':
      return [...left, ...right.map(nullable)];
  }
}

function nullable(of: Column): Column {
  return of.nullable ? of : {...of, nullable: true};
}

export function aggregate(
  input: Rel,
  keys: readonly Expr[],
  keyNames: readonly string[],
  aggregates: readonly AggregateCall[],
): AggregateRel {
  const inputNullable = nullableColumns(input);
  const schema = [
    ...keys.map((key, i) => column(keyNames[i], key.type, exprNullable(key, inputNullable))),
    ...aggregates.map(call => {
      const row = aggregateBySignature(call.signature);
      return column(row.name, call.type, row.whenEmpty === undefined);
    }),
  ];
  return {node: 'aggregate', input, keys, aggregates, schema};
}

export function sort(input: Rel, keys: SortRel['keys'], limit: Expr | null = null, offset: Expr | null = null): Rel {
  if (keys.length === 0 && !limit && !offset) return input;
  return {node: 'sort', input, keys, limit, offset, schema: input.schema};
}
