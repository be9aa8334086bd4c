// Version 3: a view's record remembers what the names in its text stood for; what the engine runs for a table lists its columns
// in their order, since one that is given another type moves behind the others in rows.
import {deserialize, serialize} from 'node:v8';

export const version = 3;

export async function up(db) {
  for await (const [key, value] of db.iterator({gt: 'catalog/', lt: 'catalog0'})) {
    const record = JSON.parse(new TextDecoder().decode(value));
    if (record.kind !== 'view') continue;
    const text = JSON.stringify({...record, names: {relations: {}, columns: {}}});
    await db.put(key, new TextEncoder().encode(text), {sync: true});
  }
  for await (const [key, value] of db.iterator({gt: 'spec/', lt: 'spec0'})) {
    const spec = deserialize(value);
    if (spec.kind !== 'table') continue;
    await db.put(key, serialize({...spec, order: spec.schema.map((_, i) => i)}), {sync: true});
  }
}
