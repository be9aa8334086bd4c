import type {Datum} from '../types/datum.ts';
import {printSnapshot} from '../types/io/snapshot.ts';
import {SqlError} from '../types/sql-error.ts';
import {typeOfOid} from '../types/catalog-oids.ts';
import {withTypmod} from '../types/typmod.ts';
import {indexOfOid} from './constraints.ts';
import type {SystemSnapshot, TransactionFacts} from './system/snapshot.ts';
import {attributeNumbers} from './system/relation-rows.ts';
import {DATABASE_OID, indexMethods, FIRST_USER_OID} from './system/system-oids.ts';
import {lengthFacts} from './system/type-facts.ts';
import type {SystemAnswer} from './system-answer.ts';

const sizes = {
  _pg_char_max_length: 'character_maximum_length',
  _pg_char_octet_length: 'character_octet_length',
  _pg_numeric_precision: 'numeric_precision',
  _pg_numeric_precision_radix: 'numeric_precision_radix',
  _pg_numeric_scale: 'numeric_scale',
  _pg_datetime_precision: 'datetime_precision',
  _pg_interval_type: 'interval_type',
} as const;

/** What an access method can: pg_indexam_has_property. */
const abilities: Readonly<Record<string, string>> = {
  brin: 'can_multi_col',
  btree: 'can_exclude can_include can_multi_col can_order can_unique',
  gin: 'can_multi_col',
  gist: 'can_exclude can_include can_multi_col',
  hash: 'can_exclude',
  spgist: 'can_exclude can_include',
};
const ABILITIES = new Set(abilities.btree.split(' '));
const INDEX_PROPERTIES = new Set(['clusterable', 'index_scan', 'bitmap_scan', 'backward_scan']);

/** Answers beside the rows of the catalogs. */
export const helperAnswers: Readonly<Record<string, SystemAnswer>> = {
  ...Object.fromEntries(
    Object.entries(sizes).map(([name, fact]): [string, SystemAnswer] => [
      name,
      (_, oid, typmod) => {
        const type = Number(oid) < FIRST_USER_OID ? typeOfOid(Number(oid)) : undefined;
        return type ? (lengthFacts(withTypmod(type, typmod as number))[fact] ?? null) : null;
      },
    ]),
  ),
  _pg_index_position: ({catalog}, oid, number) => {
    const found = indexOfOid(catalog, Number(oid));
    if (!found) return null;
    const place = found.index.columns.map(attributeNumbers(found.table)).indexOf(number as number);
    return place < 0 ? null : place + 1;
  },
  pg_relation_filepath: ({catalog}, oid) => {
    const object = catalog.byOid(Number(oid));
    const stored = object?.kind === 'table' || object?.kind === 'materialized view' || object?.kind === 'sequence';
    return stored || indexOfOid(catalog, Number(oid)) ? `base/${DATABASE_OID}/${String(oid)}` : null;
  },
  pg_filenode_relation: ({catalog}, _tablespace, file) => {
    const object = catalog.byOid(Number(file));
    const stored = object?.kind === 'table' || object?.kind === 'materialized view' || object?.kind === 'sequence';
    return stored || indexOfOid(catalog, Number(file)) ? file : null;
  },
  pg_partition_root: () => null,
  pg_get_replica_identity_index: ({catalog}, oid) => {
    const object = catalog.byOid(Number(oid));
    const key = object?.kind === 'table' ? object.indexes.find(({constraint}) => constraint === 'primary') : undefined;
    return key ? BigInt(key.oid) : null;
  },
  pg_index_has_property: ({catalog}, oid, property) => {
    const known = INDEX_PROPERTIES.has((property as string).toLowerCase());
    return known && indexOfOid(catalog, Number(oid)) ? true : null;
  },
  pg_index_column_has_property: ({catalog}, oid, number, property) => {
    const found = indexOfOid(catalog, Number(oid));
    return found ? columnProperty(found.index, number as number, (property as string).toLowerCase()) : null;
  },
  pg_indexam_has_property: (_, oid, property) => {
    const method = [...indexMethods].find(([, known]) => known.oid === oid)?.[0];
    const wanted = (property as string).toLowerCase();
    if (method === undefined || !ABILITIES.has(wanted)) return null;
    return abilities[method].split(' ').includes(wanted);
  },
  pg_database_collation_actual_version: () => null,
  pg_settings_get_flags: ({session}, name) => {
    const found = session.settings.find(setting => setting.name.toLowerCase() === (name as string).toLowerCase());
    return found ? [...(found.flags ?? [])] : null;
  },
  getpgusername: ({session}) => session.user,
  has_parameter_privilege: ({catalog, session}, ...args) => {
    const [text, name, user] = [...args].reverse();
    for (const part of (text as string).split(',')) {
      if (/^\s*(set|alter system)( with grant option)?\s*$/i.test(part)) continue;
      throw new SqlError('22023', `unrecognized privilege type: "${part.trim()}"`);
    }
    const role = user === undefined ? session.role : roleOf(catalog, user);
    return name !== null && catalog.roleBook.isSuperuser(role);
  },
  ...snapshotAnswers(),
};

type TableIndex = NonNullable<ReturnType<typeof indexOfOid>>['index'];

function columnProperty(index: TableIndex, number: number, property: string): boolean | null {
  const all = index.columns.length + (index.include?.length ?? 0);
  if (number < 1 || number > all) return null;
  const key = number <= index.columns.length;
  const bits = index.sorting?.[number - 1] ?? 0;
  const descending = (bits & 1) > 0;
  const nullsFirst = (bits & 2) > 0;
  switch (property) {
    case 'asc':
      return key ? !descending : null;
    case 'desc':
      return key ? descending : null;
    case 'nulls_first':
      return key ? nullsFirst : null;
    case 'nulls_last':
      return key ? !nullsFirst : null;
    case 'orderable':
    case 'search_array':
    case 'search_nulls':
      return key ? true : property === 'orderable' ? false : null;
    case 'distance_orderable':
      return false;
    case 'returnable':
      return true;
    default:
      return null;
  }
}

function roleOf(catalog: SystemSnapshot['catalog'], user: Datum): number {
  if (typeof user === 'bigint') return Number(user);
  const role = catalog.role(user as string);
  if (!role) throw new SqlError('42704', `role "${user as string}" does not exist`);
  return role.oid;
}

const NO_TRANSACTIONS: TransactionFacts = {next: 3n, running: [], ended: new Map()};

function snapshotAnswers(): Record<string, SystemAnswer> {
  const current: SystemAnswer = ({session}) => {
    const {next, running} = session.transactions ?? NO_TRANSACTIONS;
    const open = new Set(running);
    let xmax = next;
    while (open.has(xmax - 1n)) xmax--;
    const others = running.filter(number => number !== session.transactionId && number < xmax);
    const sorted = [...new Set(others)].sort((a, b) => (a < b ? -1 : 1));
    const xmin = running.reduce((least, number) => (number < least ? number : least), xmax);
    return printSnapshot({xmin, xmax, running: sorted});
  };
  const status: SystemAnswer = ({session}, number) => {
    const {next, running, ended} = session.transactions ?? NO_TRANSACTIONS;
    const wanted = number as bigint;
    if (wanted >= next) throw new SqlError('22023', `transaction ID ${wanted} is in the future`);
    // The first real one is 3; what is not remembered any more is too old to be told of.
    if (wanted < 3n) return wanted < 1n ? null : 'committed';
    return running.includes(wanted) ? 'in progress' : (ended.get(wanted) ?? null);
  };
  return {
    pg_current_snapshot: current,
    txid_current_snapshot: current,
    pg_xact_status: status,
    txid_status: status,
  };
}
