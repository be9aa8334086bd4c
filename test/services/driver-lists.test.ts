import {describe, expect, test} from 'vitest';
import {count, differences, driverLists, runOnBoth} from '../support/driver-lists.ts';

/** The tests that drivers ship with their source: what passes on PostgreSQL passes on Millrace too, or says why not. */
describe.each(driverLists())('$name', list => {
  test('passes on Millrace what it passes on PostgreSQL', async () => {
    const {postgres, millrace} = await runOnBoth(list);
    const {failed, stale} = differences(list, postgres, millrace);
    expect(count(postgres, 'passed'), postgres.output).toBeGreaterThanOrEqual(list.expected);
    expect(failed, `not excused:\n${failed.join('\n')}\n\n${millrace.output}`).toEqual([]);
    expect(stale, 'excuses for tests that pass, or that are not there').toEqual([]);
  });
});
