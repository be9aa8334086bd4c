import {BIGINT, TEXT} from '../../types/sql-type.ts';
import {objectName} from './object-name.ts';
import {systemRelation} from './system-relation.ts';

export const millraceViewErrors = systemRelation({
  oid: 15002,
  schema: 'millrace',
  name: 'view_errors',
  relkind: 'v',
  columns: {view: TEXT, code: TEXT, message: TEXT, row: TEXT, count: BIGINT},
  *rows(snapshot) {
    for (const error of snapshot.status.viewErrors()) {
      const {code, message, row, weight} = error;
      yield {view: objectName(snapshot, error.view), code, message, row, count: weight};
    }
  },
});
