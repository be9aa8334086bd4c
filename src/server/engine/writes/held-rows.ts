import {batchFromRows, weightsFrom} from '../../../columnar/builder.ts';
import {batchRows} from '../../../columnar/datum-access.ts';
import {withWeights} from '../../../columnar/batch-rows.ts';
import type {Batch} from '../../../columnar/batch.ts';
import type {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import type {Memory} from '../../../kernels/memory.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {rowIdentity} from './row-text.ts';
import type {EngineTransaction} from './transactions.ts';

type Held = {readonly row: readonly Datum[]; copies: bigint};

/** SKIP LOCKED: the committed rows of the table that others hold, as a delta that takes them out; null: none. */
export function heldRows(memory: Memory, others: Iterable<EngineTransaction>, table: TableSpec): Batch | null {
  const held = new Map<string, Held>();
  const add = (layer: Arrangement | null, sign: 1n | -1n): void => {
    if (!layer) return;
    const snapshot = layer.snapshot();
    for (const {row, weight} of snapshot.batches.flatMap(batchRows)) {
      const copies = sign * weight;
      if (copies <= 0n) continue;
      const key = rowIdentity(table.schema, row);
      const known = held.get(key);
      if (!known) held.set(key, {row, copies});
      else if (known.copies < copies) known.copies = copies;
    }
    snapshot.release();
  };
  for (const {set, locked, shared} of others) {
    add(set.sumFor(table), -1n);
    add(locked.sumFor(table), 1n);
    add(shared.sumFor(table), 1n);
  }
  if (held.size === 0) return null;
  const all = [...held.values()];
  const rows = batchFromRows(
    memory,
    table.schema,
    all.map(({row}) => row),
  );
  const delta = withWeights(
    rows,
    weightsFrom(
      memory,
      all.map(({copies}) => -copies),
    ),
  );
  rows.release();
  return delta;
}
