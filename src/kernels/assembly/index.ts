// The kernel module: every export is a function over addresses in linear memory; no state lives in WASM globals.
export * from './memory/allocator';
export * from './memory/exports';
export * from './arith/integers';
export * from './arith/floats';
export * from './arith/casts';
export * from './arith/decimals';
export * from './arith/decimal-bytes';
export * from './arith/time';
export * from './compare/fixed';
export * from './compare/wide';
export * from './compare/bits';
export * from './compare/select';
export * from './text/compare';
export * from './text/functions';
export * from './hash/exports';
export * from './state/exports';
