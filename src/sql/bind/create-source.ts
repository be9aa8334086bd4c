import type {CatalogColumn, Options, SourceObject, Watermark} from '../../catalog/object.ts';
import {domainRule} from '../../expr/domains.ts';
import {SqlError} from '../../types/sql-error.ts';
import {typeName} from '../../types/type-names.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CreateSource, WatermarkDefinition} from '../ast/index.ts';
import {coerce} from './coerce.ts';
import {bindFormat, bindOptions} from './connector-options.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {bindColumns} from './table-columns.ts';
import {lastingFields} from './definition.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';

/**
 * The record of a new source, both syntaxes brought to one. What the options mean is the connector's to check.
 * Errors: 42601, 42701, 42703, 42704, 42804, 0A000.
 */
export function bindCreateSource(ast: CreateSource, options: BindOptions): SourceObject {
  const ctx = new BindContext(options);
  if (ast.connector === null) {
    throw new SqlError('42601', 'missing connector', {
      hint: "Say where the rows come from: FROM KAFKA (…), or WITH (connector = 'kafka', …).",
      position: ctx.at(ast),
    });
  }
  const connectorOptions = bindOptions(ctx, ast.connector, ast.options);
  const columns = sourceColumns(ctx, ast, ast.connector, connectorOptions);
  return {
    ...lastingFields(ctx, ast, ast.name),
    kind: 'source',
    dependsOn: [...ctx.dependencies],
    columns,
    connector: ast.connector,
    generator: ast.generator,
    options: connectorOptions,
    format: bindFormat(ctx, ast.format),
    watermark: bindWatermark(ctx, ast, columns),
  };
}

/** What decoders cannot read: ranges that users made, domains that are NOT NULL or over arrays and composites. */
function isUnreadable(type: SqlType): boolean {
  if (type.domain !== undefined && (type.element || type.fields || refusesNull(type.domain))) return true;
  if (type.bounds) return true;
  return (
    (type.element !== undefined && isUnreadable(type.element)) ||
    (type.fields?.some(field => isUnreadable(field.type)) ?? false)
  );
}

function refusesNull(domain: number): boolean {
  const rule = domainRule(domain);
  return rule !== undefined && (rule.notNull || (rule.parent !== null && refusesNull(rule.parent)));
}

function sourceColumns(
  ctx: BindContext,
  ast: CreateSource,
  connector: string,
  options: Options,
): readonly CatalogColumn[] {
  const elements = ast.elements ?? [];
  for (const element of elements) {
    if (element.kind !== 'column_definition' && element.kind !== 'watermark') {
      throw ctx.unsupported('constraints of a source', element);
    }
  }
  const definitions = elements.filter(element => element.kind === 'column_definition');
  if (definitions.length > 0) {
    const declared = bindColumns(ctx, definitions, ast.name.parts[ast.name.parts.length - 1]);
    const columns = declared.map(({column}) => column);
    const filled = declared.findIndex(({sequence, generated}) => sequence ?? generated);
    if (filled >= 0) throw ctx.unsupported('columns of a source that fill themselves', definitions[filled]);
    const key = definitions.find(({constraints}) => constraints.some(({kind}) => kind === 'primary_key'));
    if (key) throw ctx.unsupported('a primary key of a source', key);
    const kinds = ['check', 'unique', 'references'];
    const constrained = definitions.find(({constraints}) => constraints.some(({kind}) => kinds.includes(kind)));
    if (constrained) throw ctx.unsupported('constraints of a source', constrained);
    const withDefault = columns.findIndex(column => column.default !== null);
    if (withDefault >= 0) throw ctx.unsupported('defaults of a source', definitions[withDefault]);
    const own = columns.findIndex(({type}) => isUnreadable(type));
    if (own >= 0) throw ctx.unsupported(`type ${typeName(columns[own].type)} in a source`, definitions[own]);
    return columns;
  }
  const generator = ast.generator === null ? options : {...options, generator: ast.generator};
  const schema = ctx.options.defaultSchema?.(connector, generator);
  if (schema) return schema.map(column => ({...column, default: null}));
  throw new SqlError('42601', `a source of connector "${connector}" needs a column list`, {
    hint: 'Declare its columns in parentheses behind the name.',
    position: ctx.at(ast.name),
  });
}

function bindWatermark(ctx: BindContext, ast: CreateSource, columns: readonly CatalogColumn[]): Watermark | null {
  const definitions = (ast.elements ?? []).filter(element => element.kind === 'watermark');
  if (definitions.length === 0) return null;
  if (definitions.length > 1) throw ctx.unsupported('several watermarks', definitions[1]);
  const [definition] = definitions;
  const column = watermarkColumn(ctx, definition, columns);
  const level = new Level(null, null);
  level.items = [
    {
      alias: ast.name.parts[ast.name.parts.length - 1],
      schema: null,
      hiddenName: null,
      columns: columns.map(({name, type}, index) => ({
        name,
        expr: {op: 'column', index, type},
        tableOid: 0,
        attributeNumber: 0,
      })),
      columnsVisible: true,
      nameVisible: true,
    },
  ];
  level.rangeTable.push(...level.items);
  const bound = bindExpression(ctx, {level, clause: 'WATERMARK'}, definition.expression);
  if (level.pending.length > 0) throw ctx.unsupported('subqueries in WATERMARK', definition.expression);
  const {type} = columns[column];
  const expr = coerce(ctx, bound, type, 'assignment', ctx.positionOf(bound));
  if (!expr) {
    const types = `type ${kindName(type)}, not type ${kindName(bound.type)}`;
    throw new SqlError('42804', `the watermark of "${definition.column}" must be of ${types}`, {
      position: ctx.at(definition.expression),
    });
  }
  return {column, expr, text: ctx.source(definition.expression)};
}

function watermarkColumn(ctx: BindContext, ast: WatermarkDefinition, columns: readonly CatalogColumn[]): number {
  const position = ctx.at(ast);
  const index = columns.findIndex(column => column.name === ast.column);
  if (index < 0) throw new SqlError('42703', `column "${ast.column}" does not exist`, {position});
  const {type} = columns[index];
  if (type.kind !== 'timestamp' && type.kind !== 'timestamptz') {
    throw new SqlError('42804', `a watermark needs a timestamp column, not one of type ${kindName(type)}`, {position});
  }
  return index;
}
