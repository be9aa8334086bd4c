import {SqlError} from './sql-error.ts';

// Whether a text is well-formed XML 1.0: a document (one element), or content (what may stand in an element).

type XmlOption = 'document' | 'content';

const NAME = '[:A-Za-z_\\u00c0-\\u{effff}][-:A-Za-z0-9_.\\u00b7-\\u{effff}]*';
const openTag = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*)\\s*(/?)>`, 'uy');
const closeTag = new RegExp(`</(${NAME})\\s*>`, 'uy');
const attribute = new RegExp(`(${NAME})\\s*=\\s*("[^"]*"|'[^']*')`, 'gu');
const comment = /<!--(?:[^-]|-[^-])*-->/uy;
const cdata = /<!\[CDATA\[[^]*?\]\]>/uy;
const instruction = new RegExp(`<\\?(${NAME})(?:\\s[^]*?)?\\?>`, 'uy');
const declaration =
  /<\?xml\s+version\s*=\s*(?:"[\w.:-]+"|'[\w.:-]+')(?:\s+encoding\s*=\s*(?:"[\w.-]+"|'[\w.-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/uy;
const doctype = /<!DOCTYPE\s[^[>]*(?:\[[^\]]*\]\s*)?>/uy;
const characters = /[^<&]+/uy;
const reference = new RegExp(`&(?:#\\d+|#x[0-9a-fA-F]+|${NAME});`, 'uy');
const knownReference = /&(?:#\d+|#x[0-9a-fA-F]+|lt|gt|amp|apos|quot);/gu;

/** The text. Errors: 2200M, 2200N. */
export function checkXml(text: string, option: XmlOption): string {
  if (isWellFormed(text, option)) return text;
  throw option === 'document'
    ? new SqlError('2200M', 'invalid XML document')
    : new SqlError('2200N', 'invalid XML content');
}

export function isWellFormed(text: string, option: XmlOption): boolean {
  const reader = new Reader(text);
  reader.take(declaration);
  const prologue = reader.at;
  reader.skipMisc();
  if (reader.take(doctype)) return reader.document(true);
  reader.at = prologue;
  return option === 'document' ? reader.document(false) : reader.content();
}

class Reader {
  at = 0;
  /** Entities may be declared. */
  private declared = false;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  /** Blanks, comments and instructions. */
  skipMisc(): void {
    while (this.take(/\s+/uy) || this.take(comment) || this.processing());
  }

  document(declared: boolean): boolean {
    this.declared = declared;
    this.skipMisc();
    if (!this.element()) return false;
    this.skipMisc();
    return this.at === this.text.length;
  }

  content(): boolean {
    for (;;) {
      if (this.at === this.text.length) return true;
      if (!this.piece()) return false;
    }
  }

  /** One piece of content; false where there is none. */
  private piece(): boolean {
    const text = this.take(characters);
    if (text) return isAllowed(text[0]) && !text[0].includes(']]>');
    const named = this.take(reference);
    if (named) return this.known(named[0]);
    if (this.take(comment) || this.take(cdata) || this.processing()) return true;
    return this.element();
  }

  private processing(): boolean {
    const found = this.take(instruction);
    return found !== null && found[1].toLowerCase() !== 'xml';
  }

  private known(text: string): boolean {
    return this.declared || !text.replace(knownReference, '').includes('&');
  }

  /** An element with all that is in it. Not recursive: elements may be nested deeply. */
  private element(): boolean {
    const open: string[] = [];
    do {
      const closing = open.length > 0 ? this.take(closeTag) : null;
      if (closing) {
        if (open.pop() !== closing[1]) return false;
        continue;
      }
      const opening = this.take(openTag);
      if (opening) {
        if (!this.attributes(opening[2])) return false;
        if (opening[3] === '') open.push(opening[1]);
        continue;
      }
      if (open.length === 0 || !this.inner()) return false;
    } while (open.length > 0);
    return true;
  }

  /** What is no element. */
  private inner(): boolean {
    return this.text[this.at] === '<' && !/[!?]/.test(this.text[this.at + 1] ?? '') ? false : this.piece();
  }

  private attributes(text: string): boolean {
    const seen = new Set<string>();
    for (const [, name, value] of text.matchAll(attribute)) {
      if (seen.has(name) || !this.known(value) || !isAllowed(value)) return false;
      seen.add(name);
    }
    return true;
  }
}

/** No control characters but blanks. */
function isAllowed(text: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.test(text);
}
