import {notSupported, SqlError} from '../../types/sql-error.ts';
import {isWellFormed} from '../../types/xml.ts';
import {readDeclaration} from '../../types/xml-declaration.ts';

/**
 * A document as XPath sees it. Nothing is read from elsewhere: of a document type only that there is one is looked at, and what
 * it declares is not known. Depth is bounded as in libxml, so that whoever walks a tree may call itself.
 */
export type XmlNode = {
  readonly kind: 'document' | 'element' | 'attribute' | 'text' | 'cdata' | 'comment' | 'instruction' | 'namespace';
  readonly parent: XmlNode | null;
  /** As written, with its prefix. Of an instruction its target, of a namespace its prefix. */
  readonly name: string;
  readonly local: string;
  /** Its namespace. */
  readonly uri: string;
  /** What it says by itself; of elements and documents nothing. */
  readonly value: string;
  readonly children: XmlNode[];
  readonly attributes: XmlNode[];
  /** The namespaces that it declares, by prefix. */
  readonly declared: ReadonlyMap<string, string>;
  /** Place in the document. */
  readonly order: number;
};

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

const MAX_DEPTH = 256;
const NONE: ReadonlyMap<string, string> = new Map();

const NAME = String.raw`[^\s<>/="'&!?]+`;
const OPEN = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(/?)>`, 'uy');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*("[^"]*"|'[^']*')`, 'gu');
const CLOSE = /<\/[^>]*>/uy;
const COMMENT = /<!--([^]*?)-->/uy;
const CDATA = /<!\[CDATA\[([^]*?)\]\]>/uy;
const INSTRUCTION = new RegExp(`<\\?(${NAME}?)(?:\\s+([^]*?))?\\?>`, 'uy');
const DOCTYPE = /<!DOCTYPE\s[^[>]*(?:\[[^\]]*\]\s*)?>/uy;
const TEXT = /[^<]+/uy;

/** Errors: 2200M it is no document; 0A000 it has entities of its own. */
export function parseDocument(text: string): XmlNode {
  const {rest} = readDeclaration(text);
  if (!isWellFormed(rest, 'document')) throw notParsed();
  return new Builder(rest.replace(/\r\n?/g, '\n')).document();
}

function notParsed(): SqlError {
  return new SqlError('2200M', 'could not parse XML document');
}

class Builder {
  private readonly text: string;
  private at = 0;
  private order = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): XmlNode {
    const document = this.node('document', null, '', '');
    const open: XmlNode[] = [document];
    while (this.at < this.text.length) {
      const parent = open.at(-1)!;
      const element = this.take(OPEN);
      if (element) {
        const [, name, attributes, empty] = element;
        const made = this.element(parent, name, attributes);
        if (empty === '') open.push(made);
        if (open.length > MAX_DEPTH + 1) throw notParsed();
      } else if (this.take(CLOSE)) open.pop();
      else this.other(parent);
    }
    return document;
  }

  private other(parent: XmlNode): void {
    const within = parent.kind === 'element';
    const text = this.take(TEXT);
    if (text) {
      if (within) parent.children.push(this.node('text', parent, '', unescape(text[0])));
      return;
    }
    const comment = this.take(COMMENT);
    if (comment) return void parent.children.push(this.node('comment', parent, '', comment[1]));
    const cdata = this.take(CDATA);
    if (cdata) return void parent.children.push(this.node('cdata', parent, '', cdata[1]));
    const instruction = this.take(INSTRUCTION);
    if (instruction) {
      return void parent.children.push(this.node('instruction', parent, instruction[1], instruction[2] ?? ''));
    }
    if (!this.take(DOCTYPE)) throw notParsed();
  }

  private element(parent: XmlNode, name: string, text: string): XmlNode {
    const written = [...text.matchAll(ATTRIBUTE)].map(([, key, value]) => ({
      key,
      value: unescape(value.slice(1, -1).replace(/[\t\n]/g, ' ')),
    }));
    const isDeclaration = ({key}: {readonly key: string}) => key === 'xmlns' || key.startsWith('xmlns:');
    const own = written.filter(isDeclaration).map(({key, value}) => [key.slice(6), value] as const);
    const element: XmlNode = {
      ...this.node('element', parent, name, ''),
      declared: own.length > 0 ? new Map(own) : NONE,
    };
    const named = {...element, uri: namespaceOf(element, prefixOf(name))};
    for (const {key, value} of written.filter(attribute => !isDeclaration(attribute))) {
      const prefix = prefixOf(key);
      const uri = prefix === '' ? '' : namespaceOf(named, prefix);
      named.attributes.push({...this.node('attribute', named, key, value), uri});
    }
    parent.children.push(named);
    return named;
  }

  private node(kind: XmlNode['kind'], parent: XmlNode | null, name: string, value: string): XmlNode {
    const local = kind === 'instruction' ? name : name.slice(name.indexOf(':') + 1);
    const order = this.order++;
    return {kind, parent, name, local, uri: '', value, children: [], attributes: [], declared: NONE, order};
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }
}

export function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

/** What a prefix stands for there; the empty text where nothing says. */
export function namespaceOf(node: XmlNode | null, prefix: string): string {
  if (prefix === 'xml') return XML_NAMESPACE;
  for (let at = node; at; at = at.parent) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return '';
}

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', apos: "'", quot: '"'};

/** Errors: 0A000. */
function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|([^;]+));/g, (_, decimal, hex, name) => {
    if (name === undefined) return String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal));
    const known = ENTITIES[name as string];
    if (known === undefined) throw notSupported(`the entity "${name}" in XPath`);
    return known;
  });
}

/** All text in it. */
export function stringValue(node: XmlNode): string {
  if (node.kind !== 'element' && node.kind !== 'document') return node.value;
  return node.children
    .map(child => (child.kind === 'comment' || child.kind === 'instruction' ? '' : stringValue(child)))
    .join('');
}
