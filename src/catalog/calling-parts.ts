import {withoutIndex} from './alter-table.ts';
import type {Catalog} from './catalog.ts';
import {indexesOf, type TableIndex, withIndexes} from './constraints.ts';
import {
  type CatalogObject,
  type DomainObject,
  liveColumns,
  type MaterializedViewObject,
  type ObjectId,
  type TableObject,
  type ViewObject,
} from './object.ts';
import type {ColumnOfType} from './user-types.ts';

/** Something that stays when parts of it go. */
export type Holder = TableObject | ViewObject | MaterializedViewObject | DomainObject;

/** A default, check, index or policy that calls a function: it goes with that, and what it is a part of stays. */
export type CallingPart = {
  readonly holder: Holder;
  /** Messages tell of older ones first. */
  readonly oid: ObjectId;
  /** As messages name it; `shown`: how they name the holder, or something beside it. */
  readonly text: (shown: (name: string) => string) => string;
  readonly without: (holder: Holder) => Holder;
};

/** Whatever calls the function, but for generated columns and what is as a whole built on it. */
export function partsCalling(catalog: Catalog, called: ObjectId): CallingPart[] {
  const calls = (part: {readonly calls?: readonly ObjectId[]} | null | undefined): boolean =>
    part?.calls?.includes(called) ?? false;
  const parts: CallingPart[] = [];
  for (const holder of holders(catalog)) {
    if ('checks' in holder) {
      for (const {oid, name} of holder.checks.filter(calls)) {
        parts.push({holder, oid, text: constraintText(holder, name), without: before => withoutCheck(before, oid)});
      }
    }
    if (holder.kind === 'domain') continue;
    for (const {column, index} of liveColumns(holder)) {
      if (!calls(column.default)) continue;
      const text: CallingPart['text'] = shown =>
        `default value for column ${column.name} of ${holder.kind} ${shown(holder.name)}`;
      parts.push({holder, oid: holder.oid, text, without: before => withoutDefault(before, index)});
    }
    for (const index of indexesOf(holder)) {
      if (![...(index.expressions ?? []), index.predicate].some(calls)) continue;
      const text: CallingPart['text'] = shown => `index ${shown(index.name)}`;
      parts.push({holder, oid: index.oid, text, without: before => withoutItsIndex(before, index)});
    }
    if (holder.kind !== 'table') continue;
    for (const {oid, name, usingCalls = [], checkCalls = []} of holder.policies ?? []) {
      if (![...usingCalls, ...checkCalls].includes(called)) continue;
      const text: CallingPart['text'] = shown => `policy ${name} on table ${shown(holder.name)}`;
      parts.push({holder, oid, text, without: before => withoutPolicy(before, oid)});
    }
  }
  return parts;
}

/** Columns that are computed by the function. */
export function generatedByCalling(catalog: Catalog, called: ObjectId): ColumnOfType[] {
  return catalog.ofKind('table').flatMap(table =>
    liveColumns(table)
      .filter(({column}) => column.generated?.calls?.includes(called))
      .map(({index}) => ({table, index})),
  );
}

/** The functions that parts of the object call. */
export function calledByParts(object: CatalogObject): ObjectId[] {
  const columns = 'columns' in object ? object.columns : [];
  const parts = [
    ...columns.flatMap(column => [column.default, column.generated]),
    ...('checks' in object ? object.checks : []),
    ...indexesOf(object).flatMap(({expressions = [], predicate}) => [...expressions, predicate]),
  ];
  const policies = object.kind === 'table' ? (object.policies ?? []) : [];
  return [
    ...parts.flatMap(part => part?.calls ?? []),
    ...policies.flatMap(({usingCalls = [], checkCalls = []}) => [...usingCalls, ...checkCalls]),
  ];
}

function holders(catalog: Catalog): Holder[] {
  return [
    ...catalog.ofKind('table'),
    ...catalog.ofKind('view'),
    ...catalog.ofKind('materialized view'),
    ...catalog.ofKind('domain'),
  ];
}

function constraintText({kind, name}: Holder, constraint: string): CallingPart['text'] {
  return shown => (kind === 'domain' ? `constraint ${constraint}` : `constraint ${constraint} on table ${shown(name)}`);
}

function withoutCheck(holder: Holder, gone: ObjectId): Holder {
  if (holder.kind === 'domain') return {...holder, checks: holder.checks.filter(({oid}) => oid !== gone)};
  return holder.kind === 'table' ? {...holder, checks: holder.checks.filter(({oid}) => oid !== gone)} : holder;
}

function withoutDefault(holder: Holder, index: number): Holder {
  if (holder.kind === 'domain') return holder;
  return {...holder, columns: holder.columns.map((column, i) => (i === index ? {...column, default: null} : column))};
}

function withoutItsIndex(holder: Holder, index: TableIndex): Holder {
  if (holder.kind === 'table') return withoutIndex(holder, index);
  if (holder.kind !== 'materialized view') return holder;
  const indexes = indexesOf(holder).filter(({oid}) => oid !== index.oid);
  return {...holder, ...withIndexes(holder, indexes)};
}

function withoutPolicy(holder: Holder, gone: ObjectId): Holder {
  if (holder.kind !== 'table') return holder;
  return {...holder, policies: holder.policies?.filter(({oid}) => oid !== gone)};
}
