import {expect, test} from 'vitest';
import {Catalog} from '../../catalog/catalog.ts';
import type {SystemSnapshot} from '../../catalog/system/snapshot.ts';
import {systemRelation} from '../../catalog/system/system-relation.ts';
import {TEXT} from '../../types/sql-type.ts';
import {createMemory, loadKernels} from '../../kernels/load.ts';
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

test('rows that tell of the session are made anew for another', () => {
  let made = 0;
  const relation = relationOf(({session}) => [`${session.user} ${++made}`]);
  const rows = new CatalogRows();
  const catalog = Catalog.create('millrace', 'ada');
  expect(rows.of(relation, snapshotOf(catalog, 'ada'))).toEqual([['ada 1']]);
  expect(rows.of(relation, snapshotOf(catalog, 'ada'))).toEqual([['ada 1']]);
  expect(rows.of(relation, snapshotOf(catalog, 'bob'))).toEqual([['bob 2']]);
  expect(rows.of(relation, snapshotOf(catalog, 'ada'))).toEqual([['ada 3']]);
});

test('rows that tell of the server, or of what is no word, number or list, are made each time', () => {
  let made = 0;
  const catalog = Catalog.create('millrace', 'ada');
  for (const look of [
    (snapshot: SystemSnapshot) => snapshot.status,
    (snapshot: SystemSnapshot) => snapshot.session.statistics,
    (snapshot: SystemSnapshot) => snapshot.session.settingOf('port'),
  ]) {
    const rows = new CatalogRows();
    const relation = relationOf(snapshot => [`${typeof look(snapshot)} ${++made}`]);
    const snapshot = {
      catalog,
      session: {statistics: {}, settingOf: () => '5'},
      status: {},
    } as unknown as SystemSnapshot;
    expect(rows.of(relation, snapshot)).not.toEqual(rows.of(relation, snapshot));
  }
});

test('batches are made once for rows that stay, and given back when another catalog is asked, and at the end', () => {
  const memory = loadKernels(createMemory());
  const before = memory.stats().liveBuffers;
  const relation = relationOf(({catalog}) => [catalog.database]);
  const rows = new CatalogRows();
  const catalog = Catalog.create('millrace', 'ada');
  const [first] = rows.batchesOf(memory, relation, snapshotOf(catalog, 'ada'));
  const [second] = rows.batchesOf(memory, relation, snapshotOf(catalog, 'bob'));
  const held = memory.stats().liveBuffers;
  expect(second.weights).toBe(first.weights);
  first.release();
  second.release();
  expect(memory.stats().liveBuffers).toBe(held);
  for (const batch of rows.batchesOf(memory, relation, snapshotOf(catalog.fork(), 'ada'))) batch.release();
  expect(memory.stats().liveBuffers).toBe(held);
  rows.close();
  expect(memory.stats().liveBuffers).toBe(before);
});
