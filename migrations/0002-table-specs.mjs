// Version 2: what the engine runs for a table names its schema and lists its unique keys, checks and generated columns;
// before, it had the columns of the primary key alone.
import {deserialize, serialize} from 'node:v8';

export const version = 2;

export async function up(db) {
  for await (const [key, value] of db.iterator({gt: 'spec/', lt: 'spec0'})) {
    const {primaryKey, ...spec} = deserialize(value);
    if (spec.kind !== 'table') continue;
    const record = JSON.parse(new TextDecoder().decode(await db.get(key.replace('spec/', 'catalog/'))));
    const uniques = primaryKey ? [{name: record.primaryKey.name, columns: primaryKey, nullsNotDistinct: false}] : [];
    const table = {...spec, namespace: record.schema, uniques, checks: [], generated: []};
    await db.put(key, serialize(table), {sync: true});
  }
}
