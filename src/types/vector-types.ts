import {withShape} from './array-shape.ts';
import type {Datum} from './datum.ts';
import {OID, SMALLINT, type SqlType} from './sql-type.ts';

/**
 * The vectors of the catalogs: arrays of one dimension that begin at 0, hold no NULL, and are written with spaces. All that
 * takes arrays takes them.
 */
type VectorType = {
  readonly name: string;
  readonly oid: number;
  readonly arrayOid: number;
  readonly type: SqlType;
};

export const INT2VECTOR: SqlType = Object.freeze({kind: 'array', element: SMALLINT, oid: 22});
export const OIDVECTOR: SqlType = Object.freeze({kind: 'array', element: OID, oid: 30});

export const vectorTypes: readonly VectorType[] = [
  {name: 'int2vector', oid: 22, arrayOid: 1006, type: INT2VECTOR},
  {name: 'oidvector', oid: 30, arrayOid: 1013, type: OIDVECTOR},
];

export function vectorNamed(name: string): VectorType | undefined {
  return vectorTypes.find(vector => vector.name === name);
}

/** undefined for any other type, arrays of vectors too. */
export function vectorOf(type: SqlType): VectorType | undefined {
  if (type.kind !== 'array' || type.oid === undefined) return undefined;
  return vectorTypes.find(({oid}) => oid === type.oid);
}

/** The elements, counted from 0. */
export function asVector(items: readonly Datum[]): readonly Datum[] {
  return withShape(items, {lengths: [items.length], lowers: [0]});
}
