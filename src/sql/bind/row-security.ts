import type {TableObject} from '../../catalog/object.ts';
import {affectedByPolicies, policiesApply, policiesFor, type Policy} from '../../catalog/row-security.ts';
import type {Expr} from '../../expr/expr.ts';
import {barrier, columnsOf, filter, project} from '../../plan/build.ts';
import {shiftColumns, substituteColumns} from '../../plan/columns.ts';
import {mapRelChildren} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, INTEGER, TEXT} from '../../types/sql-type.ts';
import {parseExpression} from '../parse/index.ts';
import {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {fixedIdentity} from './fixed-identity.ts';
import {Level, type ScopeItem} from './level.ts';
import {Placement} from './placement.ts';
import {getRel} from './relation.ts';
import {targetItem} from './write-target.ts';

type Command = 'select' | 'insert' | 'update' | 'delete';

/** Whether policies stand between the statement and the table's rows. Errors: 42501 with row_security off. */
export function isSecured(ctx: BindContext, table: TableObject): boolean {
  const role = ctx.actingRole;
  if (role === null || !policiesApply(ctx.catalog, table, role)) return false;
  if (ctx.options.rowSecurity === false) throw affectedByPolicies(ctx.catalog, table, role);
  return true;
}

/**
 * The rows of the table that policies show to whom the statement acts for: those that pass for all of the commands. Nothing
 * of the statement that may fail is looked at for other rows (a barrier).
 */
export function visibleRows(ctx: BindContext, table: TableObject, get: Rel, commands: readonly Command[]): Rel {
  if (!isSecured(ctx, table)) return get;
  const level = new Level(null, null);
  level.rel = get;
  const item = targetItem(table, null);
  level.items = [item];
  const wanted = commands.map(command => conditionOf(ctx, level, table, command, policy => policy.using));
  return barrier(filtered(level, get, and(wanted)));
}

/** The same relation with `visible` in the place of the node `get`. */
export function withVisible(rel: Rel, get: Rel, visible: Rel): Rel {
  if (get === visible) return rel;
  if (rel === get) return visible;
  return mapRelChildren(rel, child => withVisible(child, get, visible));
}

/** Checks of new rows, which stand in `rel` from column `offset` on. Errors of a row: 42501. */
export function checkedRows(
  ctx: BindContext,
  table: TableObject,
  rel: Rel,
  offset: number,
  commands: readonly Command[],
): Rel {
  if (!isSecured(ctx, table)) return rel;
  const level = new Level(null, null);
  level.rel = rel;
  level.items = [newRowItem(table, offset)];
  const message = (policy: string) => `new row violates row-level security policy ${policy}for table "${table.name}"`;
  const checks = commands.flatMap(command => {
    const newRow = (policy: Policy): string | null =>
      command === 'select' ? policy.using : (policy.check ?? policy.using);
    return checksOf(ctx, level, table, command, newRow, message);
  });
  return filtered(level, barrier(rel), and(checks));
}

/** Rows that are there and would be changed must be ones that the policies of the command show. Errors of a row: 42501. */
export function checkedOldRows(
  ctx: BindContext,
  table: TableObject,
  rel: Rel,
  offset: number,
  commands: readonly Command[],
): Rel {
  if (!isSecured(ctx, table)) return rel;
  const level = new Level(null, null);
  level.rel = rel;
  level.items = [{...newRowItem(table, offset, false)}];
  const message = (policy: string) =>
    `new row violates row-level security policy ${policy}(USING expression) for table "${table.name}"`;
  const checks = commands.flatMap(command => checksOf(ctx, level, table, command, policy => policy.using, message));
  return filtered(level, barrier(rel), and(checks));
}

/**
 * Rows of a MERGE: the number of the action, the row that is there and the new one. Nobody knows before the action is chosen
 * which policies count, so a row that they would hide from an UPDATE or DELETE fails instead. Errors of a row: 42501.
 */
export function checkedMerge(
  ctx: BindContext,
  table: TableObject,
  rel: Rel,
  actions: readonly ('nothing' | 'insert' | 'update' | 'delete')[],
): Rel {
  if (!isSecured(ctx, table)) return rel;
  const old = levelOver(rel, newRowItem(table, 1, false));
  const added = levelOver(rel, newRowItem(table, 1 + table.columns.length));
  const target = (policy: string) =>
    `target row violates row-level security policy ${policy}(USING expression) for table "${table.name}"`;
  const fresh = (policy: string) => `new row violates row-level security policy ${policy}for table "${table.name}"`;
  const using = (policy: Policy): string | null => policy.using;
  const check = (policy: Policy): string | null => policy.check ?? policy.using;
  const ifDone = (kind: Command, checks: () => Expr[]): Expr[] =>
    actions.some(action => action === kind) ? [onlyFor(actions, kind, and(checks()))] : [];
  const oldChecks = (['update', 'delete'] as const).flatMap(kind =>
    ifDone(kind, () => checksOf(ctx, old, table, kind, using, target)),
  );
  const newChecks = [
    ...ifDone('insert', () => checksOf(ctx, added, table, 'insert', check, fresh)),
    ...ifDone('update', () => [
      ...checksOf(ctx, added, table, 'update', check, fresh),
      ...checksOf(ctx, added, table, 'select', using, fresh),
    ]),
  ];
  const passed = oldChecks.length === 0 ? rel : filtered(old, barrier(rel), and(oldChecks));
  return newChecks.length === 0 ? passed : filtered(added, barrier(passed), and(newChecks));
}

function levelOver(rel: Rel, item: ScopeItem): Level {
  const level = new Level(null, null);
  level.rel = rel;
  level.items = [item];
  return level;
}

/** The condition where the first column is one of the action's numbers; elsewhere it is not computed, and holds. */
function onlyFor(actions: readonly string[], kind: Command, condition: Expr): Expr {
  const which: Expr = {op: 'column', index: 0, type: INTEGER};
  const chosen = actions.flatMap((action, i): Expr[] =>
    action === kind
      ? [
          {
            op: 'call',
            signature: '=(int4,int4)',
            args: [which, {op: 'literal', value: i, type: INTEGER}],
            type: BOOLEAN,
          },
        ]
      : [],
  );
  return {op: 'case', whens: [{when: or(chosen), then: condition}], otherwise: TRUE, type: BOOLEAN};
}

/** What is generated from the others is not in the row yet. */
function newRowItem(table: TableObject, offset: number, computes = true): ScopeItem {
  const item = targetItem(table, null);
  const own = columnsOf(table.columns).map(column => shiftColumns(column, offset));
  return {
    ...item,
    columns: item.columns.map(column => {
      const index = column.expr.op === 'column' ? column.expr.index : 0;
      const {generated} = table.columns[index];
      return {...column, expr: generated && computes ? substituteColumns(generated.expr, own) : own[index]};
    }),
  };
}

function filtered(level: Level, rel: Rel, predicate: Expr): Rel {
  const width = rel.schema.length;
  const placement = new Placement(level, rel);
  const condition = placement.place(predicate);
  const placed = filter(placement.rel, condition);
  return placed.schema.length === width ? placed : project(placed, columnsOf(placed.schema).slice(0, width));
}

type Condition = (policy: Policy) => string | null;

/** Some permissive policy says yes, and every restrictive one. */
function conditionOf(ctx: BindContext, level: Level, table: TableObject, command: Command, text: Condition): Expr {
  const policies = policiesFor(ctx.catalog, table, ctx.actingRole!, command);
  const bound = (policy: Policy): Expr => bindCondition(ctx, level, table, policy, text(policy));
  const permissive = policies.filter(policy => policy.permissive).map(bound);
  return and([or(permissive), ...policies.filter(policy => !policy.permissive).map(bound)]);
}

function checksOf(
  ctx: BindContext,
  level: Level,
  table: TableObject,
  command: Command,
  text: Condition,
  message: (policy: string) => string,
): Expr[] {
  const policies = policiesFor(ctx.catalog, table, ctx.actingRole!, command);
  const bound = (policy: Policy): Expr => bindCondition(ctx, level, table, policy, text(policy));
  const check = (condition: Expr, policy: string): Expr => ({
    op: 'call',
    signature: '$row_security_check(bool,text)',
    args: [condition, {op: 'literal', value: message(policy), type: TEXT}],
    type: BOOLEAN,
  });
  return [
    check(or(policies.filter(policy => policy.permissive).map(bound)), ''),
    ...policies.filter(policy => !policy.permissive).map(policy => check(bound(policy), `"${policy.name}" `)),
  ];
}

function bindCondition(ctx: BindContext, level: Level, table: TableObject, policy: Policy, text: string | null): Expr {
  if (text === null) return TRUE;
  const under = ctx.options.underPolicies ?? [];
  if (under.includes(table.oid)) {
    throw new SqlError('42P17', `infinite recursion detected in policy for relation "${table.name}"`);
  }
  const inner = new BindContext({
    ...ctx.options,
    ...fixedIdentity(ctx.options),
    text,
    searchPath: policy.searchPath,
    parameterTypes: [],
    names: policy.names,
    rights: ctx.rights,
    trusted: false,
    lasting: ctx.options.lasting,
    underPolicies: [...under, table.oid],
  });
  const {items} = level;
  level.items = items.map(item => asWhenMade(item, table, policy));
  try {
    const bound = bindBoolean(inner, {level, clause: 'policy expressions'}, parseExpression(text), 'POLICY');
    for (const oid of inner.dependencies) ctx.dependencies.add(oid);
    return bound;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new SqlError(error.code, error.message, {...error.fields, position: undefined});
  } finally {
    level.items = items;
  }
}

/** Columns under the names that they had when the policy was made. */
function asWhenMade(item: ScopeItem, table: TableObject, policy: Policy): ScopeItem {
  const known = new Map(policy.names.columns[table.oid]);
  const columns = item.columns.map(column => ({...column, name: known.get(column.attributeNumber) ?? column.name}));
  return {...item, columns};
}

/** A condition of the policy by itself, for who wants to know what it names. */
export function bindStoredCondition(ctx: BindContext, table: TableObject, policy: Policy, text: string): void {
  const level = new Level(null, null);
  level.rel = getRel(table);
  level.items = [asWhenMade(targetItem(table, null), table, policy)];
  bindBoolean(ctx, {level, clause: 'policy expressions'}, parseExpression(text), 'POLICY');
}

const TRUE: Expr = {op: 'literal', value: true, type: BOOLEAN};
const FALSE: Expr = {op: 'literal', value: false, type: BOOLEAN};

function and(args: readonly Expr[]): Expr {
  return args.length === 1 ? args[0] : {op: 'and', args, type: BOOLEAN};
}

function or(args: readonly Expr[]): Expr {
  if (args.length === 0) return FALSE;
  return args.length === 1 ? args[0] : {op: 'or', args, type: BOOLEAN};
}
