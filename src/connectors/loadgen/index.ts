import {SqlError} from '../../types/sql-error.ts';
import type {Connector} from '../connector.ts';
import {integerOption, OptionReader, timestampMillis} from '../options.ts';
import {auction} from './auction.ts';
import {counter} from './counter.ts';
import type {GeneratorEntry} from './generator.ts';
import {LoadGeneratorSource} from './load-generator-source.ts';
import {nexmark} from './nexmark.ts';

/** Every load generator. Adding one touches this list alone. */
const GENERATORS: readonly GeneratorEntry[] = [auction, nexmark, counter];

/** Event time of event 0 unless START says otherwise: as Nexmark's generators have it. */
const DEFAULT_START = Date.UTC(2015, 6, 15);
/** Event-time density where RATE is 0: Nexmark's 10,000 events a second. */
const DEFAULT_DENSITY = 10_000;

function generatorOf(options: Readonly<Record<string, string>>): GeneratorEntry {
  const name = (options['generator'] ?? '').toLowerCase();
  const entry = GENERATORS.find(generator => generator.name === name);
  if (entry) return entry;
  throw new SqlError('22023', `unknown load generator "${name}"`, {
    hint: `Generators are: ${GENERATORS.map(generator => generator.name.toUpperCase()).join(', ')}.`,
  });
}

/**
 * LOAD GENERATOR name (RATE events a second, 0 = unlimited; SEED; EVENTS in all; START event time of the first):
 * deterministic per seed, whatever the rate delivers.
 */
export const loadGenerator: Connector = {
  name: 'load generator',
  createSource({memory, options}) {
    const entry = generatorOf(options);
    const reader = new OptionReader(`load generator ${entry.name.toUpperCase()}`, options);
    reader.take('generator');
    const rate = integerOption(reader, 'rate', {min: 0, max: 100_000_000}) ?? 0;
    const seed = integerOption(reader, 'seed', {min: 0, max: 2 ** 32 - 1}) ?? 0;
    const events = integerOption(reader, 'events', {min: 0, max: Number.MAX_SAFE_INTEGER});
    const start = reader.take('start');
    reader.refuseRest();
    const startTime = start === undefined ? DEFAULT_START : timestampMillis(start);
    if (startTime === null) {
      throw new SqlError('22023', `option "start" must be a timestamp, not "${start}"`, {
        hint: "It is written as '2024-01-31 12:00:00+00'.",
      });
    }
    const generator = entry.create({seed, startTime, eventsPerSecond: rate > 0 ? rate : DEFAULT_DENSITY});
    return new LoadGeneratorSource(memory, generator, {rate, events: events ?? null});
  },
  defaultSchema: options => generatorOf(options).schema,
};
