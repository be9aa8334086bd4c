import {quoteIdentifier} from '../expr/text/quote.ts';
import type {Expr} from '../expr/expr.ts';
import {indexesOf} from './constraints.ts';
import type {CheckConstraint, ForeignKey, IndexedRelation, TableIndex} from './constraints.ts';
import type {CatalogColumn, CatalogObject} from './object.ts';

// Keys, checks and indexes as Postgres prints them.

/** As pg_get_indexdef prints it; `qualified`: the relation with its schema. */
export function indexDefinition(table: IndexedRelation, index: TableIndex, qualified = true, pretty = false): string {
  const {name, method, include = [], parameters = [], where} = index;
  const on = `${qualified ? `${quoteIdentifier(table.schema)}.` : ''}${quoteIdentifier(table.name)}`;
  const elements = indexElements(index, pretty).map((element, i) => element + (index.suffixes?.[i] ?? ''));
  const included = include.length === 0 ? '' : ` INCLUDE (${columnList(table.columns, include)})`;
  const nulls = index.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const options = parameters.map(parameter =>
    parameter.replace(/=(.*)$/, (_, value: string) => `=${parameterText(value)}`),
  );
  const storage = options.length === 0 ? '' : ` WITH (${options.join(', ')})`;
  const condition = where === null ? '' : ` WHERE ${pretty ? index.predicate!.text : where}`;
  const what = index.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX';
  const target = `${on} USING ${method} (${elements.join(', ')})`;
  return `${what} ${quoteIdentifier(name)} ON ${target}${included}${nulls}${storage}${condition}`;
}

function parameterText(value: string): string {
  return quoteIdentifier(value) === value ? value : `'${value}'`;
}

export function indexElements({elements, expressions = []}: TableIndex, pretty: boolean): readonly string[] {
  return pretty ? elements.map((element, i) => expressions.at(i)?.text ?? element) : elements;
}

/** The texts of an index's expressions, as pg_index has them; null: it has none. */
export function indexExpressions({elements, expressions = []}: TableIndex, pretty: boolean): string | null {
  const texts = expressions.flatMap((each, i) => {
    if (!each) return [];
    const text = pretty ? each.text : elements[i];
    return text.startsWith('(') && !isCall(each.expr) ? [text.slice(1, -1)] : [text];
  });
  return texts.length === 0 ? null : texts.join(', ');
}

/** It has no parentheses of the index's around it. */
function isCall(expr: Expr): boolean {
  return expr.op === 'call' && /^[a-z_]/.test(expr.signature) && !/^(cast|assign)\(/.test(expr.signature);
}

/** What pg_get_expr prints of a text that pg_index has; null: it is of no index. `shown`: the index as it is printed. */
export function indexPart(
  relation: CatalogObject,
  text: string,
  pretty: boolean,
  shown: (index: TableIndex) => TableIndex,
): string | null {
  for (const index of indexesOf(relation)) {
    if (index.where === text) return pretty ? shown(index).predicate!.text : shown(index).where;
    if (indexExpressions(index, false) === text) return indexExpressions(shown(index), pretty);
  }
  return null;
}

/** As pg_get_constraintdef prints the constraint of an index. */
export function keyDefinition(columns: readonly CatalogColumn[], key: TableIndex): string {
  const what = key.constraint === 'primary' ? 'PRIMARY KEY' : 'UNIQUE';
  const nulls = key.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const included = key.include && key.include.length > 0 ? ` INCLUDE (${columnList(columns, key.include)})` : '';
  return `${what}${nulls} (${columnList(columns, key.columns)})${included}${deferral(key)}`;
}

type Check = Pick<CheckConstraint, 'expr' | 'text' | 'validated'> & Partial<CheckConstraint>;

/**
 * A table's or a domain's. Postgres puts what is no call in parentheses of its own, unless it prints prettily; `printed` has
 * them already.
 */
export function checkDefinition(
  {expr, text, validated, noInherit}: Check,
  pretty: boolean,
  printed: string | null = null,
): string {
  const plain =
    printed !== null || pretty || (expr.op === 'call' && /^[a-z_]/.test(expr.signature)) || expr.op === 'column';
  return `CHECK (${plain ? (printed ?? text) : `(${text})`})${noInherit ? ' NO INHERIT' : ''}${validated ? '' : ' NOT VALID'}`;
}

/** `referenced`: the columns of the referenced table; `name`: its name as the search path wants it. */
export function foreignKeyDefinition(
  columns: readonly CatalogColumn[],
  key: ForeignKey,
  name: string,
  referenced: readonly CatalogColumn[],
): string {
  const to = `${name}(${columnList(referenced, key.referenced)})`;
  const set = key.setColumns ? ` (${columnList(columns, key.setColumns)})` : '';
  const actions =
    (key.onUpdate === 'no action' ? '' : ` ON UPDATE ${key.onUpdate.toUpperCase()}`) +
    (key.onDelete === 'no action' ? '' : ` ON DELETE ${key.onDelete.toUpperCase()}${set}`);
  const match = key.match === 'full' ? ' MATCH FULL' : '';
  const valid = key.validated ? '' : ' NOT VALID';
  return `FOREIGN KEY (${columnList(columns, key.columns)}) REFERENCES ${to}${match}${actions}${deferral(key)}${valid}`;
}

function deferral({deferrable, deferred}: {readonly deferrable: boolean; readonly deferred: boolean}): string {
  return deferred ? ' DEFERRABLE INITIALLY DEFERRED' : deferrable ? ' DEFERRABLE' : '';
}

function columnList(columns: readonly CatalogColumn[], numbers: readonly number[]): string {
  return numbers.map(index => quoteIdentifier(columns[index].name)).join(', ');
}
