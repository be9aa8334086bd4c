import {comparable} from '../transcripts/by-design.ts';

/** An answer as it must be the same on both servers. */
export function same(lines: readonly string[]): string[] {
  return comparable(lines).map(line =>
    // In a failed transaction the portal of what has failed is still there in PostgreSQL, and may not be run.
    line.replace(
      /^ErrorResponse ERROR 34000 portal "" does not exist$/,
      'ErrorResponse ERROR 25P02 current transaction is aborted, commands ignored until end of transaction block',
    ),
  );
}
