import {describe, expect, it} from 'vitest';
import {makeVerifier, parseVerifier, printVerifier, verifierLike} from './scram-verifier.ts';

// What PostgreSQL 15 stores of these passwords, by CREATE ROLE … PASSWORD and SELECT rolpassword FROM pg_authid.
const STORED: readonly (readonly [password: string, stored: string])[] = [
  [
    'secret',
    'SCRAM-SHA-256$4096:5jciuwfS0MmwA39S0raC3Q==$X/fZ/3VzaWxkmW41NVdSniXLlxjO6u+geX3QR6Ydps8=:Zpvto30rSh2KJQZWb55XQHMK7Xyx2nhOdIUFV0gGktI=',
  ],
  [
    'p\u00e4ss w\u00f6rt\u00a0\u00aa\u2163',
    'SCRAM-SHA-256$4096:6b8Z3BJ9u9nwVXXximH7LA==$W9ot6dWxi5t+n29zND3YqyvNsjgxESR3L99ie3LGjEQ=:4pb9UrQKs/rT/mW0QONKJ8xAZCKGnnqapK/KO+iUqsI=',
  ],
  [
    'I\u00adX',
    'SCRAM-SHA-256$4096:GP4DUpGSqQFEyL3cuAuiLw==$PdNELVxoKDh+wtG/eeQlAo2EXomLLR5VR1zqDMFex5w=:LKRWG4//huwLeyPsYOYJGmbwJji3QnmrakgJH2kvb6w=',
  ],
  [
    'x\u200ey',
    'SCRAM-SHA-256$4096:GDTrebtS4MQe8ewz34H7AQ==$C7kMNTi+DKbf5/yHSryHS3VVEfk+qstwCKVBl8SedAA=:yy/o0Hli2cii+ydKzrpUA4wE1H6z0sQiHzbof8zkwX4=',
  ],
  [
    '\u4f60\u597d, \u{1f600}',
    'SCRAM-SHA-256$4096:BhQdcxAjM/Hza4hYdLfxTA==$jFHTvA70T65iaFLO/WgrMhL0dDNGDpdpAeiD2YilNl8=:ghAqjyoNciGQToXsz39swFtH1ScEVEQ/Aljiq2x9dUU=',
  ],
];

describe('a SCRAM verifier', () => {
  it.each(STORED)('of %j is the one that Postgres makes', async (password, stored) => {
    const verifier = parseVerifier(stored)!;
    expect(printVerifier(verifier)).toBe(stored);
    expect(printVerifier(await makeVerifier(password, verifier.salt))).toBe(stored);
    expect(printVerifier(await verifierLike(`${password}x`, verifier))).not.toBe(stored);
  });

  it('has a salt of its own each time', async () => {
    const [one, two] = [await makeVerifier('secret'), await makeVerifier('secret')];
    expect(one.salt.equals(two.salt)).toBe(false);
    expect(one.storedKey.equals(two.storedKey)).toBe(false);
  });

  it('is told from a password in the clear', () => {
    for (const text of ['', 'secret', 'SCRAM-SHA-256$4096:AA==$AA==:AA==', 'md5' + '0'.repeat(32)]) {
      expect(parseVerifier(text), text).toBeNull();
    }
  });
});
