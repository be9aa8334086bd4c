/**
 * Internet addresses and networks. The datum (and the bytes in a column) of inet and cidr is: a byte for the family (4, 6),
 * the network part of the address with zeros behind it, a byte for its number of bits, the whole address. Compared as
 * bytes, that is Postgres's order: family, network, bits, address.
 */
export type Network = {readonly family: 4 | 6; readonly bits: number; readonly address: Uint8Array};

export function networkOf(datum: Uint8Array): Network {
  const size = (datum.length - 2) / 2;
  return {family: size === 4 ? 4 : 6, bits: datum[1 + size], address: datum.subarray(2 + size)};
}

export function networkDatum({family, bits, address}: Network): Uint8Array {
  const size = address.length;
  const datum = new Uint8Array(2 + 2 * size);
  datum[0] = family;
  datum.set(masked(address, bits), 1);
  datum[1 + size] = bits;
  datum.set(address, 2 + size);
  return datum;
}

export function maxBits(family: 4 | 6): number {
  return family === 4 ? 32 : 128;
}

/** The mask of so many bits. */
export function maskOf(size: number, bits: number): Uint8Array {
  return Uint8Array.from({length: size}, (_, i) => {
    const inByte = Math.max(0, Math.min(8, bits - 8 * i));
    return (0xff << (8 - inByte)) & 0xff;
  });
}

export function masked(address: Uint8Array, bits: number): Uint8Array {
  const mask = maskOf(address.length, bits);
  return address.map((byte, i) => byte & mask[i]);
}

/** The first `bits` bits are the same. */
export function sameBits(a: Uint8Array, b: Uint8Array, bits: number): boolean {
  const [x, y] = [masked(a, bits), masked(b, bits)];
  return x.every((byte, i) => byte === y[i]);
}

/** An address as text, without bits. */
export function addressText({family, address}: Network): string {
  return family === 4 ? address.join('.') : ipv6Text(address);
}

/** An inet or cidr as text, always with its bits. */
export function networkText(datum: Uint8Array): string {
  const network = networkOf(datum);
  return `${addressText(network)}/${network.bits}`;
}

/** The longest run of two or more zero words becomes `::`; addresses that hold one of version 4 say it so. */
function ipv6Text(address: Uint8Array): string {
  const words = Array.from({length: 8}, (_, i) => (address[2 * i] << 8) | address[2 * i + 1]);
  const {start, length} = longestZeros(words);
  const mapped = start === 0 && (length === 6 || (length === 5 && words[5] === 0xffff));
  const texts = words.map(word => word.toString(16));
  if (mapped) texts.splice(6, 2, address.subarray(12).join('.'));
  if (length === 0) return texts.join(':');
  return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`;
}

/** A network of version 6 without the zeros that its bits say anyway: 2001:db8/32. */
export function shortIpv6Text(address: Uint8Array, bits: number): string {
  if (bits === 0) return '::';
  const words = Array.from(
    {length: Math.max(2, Math.ceil(bits / 16))},
    (_, i) => (address[2 * i] << 8) | address[2 * i + 1],
  );
  const {start, length} = longestZeros(words, 1);
  const mapped = start === 0 && length < words.length && (length === 6 || (length === 5 && words[5] === 0xffff));
  const texts = words.map(word => word.toString(16));
  if (mapped && words.length > 6) texts.splice(6, 2, address.subarray(12, Math.ceil(bits / 8)).join('.'));
  if (length === 0) return texts.join(':');
  return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`;
}

/** The longest run of zero words, of `least` words or more. */
function longestZeros(words: readonly number[], least = 2): {readonly start: number; readonly length: number} {
  let best = {start: -1, length: 0};
  for (let i = 0; i < words.length; i++) {
    let length = 0;
    while (words[i + length] === 0) length++;
    if (length >= least && length > best.length) best = {start: i, length};
    i += length;
  }
  return best;
}

/** Reads an inet or cidr; null where the text is none. What is to the right of the bits is not looked at. */
export function parseNetwork(text: string, cidr: boolean): Network | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text, cidr);
}

function splitBits(text: string, most: number): {readonly address: string; readonly bits: number | null} | null {
  const slash = text.indexOf('/');
  if (slash < 0) return {address: text, bits: null};
  const digits = text.slice(slash + 1);
  if (!/^\d+$/.test(digits) || Number(digits) > most) return null;
  return {address: text.slice(0, slash), bits: Number(digits)};
}

function parseIpv4(text: string, cidr: boolean): Network | null {
  const parts = splitBits(text, 32);
  if (!parts) return null;
  const octets = cidr && /^0x/i.test(parts.address) ? hexOctets(parts.address) : decimalOctets(parts.address);
  if (!octets || octets.length === 0 || octets.length > 4) return null;
  // An inet may leave out the octets behind its bits, no others.
  if (!cidr && (parts.bits ?? 32) > octets.length * 8) return null;
  const address = new Uint8Array(4);
  address.set(octets);
  const bits = parts.bits ?? (cidr ? classBits(octets) : 32);
  return {family: 4, bits, address};
}

function decimalOctets(text: string): number[] | null {
  if (!/^\d+(\.\d+)*$/.test(text)) return null;
  const octets = text.split('.').map(Number);
  return octets.every(octet => octet < 256) ? octets : null;
}

function hexOctets(text: string): number[] | null {
  if (!/^0x[0-9a-f]+$/i.test(text)) return null;
  const digits = text.slice(2);
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return Array.from({length: even.length / 2}, (_, i) => parseInt(even.slice(2 * i, 2 * i + 2), 16));
}

/** The bits of a network whose address says none: those of its class, or of the octets given if they are more. */
function classBits(octets: readonly number[]): number {
  const [first] = octets;
  if (first === 224 && octets.length === 1) return 4;
  const ofClass = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
  return Math.max(ofClass, octets.length * 8);
}

function parseIpv6(text: string): Network | null {
  const parts = splitBits(text, 128);
  if (!parts) return null;
  const address = ipv6Bytes(parts.address);
  return address && {family: 6, bits: parts.bits ?? 128, address};
}

function ipv6Bytes(text: string): Uint8Array | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half, i) => ipv6Words(half, i === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return null;
  const given = head.length + (tail?.length ?? 0);
  if (halves.length === 1 ? given !== 8 : given > 7) return null;
  const words = [...head, ...Array<number>(8 - given).fill(0), ...(tail ?? [])];
  return Uint8Array.from(words.flatMap(word => [word >> 8, word & 0xff]));
}

/** Words of hexadecimal digits; the last may be an address of version 4. */
function ipv6Words(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const pieces = text.split(':');
  const words: number[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(piece)) {
      words.push(parseInt(piece, 16));
      continue;
    }
    const octets = last && i === pieces.length - 1 && piece.includes('.') ? decimalOctets(piece) : null;
    if (!octets || octets.length > 4) return null;
    const [a, b, c = 0, d = 0] = octets;
    words.push((a << 8) | b, (c << 8) | d);
  }
  return words;
}
