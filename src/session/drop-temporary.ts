import type {Catalog} from '../catalog/catalog.ts';
import {planDropOf} from '../catalog/drop.ts';
import type {CatalogEdit} from './ddl.ts';
import {tableSpec} from './table-spec.ts';

/** All that is temporary goes, and what was built on it: at the session's end, and with DISCARD TEMP. */
export function dropTemporary(fork: Catalog, schema: string, tag: string): CatalogEdit {
  const found = fork.schema(schema);
  if (!found) return {specs: new Map(), notices: [], tag};
  const plan = planDropOf(fork, [found], true, []);
  fork.remove(plan.objects.map(({oid}) => oid));
  for (const changed of [...plan.changed, ...plan.others]) fork.replace(changed);
  return {specs: new Map(plan.changed.map(table => [table.oid, tableSpec(table)])), notices: [], tag};
}
