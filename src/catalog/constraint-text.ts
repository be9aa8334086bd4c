import {quoteIdentifier} from '../expr/text/quote.ts';
import {BOOLEAN, baseOf} from '../types/sql-type.ts';
import {indexOfOid} from './constraints.ts';
import type {TableIndex} from './constraints.ts';
import {checkDefinition, foreignKeyDefinition, indexElements, keyDefinition} from './index-definition.ts';
import {printedDomainCheck, printedExpression} from './stored-expression.ts';
import {indexOfConstraint} from './system/derived-oids.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

/** pg_get_constraintdef. */
export function constraintText(snapshot: SystemSnapshot, oid: bigint, pretty: boolean): string | null {
  const {catalog, session} = snapshot;
  const found = indexOfOid(catalog, indexOfConstraint(oid));
  if (found) return keyDefinition(found.table.columns, found.index);
  for (const table of catalog.ofKind('table')) {
    const check = table.checks.find(candidate => BigInt(candidate.oid) === oid);
    if (check) {
      const printed = printedExpression(snapshot, table, check.text, {pretty, wanted: BOOLEAN});
      return checkDefinition(check, pretty, printed);
    }
    const key = table.foreignKeys.find(candidate => BigInt(candidate.oid) === oid);
    if (!key) continue;
    const target = catalog.byOid(key.references);
    if (target?.kind !== 'table') return null;
    const name = catalog.isVisible(target, session.searchPath)
      ? quoteIdentifier(target.name)
      : `${quoteIdentifier(target.schema)}.${quoteIdentifier(target.name)}`;
    return foreignKeyDefinition(table.columns, key, name, target.columns);
  }
  for (const {base, checks} of catalog.ofKind('domain')) {
    const check = checks.find(candidate => BigInt(candidate.oid) === oid);
    if (check) return checkDefinition(check, pretty, printedDomainCheck(snapshot, baseOf(base), check.text, pretty));
  }
  return null;
}

/** pg_get_indexdef of one column, counted from 1. */
export function indexColumnText(
  index: TableIndex,
  column: number,
  columns: readonly {readonly name: string}[],
  pretty: boolean,
): string {
  const all = [
    ...indexElements(index, pretty),
    ...(index.include ?? []).map(each => quoteIdentifier(columns[each].name)),
  ];
  return all[column - 1] ?? '';
}
