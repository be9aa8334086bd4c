export {sort_rows, sort_collect, sort_window} from './sort-rows';
