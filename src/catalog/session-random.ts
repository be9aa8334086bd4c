import {SeededRandom} from '../expr/random.ts';
import {SqlError} from '../types/sql-error.ts';

/** What setseed() has begun, by session; the oldest are forgotten. */
const generators = new Map<number, SeededRandom>();
const MAX_SESSIONS = 4096;

export function sessionRandom(processId: number): number {
  return generators.get(processId)?.next() ?? Math.random();
}

/** Errors: 22023 outside -1 to 1. */
export function seedSession(processId: number, seed: number): string {
  if (!(seed >= -1 && seed <= 1)) {
    throw new SqlError('22023', `setseed parameter ${seed} is out of allowed range [-1,1]`);
  }
  generators.delete(processId);
  if (generators.size >= MAX_SESSIONS) generators.delete(generators.keys().next().value!);
  generators.set(processId, new SeededRandom(seed));
  return '';
}
