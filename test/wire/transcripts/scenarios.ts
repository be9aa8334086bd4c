import {copyScenarios} from './scenarios/copy.ts';
import {encodingScenarios} from './scenarios/encodings.ts';
import {extendedScenarios} from './scenarios/extended.ts';
import {functionCallScenarios} from './scenarios/function-calls.ts';
import {limitScenarios} from './scenarios/limits.ts';
import {oddScenarios} from './scenarios/odd.ts';
import {settingScenarios} from './scenarios/settings.ts';
import {simpleScenarios} from './scenarios/simple.ts';
import {startupScenarios} from './scenarios/startup.ts';
import {typeScenarios} from './scenarios/types.ts';
import type {Scenario} from './transcript.ts';

/** What every server has before the scenarios are played. */
export const SETUP: readonly string[] = [
  'CREATE TABLE people (id int PRIMARY KEY, name varchar(20) NOT NULL, born date, score numeric(8,2))',
  "INSERT INTO people VALUES (1, 'Ada', '1815-12-10', 10.5), (2, 'Grace', '1906-12-09', 7), (3, 'Edsger', NULL, NULL)",
  'CREATE TABLE numbers (n int)',
  'INSERT INTO numbers SELECT * FROM generate_series(1, 10)',
];

/** Conversations, by topic; what PostgreSQL 15 answers stands in recorded.json. */
export const SCENARIOS: readonly Scenario[] = [
  ...startupScenarios,
  ...simpleScenarios,
  ...extendedScenarios,
  ...functionCallScenarios,
  ...copyScenarios,
  ...encodingScenarios,
  ...settingScenarios,
  ...limitScenarios,
  ...oddScenarios,
  ...typeScenarios,
];
