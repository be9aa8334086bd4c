import {XML_NAMESPACE, type XmlNode} from './dom.ts';
import {nodesOf, qualifiedName, type XPathContext, xpathError} from './xpath.ts';
import {toBoolean, toNumber, toText, type XPathValue} from './xpath-values.ts';

type Function = {
  readonly least: number;
  readonly most: number;
  readonly call: (args: readonly XPathValue[], context: XPathContext) => XPathValue;
};

/** The first argument, or where one stands. */
function given([value]: readonly XPathValue[], {node}: XPathContext): XPathValue {
  return value ?? [node];
}

function firstNode(args: readonly XPathValue[], context: XPathContext): XmlNode | undefined {
  return nodesOf(given(args, context))[0];
}

/** As Math.round, to the even neighbour of nothing: halves go up. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Math.floor(value + 0.5);
}

/** By characters, from 1 on. */
function substring(text: string, from: number, length: number): string {
  const first = rounded(from);
  const end = first + rounded(length);
  return [...text].filter((_, i) => i + 1 >= first && i + 1 < end).join('');
}

function translate(text: string, from: string, to: string): string {
  const [before, after] = [[...from], [...to]];
  return [...text]
    .map(character => {
      const at = before.indexOf(character);
      return at < 0 ? character : (after[at] ?? '');
    })
    .join('');
}

/** The nearest xml:lang says it, or what it is a kind of. */
function isInLanguage(node: XmlNode, wanted: string): boolean {
  for (let at: XmlNode | null = node; at; at = at.parent) {
    const said = at.attributes.find(({local, uri}) => local === 'lang' && uri === XML_NAMESPACE);
    if (said) return `${said.value}-`.toLowerCase().startsWith(`${wanted}-`.toLowerCase());
  }
  return false;
}

const one = (call: Function['call']): Function => ({least: 1, most: 1, call});
const optional = (call: Function['call']): Function => ({least: 0, most: 1, call});
const texts = (count: number, call: (...args: string[]) => XPathValue): Function => ({
  least: count,
  most: count,
  call: args => call(...args.map(toText)),
});
const numbers = (call: (value: number) => number): Function => one(([value]) => call(toNumber(value)));

const FUNCTIONS: ReadonlyMap<string, Function> = new Map<string, Function>([
  ['last', {least: 0, most: 0, call: (_, {size}) => size}],
  ['position', {least: 0, most: 0, call: (_, {position}) => position}],
  ['count', one(([nodes]) => nodesOf(nodes).length)],
  // Nothing is declared to be one.
  ['id', one(() => [])],
  ['local-name', optional((args, context) => firstNode(args, context)?.local ?? '')],
  ['namespace-uri', optional((args, context) => firstNode(args, context)?.uri ?? '')],
  [
    'name',
    optional((args, context) => {
      const node = firstNode(args, context);
      return node ? qualifiedName(node) : '';
    }),
  ],
  ['string', optional((args, context) => toText(given(args, context)))],
  ['concat', {least: 2, most: Infinity, call: args => args.map(toText).join('')}],
  ['starts-with', texts(2, (text, start) => text.startsWith(start))],
  ['contains', texts(2, (text, part) => text.includes(part))],
  ['substring-before', texts(2, (text, part) => text.slice(0, Math.max(text.indexOf(part), 0)))],
  [
    'substring-after',
    texts(2, (text, part) => (text.includes(part) ? text.slice(text.indexOf(part) + part.length) : '')),
  ],
  [
    'substring',
    {
      least: 2,
      most: 3,
      call: ([text, from, length]) =>
        substring(toText(text), toNumber(from), length === undefined ? Infinity : toNumber(length)),
    },
  ],
  ['string-length', optional((args, context) => [...toText(given(args, context))].length)],
  [
    'normalize-space',
    optional((args, context) =>
      toText(given(args, context))
        .split(/[ \t\n\r]+/)
        .filter(word => word !== '')
        .join(' '),
    ),
  ],
  ['translate', texts(3, translate)],
  ['boolean', one(([value]) => toBoolean(value))],
  ['not', one(([value]) => !toBoolean(value))],
  ['true', {least: 0, most: 0, call: () => true}],
  ['false', {least: 0, most: 0, call: () => false}],
  ['lang', one(([language], {node}) => isInLanguage(node, toText(language)))],
  ['number', optional((args, context) => toNumber(given(args, context)))],
  ['sum', one(([nodes]) => nodesOf(nodes).reduce((sum, node) => sum + toNumber([node]), 0))],
  ['floor', numbers(Math.floor)],
  ['ceiling', numbers(Math.ceil)],
  ['round', numbers(rounded)],
]);

/** Errors: XX000. */
export function callXPath(name: string, args: readonly XPathValue[], context: XPathContext): XPathValue {
  const found = FUNCTIONS.get(name);
  if (!found) throw xpathError(name.startsWith('$') ? 'Undefined variable' : 'Unregistered function');
  if (args.length < found.least || args.length > found.most) throw xpathError('Invalid number of arguments');
  return found.call(args, context);
}
