import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';
import {conjuncts} from './conjuncts.ts';
import {functionName} from './function-facts.ts';
import type {PhysicalNode, PhysicalPlan} from './physical.ts';
import {planInputs} from './physical-inputs.ts';
import type {ObjectId} from './rel.ts';

/** All that a plan reads of an object are the rows with these values in these columns. */
export type KeyLookup = {
  readonly columns: readonly number[];
  readonly values: readonly Datum[];
  /** And those with one of these: of a list, none twice. */
  readonly more?: readonly (readonly Datum[])[];
};

/** Lists that are longer are not looked up. */
const MAX_LISTED = 1000;

/**
 * The objects that the plan reads by a key: every row goes through one filter, which asks for a constant in each column of a
 * unique key, or in the first columns of an index. The filter stays; who looks up may give it more rows.
 */
export function keyLookups({nodes, inputs}: PhysicalPlan): ReadonlyMap<ObjectId, KeyLookup> {
  const lookups = new Map<ObjectId, KeyLookup>();
  for (const object of inputs) {
    const reading = nodes.flatMap((node, i) => (node.node === 'input' && node.object === object ? [i] : []));
    if (reading.length !== 1) continue;
    const above = nodes.filter(node => planInputs(node).includes(reading[0]));
    const lookup = above.length === 1 ? lookupOf(nodes[reading[0]], above[0]) : null;
    if (lookup) lookups.set(object, lookup);
  }
  return lookups;
}

function lookupOf({props, schema}: PhysicalNode, above: PhysicalNode): KeyLookup | null {
  if (above.node !== 'filter') return null;
  const constants = new Map<number, Datum>();
  for (const part of conjuncts(above.predicate)) {
    const found = constantOf(part);
    if (!found) continue;
    const value = asStored(schema[found.column].type, found.value, found.type);
    if (value !== null) constants.set(found.column, value);
  }
  const unique = props.uniqueKeys.find(columns => columns.length > 0 && columns.every(column => constants.has(column)));
  const key = unique ?? longestPrefix(props.indexes ?? [], constants);
  if (key) return {columns: key, values: key.map(column => constants.get(column)!)};
  const leading = [...props.uniqueKeys.filter(({length}) => length === 1), ...(props.indexes ?? [])].map(
    ([first]) => first,
  );
  for (const part of conjuncts(above.predicate)) {
    const listed = listOf(part);
    if (!listed || !leading.includes(listed.column)) continue;
    const stored = storedOnce(schema[listed.column].type, listed);
    if (stored) return {columns: [listed.column], values: [stored[0]], more: stored.slice(1).map(value => [value])};
  }
  return null;
}

type Listed = {readonly column: number; readonly items: readonly {readonly value: Datum; readonly type: SqlType}[]};

/** `column = ANY (list of constants)`, as IN is read. */
function listOf(part: Expr): Listed | null {
  if (part.op !== 'quantified' || part.quantifier !== 'any' || functionName(part.signature) !== '=') return null;
  const {left, array} = part;
  if (left.op !== 'column') return null;
  if (array.op === 'array') {
    const literals = array.args.filter(item => item.op === 'literal');
    return literals.length === array.args.length ? {column: left.index, items: literals} : null;
  }
  const type = array.type.element;
  if (array.op !== 'literal' || !type || !Array.isArray(array.value)) return null;
  return {column: left.index, items: (array.value as readonly Datum[]).map(value => ({value, type}))};
}

/** null: there are none, too many, or it is not certain how one of them would be stored. NULL is equal to nothing. */
function storedOnce(column: SqlType, {items}: Listed): readonly Datum[] | null {
  const wanted = items.filter(({value}) => value !== null);
  if (wanted.length === 0 || wanted.length > MAX_LISTED) return null;
  const stored = wanted.map(({value, type}) => (Array.isArray(value) ? null : asStored(column, value, type)));
  if (stored.some(value => value === null || typeof value === 'object')) return null;
  return [...new Set(stored)];
}

function longestPrefix(
  indexes: readonly (readonly number[])[],
  constants: ReadonlyMap<number, Datum>,
): readonly number[] | null {
  let longest: readonly number[] = [];
  for (const columns of indexes) {
    const missing = columns.findIndex(column => !constants.has(column));
    const prefix = missing < 0 ? columns : columns.slice(0, missing);
    if (prefix.length > longest.length) longest = prefix;
  }
  return longest.length > 0 ? longest : null;
}

function constantOf(part: Expr): {column: number; value: Datum; type: SqlType} | null {
  if (part.op !== 'call' || functionName(part.signature) !== '=') return null;
  const [left, right] = part.args;
  if (left.op === 'column' && right.op === 'literal') return {column: left.index, value: right.value, type: right.type};
  if (left.op === 'literal' && right.op === 'column') return {column: right.index, value: left.value, type: left.type};
  return null;
}

/** Types whose equal values are stored alike, so that a constant of the type can be looked for as it is. */
const PLAIN = new Set<string>(['boolean', 'text', 'uuid', 'date', 'timestamp', 'timestamptz', 'bytea', 'oid']);
const INTEGERS: Readonly<Record<string, number>> = {smallint: 16, integer: 32, bigint: 64};

/** The constant as the column would store it; null where that is not certain. */
export function asStored(column: SqlType, value: Datum, type: SqlType): Datum {
  const bits = INTEGERS[column.kind];
  if (bits !== undefined && INTEGERS[type.kind] !== undefined && value !== null) {
    const wide = BigInt(value as number | bigint);
    if (BigInt.asIntN(bits, wide) !== wide) return null;
    return bits === 64 ? wide : Number(wide);
  }
  return PLAIN.has(column.kind) && column.kind === type.kind ? value : null;
}
