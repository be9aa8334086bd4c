import type {Cursor} from './cursor.ts';

export function parseIfExists(c: Cursor): boolean {
  if (!c.at('if') || c.peek() !== 'exists') return false;
  c.advance();
  c.advance();
  return true;
}

export function parseBehavior(c: Cursor): 'restrict' | 'cascade' {
  return c.acceptOne(['cascade', 'restrict']) ?? 'restrict';
}
