import {createHash, createHmac, randomBytes} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {makeVerifier} from '../../session/scram-verifier.ts';
import {SqlError} from '../../types/sql-error.ts';
import {type ChannelBinding, isPassword, mockVerifier, SCRAM, SCRAM_PLUS, ScramExchange} from './scram.ts';

const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
const binding: ChannelBinding = {type: 'tls-server-end-point', data: randomBytes(32)};
const verifier = await makeVerifier('pencil', salt);

/** What a client that knows the password sends last. */
function clientFinal(first: string, serverFirst: string, bound: string): string {
  const bare = first.replace(/^[^,]*,[^,]*,/, '');
  const withoutProof = `c=${bound},r=${/r=([^,]+)/.exec(serverFirst)![1]}`;
  const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const salted = Buffer.from('xKSVEDI6tPlSysH6mUQZOeeOp01r6B3fcJbodRPcYV0=', 'base64');
  const clientKey = hmac(salted, 'Client Key');
  const storedKey = createHash('sha256').update(clientKey).digest();
  const signature = hmac(storedKey, `${bare},${serverFirst},${withoutProof}`);
  const proof = Buffer.from(clientKey.map((byte, i) => byte ^ signature[i]));
  return `${withoutProof},p=${proof.toString('base64')}`;
}

function failureOf(work: () => unknown): [code: string, message: string, detail: string | undefined] | null {
  try {
    work();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(SqlError);
    const {code, message, fields} = error as SqlError;
    return [code, message, fields.detail];
  }
}

const first = 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO';
const serverNonce = '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';

describe('a SCRAM exchange', () => {
  it('is the one of RFC 7677', () => {
    const exchange = new ScramExchange(SCRAM, verifier, null);
    const serverFirst = exchange.first(first, serverNonce);
    expect(serverFirst).toBe('r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096');
    const final =
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=';
    expect(clientFinal(first, serverFirst, 'biws')).toBe(final);
    expect(exchange.final(final)).toBe('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=');
  });

  it('fails for a wrong password and for one that is none', async () => {
    for (const wrong of [await makeVerifier('pencils', salt), mockVerifier('nobody')]) {
      const exchange = new ScramExchange(SCRAM, wrong, null);
      const serverFirst = exchange.first(first);
      expect(exchange.final(clientFinal(first, serverFirst, 'biws'))).toBeNull();
    }
  });

  it('binds to the channel', () => {
    const bound = (data: Buffer): string =>
      Buffer.concat([Buffer.from('p=tls-server-end-point,,'), data]).toString('base64');
    const request = 'p=tls-server-end-point,,n=,r=abc';
    const run = (data: Buffer): string | null => {
      const exchange = new ScramExchange(SCRAM_PLUS, verifier, binding);
      return exchange.final(clientFinal(request, exchange.first(request), bound(data)));
    };
    expect(run(binding.data)).toMatch(/^v=/);
    expect(failureOf(() => run(randomBytes(32)))).toEqual(['28000', 'SCRAM channel binding check failed', undefined]);
  });

  it.each([
    ['no message at all', SCRAM, null, 'hello', '08P01', 'malformed SCRAM message'],
    ['a downgrade', SCRAM, binding, 'y,,n=,r=abc', '28000', 'SCRAM channel binding negotiation error'],
    ['no binding with PLUS', SCRAM_PLUS, binding, 'n,,n=,r=abc', '08P01', 'malformed SCRAM message'],
    ['binding without PLUS', SCRAM, binding, 'p=tls-server-end-point,,n=,r=abc', '08P01', 'malformed SCRAM message'],
    [
      'another binding',
      SCRAM_PLUS,
      binding,
      'p=tls-unique,,n=,r=abc',
      '08P01',
      'unsupported SCRAM channel-binding type "tls-unique"',
    ],
    [
      'another identity',
      SCRAM,
      null,
      'n,a=root,n=,r=abc',
      '0A000',
      'client uses authorization identity, but it is not supported',
    ],
    ['an extension', SCRAM, null, 'n,,m=x,n=,r=abc', '0A000', 'client requires an unsupported SCRAM extension'],
  ] as const)('refuses %s', (_what, mechanism, bound, message, code, text) => {
    const failure = failureOf(() => new ScramExchange(mechanism, verifier, bound).first(message));
    expect(failure?.slice(0, 2)).toEqual([code, text]);
  });

  it('refuses another nonce and another header than it was begun with', () => {
    const begun = (): [ScramExchange, string] => {
      const exchange = new ScramExchange(SCRAM, verifier, null);
      return [exchange, exchange.first(first)];
    };
    const [one, serverFirst] = begun();
    const final = clientFinal(first, serverFirst, 'biws');
    expect(failureOf(() => one.final(final.replace('rOpr', 'xxxx')))?.[2]).toBe('Nonce does not match.');
    const [two, again] = begun();
    expect(failureOf(() => two.final(clientFinal(first, again, 'eSws')))?.[0]).toBe('08P01');
  });

  it('says nothing but yes, no or an SQL error, whatever comes', () => {
    const text = fc.oneof(fc.string(), fc.mixedCase(fc.constantFrom('n,,n=,r=a', 'c=biws,r=a,p=AAAA', 'p=x,,n=,r=')));
    fc.assert(
      fc.property(text, text, (one, two) => {
        const exchange = new ScramExchange(SCRAM, verifier, null);
        const failure = failureOf(() => {
          exchange.first(one);
          expect(exchange.final(two)).toBeNull();
        });
        expect(failure === null || failure[0] !== '').toBe(true);
      }),
    );
  });
});

describe('users without a password', () => {
  it('have a salt each, always the same', () => {
    expect(mockVerifier('a').salt).toEqual(mockVerifier('a').salt);
    expect(mockVerifier('a').salt).not.toEqual(mockVerifier('b').salt);
    expect(mockVerifier('a').storedKey).not.toEqual(mockVerifier('a').storedKey);
  });
});

describe('a password in the clear', () => {
  it('is compared with the verifier', async () => {
    expect(await isPassword('pencil', verifier)).toBe(true);
    expect(await isPassword('Pencil', verifier)).toBe(false);
  });
});
