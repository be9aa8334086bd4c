import {defineConfig} from 'vitest/config';

/** Tests against real services: Kafka, PostgreSQL, psql, drivers of other languages. .ci/run installs what they need. */
export default defineConfig({
  test: {
    include: ['test/services/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 600_000,
    hookTimeout: 180_000,
    pool: 'forks',
    fileParallelism: false,
    maxConcurrency: 2,
  },
});
