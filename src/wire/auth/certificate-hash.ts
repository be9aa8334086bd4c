import {createHash} from 'node:crypto';

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;

/** Signature algorithms by the bytes of their object identifiers, and the hash that each one uses. */
const hashes: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d01010c', 'sha384'], // sha384WithRSAEncryption
  ['2a864886f70d01010d', 'sha512'], // sha512WithRSAEncryption
  ['2a864886f70d01010e', 'sha224'], // sha224WithRSAEncryption
  ['2a8648ce3d040301', 'sha224'], // ecdsa-with-SHA224
  ['2a8648ce3d040303', 'sha384'], // ecdsa-with-SHA384
  ['2a8648ce3d040304', 'sha512'], // ecdsa-with-SHA512
]);

/**
 * tls-server-end-point of RFC 5929: the certificate's hash, by the hash of its signature algorithm, and by SHA-256 where
 * that is MD5 or SHA-1. Algorithms without one (Ed25519) take SHA-256 here, where Postgres refuses them.
 */
export function certificateHash(der: Buffer): Buffer {
  return createHash(hashes.get(signatureAlgorithm(der)) ?? 'sha256')
    .update(der)
    .digest();
}

/** Certificate ::= SEQUENCE {tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE {OID, …}, …}: the OID's bytes. */
function signatureAlgorithm(der: Buffer): string {
  const certificate = element(der, 0, SEQUENCE);
  const signed = element(der, certificate.start, SEQUENCE);
  const algorithm = element(der, signed.end, SEQUENCE);
  const oid = element(der, algorithm.start, OBJECT_IDENTIFIER);
  return der.toString('hex', oid.start, oid.end);
}

/** Where the contents of the element at `at` begin and end. */
function element(der: Buffer, at: number, tag: number): {start: number; end: number} {
  if (der[at] !== tag) throw new Error('not an X.509 certificate');
  const first = der[at + 1];
  if (first < 0x80) return {start: at + 2, end: at + 2 + first};
  const bytes = first & 0x7f;
  const length = der.readUIntBE(at + 2, bytes);
  return {start: at + 2 + bytes, end: at + 2 + bytes + length};
}
