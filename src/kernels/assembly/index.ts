// The kernel module: every export is a function over addresses in linear memory; no state lives in WASM globals.
export * from './memory/allocator';
export * from './memory/exports';
