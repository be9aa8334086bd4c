import {materializeInternalRelations} from './materialize-internal.ts';
import {materializeRelations} from './materialize.ts';
import {risingwaveRelations} from './risingwave.ts';
import type {SystemRelation} from './system-relation.ts';

/** What users of Materialize and RisingWave ask their catalogs, answered from ours. */
export const compatibilityRelations: readonly SystemRelation[] = [
  ...materializeRelations,
  ...materializeInternalRelations,
  ...risingwaveRelations,
];

const byName = new Map(
  compatibilityRelations.filter(({schema}) => schema !== 'mz_internal').map(relation => [relation.name, relation]),
);

/** What an unqualified name stands for that the search path does not lead to: users of those products write no schema. */
export function compatibilityRelation(parts: readonly string[]): SystemRelation | null {
  return (parts.length === 1 && byName.get(parts[0])) || null;
}
