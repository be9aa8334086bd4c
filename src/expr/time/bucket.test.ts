import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Datum} from '../../types/datum.ts';
import {formatDatum, parseText} from '../../types/io/registry.ts';
import {resultTypeOf} from '../function-row.ts';
import {functionBySignature} from '../registry.ts';
import {typeOfShortName} from '../short-names.ts';
import {floorTo} from './bucket.ts';

function bucket(signature: string, ...texts: (string | null)[]): string | null {
  const row = functionBySignature(signature);
  const argTypes = /\((.*)\)/.exec(signature)![1].split(',').map(typeOfShortName);
  const args = texts.map((text, i): Datum => (text === null ? null : parseText(argTypes[i], text)));
  const resultType = resultTypeOf(row, argTypes);
  return formatDatum(resultType, row.row(args, {argTypes, resultType, now: 0n, settings: new Map()}));
}

describe('time_bucket', () => {
  it('cuts to buckets that begin on a Monday', () => {
    expect(bucket('time_bucket(interval,timestamp)', '5 minutes', '2024-05-15 10:37:12')).toBe('2024-05-15 10:35:00');
    expect(bucket('time_bucket(interval,timestamp)', '1 week', '2024-05-15 10:37:12')).toBe('2024-05-13 00:00:00');
    expect(bucket('time_bucket(interval,date)', '1 week', '1999-12-31')).toBe('1999-12-27');
  });

  it('cuts by months of the calendar', () => {
    expect(bucket('time_bucket(interval,timestamp)', '1 month', '2024-02-29 12:00')).toBe('2024-02-01 00:00:00');
    expect(bucket('time_bucket(interval,timestamp)', '5 months', '2000-08-10')).toBe('2000-06-01 00:00:00');
    expect(bucket('time_bucket(interval,date)', '1 year', '1998-07-01')).toBe('1998-01-01');
    expect(() => bucket('time_bucket(interval,date)', '1 month 1 day', '1998-07-01')).toThrow('month intervals');
  });

  it('moves by an offset, an origin or a time zone', () => {
    const by = 'time_bucket(interval,timestamp,';
    expect(bucket(`${by}interval)`, '5 minutes', '2024-05-15 10:37:12', '2 minutes')).toBe('2024-05-15 10:37:00');
    expect(bucket(`${by}timestamp)`, '1 week', '2024-05-15', '2024-05-08')).toBe('2024-05-15 00:00:00');
    const zoned = 'time_bucket(interval,timestamptz,text,timestamptz,interval)';
    expect(bucket(zoned, '1 day', '2024-05-15 23:30+00', 'Europe/Berlin', null, null)).toBe('2024-05-15 22:00:00+00');
  });

  it('cuts integers', () => {
    expect(bucket('time_bucket(int4,int4,int4)', '10', '-7', '0')).toBe('-10');
    expect(bucket('time_bucket(int8,int8,int8)', '10', '27', '5')).toBe('25');
    expect(() => bucket('time_bucket(int4,int4,int4)', '0', '1', '0')).toThrow('period must be greater than 0');
  });

  it('gives the last start that is not above', () => {
    const whole = fc.bigInt(-(10n ** 15n), 10n ** 15n);
    fc.assert(
      fc.property(whole, fc.bigInt(1n, 10n ** 12n), whole, (value, width, origin) => {
        const start = floorTo(value, width, origin);
        expect(start <= value && value < start + width).toBe(true);
        expect((start - origin) % width === 0n).toBe(true);
      }),
    );
  });
});
