/** Encoders of the two simple LZ77 formats, for tests: from a list of steps, so that a test decides every length and distance. */

/** Some literals, then a match (length 0: none). */
export type LzStep = {readonly literals: Uint8Array; readonly distance: number; readonly length: number};

/** What the steps decode to. */
export function lzExpand(steps: readonly LzStep[]): Buffer {
  const bytes: number[] = [];
  for (const {literals, distance, length} of steps) {
    for (const byte of literals) bytes.push(byte);
    for (let i = 0; i < length; i++) bytes.push(bytes[bytes.length - distance]);
  }
  return Buffer.from(bytes);
}

/** Steps that give these bytes, matches being found greedily by their first four bytes. */
export function lzSteps(bytes: Uint8Array): LzStep[] {
  const steps: LzStep[] = [];
  const seen = new Map<number, number>();
  let from = 0;
  let at = 0;
  while (at + 4 <= bytes.length) {
    const key = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    const before = seen.get(key);
    seen.set(key, at);
    if (before === undefined || at - before > 65_535) {
      at++;
      continue;
    }
    let length = 4;
    while (at + length < bytes.length && bytes[before + length] === bytes[at + length]) length++;
    steps.push({literals: bytes.subarray(from, at), distance: at - before, length});
    at += length;
    from = at;
  }
  steps.push({literals: bytes.subarray(from), distance: 0, length: 0});
  return steps;
}

/** A block of LZ4: every step but the last has a match of at least 4 bytes, from at most 65,535 bytes back. */
export function lz4Block(steps: readonly LzStep[]): Buffer {
  const out: number[] = [];
  steps.forEach(({literals, distance, length}, i) => {
    const last = i === steps.length - 1;
    const match = last ? 0 : length - 4;
    out.push((Math.min(literals.length, 15) << 4) | Math.min(match, 15));
    extend(out, literals.length);
    out.push(...literals);
    if (last) return;
    out.push(distance & 255, distance >> 8);
    extend(out, match);
  });
  return Buffer.from(out);
}

function extend(out: number[], value: number): void {
  if (value < 15) return;
  let rest = value - 15;
  for (; rest >= 255; rest -= 255) out.push(255);
  out.push(rest);
}

type Lz4Options = {
  readonly checksums?: boolean;
  readonly contentSize?: number;
  /** 4 = 64 KB … 7 = 4 MB */
  readonly blockCode?: number;
};

/** A frame of these blocks; the checksums in it are wrong, since nobody looks at them. */
export function lz4Frame(blocks: readonly {bytes: Buffer; raw?: boolean}[], options: Lz4Options = {}): Buffer {
  const {checksums = false, contentSize, blockCode = 4} = options;
  const flags = 0x60 | (checksums ? 0x14 : 0) | (contentSize === undefined ? 0 : 8);
  const parts: Buffer[] = [Buffer.from([0x04, 0x22, 0x4d, 0x18, flags, blockCode << 4])];
  if (contentSize !== undefined) parts.push(uint64(contentSize));
  parts.push(Buffer.from([0]));
  for (const {bytes, raw} of blocks) {
    parts.push(uint32((bytes.length | (raw ? 0x80000000 : 0)) >>> 0), bytes);
    if (checksums) parts.push(uint32(0xdeadbeef));
  }
  parts.push(uint32(0));
  if (checksums) parts.push(uint32(0xdeadbeef));
  return Buffer.concat(parts);
}

/** A block of Snappy. Matches may have any length and come from anywhere. */
export function snappyBlock(steps: readonly LzStep[]): Buffer {
  const out: number[] = [];
  for (let size = lzExpand(steps).length; ; size >>>= 7) {
    if (size < 128) {
      out.push(size);
      break;
    }
    out.push((size & 127) | 128);
  }
  for (const {literals, distance, length} of steps) {
    for (let at = 0; at < literals.length; at += 70_000) pushLiterals(out, literals.subarray(at, at + 70_000));
    for (let left = length; left > 0;) {
      const some = Math.min(left, 64);
      pushCopy(out, distance, some);
      left -= some;
    }
  }
  return Buffer.from(out);
}

function pushLiterals(out: number[], literals: Uint8Array): void {
  const value = literals.length - 1;
  if (value < 60) out.push(value << 2);
  else if (value < 256) out.push(60 << 2, value);
  else if (value < 65_536) out.push(61 << 2, value & 255, value >> 8);
  else out.push(62 << 2, value & 255, (value >> 8) & 255, value >> 16);
  for (const byte of literals) out.push(byte);
}

function pushCopy(out: number[], distance: number, length: number): void {
  if (length >= 4 && length < 12 && distance < 2048) {
    out.push(1 | ((length - 4) << 2) | ((distance >> 8) << 5), distance & 255);
  } else if (distance < 65_536) {
    out.push(2 | ((length - 1) << 2), distance & 255, distance >> 8);
  } else {
    out.push(3 | ((length - 1) << 2), ...uint32(distance));
  }
}

/** Blocks as Kafka's Java clients frame them. */
export function xerialFrame(blocks: readonly Buffer[]): Buffer {
  const header = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
  const length = (block: Buffer): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(block.length);
    return bytes;
  };
  return Buffer.concat([header, ...blocks.flatMap(block => [length(block), block])]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
