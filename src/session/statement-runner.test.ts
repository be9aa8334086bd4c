import {expect, test} from 'vitest';
import {batchFromRows} from '../columnar/builder.ts';
import {createMemory, loadKernels} from '../kernels/load.ts';
import {INTEGER, TEXT} from '../types/sql-type.ts';
import type {SqlSession} from './session.ts';
import {cancellation} from './statement-guard.ts';
import {StatementRunner} from './statement-runner.ts';

test('rows that are given to a write which is cancelled before it begins are let go', async () => {
  const memory = loadKernels(createMemory());
  const before = memory.stats().liveBuffers;
  const schema = [
    {name: 'id', type: INTEGER, nullable: true},
    {name: 'name', type: TEXT, nullable: true},
  ];
  const session = {
    database: {engine: {cancelWrite() {}}},
    waitFor: () => Promise.reject(cancellation('canceling statement due to user request')),
  };
  const runner = new StatementRunner(session as unknown as SqlSession);
  const batches = [batchFromRows(memory, schema, [[1, 'one']]), batchFromRows(memory, schema, [[2, 'two']])];
  await expect(runner.write([], null, 7, {given: {object: -1, batches}})).rejects.toMatchObject({code: '57014'});
  expect(memory.stats().liveBuffers).toBe(before);
});
