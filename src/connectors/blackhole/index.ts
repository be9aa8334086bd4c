import type {Batch} from '../../columnar/batch.ts';
import type {Sink} from '../../dataflow/sink.ts';
import type {Connector} from '../connector.ts';
import {OptionReader} from '../options.ts';

/** Takes everything and keeps nothing: what benchmarks end in, so that they measure the query alone. */
class BlackholeSink implements Sink {
  write(_tick: number, _delta: Batch): void {}
  async endTick(): Promise<void> {}
  async commit(): Promise<void> {}
  async close(): Promise<void> {}
}

export const blackhole: Connector = {
  name: 'blackhole',
  createSink({options}) {
    new OptionReader('connector BLACKHOLE', options).refuseRest();
    return new BlackholeSink();
  },
};
