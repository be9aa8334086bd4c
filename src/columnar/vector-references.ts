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
