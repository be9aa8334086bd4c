import type {StorageOption} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import * as token from './token.ts';

/** `WITH (…)`, or nothing. */
export function parseWithOptions(c: Cursor): readonly StorageOption[] {
  if (!c.accept('with')) return NONE;
  return parseRelationOptions(c);
}

/** `TABLESPACE name`; null: not said. */
export function parseTablespace(c: Cursor): string | null {
  return c.accept('tablespace') ? c.name() : null;
}

/** reloptions: `(name = value, ns.name)`. */
export function parseRelationOptions(c: Cursor): readonly StorageOption[] {
  c.expect('(');
  const options = c.list(parseOption);
  c.expect(')');
  return options;
}

function parseOption(c: Cursor): StorageOption {
  const {start} = c;
  let name = c.label();
  let namespace: string | null = null;
  if (c.accept('.')) {
    namespace = name;
    name = c.label();
  }
  const value = c.accept('=') ? parseOptionValue(c) : null;
  return node({kind: 'storage_option', namespace, name, value, span: c.span(start)});
}

/** def_arg, as text: a word or type, a number, a string, an operator. */
function parseOptionValue(c: Cursor): string {
  if (token.isLabel(c.type)) {
    let word = c.take();
    while (c.accept('.')) word += `.${c.label()}`;
    return word;
  }
  if (c.type === token.STRING) return c.take();
  return parseSignedNumber(c);
}

export function parseSignedNumber(c: Cursor): string {
  let sign = '';
  if (c.word === '-' || c.word === '+') sign = c.take() === '-' ? '-' : '';
  if (c.type !== token.INTEGER && c.type !== token.BIG_INTEGER && c.type !== token.NUMERIC) throw c.syntaxError();
  return sign + c.take();
}
