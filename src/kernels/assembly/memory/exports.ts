export {
  copy_bytes,
  fill_bytes,
  fill_fixed4,
  fill_fixed8,
  rows_iota,
  weights_negate,
} from './copy';
export * from './bitmap';
export * from './take';
export * from './concat';
export {take_shapes} from './shapes';
export * from './weights';
