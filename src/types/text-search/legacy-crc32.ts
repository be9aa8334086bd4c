const table = Int32Array.from({length: 256}, (_, byte) => {
  let word = byte;
  for (let bit = 0; bit < 8; bit++) word = (word >>> 1) ^ (word & 1 ? 0xedb88320 : 0);
  return word;
});

/** PostgreSQL's checksum of a lexeme: the table of the reflected CRC-32, used as if it were not. */
export function legacyCrc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = table[((crc >>> 24) ^ byte) & 255] ^ (crc << 8);
  return ~crc;
}
