import type {Expr} from '../expr/expr.ts';
import {column, type Schema} from '../types/schema.ts';
import {BOOLEAN} from '../types/sql-type.ts';
import {columnAt} from './columns.ts';
import {conjunction, conjuncts, isLiteral, TRUE} from './conjuncts.ts';
import {exprNullable, nullableColumns} from './nullability.ts';
import type {AtMostOneRel, FilterRel, JoinKind, JoinRel, ProjectRel, Rel, ValuesRel} from './rel.ts';

// Constructors of relational nodes that work the schema out.

export function filter(input: Rel, predicate: Expr): Rel {
  if (isLiteral(predicate, true)) return input;
  const node: FilterRel = {node: 'filter', input, predicate, schema: input.schema};
  return node;
}

/** A security barrier over the rows (rel.ts). */
export function barrier(input: Rel): FilterRel {
  const predicate: Expr = {op: 'literal', value: true, type: BOOLEAN};
  return {node: 'filter', input, predicate, barrier: true, schema: input.schema};
}

/** The predicates in order, after those of a filter that `input` already is. */
export function filterAll(input: Rel, predicates: readonly Expr[]): Rel {
  if (predicates.length === 0) return input;
  if (input.node !== 'filter' || input.barrier) return filter(input, conjunction(predicates));
  return filter(input.input, conjunction([...conjuncts(input.predicate), ...predicates]));
}

/** `names` default to those of the columns that are passed on. */
export function project(input: Rel, exprs: readonly Expr[], names?: readonly string[]): ProjectRel {
  const nullable = nullableColumns(input);
  const schema = exprs.map((expr, i) =>
    column(names?.[i] ?? nameOf(expr, input.schema), expr.type, exprNullable(expr, nullable)),
  );
  return {node: 'project', input, exprs, schema};
}

function nameOf(expr: Expr, schema: Schema): string {
  if (expr.op === 'column') return schema[expr.index].name;
  if (expr.op === 'field') return expr.arg.type.fields?.[expr.index]?.name ?? 'field';
  return '?column?';
}

/** Just these columns, in this order; the relation itself when that is what it has. */
export function projectColumns(input: Rel, columns: readonly number[]): Rel {
  if (columns.length === input.schema.length && columns.every((index, i) => index === i)) return input;
  return project(
    input,
    columns.map(index => columnAt(input.schema, index)),
  );
}

export function columnsOf(schema: Schema, from = 0): Expr[] {
  return schema.map((_, i) => ({...columnAt(schema, i), index: from + i}));
}

export function join(kind: JoinKind, left: Rel, right: Rel, on: Expr): JoinRel {
  return {node: 'join', kind, left, right, on, schema: joinSchema(kind, left.schema, right.schema)};
}

export function joinSchema(kind: JoinKind, left: Schema, right: Schema): Schema {
  if (kind === 'semi' || kind === 'anti') return left;
  const leftSchema = kind === 'right' || kind === 'full' ? left.map(nulled) : left;
  const rightSchema = kind === 'left' || kind === 'full' ? right.map(nulled) : right;
  return [...leftSchema, ...rightSchema];
}

function nulled(column: Schema[number]): Schema[number] {
  return column.nullable ? column : {...column, nullable: true};
}

export function distinct(input: Rel): Rel {
  return {node: 'distinct', input, schema: input.schema};
}

/** With no rows rather than no error where nobody asks. */
export function onlyAsked(rel: AtMostOneRel): AtMostOneRel {
  if (!rel.asked) return rel;
  return {...rel, input: join('semi', rel.input, distinct(project(rel.asked, [TRUE])), TRUE), asked: null};
}

export function union(inputs: readonly Rel[]): Rel {
  const schema = inputs[0].schema.map((column, i) => ({
    ...column,
    nullable: inputs.some(input => input.schema[i].nullable),
  }));
  return {node: 'union', inputs, schema};
}

/** No rows. */
export function empty(schema: Schema): ValuesRel {
  return {node: 'values', rows: [], schema};
}

export function isEmpty(rel: Rel): boolean {
  return rel.node === 'values' && rel.rows.length === 0;
}

/** One row without columns. */
export const ONE_ROW: ValuesRel = Object.freeze({node: 'values', rows: [[]], schema: []});
