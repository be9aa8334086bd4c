import {BOOLEAN, INTEGER, TEXT} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const pgSettings = systemRelation({
  oid: 12104,
  schema: 'pg_catalog',
  name: 'pg_settings',
  relkind: 'v',
  columns: {
    name: TEXT,
    setting: TEXT,
    unit: TEXT,
    category: TEXT,
    short_desc: TEXT,
    extra_desc: TEXT,
    context: TEXT,
    vartype: TEXT,
    source: TEXT,
    min_val: TEXT,
    max_val: TEXT,
    enumvals: TEXTS,
    boot_val: TEXT,
    reset_val: TEXT,
    sourcefile: TEXT,
    sourceline: INTEGER,
    pending_restart: BOOLEAN,
  },
  *rows(snapshot) {
    for (const setting of snapshot.session.settings) {
      yield {
        name: setting.name,
        setting: setting.value,
        category: 'Client Connection Defaults',
        short_desc: setting.description,
        context: 'user',
        vartype: 'string',
        source: setting.value === setting.default ? 'default' : 'session',
        boot_val: setting.default,
        reset_val: setting.default,
        pending_restart: false,
      };
    }
  },
});
