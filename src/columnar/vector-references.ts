import type {Memory} from '../kernels/memory.ts';
import type {Vector} from './vector.ts';

/** One more reference to each of the vector's buffers; returns the vector. */
export function retainVector(memory: Memory, vector: Vector): Vector {
  if (vector.values !== 0) memory.retain(vector.values);
  if (vector.offsets !== 0) memory.retain(vector.offsets);
  if (vector.validity !== 0) memory.retain(vector.validity);
  for (const child of vector.children) retainVector(memory, child);
  return vector;
}

export function releaseVector(memory: Memory, vector: Vector): void {
  if (vector.values !== 0) memory.release(vector.values);
  if (vector.offsets !== 0) memory.release(vector.offsets);
  if (vector.validity !== 0) memory.release(vector.validity);
  for (const child of vector.children) releaseVector(memory, child);
}

/** `make` of each item; if one throws, the vectors made before it are released. */
export function makeVectors<T>(
  memory: Memory,
  items: readonly T[],
  make: (item: T, index: number) => Vector,
): readonly Vector[] {
  const vectors: Vector[] = [];
  try {
    items.forEach((item, i) => vectors.push(make(item, i)));
  } catch (error) {
    for (const vector of vectors) releaseVector(memory, vector);
    throw error;
  }
  return vectors;
}
