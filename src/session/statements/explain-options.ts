import type {ExplainOptions} from '../../planner/explain.ts';
import type {Explain, ExplainOption} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';

export type ExplainSettings = ExplainOptions & {readonly analyze: boolean};

const FLAGS = ['analyze', 'verbose', 'costs', 'buffers', 'settings', 'timing', 'wal', 'summary'];

/**
 * What EXPLAIN is to show. Costs, buffers and write-ahead log have no numbers here: their options are taken, and change
 * nothing. `at`: where in the statement an option stands. Errors: 42601, 22023.
 */
export function explainOptions({options}: Explain, at: (option: ExplainOption) => number): ExplainSettings {
  const flags = new Map<string, boolean>();
  let type: ExplainOptions['type'] = 'physical';
  let format: ExplainOptions['format'] = 'text';
  for (const option of options) {
    if (FLAGS.includes(option.name)) flags.set(option.name, booleanOf(option));
    else if (option.name === 'format') format = oneOf(option, ['text', 'json', 'xml', 'yaml'], at);
    else if (option.name === 'type') type = oneOf(option, ['logical', 'optimized', 'physical'], at);
    else throw new SqlError('42601', `unrecognized EXPLAIN option "${option.name}"`, {position: at(option)});
  }
  const analyze = flags.get('analyze') ?? false;
  for (const name of ['wal', 'timing']) {
    if (flags.get(name) && !analyze) {
      throw new SqlError('22023', `EXPLAIN option ${name.toUpperCase()} requires ANALYZE`);
    }
  }
  if (analyze && type !== 'physical') {
    throw new SqlError('22023', 'EXPLAIN option ANALYZE requires TYPE PHYSICAL');
  }
  return {
    type,
    format,
    analyze,
    verbose: flags.get('verbose') ?? false,
    timing: flags.get('timing') ?? analyze,
    summary: flags.get('summary') ?? analyze,
  };
}

function booleanOf({name, value}: ExplainOption): boolean {
  const word = value?.toLowerCase() ?? 'true';
  if (['true', 'on', '1'].includes(word)) return true;
  if (['false', 'off', '0'].includes(word)) return false;
  throw new SqlError('42601', `${name} requires a Boolean value`);
}

function oneOf<T extends string>(
  option: ExplainOption,
  allowed: readonly T[],
  at: (option: ExplainOption) => number,
): T {
  const {name, value} = option;
  if (value === null) throw new SqlError('42601', `${name} requires a parameter`);
  const found = allowed.find(word => word === value);
  if (found) return found;
  throw new SqlError('22023', `unrecognized value for EXPLAIN option "${name}": "${value}"`, {position: at(option)});
}
