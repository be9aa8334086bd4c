import type {SequenceObject} from '../catalog/object.ts';
import type {ObjectId} from '../plan/rel.ts';

/** What the engine keeps for a sequence. */
export type SequenceSpec = Pick<SequenceObject, 'name' | 'start' | 'increment' | 'min' | 'max' | 'cycle' | 'cache'> & {
  readonly kind: 'sequence';
  readonly oid: ObjectId;
};

export function sequenceSpec(sequence: SequenceObject): SequenceSpec {
  const {oid, name, start, increment, min, max, cycle, cache} = sequence;
  return {kind: 'sequence', oid, name, start, increment, min, max, cycle, cache};
}
