import {closeSync, mkdirSync, openSync, renameSync, writeSync} from 'node:fs';
import {dirname} from 'node:path';
import {NexmarkGenerator} from '../../src/connectors/loadgen/nexmark-events.ts';

/** 2015-07-15, as Nexmark's generators have it; one event every 100 µs. */
const BASE_TIME = Date.UTC(2015, 6, 15);
const GAP_MICROS = 100;
const BLOCK = 1 << 20;

/** Writes `events` combined Nexmark events as JSON lines: `{"event_type":2,"bid":{…}}`, times as SQL timestamps. */
export function generateNexmark(path: string, events: number, seed = 1): void {
  const generator = new NexmarkGenerator({seed, baseTime: BASE_TIME, gapMicros: GAP_MICROS});
  mkdirSync(dirname(path), {recursive: true});
  const file = openSync(`${path}.part`, 'w');
  let block = '';
  for (let n = 0; n < events; n++) {
    block += JSON.stringify(generator.event(n), (key, value: unknown) =>
      key === 'date_time' || key === 'expires' ? sqlTime(value as number) : value,
    );
    block += '\n';
    if (block.length >= BLOCK) {
      writeSync(file, block);
      block = '';
    }
  }
  writeSync(file, block);
  closeSync(file);
  renameSync(`${path}.part`, path);
}

function sqlTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}
