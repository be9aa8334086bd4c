export {hash_columns} from './hash';
export {merge_rows} from './merge';
