import type {Emit} from '../ast/index.ts';
import type {Cursor} from './cursor.ts';
import * as token from './token.ts';

/** `EMIT ON WINDOW CLOSE` or `EMIT CHANGES` comes next; anywhere else `emit` is a name like others. */
export function atEmit(c: Cursor): boolean {
  if (c.word !== 'emit' || c.type !== token.IDENT) return false;
  return c.peek() === 'changes' || (c.peek() === 'on' && c.peek(2) === 'window');
}

export function parseEmit(c: Cursor): Emit {
  if (!atEmit(c)) return null;
  c.advance();
  if (c.accept('changes')) return 'changes';
  c.expect('on');
  c.expect('window');
  c.expect('close');
  return 'on window close';
}
