import type {OutOfMemory} from '../kernels/memory.ts';
import {SqlError} from '../types/sql-error.ts';

/** 53200, as whoever asked for the work is told. */
export function outOfMemoryError(error: OutOfMemory): SqlError {
  const what = error.message.replace(/^out of memory(: )?/, '');
  return new SqlError(
    '53200',
    'out of memory',
    what === '' ? {} : {detail: `${what[0].toUpperCase()}${what.slice(1)}.`},
  );
}
