import {JSONB, OID, TEXT} from '../../types/sql-type.ts';
import {owns} from '../rights.ts';
import {optionsAsJson} from './options-as-json.ts';
import {systemRelation} from './system-relation.ts';

export const millraceSources = systemRelation({
  oid: 15003,
  schema: 'millrace',
  name: 'sources',
  relkind: 'v',
  columns: {
    oid: OID,
    schema: TEXT,
    name: TEXT,
    owner: TEXT,
    connector: TEXT,
    generator: TEXT,
    options: JSONB,
    format: TEXT,
    encode: TEXT,
    definition: TEXT,
  },
  *rows({catalog, session}) {
    for (const source of catalog.ofKind('source')) {
      // Options may hold passwords.
      const own = owns(catalog, source, session.role);
      yield {
        oid: BigInt(source.oid),
        schema: source.schema,
        name: source.name,
        owner: source.owner,
        connector: source.connector,
        generator: source.generator,
        options: own ? optionsAsJson(source.options) : null,
        format: source.format?.format ?? null,
        encode: source.format?.encode ?? null,
        definition: own ? source.definition : null,
      };
    }
  },
});
