export {hash_columns} from './hash';
