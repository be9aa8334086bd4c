import {execFileSync} from 'node:child_process';

/** Vitest global setup: tests of whole servers run what users run, so dist/ is built from the tree under test. */
export function setup(): void {
  const part = process.env['MILLRACE_TEST_BUILD'] ?? 'all';
  if (part !== 'none') execFileSync(process.execPath, ['scripts/build.mjs', part], {stdio: 'inherit'});
}
