import type {Catalog} from '../../catalog/catalog.ts';
import type {ViewObject} from '../../catalog/object.ts';
import type {AlterAction} from '../../sql/ast/index.ts';
import {bindNewDefault, plainViewOptions, requireUpdatable} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {actionName} from './alter-table.ts';
import {bindOptions} from './planned.ts';

/**
 * ALTER VIEW of what is the view's own: defaults of rows that are written through it, and its options. Errors: 22023, 42703,
 * 42809 what only a table has, 0A000 a check option of a view that cannot be written through.
 */
export function alteredView(
  catalog: Catalog,
  view: ViewObject,
  change: AlterAction,
  session: SqlSession,
  sql: string,
): ViewObject {
  const options = {...bindOptions(session, sql), catalog};
  switch (change.action) {
    case 'set_default':
    case 'drop_default': {
      const index = view.columns.findIndex(({name}) => name === change.column);
      if (index < 0) {
        throw new SqlError('42703', `column "${change.column}" of relation "${view.name}" does not exist`);
      }
      const value =
        change.action === 'set_default' ? bindNewDefault(view.columns[index], change.expression, options) : null;
      const columns = view.columns.map((column, i) => (i === index ? {...column, default: value} : column));
      return {...view, columns};
    }
    case 'set_options': {
      const changed = {...view, options: {...view.options, ...plainViewOptions(change.options)}};
      requireUpdatable(changed, options);
      return changed;
    }
    case 'reset_options': {
      const gone = change.options.map(({name}) => name);
      const kept = Object.entries(view.options ?? {}).filter(([name]) => !gone.includes(name));
      return {...view, options: Object.fromEntries(kept)};
    }
    default:
      throw new SqlError(
        '42809',
        `ALTER action ${actionName(change.action)} cannot be performed on relation "${view.name}"`,
        {
          detail: 'This operation is not supported for views.',
        },
      );
  }
}
