import type {Catalog} from '../catalog.ts';
import type {ForeignKey, ReferentialAction} from '../constraints.ts';
import type {TableObject} from '../object.ts';
import {constraintOid, triggerOid} from './derived-oids.ts';

// To PostgreSQL a foreign key is four triggers, two on each of its tables, and a key that can be deferred one more. Nothing of
// this runs here, but clients count them.

export type KeyTrigger = {
  readonly oid: bigint;
  readonly name: string;
  readonly table: number;
  /** The other table; 0: there is none. */
  readonly other: number;
  /** Of pg_proc. */
  readonly calls: bigint;
  readonly on: 'insert' | 'update' | 'delete' | 'insert or update';
  readonly index: number;
  readonly constraint: bigint;
  readonly deferrable: boolean;
  readonly deferred: boolean;
};

const UNIQUE_KEY_RECHECK = 1250n;
const CHECK_INSERTED = 1644n;
const CHECK_UPDATED = 1645n;
/** The function for DELETE; that for UPDATE is the next. */
const ACTIONS: Readonly<Record<ReferentialAction, bigint>> = {
  cascade: 1646n,
  restrict: 1648n,
  'set null': 1650n,
  'set default': 1652n,
  'no action': 1654n,
};

export function keyTriggers(catalog: Catalog): readonly KeyTrigger[] {
  return catalog
    .ofKind('table')
    .flatMap(table => [...ofUniqueKeys(table), ...table.foreignKeys.flatMap(key => ofForeignKey(table, key))]);
}

function ofUniqueKeys({oid, indexes}: TableObject): KeyTrigger[] {
  return indexes
    .filter(({constraint, deferrable}) => constraint && deferrable)
    .map(index => ({
      oid: triggerOid(index.oid, 0),
      name: `Unique_ConstraintTrigger_${String(triggerOid(index.oid, 0))}`,
      table: oid,
      other: 0,
      calls: UNIQUE_KEY_RECHECK,
      on: 'insert or update',
      index: index.oid,
      constraint: constraintOid(index.oid),
      deferrable: index.deferrable,
      deferred: index.deferred,
    }));
}

function ofForeignKey({oid}: TableObject, key: ForeignKey): KeyTrigger[] {
  const {references, index, onDelete, onUpdate, deferrable, deferred} = key;
  const deferral = {deferrable, deferred};
  const never = {deferrable: false, deferred: false};
  const common = (number: number, letter: string) => ({
    oid: triggerOid(key.oid, number),
    name: `RI_ConstraintTrigger_${letter}_${String(triggerOid(key.oid, number))}`,
    index,
    constraint: BigInt(key.oid),
  });
  const there = {table: references, other: oid};
  const here = {table: oid, other: references, ...deferral};
  const when = (action: ReferentialAction) => (action === 'no action' ? deferral : never);
  return [
    {...common(0, 'a'), ...there, calls: ACTIONS[onDelete], on: 'delete', ...when(onDelete)},
    {...common(1, 'a'), ...there, calls: ACTIONS[onUpdate] + 1n, on: 'update', ...when(onUpdate)},
    {...common(2, 'c'), ...here, calls: CHECK_INSERTED, on: 'insert'},
    {...common(3, 'c'), ...here, calls: CHECK_UPDATED, on: 'update'},
  ];
}
