import {expect, test} from 'vitest';
import {DatabaseActivity} from './database-activity.ts';

const relation = 16_384;

test('counts begin anew, but how many rows were found stays known', () => {
  const activity = new DatabaseActivity();
  activity.commits = 7;
  activity.maintain(relation, 'analyze', 12, 3);
  activity.reset([]);
  const told = activity.tell([], []);
  expect(told.database).toMatchObject({commits: 0, sessionMillis: 0});
  expect(told.maintenance).toEqual([
    {relation, tuples: 12, changesAtAnalyze: 0, analyzed: 0, analyzedAt: null, vacuumed: 0, vacuumedAt: null},
  ]);
  expect(told.resets.database).toBeDefined();
  expect(told.resets.wal).toBeUndefined();
});

test('the counts of one relation leave the others alone', () => {
  const activity = new DatabaseActivity();
  activity.commits = 7;
  activity.maintain(relation, 'analyze', 12, 3);
  activity.maintain(relation + 1, 'vacuum', 5, 0);
  activity.resetRelation(relation);
  const told = activity.tell([], []);
  expect(told.database.commits).toBe(7);
  expect(told.maintenance.map(({analyzed, vacuumed}) => [analyzed, vacuumed])).toEqual([
    [0, 0],
    [0, 1],
  ]);
});
