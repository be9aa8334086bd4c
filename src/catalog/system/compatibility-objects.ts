import type {NamedObject} from '../catalog.ts';
import {indexesOf, type TableIndex} from '../constraints.ts';
import {indexDefinition} from '../index-definition.ts';
import {isRelation, type Relation, type SinkObject} from '../object.ts';
import {owns} from '../rights.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {bootstrapRole} from './system-oids.ts';

/** What Materialize and RisingWave count among their objects: relations, sinks and indexes. */
export type Listed = {
  readonly kind: 'table' | 'view' | 'materialized view' | 'source' | 'sink' | 'index' | 'system';
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly owner: string;
  /** The statement that makes it; null of what the server brings, and of others' sources and sinks, whose options may hold passwords. */
  readonly definition: string | null;
  readonly object: NamedObject;
  /** Only of an index: what it is on. */
  readonly index?: {readonly on: Relation; readonly index: TableIndex};
};

/** Those that users have made. */
export function* listedObjects({catalog, session}: SystemSnapshot): Generator<Listed> {
  for (const object of catalog.all()) {
    if (object.kind !== 'sink' && (!isRelation(object) || object.kind === 'sequence')) continue;
    const external = object.kind === 'source' || object.kind === 'sink';
    const hidden = external && !owns(catalog, object, session.role);
    yield {...listed(object), ...(hidden && {definition: null})};
    if (object.kind !== 'table' && object.kind !== 'materialized view') continue;
    for (const index of indexesOf(object)) {
      yield {
        ...listed(object),
        kind: 'index',
        oid: index.oid,
        name: index.name,
        definition: indexDefinition(object, index),
        index: {on: object, index},
      };
    }
  }
}

/** What the server brings: system relations. */
export function* systemObjects({catalog}: SystemSnapshot): Generator<Listed> {
  const owner = bootstrapRole(catalog);
  for (const relation of catalog.systemRelations()) {
    const {oid, name, schema} = relation;
    yield {kind: 'system', oid, name, schema, owner, definition: null, object: relation};
  }
}

type Made = Exclude<Relation, {readonly kind: 'system' | 'sequence'}> | SinkObject;

function listed(object: Made): Listed {
  const {kind, oid, name, schema, owner, definition} = object;
  return {kind, oid, name, schema, owner, definition, object};
}
