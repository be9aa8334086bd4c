import {networkIo, widenedMac} from '../../types/io/network.ts';
import {
  addressText,
  masked,
  maskOf,
  maxBits,
  type Network,
  networkDatum,
  networkOf,
  networkText,
  sameBits,
  shortIpv6Text,
} from '../../types/network.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BOOLEAN, CIDR, INET, INTEGER, MACADDR, MACADDR8, type SqlType, TEXT} from '../../types/sql-type.ts';
import {fitted} from '../casts.ts';
import {cast, func, operator} from '../define.ts';
import {DEFAULT_FORMAT} from '../../types/io/format-settings.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

// Internet addresses and networks, and MAC addresses: PostgreSQL manual, 9.12.

type One = readonly [Uint8Array];
type Two = readonly [Uint8Array, Uint8Array];

const whole = ({family, address}: Network): Network => ({family, bits: maxBits(family), address});
const withAddress = (network: Network, address: Uint8Array): Uint8Array => networkDatum({...network, address});

/** The network itself, nothing behind its bits. */
function networkPart(datum: Uint8Array): Uint8Array {
  const network = networkOf(datum);
  return withAddress(network, masked(network.address, network.bits));
}

function complement(bytes: Uint8Array): Uint8Array {
  return bytes.map(byte => ~byte & 0xff);
}

/** A network without the zeros that its bits say anyway: 10.1/16. */
function shortText(datum: Uint8Array): string {
  const network = networkOf(datum);
  const {family, bits, address} = network;
  if (family === 6) return `${shortIpv6Text(address, bits)}/${bits}`;
  const octets = Math.max(1, Math.ceil(bits / 8));
  return `${Array.from(address.subarray(0, octets)).join('.')}/${bits}`;
}

/** Errors: 22023. */
function checkedBits({family}: Network, bits: number): number {
  const given = bits === -1 ? maxBits(family) : bits;
  if (given < 0 || given > maxBits(family)) throw new SqlError('22023', `invalid mask length: ${bits}`);
  return given;
}

const functionRows: readonly FunctionRow[] = [
  func('abbrev', [INET], TEXT, 'as text, the bits left out where they are all', ([a]: One) =>
    networkIo.format(a, INET, DEFAULT_FORMAT),
  ),
  func('abbrev', [CIDR], TEXT, 'as text, without zeros at its end', ([a]: One) => shortText(a)),
  func('broadcast', [INET], INET, 'the broadcast address of its network', ([a]: One) => {
    const network = networkOf(a);
    const hosts = complement(maskOf(network.address.length, network.bits));
    return withAddress(
      network,
      network.address.map((byte, i) => byte | hosts[i]),
    );
  }),
  func('family', [INET], INTEGER, '4 or 6', ([a]: One) => networkOf(a).family),
  func('host', [INET], TEXT, 'the address as text, without bits', ([a]: One) => addressText(networkOf(a))),
  func('hostmask', [INET], INET, 'the mask of what the network leaves free', ([a]: One) => {
    const network = networkOf(a);
    return withAddress(whole(network), complement(maskOf(network.address.length, network.bits)));
  }),
  func('masklen', [INET], INTEGER, 'number of bits of the network', ([a]: One) => networkOf(a).bits),
  func('netmask', [INET], INET, 'the mask of the network', ([a]: One) => {
    const network = networkOf(a);
    return withAddress(whole(network), maskOf(network.address.length, network.bits));
  }),
  func('network', [INET], CIDR, 'the network of the address', ([a]: One) => networkPart(a)),
  func(
    'set_masklen',
    [INET, INTEGER],
    INET,
    'with another number of bits',
    ([a, bits]: readonly [Uint8Array, number]) => {
      const network = networkOf(a);
      return networkDatum({...network, bits: checkedBits(network, bits)});
    },
  ),
  func(
    'set_masklen',
    [CIDR, INTEGER],
    CIDR,
    'with another number of bits',
    ([a, bits]: readonly [Uint8Array, number]) => {
      const network = networkOf(a);
      return networkPart(networkDatum({...network, bits: checkedBits(network, bits)}));
    },
  ),
  func('text', [INET], TEXT, 'as text, with the bits', ([a]: One) => networkText(a)),
  func('inet_same_family', [INET, INET], BOOLEAN, 'whether both are of one family', ([a, b]: Two) => a[0] === b[0]),
  func('inet_merge', [INET, INET], CIDR, 'the smallest network that holds both', ([a, b]: Two) => {
    const [x, y] = [networkOf(a), networkOf(b)];
    if (x.family !== y.family) throw new SqlError('22023', 'cannot merge addresses from different families');
    let bits = Math.min(x.bits, y.bits);
    while (!sameBits(x.address, y.address, bits)) bits--;
    return networkPart(networkDatum({...x, bits}));
  }),
];

/** a's network lies in b's, or is the same. */
function within(a: Network, b: Network): boolean {
  return a.family === b.family && a.bits >= b.bits && sameBits(a.address, b.address, b.bits);
}

type Relation = (a: Network, b: Network) => boolean;

const relations: readonly (readonly [symbol: string, name: string, says: string, holds: Relation])[] = [
  ['<<', 'network_sub', 'lies in', (a, b) => within(a, b) && a.bits > b.bits],
  ['<<=', 'network_subeq', 'lies in or is equal', within],
  ['>>', 'network_sup', 'holds', (a, b) => within(b, a) && b.bits > a.bits],
  ['>>=', 'network_supeq', 'holds or is equal', (a, b) => within(b, a)],
  ['&&', 'network_overlap', 'holds or lies in', (a, b) => within(a, b) || within(b, a)],
];

const relationRows = relations.flatMap(([symbol, name, says, holds]) => {
  const row = ([a, b]: Two): boolean => holds(networkOf(a), networkOf(b));
  return [operator(symbol, [INET, INET], BOOLEAN, says, row), func(name, [INET, INET], BOOLEAN, says, row)];
});

/** Byte by byte; the bits of the longer network. Errors: 22023. */
function bitwise(verb: string, combine: (x: number, y: number) => number) {
  return ([a, b]: Two): Uint8Array => {
    const [x, y] = [networkOf(a), networkOf(b)];
    if (x.family !== y.family) throw new SqlError('22023', `cannot ${verb} inet values of different sizes`);
    const address = x.address.map((byte, i) => combine(byte, y.address[i]));
    return networkDatum({family: x.family, bits: Math.max(x.bits, y.bits), address});
  };
}

function numberOf(address: Uint8Array): bigint {
  return address.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** Errors: 22003. */
function moved([a, by]: readonly [Uint8Array, bigint]): Uint8Array {
  const network = networkOf(a);
  let rest = numberOf(network.address) + by;
  if (rest < 0n || rest >= 1n << BigInt(maxBits(network.family))) throw new SqlError('22003', 'result is out of range');
  const address = new Uint8Array(network.address.length);
  for (let i = address.length - 1; i >= 0; i--, rest >>= 8n) address[i] = Number(rest & 255n);
  return withAddress(network, address);
}

/** Errors: 22023, 22003. */
function distance([a, b]: Two): bigint {
  const [x, y] = [networkOf(a), networkOf(b)];
  if (x.family !== y.family) throw new SqlError('22023', 'cannot subtract inet values of different sizes');
  const result = numberOf(x.address) - numberOf(y.address);
  if (BigInt.asIntN(64, result) !== result) throw new SqlError('22003', 'result is out of range');
  return result;
}

const inverted = ([a]: One): Uint8Array => {
  const network = networkOf(a);
  return withAddress(network, complement(network.address));
};
const and = bitwise('AND', (x, y) => x & y);
const or = bitwise('OR', (x, y) => x | y);
const back = ([a, by]: readonly [Uint8Array, bigint]): Uint8Array => moved([a, -by]);
const swapped = ([by, a]: readonly [bigint, Uint8Array]): Uint8Array => moved([a, by]);

const arithmeticRows: readonly FunctionRow[] = [
  operator('~', [INET], INET, 'every bit turned', inverted),
  func('inetnot', [INET], INET, 'every bit turned', inverted),
  operator('&', [INET, INET], INET, 'bits of both', and),
  func('inetand', [INET, INET], INET, 'bits of both', and),
  operator('|', [INET, INET], INET, 'bits of either', or),
  func('inetor', [INET, INET], INET, 'bits of either', or),
  operator('+', [INET, BIGINT], INET, 'the address so many further', moved),
  func('inetpl', [INET, BIGINT], INET, 'the address so many further', moved),
  operator('+', [BIGINT, INET], INET, 'the address so many further', swapped),
  operator('-', [INET, BIGINT], INET, 'the address so many back', back),
  func('inetmi_int8', [INET, BIGINT], INET, 'the address so many back', back),
  operator('-', [INET, INET], BIGINT, 'how far apart the addresses are', distance),
  func('inetmi', [INET, INET], BIGINT, 'how far apart the addresses are', distance),
];

function macRows(type: SqlType, name: string): FunctionRow[] {
  const not = ([a]: One): Uint8Array => complement(a);
  const both = ([a, b]: Two): Uint8Array => a.map((byte, i) => byte & b[i]);
  const either = ([a, b]: Two): Uint8Array => a.map((byte, i) => byte | b[i]);
  return [
    operator('~', [type], type, 'every bit turned', not),
    func(`${name}_not`, [type], type, 'every bit turned', not),
    operator('&', [type, type], type, 'bits of both', both),
    func(`${name}_and`, [type, type], type, 'bits of both', both),
    operator('|', [type, type], type, 'bits of either', either),
    func(`${name}_or`, [type, type], type, 'bits of either', either),
    func('trunc', [type], type, 'the part that says the maker, zeros behind', ([a]: One) =>
      a.map((byte, i) => (i < 3 ? byte : 0)),
    ),
  ];
}

/** Errors: 22003 where the two bytes in the middle say more than six can. */
function narrowed([a]: One): Uint8Array {
  if (a[3] !== 0xff || a[4] !== 0xfe) {
    throw new SqlError('22003', 'macaddr8 data out of range to convert to macaddr', {
      hint: 'Only addresses that have FF and FE as values in the 4th and 5th bytes from the left, for example xx:xx:xx:ff:fe:xx:xx:xx, are eligible to be converted from macaddr8 to macaddr.',
    });
  }
  return Uint8Array.from([...a.subarray(0, 3), ...a.subarray(5)]);
}

const texts: readonly SqlType[] = [TEXT, {kind: 'varchar'}, {kind: 'bpchar'}];

const castRows: readonly FunctionRow[] = [
  cast(CIDR, INET, 'implicit', ([a]: One) => a, {method: 'binary', relabels: true}),
  cast(INET, CIDR, 'assignment', ([a]: One) => networkPart(a)),
  cast(MACADDR, MACADDR8, 'implicit', ([a]: One) => widenedMac(a)),
  cast(MACADDR8, MACADDR, 'implicit', narrowed),
  ...[INET, CIDR].flatMap(from =>
    texts.map(to => cast(from, to, 'assignment', ([a]: One, context: CallContext) => fitted(networkText(a), context))),
  ),
];

export const networkRows: readonly FunctionRow[] = [
  ...functionRows,
  ...relationRows,
  ...arithmeticRows,
  ...macRows(MACADDR, 'macaddr'),
  ...macRows(MACADDR8, 'macaddr8'),
  func('macaddr8_set7bit', [MACADDR8], MACADDR8, 'as in the addresses of IPv6', ([a]: One) =>
    a.map((byte, i) => (i === 0 ? byte | 2 : byte)),
  ),
  ...castRows,
];
