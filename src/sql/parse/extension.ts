import type {CreateExtension, Do, DropExtension} from '../ast/index.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {type Cursor, node} from './cursor.ts';
import {parseIfNotExists} from './sequence.ts';
import * as token from './token.ts';

/** `CREATE EXTENSION [IF NOT EXISTS] name [WITH] [SCHEMA s] [VERSION v] [CASCADE]`, from EXTENSION on. */
export function parseCreateExtension(c: Cursor, start: number): CreateExtension {
  c.expect('extension');
  const ifNotExists = parseIfNotExists(c);
  const name = c.name();
  c.accept('with');
  for (;;) {
    if (c.accept('schema')) c.name();
    else if (c.accept('version')) nameOrString(c);
    else if (!c.accept('cascade')) break;
  }
  return node({kind: 'create_extension', ifNotExists, name, span: c.span(start)});
}

export function parseDropExtension(c: Cursor, start: number): DropExtension {
  c.expect('extension');
  const ifExists = parseIfExists(c);
  const names = c.list(inner => inner.name());
  parseBehavior(c);
  return node({kind: 'drop_extension', ifExists, names, span: c.span(start)});
}

/** `DO`: the language may stand on either side of the code. */
export function parseDo(c: Cursor): Do {
  const {start} = c;
  c.expect('do');
  let language: string | null = null;
  let code: string | null = null;
  for (;;) {
    const place = c.start;
    if (c.accept('language')) {
      if (language !== null) throw c.errorAt(place, 'conflicting or redundant options');
      language = nameOrString(c);
    } else if (c.type === token.STRING) {
      if (code !== null) throw c.errorAt(place, 'conflicting or redundant options');
      code = c.string();
    } else break;
  }
  if (code === null && language === null) throw c.syntaxError();
  if (code === null) throw c.errorAt(start, 'no inline code specified');
  return node({kind: 'do', language: (language ?? 'plpgsql').toLowerCase(), code, span: c.span(start)});
}

function nameOrString(c: Cursor): string {
  return c.type === token.STRING ? c.string() : c.nonReserved();
}
