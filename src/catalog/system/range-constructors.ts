import {oidOf} from '../../types/catalog-oids.ts';
import {rangeTypeOf} from '../../types/sql-type.ts';
import {arrayTypeOid} from '../../types/user-types.ts';
import type {Catalog} from '../catalog.ts';
import type {ObjectId, TypeObject} from '../object.ts';
import {typeOf} from '../user-types.ts';

// Each range that somebody has made brings functions that make its values, and those of its multirange, and a cast.

/** So many OIDs each range has for them: far above those that the catalog gives. */
const FIRST = 300_000_000;
const OF_EACH = 8;
const CAST = 7;
const TEXT_OID = 25n;

export type RangeConstructor = {
  readonly oid: bigint;
  readonly schema: string;
  readonly name: string;
  readonly args: readonly bigint[];
  /** The element, where the only argument is VARIADIC. */
  readonly variadic: bigint;
  readonly result: bigint;
  readonly source: string;
  readonly strict: boolean;
};

export type OwnRange = {
  readonly range: TypeObject;
  readonly multirange: TypeObject;
  readonly constructors: readonly RangeConstructor[];
  /** From the range to its multirange. */
  readonly cast: {readonly oid: bigint; readonly source: bigint; readonly target: bigint; readonly by: bigint};
};

export function ownRanges(catalog: Catalog): readonly OwnRange[] {
  return catalog.ofKind('type').flatMap(range => {
    if (range.form.type !== 'range') return [];
    const multirange = catalog.byOid(range.form.partner);
    return multirange?.kind === 'type' ? [withConstructors(range, multirange)] : [];
  });
}

/** The range or multirange that a constructor makes values of; null: it is none. */
export function constructorOf(catalog: Catalog, oid: number): RangeConstructor | null {
  const made = rangeOfConstructor(oid);
  if (made === null || catalog.byOid(made)?.kind !== 'type') return null;
  const found = ownRanges(catalog).find(({range}) => range.oid === made);
  return found?.constructors.find(each => each.oid === BigInt(oid)) ?? null;
}

/** Those that a name of a function may mean. */
export function constructorsNamed(
  catalog: Catalog,
  parts: readonly string[],
  searchPath: readonly string[],
): readonly RangeConstructor[] {
  const named = parts[parts.length - 1];
  const schemas = parts.length > 1 ? [parts[parts.length - 2]] : searchPath;
  return ownRanges(catalog).flatMap(({constructors}) =>
    constructors.filter(({schema, name}) => name === named && schemas.includes(schema)),
  );
}

function rangeOfConstructor(oid: number): ObjectId | null {
  return oid >= FIRST && oid < arrayTypeOid(0) ? Math.floor((oid - FIRST) / OF_EACH) : null;
}

function withConstructors(range: TypeObject, multirange: TypeObject): OwnRange {
  const subtype = BigInt(oidOf(rangeTypeOf(typeOf(range))!.subtype));
  const result = BigInt(range.oid);
  const several = BigInt(multirange.oid);
  const number = (i: number): bigint => BigInt(FIRST + range.oid * OF_EACH + i);
  const ofRange = {schema: range.schema, name: range.name, variadic: 0n, result, strict: false};
  const ofMultirange = {
    schema: multirange.schema,
    name: multirange.name,
    variadic: 0n,
    result: several,
    strict: true,
  };
  const array = BigInt(arrayTypeOid(range.oid));
  return {
    range,
    multirange,
    constructors: [
      {...ofRange, oid: number(0), args: [subtype, subtype], source: 'range_constructor2'},
      {...ofRange, oid: number(1), args: [subtype, subtype, TEXT_OID], source: 'range_constructor3'},
      {...ofMultirange, oid: number(2), args: [], source: 'multirange_constructor0'},
      {...ofMultirange, oid: number(3), args: [result], source: 'multirange_constructor1'},
      {...ofMultirange, oid: number(4), args: [array], variadic: result, source: 'multirange_constructor2'},
    ],
    cast: {oid: number(CAST), source: result, target: several, by: number(3)},
  };
}
