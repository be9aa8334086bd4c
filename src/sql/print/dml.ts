import type {
  AssignmentTarget,
  Copy,
  CopyOption,
  Delete,
  IndexElement,
  Insert,
  Merge,
  MergeWhen,
  OnConflict,
  Query,
  Returning,
  SetClause,
  StorageOption,
  Update,
} from '../ast/index.ts';
import {printExpression, printExpressions, printSteps} from './expression.ts';
import {printAlias, printFunctionExpression, printRelation, printTableExpression} from './from.ts';
import {printName, printNames, printPath, printString} from './identifier.ts';
import {printQuery, printTargets, printWith} from './query.ts';

export function printPreparable(statement: Query | Insert | Update | Delete | Merge): string {
  switch (statement.kind) {
    case 'query':
      return printQuery(statement);
    case 'insert':
      return printInsert(statement);
    case 'update':
      return printUpdate(statement);
    case 'delete':
      return printDelete(statement);
    case 'merge':
      return printMerge(statement);
  }
}

function printInsert(insert: Insert): string {
  let text = `${printWith(insert.with)}INSERT INTO ${printPath(insert.table.parts)}`;
  if (insert.alias !== null) text += ` AS ${printName(insert.alias)}`;
  if (insert.columns.length > 0) text += ` ${printAssignmentTargets(insert.columns)}`;
  if (insert.overriding !== 'none') text += ` OVERRIDING ${insert.overriding.toUpperCase()} VALUE`;
  text += insert.source === null ? ' DEFAULT VALUES' : ` ${printQuery(insert.source)}`;
  if (insert.onConflict !== null) text += printOnConflict(insert.onConflict);
  return text + printReturning(insert.returning);
}

function printAssignmentTarget(target: AssignmentTarget): string {
  return printName(target.column) + printSteps(target.steps);
}

function printAssignmentTargets(targets: readonly AssignmentTarget[]): string {
  return `(${targets.map(printAssignmentTarget).join(', ')})`;
}

function printOnConflict(clause: OnConflict): string {
  let text = ' ON CONFLICT';
  if (clause.elements.length > 0) text += ` (${clause.elements.map(printIndexElement).join(', ')})`;
  if (clause.indexWhere !== null) text += ` WHERE ${printExpression(clause.indexWhere)}`;
  if (clause.constraint !== null) text += ` ON CONSTRAINT ${printName(clause.constraint)}`;
  if (clause.action === 'nothing') return `${text} DO NOTHING`;
  text += ` DO UPDATE SET ${printSetClauses(clause.set)}`;
  return clause.where === null ? text : `${text} WHERE ${printExpression(clause.where)}`;
}

export function printIndexElement(element: IndexElement): string {
  const {expression} = element;
  const call =
    (expression.kind === 'function_call' &&
      expression.filter === null &&
      expression.over === null &&
      !isInfix(expression)) ||
    (expression.kind === 'column_ref' && expression.path.length === 1 && !expression.star);
  let text = call ? printFunctionExpression(expression) : `(${printExpression(expression)})`;
  if (element.collation !== null) text += ` COLLATE ${printPath(element.collation)}`;
  if (element.operatorClass !== null) {
    text += ` ${printPath(element.operatorClass)}${printOptionList(element.operatorClassOptions)}`;
  }
  if (element.direction !== 'default') text += ` ${element.direction.toUpperCase()}`;
  return element.nulls === 'default' ? text : `${text} NULLS ${element.nulls.toUpperCase()}`;
}

/** Calls in the standard's syntax are left to parentheses: some of them are infix. */
function isInfix(call: {readonly sqlSyntax: boolean; readonly withinGroup: boolean}): boolean {
  return call.sqlSyntax || call.withinGroup;
}

/** `(a = 1, …)`, or nothing. */
export function printOptionList(options: readonly StorageOption[]): string {
  if (options.length === 0) return '';
  const items = options.map(option => {
    const name = (option.namespace === null ? '' : `${printName(option.namespace)}.`) + printName(option.name);
    return option.value === null ? name : `${name} = ${printString(option.value)}`;
  });
  return ` (${items.join(', ')})`;
}

function printSetClauses(clauses: readonly SetClause[]): string {
  return clauses
    .map(clause => {
      const target = clause.multiple
        ? printAssignmentTargets(clause.targets)
        : printAssignmentTarget(clause.targets[0]);
      return `${target} = ${printExpression(clause.value)}`;
    })
    .join(', ');
}

function printReturning(returning: Returning | null): string {
  if (returning === null) return '';
  const aliases: string[] = [];
  if (returning.oldAlias !== null) aliases.push(`OLD AS ${printName(returning.oldAlias)}`);
  if (returning.newAlias !== null) aliases.push(`NEW AS ${printName(returning.newAlias)}`);
  const prefix = aliases.length === 0 ? '' : ` WITH (${aliases.join(', ')})`;
  return ` RETURNING${prefix} ${printTargets(returning.targets)}`;
}

function printUpdate(update: Update): string {
  const target = printRelation(update.table, update.only) + printAlias(update.alias);
  let text = `${printWith(update.with)}UPDATE ${target} SET ${printSetClauses(update.set)}`;
  if (update.from.length > 0) text += ` FROM ${update.from.map(printTableExpression).join(', ')}`;
  if (update.where !== null) text += ` WHERE ${printExpression(update.where)}`;
  return text + printReturning(update.returning);
}

function printDelete(statement: Delete): string {
  const target = printRelation(statement.table, statement.only) + printAlias(statement.alias);
  let text = `${printWith(statement.with)}DELETE FROM ${target}`;
  if (statement.using.length > 0) text += ` USING ${statement.using.map(printTableExpression).join(', ')}`;
  if (statement.where !== null) text += ` WHERE ${printExpression(statement.where)}`;
  return text + printReturning(statement.returning);
}

function printMerge(merge: Merge): string {
  const target = printRelation(merge.table, merge.only) + printAlias(merge.alias);
  const using = printTableExpression(merge.using);
  const whens = merge.whens.map(printMergeWhen).join('');
  const head = `${printWith(merge.with)}MERGE INTO ${target} USING ${using} ON ${printExpression(merge.on)}`;
  return head + whens + printReturning(merge.returning);
}

function printMergeWhen(when: MergeWhen): string {
  const condition = when.condition === null ? '' : ` AND ${printExpression(when.condition)}`;
  return ` WHEN ${when.match.toUpperCase()}${condition} THEN ${printMergeAction(when)}`;
}

function printMergeAction({action}: MergeWhen): string {
  switch (action.type) {
    case 'nothing':
      return 'DO NOTHING';
    case 'delete':
      return 'DELETE';
    case 'update':
      return `UPDATE SET ${printSetClauses(action.set)}`;
    case 'insert': {
      const columns = action.columns.length === 0 ? '' : ` ${printAssignmentTargets(action.columns)}`;
      const overriding = action.overriding === 'none' ? '' : ` OVERRIDING ${action.overriding.toUpperCase()} VALUE`;
      const values = action.values === null ? 'DEFAULT VALUES' : `VALUES (${printExpressions(action.values)})`;
      return `INSERT${columns}${overriding} ${values}`;
    }
  }
}

export function printCopy(copy: Copy): string {
  let text = 'COPY ';
  if (copy.query !== null) text += `(${printPreparable(copy.query)})`;
  else if (copy.table !== null) text += printPath(copy.table.parts);
  if (copy.columns.length > 0) text += ` ${printNames(copy.columns)}`;
  text += ` ${copy.direction.toUpperCase()} ${printEndpoint(copy)}`;
  if (copy.options.length > 0) text += ` WITH (${copy.options.map(printCopyOption).join(', ')})`;
  return copy.where === null ? text : `${text} WHERE ${printExpression(copy.where)}`;
}

function printEndpoint({endpoint, direction}: Copy): string {
  switch (endpoint.type) {
    case 'stdio':
      return direction === 'from' ? 'STDIN' : 'STDOUT';
    case 'file':
      return printString(endpoint.path);
    case 'program':
      return `PROGRAM ${printString(endpoint.command)}`;
  }
}

function printCopyOption({name, value}: CopyOption): string {
  if (value === null) return printName(name);
  if (value === '*') return `${printName(name)} *`;
  const text = typeof value === 'string' ? printString(value) : `(${value.map(printString).join(', ')})`;
  return `${printName(name)} ${text}`;
}
