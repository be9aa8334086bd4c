import type {Expr} from '../../expr/expr.ts';
import type {NamedObject} from '../catalog.ts';
import {isRelation, type MaterializedViewObject, type ViewObject} from '../object.ts';
import type {SystemSnapshot} from './snapshot.ts';

/** What a view's query names; of a relation, the attribute numbers of the columns that it names, which may be none. */
export function* usedByView(
  {catalog, printer}: SystemSnapshot,
  view: ViewObject | MaterializedViewObject,
): Generator<{readonly used: NamedObject; readonly columns: readonly number[]}> {
  const named = printer?.columnsNamed(view, catalog) ?? new Map<number, ReadonlySet<number>>();
  // What only functions read that it calls, it does not name.
  const written = view.names && new Set([...Object.values(view.names.relations), ...named.keys()]);
  for (const oid of view.dependsOn) {
    const used = catalog.byOid(oid);
    if (!used || used.kind === 'schema') continue;
    if (used.kind !== 'system' && isRelation(used) && written && !written.has(oid)) continue;
    yield {used, columns: [...(named.get(oid) ?? [])].filter(number => number > 0).sort((a, b) => a - b)};
  }
}

/** The places of the columns that an expression over a table's columns reads. */
export function columnsRead(expr: Expr): readonly number[] {
  const found = new Set<number>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const {op, index} = part as {readonly op?: unknown; readonly index?: unknown};
    if (op === 'column' && typeof index === 'number') found.add(index);
    for (const child of Object.values(part)) visit(child);
  };
  visit(expr);
  return [...found];
}
