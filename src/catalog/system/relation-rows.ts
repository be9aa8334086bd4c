import {indexesOf, type TableIndex} from '../constraints.ts';
import type {CatalogColumn, Relation} from '../object.ts';
import {isRelation} from '../object.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {bootstrapRole} from './system-oids.ts';

/**
 * What pg_class and its kin list. Sources are shown as foreign tables, which is what they are to Postgres's tools:
 * rows that live elsewhere, columns declared here, and options that say where. Sinks are no relations to read and
 * stand only in millrace.sinks.
 */
export type ListedRelation = {
  readonly relation: Relation;
  readonly owner: string;
  readonly relkind: 'r' | 'v' | 'm' | 'f' | 'S';
  readonly columns: readonly CatalogColumn[];
  readonly indexes: readonly TableIndex[];
};

const relkinds = {table: 'r', sequence: 'S', source: 'f', view: 'v', 'materialized view': 'm'} as const;

export function* listedRelations(snapshot: SystemSnapshot): Generator<ListedRelation> {
  yield* userRelations(snapshot);
  const owner = bootstrapRole(snapshot.catalog);
  for (const relation of snapshot.catalog.systemRelations()) {
    yield {relation, owner, relkind: relation.relkind, columns: relation.columns, indexes: []};
  }
}

export function* userRelations(snapshot: SystemSnapshot): Generator<ListedRelation> {
  for (const object of snapshot.catalog.all()) {
    if (!isRelation(object)) continue;
    yield {
      relation: object,
      owner: object.owner,
      relkind: relkinds[object.kind],
      columns: object.columns,
      indexes: indexesOf(object),
    };
  }
}

/** Position of each column in its table, from 1, as pg_attribute.attnum counts. */
export function attributeNumber(index: number): number {
  return index + 1;
}

/** Attribute numbers of a table's columns by their place in its rows. */
export function attributeNumbers({columns}: {readonly columns: readonly CatalogColumn[]}): (index: number) => number {
  return index => columns[index].number ?? index + 1;
}
