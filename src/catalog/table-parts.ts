import type {Expr} from '../expr/expr.ts';
import type {Catalog} from './catalog.ts';
import type {CatalogColumn, CatalogObject, ObjectId, TableObject, ViewObject} from './object.ts';

/** A piece of a table that may go without the table: because something it needs goes. */
export type TablePart = {
  readonly table: TableObject;
  /** As messages name it: `constraint c_fkey on table c`. */
  readonly text: (table: string) => string;
  /** What it needs that goes. */
  readonly on: CatalogObject;
  readonly without: (table: TableObject) => TableObject;
};

/** Foreign keys, defaults and policies, of tables that stay, that need objects which go. */
export function partsThatNeed(catalog: Catalog, going: readonly CatalogObject[]): TablePart[] {
  const gone = new Map(going.map(object => [object.oid, object]));
  return catalog
    .ofKind('table')
    .filter(({oid}) => !gone.has(oid))
    .flatMap(table => [...foreignKeyParts(table, gone), ...defaultParts(table, gone), ...policyParts(table, gone)]);
}

/** A default that a view has for rows that are written through it. */
export type ViewPart = {
  readonly view: ViewObject;
  readonly text: (view: string) => string;
  readonly on: CatalogObject;
  readonly column: number;
};

/** Defaults of views that stay that need objects which go. */
export function viewPartsThatNeed(catalog: Catalog, going: readonly CatalogObject[]): ViewPart[] {
  const gone = new Map(going.map(object => [object.oid, object]));
  return catalog
    .ofKind('view')
    .filter(({oid}) => !gone.has(oid))
    .flatMap(view =>
      view.columns.flatMap((column, index) => {
        const on = neededBy(column, gone);
        if (!on) return [];
        return {view, on, column: index, text: name => `default value for column ${column.name} of view ${name}`};
      }),
    );
}

function foreignKeyParts(table: TableObject, gone: ReadonlyMap<ObjectId, CatalogObject>): TablePart[] {
  return table.foreignKeys.flatMap(key => {
    const on = gone.get(key.references);
    if (!on) return [];
    return {
      table,
      on,
      text: name => `constraint ${key.name} on table ${name}`,
      without: before => ({...before, foreignKeys: before.foreignKeys.filter(({oid}) => oid !== key.oid)}),
    };
  });
}

function defaultParts(table: TableObject, gone: ReadonlyMap<ObjectId, CatalogObject>): TablePart[] {
  return table.columns.flatMap((column, index) => {
    const on = neededBy(column, gone);
    if (!on) return [];
    return {
      table,
      on,
      text: name => `default value for column ${column.name} of table ${name}`,
      without: before => ({
        ...before,
        columns: before.columns.map((entry, i) => (i === index ? {...entry, default: null} : entry)),
      }),
    };
  });
}

/** A sequence that the column's default asks. */
function neededBy({default: value}: CatalogColumn, gone: ReadonlyMap<ObjectId, CatalogObject>): CatalogObject | null {
  if (!value) return null;
  return (
    sequencesIn(value.expr)
      .map(oid => gone.get(oid))
      .find(Boolean) ?? null
  );
}

function policyParts(table: TableObject, gone: ReadonlyMap<ObjectId, CatalogObject>): TablePart[] {
  return (table.policies ?? []).flatMap(policy => {
    const on = Object.values(policy.names.relations)
      .map(oid => gone.get(oid))
      .find(Boolean);
    if (!on) return [];
    return {
      table,
      on,
      text: name => `policy ${policy.name} on table ${name}`,
      without: before => ({...before, policies: before.policies?.filter(({oid}) => oid !== policy.oid)}),
    };
  });
}

/** OIDs of relations that the expression names as constants: the sequences of nextval. */
export function sequencesIn(expr: Expr): ObjectId[] {
  if (expr.op === 'literal') return expr.type.kind === 'regclass' && expr.value !== null ? [Number(expr.value)] : [];
  const parts: unknown[] = Object.values(expr).flat();
  return parts.filter(isExpr).flatMap(sequencesIn);
}

/** The expression (or a part of it), over a table's columns, reads this one. */
export function readsColumn(expr: unknown, index: number): boolean {
  if (typeof expr !== 'object' || expr === null) return false;
  if ('op' in expr && expr.op === 'column') return (expr as {index?: number}).index === index;
  return Object.values(expr).some(part => readsColumn(part, index));
}

function isExpr(part: unknown): part is Expr {
  return typeof part === 'object' && part !== null && 'op' in part;
}

/** Sequences that go with the objects: those owned by a table's columns. */
export function ownedSequences(catalog: Catalog, going: readonly CatalogObject[]): CatalogObject[] {
  const gone = new Set(going.map(({oid}) => oid));
  return catalog.ofKind('sequence').filter(({oid, ownedBy}) => ownedBy && gone.has(ownedBy.table) && !gone.has(oid));
}
