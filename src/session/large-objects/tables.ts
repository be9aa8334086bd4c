import {defaultAcl} from '../../catalog/acl.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import type {CatalogColumn, TableObject} from '../../catalog/object.ts';
import {BOOTSTRAP_ROLE_OID} from '../../catalog/role.ts';
import {ACLITEMS} from '../../catalog/system/column-types.ts';
import type {CreateIndex} from '../../sql/ast/index.ts';
import {bindCreateIndex} from '../../sql/bind/index.ts';
import {parseStatements} from '../../sql/parse/index.ts';
import {BYTEA, INTEGER, OID, type SqlType} from '../../types/sql-type.ts';
import type {SqlSession} from '../session.ts';
import {definingOptions} from '../statements/planned.ts';
import {tableSpec} from '../table-spec.ts';

// Large objects are rows of two tables of pg_catalog, written by the ordinary transactions: which objects there are, and their
// pages. The tables are made with the first object; until then empty relations of their names stand there (system/empty.ts).

type Part = {
  /** PostgreSQL's. */
  readonly oid: number;
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: SqlType, nullable?: boolean])[];
  readonly indexes: readonly string[];
  /** Everybody may read it. */
  readonly open: boolean;
};

const PARTS: readonly Part[] = [
  {
    oid: 2995,
    name: 'pg_largeobject_metadata',
    columns: [
      ['oid', OID],
      ['lomowner', OID],
      ['lomacl', ACLITEMS, true],
    ],
    indexes: ['CREATE UNIQUE INDEX pg_largeobject_metadata_oid_index ON pg_largeobject_metadata (oid)'],
    open: true,
  },
  {
    oid: 2613,
    name: 'pg_largeobject',
    columns: [
      ['loid', OID],
      ['pageno', INTEGER],
      ['data', BYTEA],
    ],
    indexes: ['CREATE UNIQUE INDEX pg_largeobject_loid_pn_index ON pg_largeobject (loid, pageno)'],
    open: false,
  },
];

export function hasTables(catalog: Catalog): boolean {
  return catalog.inSchema('pg_catalog', 'pg_largeobject')?.kind === 'table';
}

/** Within the transaction under way. */
export async function makeTables(session: SqlSession): Promise<void> {
  if (hasTables(session.catalog)) return;
  await session.transaction.edit(fork => {
    const specs = new Map<number, ReturnType<typeof tableSpec>>();
    // Another session has made them while this one has waited for its turn.
    if (hasTables(fork)) return {specs, notices: [], tag: ''};
    for (const part of PARTS) {
      const table = tableOf(session, fork, part);
      fork.add(table);
      specs.set(table.oid, tableSpec(table));
    }
    return {specs, notices: [], tag: ''};
  });
}

function tableOf(session: SqlSession, fork: Catalog, {oid, name, columns, indexes, open}: Part): TableObject {
  const table: TableObject = {
    kind: 'table',
    oid,
    name,
    schema: 'pg_catalog',
    owner: fork.roleBook.ofOid(BOOTSTRAP_ROLE_OID)!.name,
    definition: `-- made with the first large object`,
    dependsOn: [],
    comment: null,
    columns: columns.map(([column, type, nullable = false]): CatalogColumn => ({
      name: column,
      type,
      nullable,
      default: null,
    })),
    generation: 0,
    indexes: [],
    checks: [],
    foreignKeys: [],
    acl: [
      ...defaultAcl('relation', BOOTSTRAP_ROLE_OID),
      ...(open ? [{grantee: 0, grantor: BOOTSTRAP_ROLE_OID, privileges: 'r', grantable: ''}] : []),
    ],
  };
  return indexes.reduce((before, text) => withIndex(session, fork, before, text), table);
}

function withIndex(session: SqlSession, fork: Catalog, table: TableObject, text: string): TableObject {
  const [statement] = parseStatements(text);
  const options = {...definingOptions(session, text), catalog: fork, searchPath: ['pg_catalog']};
  const {index} = bindCreateIndex(statement as CreateIndex, table, options);
  return {...table, indexes: [...table.indexes, index]};
}
