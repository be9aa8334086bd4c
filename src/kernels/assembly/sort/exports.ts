export {sort_run, sort_collect, sort_window} from './sort-rows';
export {sort_merge, sort_merge_begin} from './merge-runs';
