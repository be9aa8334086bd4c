import type {MissingValues} from '../../columnar/widen.ts';
import type {RowStore} from './row-store.ts';

// Checkpoint segments of weighted rows: 2s are the columns of segment s, 2s + 1 its weights, which change more often.

export function rowSegments(store: RowStore): {segment: number; version: number}[] {
  return Array.from({length: store.segmentCount}, (_, s) => s).flatMap(s => {
    const {columnsVersion, weightsVersion} = store.meta(s);
    return [
      {segment: 2 * s, version: columnsVersion},
      {segment: 2 * s + 1, version: weightsVersion},
    ];
  });
}

export function writeRowSegment(store: RowStore, segment: number): Uint8Array {
  return segment % 2 === 0 ? store.writeColumns(segment >>> 1) : store.writeWeights(segment >>> 1);
}

/** Into an empty store, in ascending order; `missing`: of columns that the segments are too old to have. */
export function restoreRows(
  store: RowStore,
  segments: Iterable<{readonly segment: number; readonly version: number; readonly bytes: Uint8Array}>,
  missing?: MissingValues,
): void {
  let columns: {version: number; bytes: Uint8Array} | null = null;
  for (const segment of segments) {
    if (segment.segment % 2 === 0) columns = segment;
    else store.adopt(columns!, segment, missing);
  }
}
