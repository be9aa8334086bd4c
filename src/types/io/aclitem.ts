import {SqlError} from '../sql-error.ts';
import {textIo} from './text.ts';
import {type TypeIo} from './type-io.ts';

const LETTERS = 'arwdDxtXUCTc';

/** `grantee=r*w/grantor`; the names of the roles are kept as they are written, and looked up by whoever asks for them. */
export const aclItemIo: TypeIo = {
  ...textIo,
  parse(text) {
    const match = /^\s*((?:(?:group|user)\s+)?)("(?:[^"]|"")*"|[^"=\s]*)\s*=([^/\s]*)(.*)$/s.exec(text);
    if (!match) throw new SqlError('22P02', 'missing "=" sign');
    const [, , grantee, modes, rest] = match;
    const marks = [...modes.matchAll(/(.)(\*?)/gs)];
    if (marks.some(([, letter]) => !LETTERS.includes(letter))) {
      throw new SqlError('22P02', `invalid mode character: must be one of "${LETTERS}"`);
    }
    const by = /^(?:\/("(?:[^"]|"")*"|[^"\s]+))?\s*$/.exec(rest);
    if (!by) {
      throw rest.startsWith('/') && rest.trim() === '/'
        ? new SqlError('22P02', 'a name must follow the "/" sign')
        : new SqlError('22P02', 'extra garbage at the end of the ACL specification');
    }
    const granted = new Set(marks.map(([, letter]) => letter));
    const grantable = new Set(marks.filter(([, , star]) => star).map(([, letter]) => letter));
    const shown = [...LETTERS].filter(letter => granted.has(letter));
    const letters = shown.map(letter => (grantable.has(letter) ? `${letter}*` : letter)).join('');
    return `${plain(grantee)}=${letters}${by[1] === undefined ? '' : `/${plain(by[1])}`}`;
  },
};

/** Quoted only where that is needed. */
function plain(name: string): string {
  if (!name.startsWith('"')) return name;
  const bare = name.slice(1, -1).replaceAll('""', '"');
  return /^[A-Za-z0-9_]+$/.test(bare) ? bare : name;
}
