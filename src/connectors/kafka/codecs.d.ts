/** The parts in use of two packages that come without types. */
declare module 'lz4js' {
  const lz4: {decompress(bytes: Uint8Array): Uint8Array};
  export default lz4;
}
declare module 'snappyjs' {
  const snappy: {uncompress(bytes: Uint8Array): Uint8Array};
  export default snappy;
}
