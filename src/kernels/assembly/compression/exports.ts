export {snappy_size, snappy_decode} from './snappy';
export {lz4_bound, lz4_decode} from './lz4';
export {zstd_context_bytes, zstd_bound, zstd_decode} from './zstd';
