import type {FunctionRow} from '../../src/expr/function-row.ts';
import {movesByItself} from '../../src/sql/bind/moving.ts';
import {
  aggregateEntries,
  type Entry,
  functionEntries,
  operatorEntries,
  tableFunctionEntries,
  windowFunctionEntries,
} from './registry.ts';

/** docs/sql/functions.md: the registry for users, one line an overload so that two changes of it seldom meet. */
export function functionsPage(): string {
  return `# Functions and operators

Generated from the registry by \`npm run docs:functions\`. Types and results are Postgres's; how a function is called, the
Postgres manual says, chapter 9. **Views** says whether it may stand in a materialized view: there, what is shown may
change only because rows change, so the time of day, random numbers and what asks the session or the catalog may not.

## Functions

${table(functionEntries(), 'Result', true)}

## Functions that return rows

In \`FROM\`, where \`WITH ORDINALITY\` numbers the rows, and in a select list.

${table(tableFunctionEntries(), 'Columns', false)}

## Aggregates

${table(aggregateEntries(), 'Result', false)}

## Window functions

With \`OVER\`, as are all aggregates but those of ordered sets.

${table(windowFunctionEntries(), 'Result', false)}

## Operators

${table(operatorEntries(), 'Result', true)}
`;
}

function table(entries: readonly Entry[], result: string, views: boolean): string {
  const head = ['', ` ${result} `, ...(views ? [' Views '] : []), ' '];
  const rule = head.map(() => '---');
  const lines = entries.map(({call, returns, row}) =>
    [code(call), returns, ...(views ? [inViews(row as FunctionRow)] : []), row.description].join(' | '),
  );
  return [`|${head.join('|')}|`, `|${rule.join('|')}|`, ...lines.map(line => `| ${line} |`)].join('\n');
}

function code(text: string): string {
  return text.includes('|') ? `<code>${text.replaceAll('|', '&#124;')}</code>` : `\`${text}\``;
}

function inViews(row: FunctionRow): string {
  if (movesByItself(row)) return 'no';
  return row.volatility === 'immutable' ? 'yes' : 'yes, by the settings at its creation';
}
