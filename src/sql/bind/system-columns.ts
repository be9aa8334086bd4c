import {liveColumns, type Relation} from '../../catalog/object.ts';
import type {RelationUse} from '../../catalog/needed-rights.ts';
import type {Expr, OrderKey} from '../../expr/expr.ts';
import {DEFAULT_FRAME, type WindowCall} from '../../expr/window-call.ts';
import {columnAt, shiftColumns} from '../../plan/columns.ts';
import {columnsOf, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BOOLEAN, OID, type SqlType, structOf} from '../../types/sql-type.ts';
import type {BindContext} from './context.ts';
import type {ScopeColumn, ScopeItem, SystemColumns} from './level.ts';
import {hasMasks} from './masking.ts';

// ctid, xmin and the others that every row of a table has. Nothing stores them: a row's number and its version are made of its
// values (expr/functions/system-columns.ts), equal rows and those that share a block are counted.

const CID: SqlType = {kind: 'cid'};
const TID: SqlType = {kind: 'tid'};
const XID: SqlType = {kind: 'xid'};

/** By name, their attribute numbers and types. */
export const systemColumns: ReadonlyMap<string, {readonly number: number; readonly type: SqlType}> = new Map([
  ['ctid', {number: -1, type: TID}],
  ['xmin', {number: -2, type: XID}],
  ['cmin', {number: -3, type: CID}],
  ['xmax', {number: -4, type: XID}],
  ['cmax', {number: -5, type: CID}],
  ['tableoid', {number: -6, type: OID}],
]);

/** Errors: 42701 where what is stored cannot have a column of this name. */
export function refuseSystemName(name: string): void {
  if (!systemColumns.has(name)) return;
  throw new SqlError('42701', `column name "${name}" conflicts with a system column name`);
}

/** The rows of a relation, with columns behind theirs that system columns are made of, where the statement speaks of such. */
export function withSystemColumns(
  ctx: BindContext,
  relation: Relation,
  rows: Rel,
  use: RelationUse | undefined,
): {readonly rel: Rel; readonly system: SystemColumns} {
  const system = {oid: relation.oid, use, masked: hasMasks(ctx, relation.columns), stored: null};
  if (!ctx.namesSystemColumns || system.masked) return {rel: rows, system};
  const {schema} = rows;
  const names = schema.map(({name}) => name);
  const live = liveColumns(relation).map(({index}) => columnAt(schema, index));
  const hashed = project(rows, [...columnsOf(schema), hashOf(live)], [...names, '$hash']);
  const hash = columnAt(hashed.schema, schema.length);
  const blocks = project(
    hashed,
    [...columnsOf(hashed.schema), call('$row_block(int8)', [hash], BIGINT)],
    [...names, '$hash', '$block'],
  );
  const block = columnAt(blocks.schema, schema.length + 1);
  const numbered: Rel = {
    node: 'over',
    input: blocks,
    partition: [block],
    keys: [ascending(hash)],
    calls: [ROW_NUMBER],
    schema: [...blocks.schema, column('$number', BIGINT, false)],
  };
  const ctid = call('$row_tid(int8,int8)', [block, columnAt(numbered.schema, schema.length + 2)], TID);
  const rel = project(numbered, [...columnsOf(schema), hash, ctid], [...names, '$hash', '$ctid']);
  const stored = {hash: columnAt(rel.schema, schema.length), ctid: columnAt(rel.schema, schema.length + 1)};
  return {rel, system: {...system, stored}};
}

export function shiftSystemColumns(system: SystemColumns, by: number): SystemColumns {
  const {stored} = system;
  if (!stored) return system;
  return {...system, stored: {hash: shiftColumns(stored.hash, by), ctid: shiftColumns(stored.ctid, by)}};
}

/** The system column of this name that an item's rows have; null: there is none. */
export function systemColumnOf(item: ScopeItem, name: string): ScopeColumn | null {
  const found = systemColumns.get(name);
  const {system} = item;
  if (!found || !system) return null;
  const {number: attributeNumber, type} = found;
  const {oid: tableOid, use, entry} = system;
  return {
    name,
    expr: valueOf(name, type, item, system),
    tableOid,
    attributeNumber,
    use,
    ...(system.masked && (name === 'ctid' || name === 'xmin') ? {masked: true} : {}),
    ...(entry ? {from: {entry, index: -1}} : {}),
  };
}

function valueOf(name: string, type: SqlType, item: ScopeItem, {stored, oid, xmax}: SystemColumns): Expr {
  switch (name) {
    case 'ctid': {
      if (stored) return stored.ctid;
      // Of rows that a statement gives back: any of several that are equal is as good.
      const block = call('$row_block(int8)', [hashOfItem(item)], BIGINT);
      return call('$row_tid(int8,int8)', [block, {op: 'literal', value: 1n, type: BIGINT}], TID);
    }
    case 'xmin':
      return call('$row_xid(int8)', [stored?.hash ?? hashOfItem(item)], XID);
    default:
      if (name === 'xmax' && xmax) return xmax;
      return unlessAbsent(item, {op: 'literal', value: name === 'tableoid' ? BigInt(oid) : 0n, type});
  }
}

/** NULL where an outer join has found no row. */
function unlessAbsent({outer, columns}: ScopeItem, found: Expr): Expr {
  if (!outer) return found;
  const {type} = found;
  const absent = columns.map(({expr}): Expr => ({op: 'isNull', arg: expr, negated: false, type: BOOLEAN}));
  const when: Expr = absent.length === 1 ? absent[0] : {op: 'and', args: absent, type: BOOLEAN};
  return {op: 'case', whens: [{when, then: {op: 'literal', value: null, type}}], otherwise: found, type};
}

function hashOfItem({columns}: ScopeItem): Expr {
  return hashOf(columns.map(({expr}) => expr));
}

function hashOf(args: readonly Expr[]): Expr {
  const type = structOf(args.map((arg, i) => ({name: `f${i + 1}`, type: arg.type})));
  return call('$row_hash(record)', [{op: 'row', args, type}], BIGINT);
}

function call(signature: string, args: readonly Expr[], type: SqlType): Expr {
  return {op: 'call', signature, args, type};
}

function ascending(expr: Expr): OrderKey {
  return {expr, descending: false, nullsFirst: false};
}

const ROW_NUMBER: WindowCall = {
  kind: 'window',
  signature: 'row_number()',
  args: [],
  filter: null,
  frame: DEFAULT_FRAME,
  type: BIGINT,
};
