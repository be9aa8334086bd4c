import type {
  CommonTable,
  Expression,
  GroupingSet,
  LockingClause,
  Query,
  QueryBody,
  Select,
  SetOperation,
  Target,
  With,
} from '../ast/index.ts';
import {printExpression, printExpressions, printOrderBy, printPrimary, printWindowSpec} from './expression.ts';
import {printTableExpression} from './from.ts';
import {printName, printNames, printPath} from './identifier.ts';
import {printPreparable} from './dml.ts';
import {printTypeName} from './type-name.ts';

export function printQuery(query: Query): string {
  let text = printWith(query.with) + printBody(query.body) + printOrderBy(query.orderBy);
  if (query.limit !== null && !query.withTies) text += ` LIMIT ${printLimit(query.limit)}`;
  if (query.offset !== null) text += ` OFFSET ${printExpression(query.offset)}`;
  if (query.limit !== null && query.withTies) text += ` FETCH FIRST ${printCount(query.limit)} ROWS WITH TIES`;
  // The two may only meet around parentheses.
  if (query.withTies && query.locking.some(clause => clause.wait === 'skip locked')) text = `(${text})`;
  text += query.locking.map(printLocking).join('');
  return query.asOf === null ? text : `${text} AS OF ${printExpression(query.asOf)}`;
}

function printLimit(limit: Expression): string {
  return limit.kind === 'null' ? 'ALL' : printExpression(limit);
}

function printCount(count: Expression): string {
  const number = count.kind === 'unary' ? count.operand : count;
  return number.kind === 'integer' || number.kind === 'numeric' ? printExpression(count) : printPrimary(count);
}

function printBody(body: QueryBody): string {
  switch (body.kind) {
    case 'select':
      return printSelect(body);
    case 'values':
      return `VALUES ${body.rows.map(row => `(${printExpressions(row)})`).join(', ')}`;
    case 'set_operation':
      return printSetOperation(body);
  }
}

function printSetOperation(operation: SetOperation): string {
  const level = levelOf(operation);
  const left = printBranch(operation.left, level);
  const right = printBranch(operation.right, level + 1);
  return `${left} ${operation.operator.toUpperCase()}${operation.all ? ' ALL' : ''} ${right}`;
}

function levelOf(operation: SetOperation): number {
  return operation.operator === 'intersect' ? 2 : 1;
}

function printBranch(query: Query, min: number): string {
  const clauses =
    query.with !== null ||
    query.orderBy.length > 0 ||
    query.limit !== null ||
    query.offset !== null ||
    query.locking.length > 0 ||
    query.asOf !== null;
  const loose = query.body.kind === 'set_operation' && levelOf(query.body) < min;
  return clauses || loose ? `(${printQuery(query)})` : printQuery(query);
}

function printSelect(select: Select): string {
  let text = 'SELECT';
  if (select.distinctOn.length > 0) text += ` DISTINCT ON (${printExpressions(select.distinctOn)})`;
  else if (select.distinct) text += ' DISTINCT';
  if (select.targets.length > 0) text += ` ${printTargets(select.targets)}`;
  if (select.into !== null) {
    const {persistence, name} = select.into;
    const kind = persistence === 'permanent' ? 'TABLE' : `${persistence.toUpperCase()} TABLE`;
    text += ` INTO ${kind} ${printPath(name.parts)}`;
  }
  if (select.from.length > 0) text += ` FROM ${select.from.map(printTableExpression).join(', ')}`;
  if (select.where !== null) text += ` WHERE ${printExpression(select.where)}`;
  if (select.groupBy.length > 0) {
    text += ` GROUP BY ${select.groupDistinct ? 'DISTINCT ' : ''}${select.groupBy.map(printGroupItem).join(', ')}`;
  }
  if (select.having !== null) text += ` HAVING ${printExpression(select.having)}`;
  if (select.windows.length > 0) {
    text += ` WINDOW ${select.windows.map(w => `${printName(w.name)} AS ${printWindowSpec(w.spec)}`).join(', ')}`;
  }
  return text;
}

export function printTargets(targets: readonly Target[]): string {
  return targets.map(printTarget).join(', ');
}

function printTarget(target: Target): string {
  const text = printExpression(target.expression);
  return target.alias === null ? text : `${text} AS ${printName(target.alias)}`;
}

function printGroupItem(item: Expression | GroupingSet): string {
  if (item.kind !== 'grouping_set') return printExpression(item);
  if (item.type === 'empty') return '()';
  const name = item.type === 'sets' ? 'GROUPING SETS' : item.type.toUpperCase();
  return `${name} (${item.items.map(printGroupItem).join(', ')})`;
}

function printLocking(clause: LockingClause): string {
  const of = clause.of.length === 0 ? '' : ` OF ${clause.of.map(name => printPath(name.parts)).join(', ')}`;
  const wait = clause.wait === 'block' ? '' : ` ${clause.wait.toUpperCase()}`;
  return ` FOR ${clause.strength.toUpperCase()}${of}${wait}`;
}

/** `WITH … ` with its trailing blank, or nothing. */
export function printWith(clause: With | null): string {
  if (clause === null) return '';
  const words = {none: 'WITH', recursive: 'WITH RECURSIVE', mutual: 'WITH MUTUALLY RECURSIVE'};
  const limit = clause.limit ? `(${clause.limit.at.toUpperCase()} AT RECURSION LIMIT ${clause.limit.iterations}) ` : '';
  return `${words[clause.recursion]} ${limit}${clause.parts.map(printCommonTable).join(', ')} `;
}

function printCommonTable(part: CommonTable): string {
  const materialized = {default: '', always: 'MATERIALIZED ', never: 'NOT MATERIALIZED '};
  let text = printName(part.name);
  if (part.columnTypes.length > 0) {
    const columns = part.columns.map((name, i) => `${printName(name)} ${printTypeName(part.columnTypes[i])}`);
    text += ` (${columns.join(', ')})`;
  } else if (part.columns.length > 0) text += ` ${printNames(part.columns)}`;
  text += ` AS ${materialized[part.materialized]}(${printPreparable(part.statement)})`;
  const {search, cycle} = part;
  if (search !== null) {
    const by = search.by.map(printName).join(', ');
    text += ` SEARCH ${search.order.toUpperCase()} FIRST BY ${by} SET ${printName(search.set)}`;
  }
  if (cycle !== null) {
    const marks = ` TO ${printConstant(cycle.to)} DEFAULT ${printConstant(cycle.default)}`;
    const columns = cycle.columns.map(printName).join(', ');
    text += ` CYCLE ${columns} SET ${printName(cycle.set)}${marks} USING ${printName(cycle.using)}`;
  }
  return text;
}

/** A constant where the grammar takes no cast: `type '…'`. */
function printConstant(e: Expression): string {
  if (e.kind !== 'cast') return printExpression(e);
  const {intervalFields} = e.type;
  if (intervalFields === null) return `${printTypeName(e.type)} ${printExpression(e.operand)}`;
  return `interval ${printExpression(e.operand)} ${printTypeName(e.type).slice('interval '.length)}`;
}
