import type {Datum} from '../../types/datum.ts';
import {systemRelationByOid} from '../system/index.ts';
import type {SystemSnapshot} from '../system/snapshot.ts';
import type {SystemRow} from '../system/system-row.ts';

/** Of catalogs whose rows have no descriptions (system/system-oids.ts has the others). */
export const furtherOids = {
  pg_attribute: 1249n,
  pg_foreign_data_wrapper: 2328n,
  pg_foreign_server: 1417n,
  pg_sequence: 2224n,
  pg_tablespace: 1213n,
};

type Rows = readonly SystemRow[];
type Read = {readonly rows: Rows; readonly byOid: ReadonlyMap<Datum, SystemRow>};

const NOTHING: Read = {rows: [], byOid: new Map()};

/** A statement asks for many objects of one catalog. */
const read = new WeakMap<SystemSnapshot, Map<bigint, Read>>();

function readCatalog(snapshot: SystemSnapshot, catalog: bigint): Read {
  let all = read.get(snapshot);
  if (!all) read.set(snapshot, (all = new Map<bigint, Read>()));
  let found = all.get(catalog);
  if (!found) all.set(catalog, (found = rowsOf(snapshot, catalog)));
  return found;
}

function rowsOf(snapshot: SystemSnapshot, catalog: bigint): Read {
  const relation = systemRelationByOid(Number(catalog));
  if (!relation) return NOTHING;
  const names = relation.columns.map(({name}) => name);
  const rows = relation.rows(snapshot).map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  return {rows, byOid: new Map(rows.map(row => [row.oid, row]))};
}

/** The row of an object; undefined: there is none. */
export function catalogRow(snapshot: SystemSnapshot, catalog: bigint, oid: Datum): SystemRow | undefined {
  return readCatalog(snapshot, catalog).byOid.get(oid);
}

/** The first row that has these values. */
export function findRow(snapshot: SystemSnapshot, catalog: bigint, wanted: SystemRow): SystemRow | undefined {
  const columns = Object.entries(wanted);
  return readCatalog(snapshot, catalog).rows.find(row => columns.every(([name, value]) => row[name] === value));
}
