import type {SequenceObject} from '../catalog/object.ts';
import {isTemporarySchema} from '../catalog/temporary.ts';
import type {ObjectId} from '../plan/rel.ts';

/** What the engine keeps for a sequence. */
export type SequenceSpec = Pick<SequenceObject, 'name' | 'start' | 'increment' | 'min' | 'max' | 'cycle' | 'cache'> & {
  readonly kind: 'sequence';
  readonly oid: ObjectId;
  readonly temporary?: boolean;
};

export function sequenceSpec(sequence: SequenceObject): SequenceSpec {
  const {oid, name, schema, start, increment, min, max, cycle, cache} = sequence;
  const spec = {kind: 'sequence', oid, name, start, increment, min, max, cycle, cache} as const;
  return isTemporarySchema(schema) ? {...spec, temporary: true} : spec;
}
