import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {arrayOf, BIGINT, INTEGER, JSONB, NUMERIC, structOf, TEXT, UUID, VARCHAR} from '../types/sql-type.ts';
import {
  aggregateBySignature,
  aggregatesNamed,
  allCasts,
  allFunctions,
  castBetween,
  functionBySignature,
  functionsNamed,
} from './registry.ts';
import {shortTypeName, typeOfShortName} from './short-names.ts';
import {allTableFunctions, tableFunctionsNamed} from './table-functions.ts';

/** Source, target, context (implicit, assignment, explicit), method (function, binary, in and out) of pg_cast. */
type PgCast = readonly [from: string, to: string, context: 'i' | 'a' | 'e', method: 'f' | 'b' | 'i'];
const casts = JSON.parse(readFileSync(new URL('./fixtures/pg-cast.json', import.meta.url), 'utf8')) as PgCast[];

describe('functions', () => {
  it('are found by name and kind, and by signature', () => {
    expect(functionsNamed('initcap', 'function').map(row => row.signature)).toEqual(['initcap(text)']);
    expect(functionsNamed('initcap', 'operator')).toEqual([]);
    expect(functionsNamed('-', 'operator').some(row => row.signature === '-(int4)')).toBe(true);
    expect(functionBySignature('+(int4,int8)').returns).toBe(BIGINT);
    expect(() => functionBySignature('nope(text)')).toThrow('no such function');
  });

  it('have a number each that no other has, but synonyms', () => {
    const own = allFunctions().filter(row => row.oid >= 2 ** 30);
    expect(new Set(own.map(row => row.oid)).size).toBe(own.length);
    expect(functionBySignature('lower(text)').oid).toBe(870);
    expect(allTableFunctions().every(row => row.oid > 0)).toBe(true);
  });
});

describe('casts', () => {
  it.each(casts)('%s to %s is as in pg_cast', (from, to, context, method) => {
    const row = castBetween(typeOfShortName(from), typeOfShortName(to));
    expect(row?.context?.[0]).toBe(context);
    expect(row?.method?.[0]).toBe(method);
  });

  it('beyond pg_cast go through text', () => {
    const listed = new Set(casts.map(([from, to]) => `cast(${from},${to})`));
    const beyond = allCasts().filter(row => !listed.has(row.signature));
    expect(beyond.filter(row => row.method !== 'io' && row.method !== 'binary').map(row => row.signature)).toEqual([]);
    expect(castBetween(UUID, TEXT)).toMatchObject({context: 'assignment', method: 'io'});
    expect(castBetween(TEXT, UUID)).toMatchObject({context: 'explicit', method: 'io'});
    expect(castBetween(UUID, INTEGER)).toBeNull();
    expect(castBetween(JSONB, TEXT)).toMatchObject({context: 'assignment', method: 'io'});
  });

  it('of arrays follow those of their elements', () => {
    expect(castBetween(arrayOf(INTEGER), arrayOf(BIGINT))).toMatchObject({context: 'implicit'});
    expect(castBetween(arrayOf(UUID), arrayOf(INTEGER))).toBeNull();
    const point = structOf([{name: 'x', type: INTEGER}]);
    expect(castBetween(point, structOf([{name: 'y', type: NUMERIC}]))).not.toBeNull();
  });

  it('that assign are told from explicit ones', () => {
    const explicit = castBetween(TEXT, VARCHAR)!;
    const assigning = castBetween(TEXT, VARCHAR, true)!;
    const context = {
      argTypes: [TEXT],
      resultType: {kind: 'varchar', length: 2} as const,
      now: 0n,
      settings: new Map<string, string>(),
    };
    expect(functionBySignature(assigning.signature)).toBe(assigning);
    expect(explicit.row(['abc'], context)).toBe('ab');
    expect(() => assigning.row(['abc'], context)).toThrow('value too long for type character varying(2)');
    expect(assigning.row(['ab  '], context)).toBe('ab');
  });
});

describe('types', () => {
  it('are written short in signatures', () => {
    for (const name of ['int4', 'char', 'text[]', 'numeric', 'record', 'timestamptz']) {
      expect(shortTypeName(typeOfShortName(name))).toBe(name);
    }
  });
});

it('aggregates and set-returning functions are found by name', () => {
  expect(aggregatesNamed('count').map(row => row.signature)).toEqual(['count()', 'count(any)']);
  expect(aggregateBySignature('sum(int4)').oid).toBe(2108);
  expect(tableFunctionsNamed('unnest')).toHaveLength(3);
});
