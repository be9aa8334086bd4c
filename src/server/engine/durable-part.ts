import type {EngineChange} from '../../session/engine.ts';

/** What of a change of the catalog is written down: nothing temporary. null: none of it. */
export function durablePart(change: EngineChange): EngineChange | null {
  const temporary = new Set(change.temporary);
  if (temporary.size === 0) return change;
  const puts = change.puts.filter(({oid}) => !temporary.has(oid));
  const deletes = change.deletes.filter(oid => !temporary.has(oid));
  return puts.length + deletes.length === 0 ? null : {...change, puts, deletes};
}
