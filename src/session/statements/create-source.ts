import {type Format, type Options, schemaOf, type SourceObject, type TableObject} from '../../catalog/object.ts';
import {connectorNamed} from '../../connectors/registry.ts';
import type {CreateSource} from '../../sql/ast/index.ts';
import {bindCreateSource} from '../../sql/bind/index.ts';
import {column} from '../../types/schema.ts';
import {notSupported} from '../../types/sql-error.ts';
import {BIGINT, BYTEA, TEXT} from '../../types/sql-type.ts';
import type {ConnectorDefinition, ObjectSpec} from '../engine.ts';
import {tableSpec} from '../table-spec.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {definingOptions} from './planned.ts';

/** Records that could not be decoded: where they were, as they were, and why. */
const DEAD_LETTER_SCHEMA = [
  column('partition', TEXT, false),
  column('offset', BIGINT, false),
  column('bytes', BYTEA, false),
  column('reason', TEXT, false),
];

/** CREATE SOURCE makes two objects: the source, and the table `<source>_dead_letters`. */
export const createSource: StatementHandler<CreateSource> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE SOURCE', fork => {
      const tag = 'CREATE SOURCE';
      if (statement.orReplace) throw notSupported('CREATE OR REPLACE SOURCE');
      const there = alreadyThere(session, fork, statement, tag);
      if (there) return there;
      const source = bindCreateSource(statement, {
        ...definingOptions(session, sql),
        catalog: fork,
        defaultSchema: (connector, options) => connectorNamed(connector).defaultSchema?.(options) ?? null,
      });
      if (source.watermark)
        throw notSupported('WATERMARK', undefined, 'Leave the clause out: views are corrected for ever.');
      fork.add(source);
      const letters = deadLetterTable(source, fork.allocateOid());
      fork.add(letters);
      return {specs: new Map(specsOf(source, letters).map(spec => [spec.oid, spec])), notices: [], tag};
    });
  },
};

export function deadLetterTableName(source: string): string {
  return `${source}_dead_letters`;
}

function deadLetterTable(source: SourceObject, oid: number): TableObject {
  return {
    kind: 'table',
    oid,
    name: deadLetterTableName(source.name),
    schema: source.schema,
    owner: source.owner,
    definition: `-- made with source ${source.name}`,
    dependsOn: [source.oid],
    comment: `records of source ${source.name} that could not be decoded`,
    columns: DEAD_LETTER_SCHEMA.map(entry => ({...entry, default: null})),
    indexes: [],
    checks: [],
    foreignKeys: [],
    generation: 0,
  };
}

function specsOf(source: SourceObject, letters: TableObject): ObjectSpec[] {
  return [
    {
      kind: 'source',
      oid: source.oid,
      name: source.name,
      schema: schemaOf(source),
      definition: connectorDefinition(source.connector, source.options, source.format, source.generator),
      deadLetters: letters.oid,
    },
    {...tableSpec(letters), deadLettersOf: source.oid},
  ];
}

/** The record's connector clause as the engine takes it. */
export function connectorDefinition(
  connector: string,
  options: Options,
  format: Format | null,
  generator: string | null,
): ConnectorDefinition {
  return {
    connector,
    options: texts(generator === null ? options : {...options, generator}),
    format: format?.encode ?? null,
    formatOptions: texts(format?.options ?? {}),
  };
}

function texts(options: Options): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
}
