import type {SortKey} from '../../plan/physical.ts';

/** Sort keys as the kernels take them (src/kernels/assembly/sort/prefix.ts): column, then flags. */
export function sortKeyWords(keys: readonly SortKey[]): number[] {
  return keys.flatMap(({column, descending, nullsFirst}) => [column, Number(descending) | (Number(nullsFirst) << 1)]);
}
