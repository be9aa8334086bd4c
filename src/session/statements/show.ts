import type {Show} from '../../sql/ast/index.ts';
import {planQueryText} from './planned.ts';
import {TEXT} from '../../types/sql-type.ts';
import type {ResultColumn} from '../api.ts';
import {resultColumn, rowsResult} from '../execution.ts';
import type {StatementHandler} from './handler.ts';
import {showObjectsQuery} from './show-objects.ts';

const ALL_COLUMNS: readonly ResultColumn[] = [
  resultColumn('name', TEXT),
  resultColumn('setting', TEXT),
  resultColumn('description', TEXT),
];

/** SHOW of a setting, of all, or of objects (which is a query over the catalogs). */
export const show: StatementHandler<Show> = {
  columns({show: what}, session) {
    if (what.what === 'all') return ALL_COLUMNS;
    if (what.what === 'variable') return [resultColumn(session.settings.show(what.name).name, TEXT)];
    return planQueryText(session, showObjectsQuery(what)).columns;
  },
  run({show: what}, session) {
    if (what.what === 'all') {
      const rows = session.settings.all().map(({name, value, description}) => [name, value, description]);
      return rowsResult(ALL_COLUMNS, rows, 'SHOW');
    }
    if (what.what === 'variable') {
      const {name, value} = session.settings.show(what.name);
      return rowsResult([resultColumn(name, TEXT)], [[value]], 'SHOW');
    }
    return session.runPlanned(planQueryText(session, showObjectsQuery(what), 'user'), []);
  },
};
