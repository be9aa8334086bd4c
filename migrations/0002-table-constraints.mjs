// Version 2: a table's record has its indexes (the primary key's among them), checks and foreign keys; what the engine runs
// for it names its schema and lists its unique keys, checks, foreign keys and generated columns. Sequences are new.
//
//   sequence/<oid, 10 digits>          a sequence's last value, or one that will not be given out before; JSON
import {deserialize, serialize} from 'node:v8';

export const version = 2;

export async function up(db) {
  for await (const [key, value] of db.iterator({gt: 'spec/', lt: 'spec0'})) {
    const spec = deserialize(value);
    if (spec.kind !== 'table') continue;
    delete spec.primaryKey;
    const recordKey = key.replace('spec/', 'catalog/');
    const {primaryKey, ...record} = JSON.parse(new TextDecoder().decode(await db.get(recordKey)));
    const indexes = primaryKey ? [indexOf(record, primaryKey)] : [];
    const uniques = indexes.map(({oid, name, columns, nullsNotDistinct, deferrable, deferred}) => ({
      oid,
      name,
      columns,
      nullsNotDistinct,
      deferrable,
      deferred,
    }));
    const table = {
      ...spec,
      namespace: record.schema,
      missing: new Map(),
      generation: 0,
      uniques,
      checks: [],
      foreignKeys: [],
      generated: [],
    };
    const text = JSON.stringify({...record, indexes, checks: [], foreignKeys: [], generation: 0});
    await db.batch(
      [
        {type: 'put', key, value: serialize(table)},
        {type: 'put', key: recordKey, value: new TextEncoder().encode(text)},
      ],
      {sync: true},
    );
  }
}

function indexOf(record, {oid, name, columns}) {
  const quoted = columns.map(column => quote(record.columns[column].name));
  return {
    deferrable: false,
    deferred: false,
    unique: true,
    nullsNotDistinct: false,
    where: null,
    method: 'btree',
    comment: null,
    oid,
    name,
    columns,
    elements: quoted,
    constraint: 'primary',
  };
}

function quote(name) {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
