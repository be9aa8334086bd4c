import {unplaced} from '../sql/dialect/translate.ts';
import type {CopyIn, CopyOut, Execution} from './api.ts';
import type {SqlSession} from './session.ts';
import {failTransaction} from './transaction-ends.ts';

type Failing = <T>(work: () => Promise<T>) => Promise<T>;

/** Fails the transaction when reading the rows fails, before whoever reads them hears of it. */
export function guarded(
  session: SqlSession,
  execution: Execution,
  ended: () => void | Promise<void> = () => {},
  translated = false,
): Execution {
  const {runner} = session;
  const {budget} = runner;
  const failing: Failing = async work => {
    runner.budget = budget;
    try {
      return await work();
    } catch (error) {
      await failTransaction(session);
      throw translated ? unplaced(error) : error;
    }
  };
  return {
    columns: execution.columns,
    binary: execution.binary,
    copy: execution.copy && failingCopy(execution.copy, failing),
    get tag() {
      return execution.tag;
    },
    next: maxRows =>
      failing(async () => {
        const chunk = await execution.next(maxRows);
        if (chunk === null) await ended();
        return chunk;
      }),
    close: () => execution.close(),
  };
}

function failingCopy(copy: CopyIn | CopyOut, failing: Failing): CopyIn | CopyOut {
  if (copy.direction === 'out') return copy;
  return {
    direction: 'in',
    binary: copy.binary,
    width: copy.width,
    write: data => failing(() => copy.write(data)),
    pause: () => failing(() => copy.pause()),
    end: () => failing(() => copy.end()),
    fail: reason => failing(() => copy.fail(reason)),
  };
}
