import type {PrintedAs, StoredExpression} from '../../catalog/system/snapshot.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {printedType} from '../../catalog/type-text.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {BindContext} from '../bind/context.ts';
import {Recorder} from '../bind/recorder.ts';
import {bindRowExpression} from '../bind/row-expression.ts';
import {parseExpression} from '../parse/index.ts';
import {ShowNames} from './show-names.ts';
import {rowExpressionText} from './row-expression.ts';

/** A default, a generated column, a check as PostgreSQL prints it; null: it has what is printed as it was written. */
export function expressionText({text, table, wanted, writtenIn}: StoredExpression, options: PrintedAs): string | null {
  const {catalog, searchPath, pretty} = options;
  const written = writtenIn ?? searchPath;
  try {
    const ctx = new BindContext({catalog, searchPath: written, text, trusted: true});
    ctx.definesOnly = true;
    ctx.recorder = new Recorder();
    const ast = parseExpression(text);
    bindRowExpression(ctx, table, ast, 'check constraints', 'check constraint');
    // A domain's check speaks of no table's column.
    const column = ({name}: {readonly name: string}) => (table.oid === 0 ? 'VALUE' : quoteIdentifier(name));
    const type = (shown: SqlType) => printedType(catalog, searchPath, shown);
    const names = new ShowNames(catalog, written, searchPath);
    return rowExpressionText(ast, ctx.recorder, {pretty, column, type, names, wanted}).text;
  } catch {
    // What one expression has must not hide the rest of the catalog.
    return null;
  }
}
