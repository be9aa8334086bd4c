import type {Answer} from './answers.ts';

/**
 * Errors of values (class 22, a domain's check) that one server raises for a row that the other did not look at: which
 * conjunct, which side of a join or which row a LIMIT passes over comes first is each planner's choice, and so is whether
 * constants are computed when there is no row.
 */
export function excused(sql: string, ours: Answer, theirs: Answer): boolean {
  const failed = ours.error ?? theirs.error;
  if (failed === null || ours.error === theirs.error) return false;
  const ofValues = [ours.error, theirs.error].every(code => code === null || code.startsWith('22') || code === '23514' || code === '21000');
  if (ofValues && ours.error === null && ours.rows.length === 0) return true;
  // Postgres looks at one row's constraints after another's, Millrace at all rows for one constraint.
  if (ours.error?.startsWith('235') && theirs.error?.startsWith('235')) return true;
  return ofValues && (/\b(AND|OR|IN|JOIN|LIMIT|EXISTS|CASE|HAVING|coalesce)\b/.test(sql) || (ours.error !== null && theirs.error !== null));
}
