import {gunzipSync} from 'node:zlib';
import {decompress as unzstd} from 'fzstd';
import lz4 from 'lz4js';
import snappy from 'snappyjs';

/** Codecs by the number in a batch's attributes; adding one touches this list alone. */
const CODECS: Readonly<Record<number, (bytes: Buffer) => Uint8Array>> = {
  0: bytes => bytes,
  1: bytes => gunzipSync(bytes),
  2: unsnappy,
  3: bytes => lz4.decompress(bytes),
  4: bytes => unzstd(bytes),
};

/** The records of a batch, uncompressed. Errors: a plain Error for an unknown codec or damaged bytes. */
export function decompress(codec: number, bytes: Buffer): Uint8Array {
  const decode = CODECS[codec];
  if (!decode) throw new Error(`compression codec ${codec} is unknown`);
  return decode(bytes);
}

const XERIAL_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);

/** Snappy as Java clients frame it (xerial: a 16-byte header, then length-prefixed blocks), or one bare block. */
function unsnappy(bytes: Buffer): Uint8Array {
  if (!bytes.subarray(0, 8).equals(XERIAL_MAGIC)) return snappy.uncompress(bytes) as Uint8Array;
  const blocks: Uint8Array[] = [];
  for (let at = 16; at + 4 <= bytes.length;) {
    const length = bytes.readInt32BE(at);
    blocks.push(snappy.uncompress(bytes.subarray(at + 4, at + 4 + length)) as Uint8Array);
    at += 4 + length;
  }
  return Buffer.concat(blocks);
}
