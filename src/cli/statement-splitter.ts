/**
 * Cuts typed or piped text into statements at semicolons that stand outside quotes, comments and dollar quotes, as
 * psql does before it sends anything. It knows only where a statement ends; the server judges the rest.
 */
export class StatementSplitter {
  private text = '';
  /** Line on which `text` begins, 1-based. */
  private line = 1;

  /** The statements that are complete now, each with the line it starts on; what is left waits for more. */
  push(more: string): {readonly sql: string; readonly line: number}[] {
    this.text += more;
    const statements = [];
    for (;;) {
      const end = endOfStatement(this.text);
      if (end < 0) return statements;
      statements.push(...this.cut(end + 1));
    }
  }

  /** What is left at the end of the input, if it is more than blanks and comments. */
  rest(): {readonly sql: string; readonly line: number}[] {
    return this.cut(this.text.length);
  }

  /** An unfinished statement is waiting. */
  get pending(): boolean {
    return stripLeading(this.text).text !== '';
  }

  /** Where a backslash stands in `line`, which comes next, outside quotes and comments: a command begins there. -1: nowhere. */
  commandIn(line: string): number {
    const text = `${this.text}${line}\n`;
    for (let at = 0; at >= 0 && at < text.length; at = skipToken(text, at)) {
      if (text[at] === '\\' && at >= this.text.length) return at - this.text.length;
    }
    return -1;
  }

  clear(): void {
    this.text = '';
  }

  private cut(end: number): {sql: string; line: number}[] {
    const piece = this.text.slice(0, end);
    this.text = this.text.slice(end);
    const {text, lines} = stripLeading(piece);
    const line = this.line + lines;
    this.line += countLines(piece);
    const sql = text.trim();
    return sql === '' || sql === ';' ? [] : [{sql, line}];
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (const char of text) if (char === '\n') lines++;
  return lines;
}

/** Without the blanks and comments in front, and how many lines they took. */
function stripLeading(text: string): {text: string; lines: number} {
  let at = 0;
  for (;;) {
    if (/\s/.test(text[at] ?? '')) at++;
    else if (text.startsWith('--', at)) at = text.includes('\n', at) ? text.indexOf('\n', at) + 1 : text.length;
    else if (text.startsWith('/*', at) && skipComment(text, at) > 0) at = skipComment(text, at);
    else return {text: text.slice(at), lines: countLines(text.slice(0, at))};
  }
}

/** Index of the first semicolon that ends a statement, -1 if there is none yet. */
function endOfStatement(text: string): number {
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === ';') return at;
    const skipped = skipToken(text, at);
    if (skipped < 0) return -1;
    at = skipped;
  }
  return -1;
}

/** The index behind a quoted thing or comment that starts at `at`, or at + 1; -1 if it does not end. */
function skipToken(text: string, at: number): number {
  const char = text[at];
  if (char === "'") {
    const escapes = /[eE]/.test(text[at - 1] ?? '') && !/[\w$]/.test(text[at - 2] ?? '');
    return skipQuoted(text, at, "'", escapes);
  }
  if (char === '"') return skipQuoted(text, at, '"', false);
  if (char === '-' && text[at + 1] === '-') {
    const end = text.indexOf('\n', at);
    return end < 0 ? -1 : end + 1;
  }
  if (char === '/' && text[at + 1] === '*') return skipComment(text, at);
  if (char === '$' && !/[\w$]/.test(text[at - 1] ?? '')) {
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(text.slice(at, at + 70));
    if (tag) {
      const end = text.indexOf(tag[0], at + tag[0].length);
      return end < 0 ? -1 : end + tag[0].length;
    }
  }
  return at + 1;
}

function skipQuoted(text: string, start: number, quote: string, escapes: boolean): number {
  for (let at = start + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return -1;
}

function skipComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (text.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
