import type {
  AlterSystem,
  Comment,
  DeclareCursor,
  Execute,
  Explain,
  ExplainOption,
  Expression,
  Fetch,
  Prepare,
  Refresh,
  SetTransaction,
  SetVariable,
  Show,
  Transaction,
  TransactionMode,
  Truncate,
} from '../ast/index.ts';
import {printPreparable} from './dml.ts';
import {printExpression, printExpressions} from './expression.ts';
import {printRelation} from './from.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printQuery} from './query.ts';
import {printSubscribe} from './source.ts';
import {printStatement} from './statement.ts';
import {printTypeName} from './type-name.ts';

export function printSet(s: SetVariable): string {
  const scope = s.scope === 'local' ? 'LOCAL ' : '';
  if (s.name === 'timezone' && s.values?.[0].kind === 'cast') {
    return `SET ${scope}TIME ZONE ${printZone(s.values[0])}`;
  }
  const values = s.values === null ? 'DEFAULT' : s.values.map(printExpression).join(', ');
  return `SET ${scope}${printVariable(s.name)} TO ${values}`;
}

function printZone(zone: Extract<Expression, {kind: 'cast'}>): string {
  const type = printTypeName(zone.type);
  if (zone.type.intervalFields === null) return `${type} ${printExpression(zone.operand)}`;
  return `INTERVAL ${printExpression(zone.operand)} ${type.slice('interval '.length)}`;
}

function printVariable(name: string): string {
  return printPath(name.split('.'));
}

export function printReset(name: string | null): string {
  return `RESET ${name === null ? 'ALL' : printVariable(name)}`;
}

export function printAlterSystem({setting}: AlterSystem): string {
  return `ALTER SYSTEM ${setting.kind === 'set' ? printSet(setting) : printReset(setting.name)}`;
}

function printMode(mode: TransactionMode): string {
  switch (mode.mode) {
    case 'isolation':
      return `ISOLATION LEVEL ${mode.level.toUpperCase()}`;
    case 'read_only':
      return mode.value ? 'READ ONLY' : 'READ WRITE';
    case 'deferrable':
      return mode.value ? 'DEFERRABLE' : 'NOT DEFERRABLE';
  }
}

function printModes(modes: readonly TransactionMode[]): string {
  return modes.length === 0 ? '' : ` ${modes.map(printMode).join(', ')}`;
}

export function printSetTransaction(s: SetTransaction): string {
  if (s.snapshot !== null) return `SET TRANSACTION SNAPSHOT ${printString(s.snapshot)}`;
  const scope = s.scope === 'session' ? 'SESSION CHARACTERISTICS AS TRANSACTION' : 'TRANSACTION';
  return `SET ${scope}${printModes(s.modes)}`;
}

export function printTransaction({command}: Transaction): string {
  switch (command.type) {
    case 'begin':
      return `BEGIN${printModes(command.modes)}`;
    case 'commit':
    case 'rollback':
      return command.type.toUpperCase() + (command.chain ? ' AND CHAIN' : '');
    case 'savepoint':
    case 'release':
      return `${command.type.toUpperCase()} ${printName(command.name)}`;
    case 'rollback_to':
      return `ROLLBACK TO ${printName(command.name)}`;
    case 'prepare':
      return `PREPARE TRANSACTION ${printString(command.id)}`;
    case 'commit_prepared':
    case 'rollback_prepared':
      return `${command.type.replace('_', ' ').toUpperCase()} ${printString(command.id)}`;
  }
}

export function printShow({show}: Show): string {
  switch (show.what) {
    case 'variable':
      return `SHOW ${printVariable(show.name)}`;
    case 'all':
      return 'SHOW ALL';
    case 'create':
      return `SHOW CREATE ${show.object.toUpperCase()} ${printPath(show.name.parts)}`;
    case 'objects': {
      const from = show.from === null ? '' : ` FROM ${printPath(show.from.parts)}`;
      const like = show.like === null ? '' : ` LIKE ${printString(show.like)}`;
      return `SHOW ${show.objects.toUpperCase()}${from}${like}`;
    }
  }
}

export function printExplain(explain: Explain): string {
  const options = explain.options.length === 0 ? '' : `(${explain.options.map(printExplainOption).join(', ')}) `;
  const {statement} = explain;
  const explained =
    statement.kind === 'explained_view'
      ? `MATERIALIZED VIEW ${printPath(statement.name.parts)}`
      : printStatement(statement);
  return `EXPLAIN ${options}${explained}`;
}

function printExplainOption({name, value}: ExplainOption): string {
  const text = name === 'analyze' ? 'ANALYZE' : printName(name);
  return value === null ? text : `${text} ${printString(value)}`;
}

export function printPrepare(prepare: Prepare): string {
  const types = prepare.types.length === 0 ? '' : ` (${prepare.types.map(printTypeName).join(', ')})`;
  return `PREPARE ${printName(prepare.name)}${types} AS ${printPreparable(prepare.statement)}`;
}

export function printExecute(execute: Execute): string {
  const args = execute.args.length === 0 ? '' : ` (${printExpressions(execute.args)})`;
  return `EXECUTE ${printName(execute.name)}${args}`;
}

export function printDeclare(d: DeclareCursor): string {
  let text = `DECLARE ${printName(d.name)}`;
  if (d.binary) text += ' BINARY';
  if (d.sensitivity !== 'default') text += ` ${d.sensitivity.toUpperCase()}`;
  if (d.scroll !== null) text += d.scroll ? ' SCROLL' : ' NO SCROLL';
  const hold = d.hold ? ' WITH HOLD' : '';
  const query = d.query.kind === 'subscribe' ? printSubscribe(d.query) : printQuery(d.query);
  return `${text} CURSOR${hold} FOR ${query}`;
}

export function printFetch(f: Fetch): string {
  const count = f.count === 'all' ? 'ALL' : f.count;
  return `${f.move ? 'MOVE' : 'FETCH'} ${f.direction.toUpperCase()} ${count} FROM ${printName(f.cursor)}`;
}

export function printTruncate(t: Truncate): string {
  const tables = t.tables.map(table => printRelation(table.name, table.only)).join(', ');
  const restart = t.restartIdentity ? ' RESTART IDENTITY' : '';
  return `TRUNCATE ${tables}${restart}${t.behavior === 'cascade' ? ' CASCADE' : ''}`;
}

export function printRefresh(r: Refresh): string {
  const concurrently = r.concurrently ? 'CONCURRENTLY ' : '';
  return `REFRESH MATERIALIZED VIEW ${concurrently}${printPath(r.name.parts)}${r.withData ? '' : ' WITH NO DATA'}`;
}

export function printComment(c: Comment): string {
  const text = c.text === null ? 'NULL' : printString(c.text);
  return `COMMENT ON ${c.object.toUpperCase()} ${printPath(c.name.parts)} IS ${text}`;
}
