import {ownShape, withShape, type ArrayShape} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import type {CatalogObject} from './object.ts';

/** Catalog objects as text for the storage layer: JSON, with tagged forms for what JSON has no word for. */
export function encodeObject(object: CatalogObject): string {
  return JSON.stringify(object, (_key, value: unknown) => encodeValue(value));
}

export function decodeObject(text: string): CatalogObject {
  return JSON.parse(text, (_key, value: unknown) => decodeValue(value)) as CatalogObject;
}

function encodeValue(value: unknown): unknown {
  if (typeof value === 'bigint') return {$bigint: value.toString()};
  if (typeof value === 'number' && !Number.isFinite(value)) return {$number: String(value)};
  if (Object.is(value, -0)) return {$number: '-0'};
  if (value instanceof Uint8Array) return {$bytes: Buffer.from(value).toString('hex')};
  if (Array.isArray(value)) {
    const shape = ownShape(value as readonly Datum[]);
    if (shape) return {$items: [...(value as readonly Datum[])], $shape: shape};
  }
  return value;
}

function decodeValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$bigint' in value) return BigInt(value.$bigint as string);
  if ('$number' in value) return Number(value.$number);
  if ('$items' in value && '$shape' in value) {
    return withShape(value.$items as readonly Datum[], value.$shape as ArrayShape);
  }
  if ('$bytes' in value) return new Uint8Array(Buffer.from(value.$bytes as string, 'hex'));
  return value;
}
