import {OID} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {owns} from '../rights.ts';
import {connectorServers, optionTexts} from './source-options.ts';
import {systemRelation} from './system-relation.ts';

export const pgForeignTable = systemRelation({
  oid: 3118,
  schema: 'pg_catalog',
  name: 'pg_foreign_table',
  columns: {
    ftrelid: OID,
    ftserver: OID,
    ftoptions: TEXTS,
  },
  *rows(snapshot) {
    const servers = connectorServers(snapshot.catalog);
    for (const source of snapshot.catalog.ofKind('source')) {
      yield {
        ftrelid: BigInt(source.oid),
        ftserver: servers.get(source.connector)!,
        // Options may hold passwords.
        ftoptions: owns(snapshot.catalog, source, snapshot.session.role) ? optionTexts(source) : null,
      };
    }
  },
});
