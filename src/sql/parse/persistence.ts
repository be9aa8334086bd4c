import type {Persistence} from '../ast/index.ts';
import type {Cursor} from './cursor.ts';

/** `TEMP`, `LOCAL TEMPORARY`, `UNLOGGED` …, or nothing of them. */
export function parsePersistence(c: Cursor): Persistence {
  switch (c.word) {
    case 'local':
    case 'global':
      c.advance();
      c.expectOne(['temp', 'temporary']);
      return 'temporary';
    case 'temp':
    case 'temporary':
      c.advance();
      return 'temporary';
    case 'unlogged':
      c.advance();
      return 'unlogged';
  }
  return 'permanent';
}
