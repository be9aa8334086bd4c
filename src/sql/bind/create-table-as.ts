import type {TableObject} from '../../catalog/object.ts';
import {collationOidOf, withCollation} from '../../types/collatable.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, NUMERIC, structOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {CreateTableAs, Query} from '../ast/index.ts';
import {collated, requireCollations} from './collation.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {persistenceFields} from './create-table.ts';
import {refuseParameters} from './create-view.ts';
import {commonFields} from './definition.ts';
import {refusePseudoType} from './pseudo-column.ts';
import {bindTableOptions} from './table-options.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import {checkTablespace} from './tablespace.ts';
import {refuseSystemName} from './system-columns.ts';

/** The query of CREATE TABLE AS, or of the prepared statement that it executes. */
export type TableSource = {
  readonly query: Query;
  readonly text: string;
  /** Of its parameters, which have values. */
  readonly parameterTypes: readonly SqlType[];
};

/** The table that holds the query's columns. Errors: those of the query, 42601, 42701, 42P02, 0A000. */
export function bindCreateTableAs(ast: CreateTableAs, source: TableSource, options: BindOptions): TableObject {
  const ctx = new BindContext(options);
  checkTablespace(ast.tablespace);
  const {query, text, parameterTypes} = source;
  const inner = new BindContext({...options, text, parameterTypes});
  const {columns, rel: bound} = asSubquery(bindQueryIn(inner, query, {parent: null, commonTables: null, top: true}));
  if (parameterTypes.length === 0) refuseParameters(inner);
  const rel = collated(inner, bound);
  requireCollations(rel, 'TABLE');
  if (ast.columns.length > columns.length) throw new SqlError('42601', 'too many column names were specified');
  const names = columns.map((column, i) => ast.columns[i] ?? column.name);
  names.forEach((name, i) => {
    if (names.indexOf(name) !== i) throw new SqlError('42701', `column "${name}" specified more than once`);
    refuseSystemName(name);
    refusePseudoType(name, columns[i].type);
  });
  const common = commonFields(ctx, ast, ast.name, ast.persistence);
  return {
    ...common,
    ...persistenceFields(common.schema, ast),
    kind: 'table',
    dependsOn: [],
    columns: columns.map(({type}, i) => ({
      name: names[i],
      type: withCollation(declared(type), collationOidOf(rel.schema[i].type)),
      nullable: true,
      default: null,
    })),
    indexes: [],
    checks: [],
    foreignKeys: [],
    generation: 0,
    options: bindTableOptions(ast.options),
  };
}

/** What is known of these values' digits is not true of those that come later. */
function declared(type: SqlType): SqlType {
  if (type.kind === 'numeric' && type.precision === undefined) return type.domain ? type : NUMERIC;
  if (type.kind === 'array') return {...type, ...arrayOf(declared(type.element!))};
  if (type.kind === 'struct' && type.oid === undefined && type.fields) {
    return structOf(type.fields.map(field => ({...field, type: declared(field.type)})));
  }
  return type;
}
