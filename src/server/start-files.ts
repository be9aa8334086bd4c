import {readFileSync} from 'node:fs';
import {ServerStartError} from './start-error.ts';

/** Errors: ServerStartError. */
export function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ServerStartError(`cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** The first line of the file. Errors: ServerStartError. */
export function readPassword(path: string): string {
  return readFile(path).toString('utf8').split(/\r?\n/)[0];
}
