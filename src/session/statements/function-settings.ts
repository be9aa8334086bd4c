import type {FunctionObject} from '../../catalog/object.ts';
import type {FunctionTraits} from '../../sql/ast/index.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {settingText} from './set.ts';

type Own = NonNullable<FunctionObject['settings']>;

/** The parameters that a function has of its own but for its search_path, after its SET and RESET. Errors: 42704, 22023, 42501, 0A000. */
export function functionSettings({settings}: SqlSession, said: FunctionTraits['settings'], before: Own = []): Own {
  const own = new Map(before);
  for (const one of said ?? []) {
    if (one.name === null) own.clear();
    if (one.name === null || one.name === 'search_path') continue;
    const name = settings.canonical(one.name);
    const value = one.kind === 'set' ? settingText(one) : null;
    if (/^(role|session_authorization|transaction_.*)$/.test(one.name)) throw notSupported(`SET ${name} of a function`);
    if (value === null) {
      own.delete(name);
      continue;
    }
    settings.check(name, value);
    own.set(name, value);
  }
  return [...own];
}
