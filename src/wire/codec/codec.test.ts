import fc from 'fast-check';
import {serialize} from 'pg-protocol';
import {describe, expect, it} from 'vitest';
import {SqlError} from '../../types/sql-error.ts';
import {BackendWriter} from './backend-writer.ts';
import {decodeMessage, decodeStartup} from './decode.ts';
import {FrameReader} from './frame-reader.ts';
import type {FrontendMessage} from './frontend-messages.ts';

const LIMIT = 1 << 20;

function started(): FrameReader {
  const frames = new FrameReader(LIMIT);
  frames.endStartup();
  frames.endAuthentication();
  return frames;
}

function decodeAll(chunks: readonly Uint8Array[]): FrontendMessage[] {
  const frames = started();
  const messages: FrontendMessage[] = [];
  for (const chunk of chunks) {
    frames.push(Buffer.from(chunk));
    for (let frame = frames.next(); frame; frame = frames.next()) messages.push(decodeMessage(frame));
  }
  return messages;
}

/** A message of any type byte and body, its length right. */
function message(type: string, body: Uint8Array, length = body.length + 4): Buffer {
  const header = Buffer.alloc(5);
  header.write(type, 'latin1');
  header.writeInt32BE(length, 1);
  return Buffer.concat([header, body]);
}

const conversation: readonly [Buffer, FrontendMessage][] = [
  [serialize.query('SELECT 1'), {type: 'query', sql: 'SELECT 1'}],
  [
    serialize.parse({name: 's', text: 'SELECT $1::int8', types: [20, 0]}),
    {type: 'parse', name: 's', sql: 'SELECT $1::int8', parameterTypes: [20, 0]},
  ],
  [
    serialize.bind({portal: 'p', statement: 's', values: ['é', null, Buffer.from([1, 2])], binary: true}),
    {
      type: 'bind',
      portal: 'p',
      statement: 's',
      parameterFormats: ['text', 'text', 'binary'],
      parameters: [Buffer.from('é'), null, Buffer.from([1, 2])],
      resultFormats: ['binary'],
    },
  ],
  [serialize.describe({type: 'S', name: 's'}), {type: 'describe', target: 'statement', name: 's'}],
  [serialize.describe({type: 'P'}), {type: 'describe', target: 'portal', name: ''}],
  [serialize.execute({portal: 'p', rows: 7}), {type: 'execute', portal: 'p', maxRows: 7}],
  [serialize.close({type: 'P', name: 'p'}), {type: 'close', target: 'portal', name: 'p'}],
  [serialize.flush(), {type: 'flush'}],
  [serialize.sync(), {type: 'sync'}],
  [serialize.copyData(Buffer.from('x')), {type: 'copy-data', data: Buffer.from('x')}],
  [serialize.copyDone(), {type: 'copy-done'}],
  [serialize.copyFail('no'), {type: 'copy-fail', message: 'no'}],
  [serialize.password('pw'), {type: 'password', payload: Buffer.from('pw\0')}],
  [serialize.end(), {type: 'terminate'}],
];

describe('frontend messages', () => {
  it('decodes every type', () => {
    for (const [bytes, expected] of conversation) expect(decodeAll([bytes])).toEqual([expected]);
  });

  it('decodes the same messages wherever the chunks are cut', () => {
    const whole = Buffer.concat(conversation.map(([bytes]) => bytes));
    const expected = conversation.map(([, decoded]) => decoded);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), {maxLength: 40}), cuts => {
        const ends = [...cuts.sort((a, b) => a - b), whole.length];
        const chunks = ends.map((end, i) => whole.subarray(i === 0 ? 0 : ends[i - 1], end));
        expect(decodeAll(chunks)).toEqual(expected);
      }),
    );
    expect(decodeAll([...whole].map(byte => Uint8Array.of(byte)))).toEqual(expected);
  });

  it('refuses messages that cannot be, before it waits for their bytes', () => {
    const fatal: Record<string, Buffer> = {
      'unknown type': message('!', Buffer.alloc(0)),
      'length below four': message('Q', Buffer.alloc(0), 3),
      'negative length': message('Q', Buffer.alloc(0), -1),
      'longer than allowed': message('Q', Buffer.alloc(0), LIMIT + 1),
      'a long Sync': message('S', Buffer.alloc(0), 20_000),
    };
    // The next message can still be found.
    const wrong: Record<string, Buffer> = {
      'text without end': message('Q', Buffer.from('SELECT 1')),
      'bytes left over': message('S', Buffer.from('x')),
      'bytes behind the text': message('Q', Buffer.from('a\0b')),
      'Describe of nothing': message('D', Buffer.from('Xa\0')),
      'counts beyond the message': message('B', Buffer.from('\0\0\xff\xff', 'latin1')),
      'parameter beyond the message': message('B', Buffer.from('\0\0\0\0\0\x01\0\0\0\x09a\0\0', 'latin1')),
      'negative parameter length': message('B', Buffer.from('\0\0\0\0\0\x01\xff\xff\xff\xfe\0\0', 'latin1')),
    };
    const cases = [
      ...Object.entries(fatal).map(([what, bytes]) => [what, bytes, ['08P01', 'FATAL']] as const),
      ...Object.entries(wrong).map(([what, bytes]) => [what, bytes, ['08P01', undefined]] as const),
    ];
    for (const [what, bytes, expected] of cases) {
      try {
        decodeAll([bytes]);
        expect.unreachable(what);
      } catch (error) {
        expect(error, what).toBeInstanceOf(SqlError);
        const {code, fields} = error as SqlError;
        expect([code, fields.severity], what).toEqual(expected);
      }
    }
  });

  it('reports text that is not UTF-8 as an ordinary error', () => {
    for (const [hex, bytes] of [
      ['ff', '0xff'],
      ['6180', '0x80'],
      ['e28228', '0xe2 0x82 0x28'],
      ['c3', '0xc3'],
    ]) {
      const body = Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from([0])]);
      expect(() => decodeAll([message('Q', body)])).toThrow(
        new SqlError('22021', `invalid byte sequence for encoding "UTF8": ${bytes}`),
      );
    }
  });

  it('never throws anything but SqlError, whatever comes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'QPBDECHSXFdcfp'), fc.uint8Array({maxLength: 60}), (type, body) => {
        try {
          decodeAll([message(type, body)]);
        } catch (error) {
          expect(error).toBeInstanceOf(SqlError);
        }
      }),
      {numRuns: 2000},
    );
  });
});

describe('the first packet', () => {
  const decode = (bytes: Buffer): unknown => {
    const frames = new FrameReader(LIMIT);
    frames.push(bytes);
    const frame = frames.next();
    return frame && decodeStartup(frame);
  };

  it('is a startup message or one of the requests', () => {
    expect(decode(serialize.startup({user: 'u', database: 'd'}))).toEqual({
      type: 'startup',
      major: 3,
      minor: 0,
      parameters: new Map([
        ['user', 'u'],
        ['database', 'd'],
        ['client_encoding', 'UTF8'],
      ]),
    });
    expect(decode(serialize.requestSsl())).toEqual({type: 'ssl-request'});
    expect(decode(Buffer.from('0000000804d21630', 'hex'))).toEqual({type: 'gssenc-request'});
    expect(decode(serialize.cancel(7, 9))).toEqual({
      type: 'cancel-request',
      processId: 7,
      secretKey: Buffer.from([0, 0, 0, 9]),
    });
    expect(decode(Buffer.from('0000000800020000', 'hex'))).toMatchObject({type: 'startup', major: 2});
    expect(decode(Buffer.from('00000008', 'hex'))).toBeNull();
  });

  it('is refused when it is none of them', () => {
    for (const hex of [
      '00000000',
      '00000007',
      'ffffffff',
      '00010000',
      '474554202f20485454502f312e31',
      '0000000c000300007573',
    ]) {
      const bytes = Buffer.from(hex.padEnd(24, '41'), 'hex');
      expect(() => decode(bytes), hex).toThrow(SqlError);
    }
  });
});

describe('backend messages', () => {
  it('have the bytes of the manual', () => {
    const cases: [(writer: BackendWriter) => void, string][] = [
      [w => w.authenticationOk(), '520000000800000000'],
      [w => w.backendKeyData(1, Buffer.from([0, 0, 0, 2])), '4b0000000c0000000100000002'],
      [w => w.parameterStatus('a', 'b'), '53000000086100' + '6200'],
      [w => w.readyForQuery('I'), '5a0000000549'],
      [w => w.commandComplete('SELECT 1'), '430000000d53454c454354203100'],
      [w => w.emptyQueryResponse(), '4900000004'],
      [w => w.parseComplete(), '3100000004'],
      [w => w.bindComplete(), '3200000004'],
      [w => w.closeComplete(), '3300000004'],
      [w => w.noData(), '6e00000004'],
      [w => w.portalSuspended(), '7300000004'],
      [w => w.parameterDescription([23]), '740000000a000100000017'],
      [w => w.negotiateProtocolVersion(0, ['_pq_.x']), '7600000013' + '00030000' + '00000001' + '5f70715f2e7800'],
      [
        w =>
          w.rowDescription([
            {name: 'a', tableOid: 1, attributeNumber: 2, typeOid: 23, typeLength: 4, typmod: -1, format: 'binary'},
          ]),
        '540000001a0001' + '6100' + '00000001' + '0002' + '00000017' + '0004' + 'ffffffff' + '0001',
      ],
      [
        w => w.errorResponse({severity: 'ERROR', code: '42601', message: 'm', position: 8}),
        '4500000020' + '534552524f5200' + '564552524f5200' + '43343236303100' + '4d6d00' + '503800' + '00',
      ],
    ];
    for (const [write, hex] of cases) {
      const writer = new BackendWriter();
      write(writer);
      expect(writer.take().toString('hex')).toBe(hex);
    }
  });
});
