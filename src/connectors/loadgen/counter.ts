import {column, type Schema} from '../../types/schema.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {type GeneratorEntry, rowGenerator} from './generator.ts';

const COUNTER_SCHEMA: Schema = [column('counter', BIGINT, false)];

/** 1, 2, 3 … */
export const counter: GeneratorEntry = {
  name: 'counter',
  schema: COUNTER_SCHEMA,
  create: () => rowGenerator(COUNTER_SCHEMA, n => [BigInt(n + 1)]),
};
