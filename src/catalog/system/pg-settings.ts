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
    for (const {name, setting, description, ...of} of snapshot.session.settings) {
      yield {
        name,
        setting,
        unit: of.unit,
        category: of.category ?? 'Client Connection Defaults / Statement Behavior',
        short_desc: description,
        extra_desc: of.more,
        context: of.context ?? 'user',
        vartype: of.vartype ?? 'string',
        source: of.source,
        min_val: of.range?.[0],
        max_val: of.range?.[1],
        enumvals: of.words,
        boot_val: of.boot,
        reset_val: of.default,
        pending_restart: false,
      };
    }
  },
});
