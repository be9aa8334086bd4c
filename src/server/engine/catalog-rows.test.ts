import {expect, test} from 'vitest';
import {Catalog} from '../../catalog/catalog.ts';
import type {SystemSnapshot} from '../../catalog/system/snapshot.ts';
import {systemRelation} from '../../catalog/system/system-relation.ts';
import {TEXT} from '../../types/sql-type.ts';
import {CatalogRows} from './catalog-rows.ts';

function snapshotOf(catalog: Catalog, user: string): SystemSnapshot {
  return {catalog, session: {user}, status: {}} as unknown as SystemSnapshot;
}

function relationOf(rows: (snapshot: SystemSnapshot) => string[]) {
  return systemRelation({
    oid: 1,
    schema: 'pg_catalog',
    name: 'pg_made_up',
    columns: {name: TEXT},
    rows: snapshot => rows(snapshot).map(name => ({name})),
  });
}

test('rows of the catalog alone are made once for each catalog', () => {
  let made = 0;
  const relation = relationOf(({catalog}) => [`${catalog.database} ${++made}`]);
  const rows = new CatalogRows();
  const catalog = Catalog.create('millrace', 'ada');
  const first = rows.of(relation, snapshotOf(catalog, 'ada'));
  expect(first).toEqual([[`${catalog.database} 1`]]);
  expect(rows.of(relation, snapshotOf(catalog, 'bob'))).toBe(first);
  expect(rows.of(relation, snapshotOf(catalog.fork(), 'ada'))).toEqual([[`${catalog.database} 2`]]);
});

test('rows that tell of the session are made each time', () => {
  const relation = relationOf(({session}) => [session.user]);
  const rows = new CatalogRows();
  const catalog = Catalog.create('millrace', 'ada');
  expect(rows.of(relation, snapshotOf(catalog, 'ada'))).toEqual([['ada']]);
  expect(rows.of(relation, snapshotOf(catalog, 'bob'))).toEqual([['bob']]);
});
