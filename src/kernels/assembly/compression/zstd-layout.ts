// Working memory of the Zstandard decoder: tables that outlive a block, scratch for building them, the block's literals.

/** Accuracy of the three sequence tables, −1 = none yet; bits of the Huffman table, 0 = none yet. */
export const LENGTH_LOG: usize = 0;
export const OFFSET_LOG: usize = 4;
export const MATCH_LOG: usize = 8;
export const HUFFMAN_BITS: usize = 12;
/** Three repeated distances. */
export const REPEATS: usize = 16;
/** Where the block's literals lie and how many they are. */
export const LITERALS_AT: usize = 28;
export const LITERALS_LENGTH: usize = 32;

/** 8 bytes an entry: next state u16, bits of it u8, extra bits u8, base u32. */
export const LENGTH_TABLE: usize = 64;
export const OFFSET_TABLE: usize = LENGTH_TABLE + 512 * 8;
export const MATCH_TABLE: usize = OFFSET_TABLE + 256 * 8;
export const WEIGHT_TABLE: usize = MATCH_TABLE + 512 * 8;
/** 2 bytes an entry: symbol u8, bits u8. */
export const HUFFMAN_TABLE: usize = WEIGHT_TABLE + 64 * 8;
/** i16[256]: probabilities while a table is read. */
export const COUNTS: usize = HUFFMAN_TABLE + 2048 * 2;
/** u16[256]: next state of each symbol; where codes of each length start. */
export const NEXT: usize = COUNTS + 512;
/** u8[256] */
export const WEIGHTS: usize = NEXT + 512;
export const LITERALS: usize = WEIGHTS + 256;

export const BLOCK_MOST: usize = 128 * 1024;
export const CONTEXT_BYTES: usize = LITERALS + BLOCK_MOST + 64;
