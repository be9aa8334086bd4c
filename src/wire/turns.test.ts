import {expect, test} from 'vitest';
import {turn} from './turns.ts';

test('of many that go on and on, one has its turn at each turn of the event loop, and none is forgotten', async () => {
  let iteration = 0;
  let over = false;
  const count = (): void => {
    iteration++;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  const granted: number[] = [];
  const own = Array.from({length: 20}, () => 0);
  await Promise.all(
    own.map(async (_, i) => {
      for (let turns = 0; turns < 10; turns++) {
        await turn();
        granted.push(iteration);
        own[i]++;
        // Nobody is two turns ahead of another.
        expect(own[i] - Math.min(...own)).toBeLessThanOrEqual(1);
      }
    }),
  );
  over = true;
  expect(granted).toHaveLength(200);
  expect(new Set(granted).size).toBe(200);
});
