import type {SystemSnapshot} from '../system/snapshot.ts';
import {describeObject} from '../describe-object.ts';
import {objectIdentity} from './identity.ts';

/** pg_describe_object; null for what there is not. Errors: XX000 for what is no catalog of objects. */
export function describedObject(snapshot: SystemSnapshot, classid: bigint, oid: bigint, number: number): string | null {
  const {catalog, session} = snapshot;
  const told = describeObject({catalog, searchPath: session.searchPath}, classid, Number(oid), number);
  if (told !== null) return told;
  const {type, names, args, name, identity} = objectIdentity(snapshot, classid, oid, number);
  if (names === null) return null;
  if (type === 'cast') return `cast from ${names[0]} to ${args[0]}`;
  // What has a schema here is in pg_catalog, which is always searched.
  if (type === 'operator class' || type === 'operator family') return `${type} ${name!} for access method ${names[0]}`;
  return `${type} ${name ?? identity!}`;
}
