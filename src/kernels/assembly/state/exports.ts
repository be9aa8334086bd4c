export {store_gather, store_adopt_segment, live_rows, all_ones} from './row-store';
export {
  arrangement_create_address,
  arrangement_free,
  arrangement_bytes,
  arrangement_live,
  arrangement_append,
  arrangement_weights_before,
  arrangement_tick_start,
  arrangement_weights_of,
  arrangement_would_go_negative,
  arrangement_end_tick,
  arrangement_reindex,
} from './arrangement';
export {key_index_create_address, probe_open_address, probe_next, probe_close} from './key-index';
export {
  groups_create_address,
  groups_free,
  groups_bytes,
  groups_live,
  groups_update,
  groups_changes,
  groups_all,
  groups_weights,
  groups_end_tick,
  groups_reindex,
  groups_recount,
  groups_page_address,
  groups_page_version,
  groups_set_page_version,
  groups_accumulator_address,
  groups_restore_block_address,
  groups_restore_carry,
} from './group-table';
export {accumulator_read} from './read-groups';
export {
  ordered_create_address,
  ordered_free,
  ordered_append,
  ordered_changes,
  ordered_changes_close,
  ordered_first,
  ordered_end_tick,
  ordered_reindex,
} from './ordered-multiset';
