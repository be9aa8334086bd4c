import {readFileSync} from 'node:fs';

const path = new URL('recorded.json', import.meta.url);

/** Scenarios by name, and what PostgreSQL 15 answered. */
export function recorded(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export {path as recordingPath};
