import {describe, expect, it} from 'vitest';
import {findRule, HbaError, type HbaRequest, isLoopback, LOOPBACK_RULES, parseHba, plainAddress} from './hba.ts';

const request: HbaRequest = {
  ip: '10.1.2.3',
  encrypted: false,
  database: 'millrace',
  user: 'ada',
  isMember: role => role === 'ada' || role === 'staff',
};

/** The line of the first rule that fits; null: none. */
function lineFor(text: string, change: Partial<HbaRequest> = {}): number | null {
  return findRule(parseHba(text), {...request, ...change})?.line ?? null;
}

describe('rules like pg_hba.conf', () => {
  it('are tried in order', () => {
    const file = `
      # TYPE DATABASE USER ADDRESS METHOD
      local    all      all                      peer
      host     all      bob    all               reject
      hostssl  all      all    10.0.0.0/8        cert
      host     millrace "all",ada 10.1.0.0  255.255.0.0  scram-sha-256   # and a comment
      host     all      all    ::1/128           trust`;
    expect(lineFor(file)).toBe(6);
    expect(lineFor(file, {encrypted: true})).toBe(5);
    expect(lineFor(file, {user: 'bob', encrypted: true})).toBe(4);
    expect(lineFor(file, {user: 'carl'})).toBeNull();
    expect(lineFor(file, {user: 'all'})).toBe(6);
    expect(lineFor(file, {user: 'carl', ip: '::1'})).toBe(7);
    expect(lineFor(file, {ip: '10.2.0.1'})).toBeNull();
    expect(lineFor(file, {database: 'other'})).toBeNull();
  });

  it.each([
    ['host all all 0.0.0.0/0 trust', {}, true],
    ['host all all 0.0.0.0/0 trust', {ip: '::1'}, false],
    ['host all all ::/0 trust', {ip: 'fe80::1'}, true],
    ['host all all all trust', {ip: 'fe80::1'}, true],
    ['host all all fd00:: ffff:: trust', {ip: 'fd00:1::2'}, true],
    ['host all all fd00:: ffff:: trust', {ip: 'fd01::2'}, false],
    ['host all all samehost trust', {ip: '127.0.0.1'}, true],
    ['host all all samehost trust', {}, false],
    ['host all all samenet trust', {ip: '127.9.9.9'}, true],
    ['host sameuser all all trust', {}, false],
    ['host sameuser all all trust', {database: 'ada'}, true],
    ['host samerole all all trust', {database: 'staff'}, true],
    ['host replication all all trust', {database: 'replication'}, false],
    ['host "replication" all all trust', {database: 'replication'}, true],
    ['host all +staff all trust', {}, true],
    ['host all +other all trust', {}, false],
    ['host all bob, carl ,ada all trust', {}, true],
    ['host all "A ""b""" all trust', {user: 'A "b"'}, true],
    ['hostnossl all all all trust', {}, true],
    ['hostnossl all all all trust', {encrypted: true}, false],
    ['host all \\\n all all trust', {}, true],
  ])('%s for %j: %s', (text, change, fits) => {
    expect(lineFor(text, change) !== null).toBe(fits);
  });

  it.each([
    ['hosts all all all trust', 'invalid connection type "hosts"'],
    ['host all', 'end-of-line before role specification'],
    ['host all all', 'end-of-line before IP address specification'],
    ['host all all 10.0.0.1', 'end-of-line before netmask specification'],
    ['host all all 10.0.0.0/33 trust', 'invalid IP address "10.0.0.0/33"'],
    ['host all all 10.0.0.0/ trust', 'invalid IP address "10.0.0.0/"'],
    ['host all all 10.0.0.0 255.0.255.0 trust', 'invalid IP address "10.0.0.0"'],
    ['host all all db.example.org trust', 'invalid IP address "db.example.org"'],
    ['host all all all', 'end-of-line before authentication method'],
    ['host all all all ident', 'authentication method "ident" is not supported'],
    ['host all all all magic', 'invalid authentication method "magic"'],
    ['host all all all cert', 'cert authentication is only supported on hostssl connections'],
    [
      'hostssl all all all cert clientcert=verify-ca',
      'clientcert only accepts "verify-full" when using "cert" authentication',
    ],
    ['hostssl all all all cert map=x', 'unrecognized authentication option name: "map"'],
    ['host all @users all trust', 'names out of a file (@users) are not supported'],
    ['host all "ada all trust', 'a quoted name has no end'],
    ['hostgssenc all all all trust', 'hostgssenc is not supported: there is no GSSAPI'],
  ])('%s is refused', (text, message) => {
    expect(() => parseHba(`\n${text}`)).toThrow(new HbaError(`line 2: ${message}`));
  });

  it('need certificates where they say so', () => {
    const [rule] = parseHba('hostssl all all all scram-sha-256 clientcert=verify-ca');
    expect([rule.method, rule.clientCertificate]).toEqual(['scram-sha-256', 'verify-ca']);
    expect(parseHba('hostssl all all all cert')[0].clientCertificate).toBe('verify-full');
  });
});

describe('addresses', () => {
  it('of IPv4 in IPv6 are those of IPv4', () => {
    expect(plainAddress('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(plainAddress('::1')).toBe('::1');
  });

  it('of loopback are trusted by default, others are not', () => {
    for (const ip of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect(isLoopback(ip), ip).toBe(true);
    for (const ip of ['10.0.0.1', '::', '128.0.0.1', '', 'localhost']) expect(isLoopback(ip), ip).toBe(false);
    expect(findRule(LOOPBACK_RULES, request)).toBeNull();
    expect(findRule(LOOPBACK_RULES, {...request, ip: '::1'})?.method).toBe('trust');
  });
});
