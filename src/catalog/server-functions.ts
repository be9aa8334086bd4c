import {serverFunctions} from '../expr/table-functions/server.ts';
import type {Datum} from '../types/datum.ts';
import {denied} from './rights-errors.ts';
import {allSystemRelations} from './system/index.ts';
import {procedureOfOid} from './system/procedures.ts';
import {rowsByName} from './system/rows-by-name.ts';
import type {SystemRow} from './system/system-row.ts';
import type {SystemSnapshot} from './system/snapshot.ts';
import {DATABASE_OID, DEFAULT_TABLESPACE_OID} from './system/system-oids.ts';
import type {SystemAnswer} from './system-answer.ts';

/** The relations that show what the functions give; those that are missing here give nothing. */
const shownBy: Readonly<Record<string, string>> = {
  pg_config: 'pg_config',
  pg_get_backend_memory_contexts: 'pg_backend_memory_contexts',
  pg_get_shmem_allocations: 'pg_shmem_allocations',
  pg_hba_file_rules: 'pg_hba_file_rules',
  pg_ident_file_mappings: 'pg_ident_file_mappings',
  pg_lock_status: 'pg_locks',
  pg_show_all_file_settings: 'pg_file_settings',
  pg_stat_get_archiver: 'pg_stat_archiver',
  pg_stat_get_recovery_prefetch: 'pg_stat_recovery_prefetch',
  pg_stat_get_slru: 'pg_stat_slru',
  pg_stat_get_wal: 'pg_stat_wal',
};

/** What a row of no relation is made of. */
const made: Readonly<Record<string, (snapshot: SystemSnapshot, args: readonly Datum[]) => Iterable<SystemRow>>> = {
  *pg_stat_get_activity(snapshot, [pid]) {
    const encrypted = new Map(Array.from(rowsOf(snapshot, 'pg_stat_ssl'), row => [row.pid, row]));
    for (const row of rowsOf(snapshot, 'pg_stat_activity')) {
      if (pid !== null && row.pid !== pid) continue;
      const tls = encrypted.get(row.pid);
      yield {
        ...row,
        ssl: tls?.ssl ?? null,
        sslversion: tls?.version ?? null,
        sslcipher: tls?.cipher ?? null,
        sslbits: tls?.bits ?? null,
        ssl_client_dn: tls?.client_dn ?? null,
        ssl_client_serial: tls?.client_serial ?? null,
        ssl_issuer_dn: tls?.issuer_dn ?? null,
        gss_auth: false,
        gss_enc: false,
      };
    }
  },
  *pg_stat_get_backend_idset(snapshot) {
    let number = 0;
    for (const _ of rowsOf(snapshot, 'pg_stat_activity')) yield {pg_stat_get_backend_idset: ++number};
  },
  *pg_tablespace_databases(_snapshot, [tablespace]) {
    if (tablespace === DEFAULT_TABLESPACE_OID) yield {pg_tablespace_databases: DATABASE_OID};
  },
};

/** Functions that give rows about the server. Errors: 42501 for those that only superusers may run. */
export const serverAnswers: Readonly<Record<string, SystemAnswer>> = Object.fromEntries(
  serverFunctions.map(({name, oid, returns}) => {
    const columns = returns([]).map(column => column.name);
    const answer: SystemAnswer = (snapshot, ...args) => {
      const {catalog, session} = snapshot;
      if (procedureOfOid(oid)?.row.restricted && !catalog.roleBook.isSuperuser(session.role)) {
        throw denied('function', name);
      }
      const rows = made[name]?.(snapshot, args) ?? (shownBy[name] ? rowsOf(snapshot, shownBy[name]) : []);
      return Array.from(rows, row => columns.map(column => row[column] ?? null)) as unknown as Datum;
    };
    return [name, answer];
  }),
);

function rowsOf(snapshot: SystemSnapshot, name: string): Iterable<SystemRow> {
  const relation = allSystemRelations().find(each => each.schema === 'pg_catalog' && each.name === name);
  return relation ? rowsByName(relation, snapshot) : [];
}
