import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SystemSnapshot} from '../system/snapshot.ts';
import {findRow, furtherOids} from './catalog-row.ts';
import {rightsOn} from '../rights.ts';
import {permissionDenied} from '../rights-errors.ts';
import {objectIdentity} from './identity.ts';
import {objectAddress} from './object-address.ts';
import type {SystemAnswer} from '../system-answer.ts';

type Words = readonly (string | null)[];

/** Functions that give one row about an object. */
export const objectAnswers: Readonly<Record<string, SystemAnswer>> = {
  pg_identify_object: (snapshot, classid, oid, number) => {
    const found = objectIdentity(snapshot, classid as bigint, oid as bigint, number as number);
    return [found.type, found.schema, found.name, found.identity];
  },
  pg_identify_object_as_address: (snapshot, classid, oid, number) => {
    const {type, names, args} = objectIdentity(snapshot, classid as bigint, oid as bigint, number as number);
    return [type, names, names && args] as unknown as Datum;
  },
  pg_get_object_address: (snapshot, type, names, args) =>
    objectAddress(snapshot, type as string, names as Words, args as Words) as unknown as Datum,
  pg_sequence_parameters: (snapshot, oid) => {
    const {catalog, session} = snapshot;
    const object = catalog.byOid(Number(oid));
    if (object?.kind === 'sequence' && rightsOn(catalog, object, session.role, 'Uwr') === '') {
      throw permissionDenied(object);
    }
    const row = sequenceRow(snapshot, oid);
    return [row.seqstart, row.seqmin, row.seqmax, row.seqincrement, row.seqcycle, row.seqcache, row.seqtypid];
  },
};

function sequenceRow(snapshot: SystemSnapshot, oid: Datum): Readonly<Record<string, Datum>> {
  const found = findRow(snapshot, furtherOids.pg_sequence, {seqrelid: oid});
  if (!found) throw new SqlError('XX000', `cache lookup failed for sequence ${String(oid)}`);
  return found;
}
