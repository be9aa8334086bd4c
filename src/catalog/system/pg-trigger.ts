import {quoteIdentifier} from '../../expr/text/quote.ts';
import {BOOLEAN, BYTEA, CHAR, NAME, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {INT2VECTOR, asVector} from '../../types/vector-types.ts';
import type {ObjectId} from '../object.ts';
import {keyTriggers, type KeyTrigger} from './key-triggers.ts';
import {procedureOfOid} from './procedures.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {systemRelation} from './system-relation.ts';

/** For each row, and after it, which nobody says. */
const FOR_EACH_ROW = 1;
const EVENTS: Readonly<Record<KeyTrigger['on'], number>> = {insert: 4, delete: 8, update: 16, 'insert or update': 20};

export const pgTrigger = systemRelation({
  oid: 2620,
  schema: 'pg_catalog',
  name: 'pg_trigger',
  columns: {
    oid: OID,
    tgrelid: OID,
    tgparentid: OID,
    tgname: NAME,
    tgfoid: OID,
    tgtype: SMALLINT,
    tgenabled: CHAR,
    tgisinternal: BOOLEAN,
    tgconstrrelid: OID,
    tgconstrindid: OID,
    tgconstraint: OID,
    tgdeferrable: BOOLEAN,
    tginitdeferred: BOOLEAN,
    tgnargs: SMALLINT,
    tgattr: INT2VECTOR,
    tgargs: BYTEA,
    tgqual: TEXT,
    tgoldtable: NAME,
    tgnewtable: NAME,
  },
  *rows({catalog}) {
    for (const trigger of keyTriggers(catalog)) {
      yield {
        oid: trigger.oid,
        tgrelid: BigInt(trigger.table),
        tgparentid: 0n,
        tgname: trigger.name,
        tgfoid: trigger.calls,
        tgtype: FOR_EACH_ROW + EVENTS[trigger.on],
        tgenabled: 'O',
        tgisinternal: true,
        tgconstrrelid: BigInt(trigger.other),
        tgconstrindid: BigInt(trigger.index),
        tgconstraint: trigger.constraint,
        tgdeferrable: trigger.deferrable,
        tginitdeferred: trigger.deferred,
        tgnargs: 0,
        tgattr: asVector([]),
        tgargs: new Uint8Array(),
      };
    }
  },
});

/** pg_get_triggerdef. */
export function triggerText({catalog, session}: SystemSnapshot, oid: bigint, pretty: boolean): string | null {
  const trigger = keyTriggers(catalog).find(each => each.oid === oid);
  if (!trigger) return null;
  const named = (table: ObjectId): string => {
    const object = catalog.byOid(table);
    if (object?.kind !== 'table') return String(table);
    const own = quoteIdentifier(object.name);
    return pretty && catalog.isVisible(object, session.searchPath) ? own : `${quoteIdentifier(object.schema)}.${own}`;
  };
  const {name, on, table, other, deferrable, deferred, calls} = trigger;
  const from = other === 0 ? '' : `FROM ${named(other)} `;
  const when = `${deferrable ? '' : 'NOT '}DEFERRABLE INITIALLY ${deferred ? 'DEFERRED' : 'IMMEDIATE'}`;
  const called = quoteIdentifier(procedureOfOid(Number(calls))?.name ?? String(calls));
  return `CREATE CONSTRAINT TRIGGER ${quoteIdentifier(name)} AFTER ${on.toUpperCase()} ON ${named(table)} ${from}${when} FOR EACH ROW EXECUTE FUNCTION ${called}()`;
}
