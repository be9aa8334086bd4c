import type {Expr} from '../expr/expr.ts';
import {quoteLiteral} from '../expr/text/quote.ts';
import {BOOLEAN, type SqlType} from '../types/sql-type.ts';
import {type CatalogColumn, liveColumns} from './object.ts';
import {printObjectIdentifier} from './object-identifier.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

type Columned = {
  readonly schema?: string;
  readonly name: string;
  readonly oid: number;
  readonly columns: readonly CatalogColumn[];
};

type How = {readonly pretty: boolean; readonly wanted?: SqlType; readonly writtenIn?: readonly string[]};

/** As pg_get_expr prints an expression over the columns of a relation that is kept as it was written. */
export function storedExpression(snapshot: SystemSnapshot, relation: Columned, text: string, how: How): string {
  return printedExpression(snapshot, relation, text, how) ?? text;
}

/** A column's default, or what generates it. */
export function storedDefault(snapshot: SystemSnapshot, relation: Columned, column: CatalogColumn): string | null {
  const found = column.generated ?? (column.identity ? null : column.default);
  if (!found) return null;
  const sequence = sequenceOf(found.expr);
  if (sequence !== null) {
    const {catalog, session} = snapshot;
    return `nextval(${quoteLiteral(printObjectIdentifier('regclass', sequence, catalog, session.searchPath))}::regclass)`;
  }
  return storedExpression(snapshot, relation, found.text, {pretty: false, wanted: column.type});
}

/** Of a default that takes the sequence's next value, and at most casts it. */
export function sequenceOf(expr: Expr): bigint | null {
  if (expr.op !== 'call') return null;
  if (/^(cast|assign)\(/.test(expr.signature)) return sequenceOf(expr.args[0]);
  const [arg] = expr.args;
  if (expr.signature !== 'nextval(regclass)' || arg.op !== 'literal') return null;
  return typeof arg.value === 'bigint' ? arg.value : null;
}

/** What a domain's check says of VALUE. */
export function printedDomainCheck(
  snapshot: SystemSnapshot,
  base: SqlType,
  text: string,
  pretty: boolean,
): string | null {
  const value = {name: 'value', type: base, nullable: true, default: null};
  return printedExpression(snapshot, {name: '', oid: 0, columns: [value]}, text, {pretty, wanted: BOOLEAN});
}

/** null: it has what is printed as it was written. */
export function printedExpression(
  {catalog, session, printer}: SystemSnapshot,
  {schema, name, oid, columns}: Columned,
  text: string,
  {pretty, wanted, writtenIn}: How,
): string | null {
  const table = {schema, table: name, oid, columns: liveColumns({columns}).map(({column}) => column)};
  const options = {catalog, searchPath: session.searchPath, pretty, wrap: 0};
  return printer?.expression({text, table, wanted, writtenIn}, options) ?? null;
}
