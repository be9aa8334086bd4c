import {SqlError} from '../../types/sql-error.ts';
import type {ColumnRef} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import type {Level, ScopeItem} from './level.ts';

/** Suggestions further away than this are not made. */
const MAX_DISTANCE = 3;

/** 42703, with what the user may have meant. */
export function missingColumn(
  ctx: BindContext,
  level: Level,
  qualifier: string | null,
  name: string,
  ast: ColumnRef,
): SqlError {
  const message = qualifier === null ? `column "${name}" does not exist` : `column ${qualifier}.${name} does not exist`;
  return new SqlError('42703', message, {position: ctx.at(ast), hint: columnHint(level, qualifier, name)});
}

/** 42P01 for a qualifier that no FROM item has, or that none has here; 42P10 of a table that is changed. */
export function missingTable(ctx: BindContext, level: Level, qualifier: readonly string[], ast: ColumnRef): SqlError {
  const name = qualifier[qualifier.length - 1];
  const position = ctx.at(ast);
  for (let at: Level | null = level; at; at = at.parent) {
    const entry = at.rangeTable.find(item => item.alias === name || item.hiddenName === name);
    if (!entry) continue;
    const visible =
      entry.alias !== name && at.items.some(({alias, nameVisible}) => nameVisible && alias === entry.alias);
    const hint = visible
      ? `Perhaps you meant to reference the table alias "${entry.alias}".`
      : `There is an entry for table "${entry.alias}", but it cannot be referenced from this part of the query.`;
    const code = entry === at.barred ? '42P10' : '42P01';
    return new SqlError(code, `invalid reference to FROM-clause entry for table "${name}"`, {position, hint});
  }
  return new SqlError('42P01', `missing FROM-clause entry for table "${name}"`, {position});
}

type Suggestion = {readonly item: ScopeItem; readonly column: string};

function columnHint(level: Level, qualifier: string | null, name: string): string | undefined {
  let best: Suggestion[] = [];
  let bestDistance = MAX_DISTANCE + 1;
  for (let at: Level | null = level; at; at = at.parent) {
    for (const item of at.rangeTable) {
      if (item.alias === null) continue;
      const penalty = qualifier === null ? 0 : distance(qualifier, item.alias);
      if (penalty > bestDistance) continue;
      for (const column of item.columns) {
        if (penalty === 0 && column.name === name) {
          return `There is a column named "${name}" in table "${item.alias}", but it cannot be referenced from this part of the query.`;
        }
        const apart = distance(column.name, name);
        if (apart > Math.floor(name.length / 2)) continue;
        const total = apart + penalty;
        if (total < bestDistance) {
          bestDistance = total;
          best = [{item, column: column.name}];
        } else if (total === bestDistance) {
          best.push({item, column: column.name});
          // Three equally near names are no help.
          if (best.length > 2) {
            best = [];
            bestDistance = total - 1;
          }
        }
      }
    }
  }
  if (best.length === 0 || bestDistance > MAX_DISTANCE) return undefined;
  const names = best.map(({item, column}) => `the column "${item.alias}.${column}"`);
  return `Perhaps you meant to reference ${names.join(' or ')}.`;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
