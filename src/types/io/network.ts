import {
  addressText,
  masked,
  maxBits,
  type Network,
  networkDatum,
  networkOf,
  parseNetwork,
  sameBits,
} from '../network.ts';
import {SqlError} from '../sql-error.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import {invalidSyntax, type TypeIo} from './type-io.ts';

// The families as they travel: AF_INET, and the number behind it.
const SENT_IPV4 = 2;
const SENT_IPV6 = 3;

/** inet, an address and the bits of its network; cidr, a network. */
export const networkIo: TypeIo = {
  parse(text, {kind}) {
    const network = parseNetwork(text, kind === 'cidr');
    if (!network) throw invalidSyntax(kind, text);
    if (kind === 'cidr' && !isNetwork(network)) throw hasHostBits(text);
    return networkDatum(network);
  },
  format(value, {kind}) {
    const network = networkOf(value as Uint8Array);
    const whole = network.bits === maxBits(network.family);
    return whole && kind === 'inet' ? addressText(network) : `${addressText(network)}/${network.bits}`;
  },
  read: (reader, {kind}) => readNetwork(reader, kind),
  write(writer: ByteWriter, value, {kind}) {
    const {family, bits, address} = networkOf(value as Uint8Array);
    writer.int8(family === 4 ? SENT_IPV4 : SENT_IPV6);
    writer.int8(bits);
    writer.int8(kind === 'cidr' ? 1 : 0);
    writer.int8(address.length);
    writer.bytes(address);
  },
};

function readNetwork(reader: ByteReader, kind: string): Uint8Array {
  const family = reader.uint8();
  if (family !== SENT_IPV4 && family !== SENT_IPV6) {
    throw new SqlError('22P03', `invalid address family in external "${kind}" value`);
  }
  const bits = reader.uint8();
  const version = family === SENT_IPV4 ? 4 : 6;
  if (bits > maxBits(version)) throw new SqlError('22P03', `invalid bits in external "${kind}" value`);
  reader.uint8();
  const length = reader.uint8();
  if (length !== maxBits(version) / 8) throw new SqlError('22P03', `invalid length in external "${kind}" value`);
  const network: Network = {family: version, bits, address: Uint8Array.from(reader.slice(length))};
  if (kind === 'cidr' && !isNetwork(network)) {
    throw new SqlError('22P03', 'invalid external "cidr" value', {detail: 'Value has bits set to right of mask.'});
  }
  return networkDatum(network);
}

/** There is nothing to the right of the mask. */
function isNetwork({address, bits}: Network): boolean {
  return sameBits(address, masked(address, bits), 8 * address.length);
}

function hasHostBits(text: string): SqlError {
  return new SqlError('22P02', `invalid cidr value: "${text}"`, {detail: 'Value has bits set to right of mask.'});
}

const pairs = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(':');

/** The six ways to write a macaddr: where separators stand. */
const macaddrForms = [
  /^([0-9a-f]+):([0-9a-f]+):([0-9a-f]+):([0-9a-f]+):([0-9a-f]+):([0-9a-f]+)$/i,
  /^([0-9a-f]+)-([0-9a-f]+)-([0-9a-f]+)-([0-9a-f]+)-([0-9a-f]+)-([0-9a-f]+)$/i,
  /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}):([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i,
  /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})-([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i,
  /^([0-9a-f]{2})([0-9a-f]{2})\.([0-9a-f]{2})([0-9a-f]{2})\.([0-9a-f]{2})([0-9a-f]{2})$/i,
  /^([0-9a-f]{2})([0-9a-f]{2})-([0-9a-f]{2})([0-9a-f]{2})-([0-9a-f]{2})([0-9a-f]{2})$/i,
  /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i,
];

export const macaddrIo: TypeIo = {
  parse(text) {
    const trimmed = text.trim();
    for (const form of macaddrForms) {
      const found = form.exec(trimmed);
      if (!found) continue;
      const octets = found.slice(1).map(digits => parseInt(digits, 16));
      if (octets.some(octet => octet > 255)) {
        throw new SqlError('22003', `invalid octet value in "macaddr" value: "${text}"`);
      }
      return Uint8Array.from(octets);
    }
    throw invalidSyntax('macaddr', text);
  },
  format: value => pairs(value as Uint8Array),
  read: reader => Uint8Array.from(reader.slice(6)),
  write: (writer, value) => writer.bytes(value as Uint8Array),
};

export const macaddr8Io: TypeIo = {
  parse: text => parseMacaddr8(text),
  format: value => pairs(value as Uint8Array),
  read: reader => Uint8Array.from(reader.remaining === 6 ? widenedMac(reader.slice(6)) : reader.slice(8)),
  write: (writer, value) => writer.bytes(value as Uint8Array),
};

/** Pairs of digits, the same separator between any of them; six pairs are widened to eight. */
function parseMacaddr8(text: string): Uint8Array {
  const fail = () => invalidSyntax('macaddr8', text);
  let at = text.length - text.trimStart().length;
  const octets: number[] = [];
  let separator: string | null = null;
  while (/^[0-9a-f]{2}/i.test(text.slice(at))) {
    if (octets.length === 8) throw fail();
    octets.push(parseInt(text.slice(at, at + 2), 16));
    at += 2;
    const character = text[at];
    if (character !== ':' && character !== '-' && character !== '.') continue;
    if (separator !== null && separator !== character) throw fail();
    separator = character;
    at++;
  }
  // As Postgres, which reads pairs: one character behind them is not looked at.
  const rest = text.slice(at);
  if (rest.length > 1 && rest.trim() !== '') throw fail();
  if (octets.length === 6) return widenedMac(Uint8Array.from(octets));
  if (octets.length !== 8) throw fail();
  return Uint8Array.from(octets);
}

/** A MAC address of six bytes as one of eight, as for IPv6. */
export function widenedMac(mac: Uint8Array): Uint8Array {
  return Uint8Array.from([...mac.subarray(0, 3), 0xff, 0xfe, ...mac.subarray(3)]);
}
