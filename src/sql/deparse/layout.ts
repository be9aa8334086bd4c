/** How far clauses, joins and further list items are indented. */
export const STEP = 8;
export const ITEM = 4;
const LIMIT = 40;

/** Text that grows, with the indentation that PostgreSQL gives stored queries. */
export class Layout {
  text = '';
  indent = 0;

  /** On a line of its own; `before` and `after` change the indentation, `plus` only this line's. */
  keyword(text: string, before: number, after: number, plus: number): void {
    this.indent += before;
    this.trim();
    const deep = LIMIT + Math.trunc((this.indent - LIMIT) / (STEP / 2));
    const width = (this.indent < LIMIT ? Math.max(this.indent, 0) : deep % LIMIT) + plus;
    this.text += `\n${' '.repeat(width)}${text}`;
    this.indent = Math.max(this.indent + after, 0);
  }

  trim(): void {
    this.text = this.text.replace(/ +$/, '');
  }

  /** What `write` would write, which is not written yet. */
  apart(write: () => void): string {
    const before = this.text;
    this.text = '';
    write();
    const {text} = this;
    this.text = before;
    return text;
  }

  /** An item of a list: on a line of its own where it would go over `wrap` columns, or the one before has several lines. */
  item(text: string, wrap: number, first: boolean, afterLines: boolean): void {
    if (text.startsWith('\n')) this.trim();
    else if (!first) {
      const line = this.text.length - (this.text.lastIndexOf('\n') + 1);
      if (line + text.length > wrap || afterLines) this.keyword('', -STEP, STEP, ITEM);
    }
    this.text += text;
  }
}
