import {columnNamed, nextGeneration} from '../../catalog/alter-table.ts';
import type {TableObject} from '../../catalog/object.ts';
import {bindTableOptions, withoutOptions} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {lengthOf} from '../../types/catalog-oids.ts';
import {kindName} from '../../types/type-names.ts';
import {type Action, type Alteration, change, currentTable} from './alteration.ts';

// Actions of ALTER TABLE about how Postgres keeps rows on pages and plans over them: looked at as there, then without effect,
// but that storage parameters are kept and shown.

/** SET (…) and RESET (…). Errors: 22023, 42601. */
export async function changeOptions(action: Action<'set_options' | 'reset_options'>, to: Alteration): Promise<void> {
  await change(to, (table): TableObject => {
    const before = table.options ?? {};
    const options =
      action.action === 'set_options'
        ? {...before, ...bindTableOptions(action.options)}
        : withoutOptions(before, action.options);
    return nextGeneration({...table, options});
  });
}

const MAX_TARGET = 10_000;

/** Errors: 42703, 22023. */
export function setStatistics({column, target}: Action<'set_statistics'>, to: Alteration): void {
  columnNamed(currentTable(to), column);
  const number = Number(target);
  if (number < -1) throw new SqlError('22023', `statistics target ${number} is too low`);
  if (number > MAX_TARGET) to.session.notice('WARNING', '22023', `lowering statistics target to ${MAX_TARGET}`);
}

/** Errors: 42703, 22023, 0A000 not of this type. */
export function setStorage({column, method}: Action<'set_storage'>, to: Alteration): void {
  const table = currentTable(to);
  const {type} = table.columns[columnNamed(table, column)];
  const wanted = method.toLowerCase();
  if (!['plain', 'external', 'extended', 'main'].includes(wanted)) {
    throw new SqlError('22023', `invalid storage type "${method}"`);
  }
  if (wanted === 'plain' || lengthOf(type) < 0) return;
  throw new SqlError('0A000', `column data type ${kindName(type)} can only have storage PLAIN`);
}

/** Errors: 42703, 22023, 0A000 not of this type. */
export function setCompression({column, method}: Action<'set_compression'>, to: Alteration): void {
  const table = currentTable(to);
  const {type} = table.columns[columnNamed(table, column)];
  if (lengthOf(type) >= 0) {
    throw new SqlError('0A000', `column data type ${kindName(type)} does not support compression`);
  }
  if (!['default', 'pglz', 'lz4'].includes(method)) {
    throw new SqlError('22023', `invalid compression method "${method}"`);
  }
}

/** SET (n_distinct = …) and RESET. Errors: 42703, 22023. */
export function changeColumnOptions(
  {column, options}: Action<'set_column_options' | 'reset_column_options'>,
  to: Alteration,
): void {
  columnNamed(currentTable(to), column);
  const unknown = options.find(({name}) => name !== 'n_distinct' && name !== 'n_distinct_inherited');
  if (unknown) throw new SqlError('22023', `unrecognized parameter "${unknown.name}"`);
}

/** CLUSTER ON, SET LOGGED, SET TABLESPACE, REPLICA IDENTITY, ENABLE TRIGGER … Errors: 42704. */
export async function physical({clause, needs}: Action<'physical'>, to: Alteration): Promise<void> {
  const logged = /^set\s+(un)?logged$/i.exec(clause);
  if (logged) await change(to, table => ({...table, unlogged: logged[1] !== undefined}));
  if (!needs) return;
  const {kind, name} = needs;
  const table = currentTable(to);
  if (kind === 'index' && table.indexes.some(index => index.name === name)) return;
  if ((kind === 'tablespace' && name === 'pg_default') || (kind === 'access method' && name === 'heap')) return;
  const shared = kind === 'tablespace' || kind === 'access method';
  const of = shared ? '' : ` for ${kind === 'rule' ? 'relation' : 'table'} "${table.name}"`;
  throw new SqlError('42704', `${kind} "${name}"${of} does not exist`);
}
