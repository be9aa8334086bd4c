import {withEscapeStrings} from '../sql/parse/plain-strings.ts';
import type {SqlSession} from './session.ts';

/** The text means what it says, whatever `standard_conforming_strings` is. */
export function readsAsStandard({settings}: SqlSession, sql: string): boolean {
  return !sql.includes('\\') || settings.get('standard_conforming_strings') === 'on';
}

/** A text of the client, with strings as the standard has them. Errors: 0A000, 22P06. Tells of what is not standard in it. */
export function standardText(session: SqlSession, written: string): string {
  const {settings} = session;
  if (settings.get('standard_conforming_strings') === 'on' || settings.get('sql_dialect') !== 'postgres')
    return written;
  const {sql, warnings} = withEscapeStrings(written, settings.get('backslash_quote') === 'off' ? 'refused' : 'allowed');
  if (settings.get('escape_string_warning') === 'on') {
    for (const {at, message, hint} of warnings) {
      session.notice('WARNING', '22P06', message, undefined, {hint, position: [...written.slice(0, at)].length + 1});
    }
  }
  return sql;
}
