import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import type {SqlType} from '../types/sql-type.ts';
import {conjuncts} from './conjuncts.ts';
import {functionName, isImmutable} from './function-facts.ts';
import {asStored} from './key-lookup.ts';
import type {Finish, PhysicalNode, PhysicalPlan} from './physical.ts';
import type {ObjectId} from './rel.ts';

/** A plan whose result is made of one row at most, found by a unique key, and of nothing else. */
export type PointLookup = {
  readonly object: ObjectId;
  readonly schema: Schema;
  /** A unique key, and what each of its columns is asked to be: a literal or parameter. */
  readonly key: readonly number[];
  readonly wanted: readonly Constant[];
  /** The columns of the object that are the result; null: the plan is to be run over the row. */
  readonly columns: readonly number[] | null;
};

type Projection = Extract<PhysicalNode, {node: 'project'}>;
type Filter = Extract<PhysicalNode, {node: 'filter'}>;
type Constant = Extract<Expr, {op: 'literal' | 'parameter'}>;

/** null: it is none. */
export function pointLookup({nodes, root, finish, inputs, raises}: PhysicalPlan): PointLookup | null {
  if (raises || inputs.length !== 1 || (finish && (finish.late || !keepsOneRow(finish)))) return null;
  const above: (Projection | Filter)[] = [];
  let node = nodes[root];
  while (node.node === 'project' || node.node === 'filter') {
    above.unshift(node);
    node = nodes[node.input];
  }
  if (node.node !== 'input' || !above.every(isPlain)) return null;
  const wanted = new Map<number, Constant>();
  /** The columns at hand, as columns of the object; null: computed. */
  let columns: readonly (number | null)[] = node.schema.map((_, i) => i);
  let rest = finish !== null && !cutsNothing(finish);
  for (const step of above) {
    if (step.node === 'project') {
      columns = step.exprs.map(expr => (expr.op === 'column' ? columns[expr.index] : null));
      continue;
    }
    for (const part of conjuncts(step.predicate)) {
      const found = columnIs(part);
      const column = found ? columns[found.column] : null;
      if (column === null || wanted.has(column)) rest = true;
      else wanted.set(column, found!.constant);
    }
  }
  const key = node.props.uniqueKeys.find(unique => unique.length > 0 && unique.every(column => wanted.has(column)));
  if (!key) return null;
  const result = columns.slice(0, finish?.visible);
  const isWhole = !rest && wanted.size === key.length && result.every(column => column !== null);
  return {
    object: node.object,
    schema: node.schema,
    key,
    wanted: key.map(column => wanted.get(column)!),
    columns: isWhole ? (result as number[]) : null,
  };
}

/** A plan that reads no relation and makes one row at most, of constants and parameters: whoever has it can run it. */
export function isConstantRow({nodes, finish, inputs, raises}: PhysicalPlan): boolean {
  if (raises || inputs.length > 0 || (finish && (finish.late || !keepsOneRow(finish)))) return false;
  return nodes.every(node => {
    if (node.node === 'values') return node.rows.length <= 1 && node.rows.every(row => row.every(isImmutable));
    return (node.node === 'project' || node.node === 'filter') && isPlain(node);
  });
}

/** The key as the index has it, null where that cannot be said or a part is NULL. */
export function lookupKey({schema, key, wanted}: PointLookup, parameters: readonly Datum[]): Datum[] | null {
  const values: Datum[] = [];
  for (let i = 0; i < key.length; i++) {
    const constant = wanted[i];
    const value = constant.op === 'literal' ? constant.value : parameters[constant.index - 1];
    const stored = asStored(schema[key[i]].type, value, constant.type);
    if (stored === null) return null;
    values.push(stored);
  }
  return values;
}

/** LIMIT and OFFSET that may not be constants are for the whole plan to see to. */
function keepsOneRow(finish: Finish): boolean {
  return [finish.limit, finish.offset].every(bound => bound === null || isImmutable(bound));
}

function cutsNothing({limit, offset}: Finish): boolean {
  const isLiteral = (bound: Expr | null, fits: (value: Datum) => boolean): boolean =>
    bound === null || (bound.op === 'literal' && fits(bound.value));
  return (
    isLiteral(limit, value => value === null || (value as bigint) > 0n) && isLiteral(offset, value => value === 0n)
  );
}

/** The same wherever and whenever it is evaluated. */
function isPlain(node: Projection | Filter): boolean {
  return node.node === 'project' ? node.exprs.every(isImmutable) : isImmutable(node.predicate);
}

function columnIs(part: Expr): {column: number; constant: Constant} | null {
  if (part.op !== 'call' || functionName(part.signature) !== '=') return null;
  const [left, right] = part.args;
  if (left.op === 'column' && isConstant(right)) return {column: left.index, constant: right};
  if (right.op === 'column' && isConstant(left)) return {column: right.index, constant: left};
  return null;
}

function isConstant(expr: Expr): expr is Constant {
  return expr.op === 'literal' || expr.op === 'parameter';
}

/** The types of a lookup's columns are those of the object by now: it has been widened at most. */
export function fitsSchema(lookup: PointLookup, schema: Schema): boolean {
  const same = (a: SqlType, b: SqlType): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
  return lookup.schema.every(({type}, i) => i < schema.length && same(type, schema[i].type));
}
