import type {CommentObject, Statement} from '../ast/index.ts';
import {ALTERABLE, parseObject} from './alter.ts';
import {type Cursor, node} from './cursor.ts';
import {atRoutine, parseFunctionReference, ROUTINES} from './function-ddl.ts';
import {parsePathName, parseQualifiedName} from './names.ts';
import {unsupportedObject} from './unsupported.ts';

const COMMENTED: readonly CommentObject[] = [...ALTERABLE, 'column', 'database', 'role', 'extension'];
const PARTS = ['constraint', 'policy', 'trigger', 'rule'] as const;

/** COMMENT ON … IS. */
export function parseComment(c: Cursor): Statement {
  const {start} = c;
  c.expect('comment');
  c.expect('on');
  if (atRoutine(c)) {
    const word = c.expectOne(ROUTINES);
    const target = parseFunctionReference(c);
    return node({kind: 'comment_on_function', word, function: target, text: parseText(c), span: c.span(start)});
  }
  if (PARTS.some(part => c.at(part))) {
    const part = c.expectOne(PARTS);
    const name = c.name();
    c.expect('on');
    const ofDomain = part === 'constraint' && c.accept('domain');
    const on = parseQualifiedName(c);
    return node({kind: 'comment_on_part', part, name, on, ofDomain, text: parseText(c), span: c.span(start)});
  }
  if (c.at('collation')) throw c.notSupported('COMMENT ON COLLATION');
  const object = parseObject(c, COMMENTED);
  if (object === null) throw unsupportedObject(c, 'COMMENT ON') ?? c.syntaxError();
  const name = parsePathName(c);
  return node({kind: 'comment', object, name, text: parseText(c), span: c.span(start)});
}

function parseText(c: Cursor): string | null {
  c.expect('is');
  return c.accept('null') ? null : c.string();
}
