import {TEXT} from '../../types/sql-type.ts';
import {objectName} from './object-name.ts';
import {systemRelation} from './system-relation.ts';

/** WATERMARK FOR column AS expression, of the sources that declare one. */
export const millraceWatermarks = systemRelation({
  oid: 15008,
  schema: 'millrace',
  name: 'watermarks',
  relkind: 'v',
  columns: {source: TEXT, column: TEXT, expression: TEXT},
  *rows(snapshot) {
    for (const {oid, columns, watermark} of snapshot.catalog.ofKind('source')) {
      if (!watermark) continue;
      yield {
        source: objectName(snapshot, oid),
        column: columns[watermark.column].name,
        expression: watermark.text,
      };
    }
  },
});
