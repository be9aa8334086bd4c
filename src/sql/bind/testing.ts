import {Catalog} from '../../catalog/catalog.ts';
import type {CatalogObject} from '../../catalog/object.ts';
import type {Delete, Insert, Query, Statement, Update} from '../ast/index.ts';
import {parseStatements} from '../parse/index.ts';
import type {BindOptions} from './context.ts';
import {bindCreateSource} from './create-source.ts';
import {bindCreateTable} from './create-table.ts';
import {bindCreateMaterializedView, bindCreateView} from './create-view.ts';
import {bindStatement} from './statement.ts';
import type {BoundStatement} from './statement.ts';

// For tests: catalogs from SQL text.

/** A catalog in which the statements have been run. */
export function catalogOf(sql: string): Catalog {
  const catalog = Catalog.create('millrace', 'millrace');
  for (const statement of parseStatements(sql)) catalog.add(recordOf(statement, optionsFor(catalog, sql)));
  return catalog;
}

export function optionsFor(catalog: Catalog, text: string): BindOptions {
  return {catalog, searchPath: ['public'], text};
}

/** The record that a CREATE statement makes. */
export function recordOf(statement: Statement, options: BindOptions): CatalogObject {
  switch (statement.kind) {
    case 'create_schema':
      return {
        kind: 'schema',
        oid: options.catalog.allocateOid(),
        name: statement.name!,
        schema: '',
        owner: 'millrace',
        definition: '',
        dependsOn: [],
        comment: null,
      };
    case 'create_table':
      return bindCreateTable(statement, options).table;
    case 'create_source':
      return bindCreateSource(statement, options);
    case 'create_view':
      return bindCreateView(statement, options);
    case 'create_materialized_view':
      return bindCreateMaterializedView(statement, options).object;
    default:
      throw new Error(`not a statement that creates: ${statement.kind}`);
  }
}

/** The one query or DML statement of the text, bound. */
export function bindSql(sql: string, catalog: Catalog): BoundStatement {
  const [statement] = parseStatements(sql) as readonly (Query | Insert | Update | Delete)[];
  return bindStatement(statement, optionsFor(catalog, sql));
}
