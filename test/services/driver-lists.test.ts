import {describe, expect, test} from 'vitest';
import {count, differences, driverLists, runOnBoth} from '../support/driver-lists.ts';

/**
 * The tests that drivers ship with their source: what passes on PostgreSQL passes on Millrace too, or says why not. Some measure
 * time: what is wrong is asked a second time, and counts if it is so again.
 */
describe.each(driverLists())('$name', list => {
  test('passes on Millrace what it passes on PostgreSQL', async () => {
    const first = await runOnBoth(list);
    let {failed, stale} = differences(list, first.postgres, first.millrace);
    expect(count(first.postgres, 'passed'), first.postgres.output).toBeGreaterThanOrEqual(list.expected);
    if (failed.length + stale.length > 0) {
      const second = await runOnBoth(list);
      const again = differences(list, second.postgres, second.millrace);
      failed = failed.filter(id => again.failed.includes(id));
      stale = stale.filter(pattern => again.stale.includes(pattern));
    }
    expect(failed, `not excused:\n${failed.join('\n')}\n\n${first.millrace.output}`).toEqual([]);
    expect(stale, 'excuses for tests that pass, or that are not there').toEqual([]);
  });
});
