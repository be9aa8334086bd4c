import {SqlError} from '../types/sql-error.ts';
import type {Dataflow} from './dataflow.ts';

/** Why the view's own rows cannot be read now; null when they can. */
export function unreadable(dataflow: Dataflow): SqlError | null {
  const {name, failure, state} = dataflow;
  if (failure)
    return ofView(failure, `Materialized view "${name}" stopped at this error.`, 'Drop and create it again.');
  if (state !== 'live') {
    return new SqlError('55000', `materialized view "${name}" has not been populated`, {
      detail: 'It is still reading what its inputs have held so far.',
    });
  }
  if (dataflow.onError === 'quarantine') return null;
  const first = dataflow.errors.first();
  if (!first) return null;
  const {size} = dataflow.errors;
  const row = first.row === null ? '' : ` for row ${first.row}`;
  const more = size > 1 ? ` ${size - 1} more row${size > 2 ? 's have' : ' has'} an error.` : '';
  return ofView(
    first.error,
    `Materialized view "${name}" has this error${row}.${more}`,
    "Correct or delete the row, or set on_error = 'quarantine' for the view; millrace.view_errors lists all.",
  );
}

/** The error without its position, which is one in the view's definition and not in the statement that reads it. */
function ofView(error: SqlError, detail: string, hint: string): SqlError {
  const own = error.fields.detail;
  return new SqlError(error.code, error.message, {
    ...error.fields,
    position: undefined,
    detail: own ? `${own} ${detail}` : detail,
    hint,
  });
}
