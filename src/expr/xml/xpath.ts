import {SqlError} from '../../types/sql-error.ts';
import {namespaceOf, stringValue, XML_NAMESPACE, type XmlNode} from './dom.ts';
import type {Axis, NodeTest, Step, XPath} from './xpath-syntax.ts';
import {callXPath} from './xpath-functions.ts';
import {toBoolean, toNumber, toText, type XPathValue} from './xpath-values.ts';

/** Where an expression is evaluated: `position` of `size` nodes. */
export type XPathContext = {
  readonly node: XmlNode;
  readonly position: number;
  readonly size: number;
  readonly namespaces: ReadonlyMap<string, string>;
};

/** What libxml says too. */
export function xpathError(detail: string): SqlError {
  return new SqlError('XX000', 'could not create XPath object', {detail});
}

/** Errors: XX000 unknown prefixes and functions, arguments that do not fit. */
export function evaluateXPath(expression: XPath, context: XPathContext): XPathValue {
  switch (expression.op) {
    case 'number':
    case 'string':
      return expression.value;
    case 'negate':
      return -toNumber(evaluateXPath(expression.arg, context));
    case 'call':
      return callXPath(
        expression.name,
        expression.args.map(arg => evaluateXPath(arg, context)),
        context,
      );
    case 'path':
      return evaluatePath(expression, context);
    case 'filter': {
      const nodes = nodesOf(evaluateXPath(expression.arg, context));
      return expression.predicates.reduce((kept, predicate) => keep(kept, predicate, context), nodes);
    }
    case 'or':
      return toBoolean(evaluateXPath(expression.left, context)) || toBoolean(evaluateXPath(expression.right, context));
    case 'and':
      return toBoolean(evaluateXPath(expression.left, context)) && toBoolean(evaluateXPath(expression.right, context));
  }
  const left = evaluateXPath(expression.left, context);
  const right = evaluateXPath(expression.right, context);
  switch (expression.op) {
    case '|':
      return inOrder([...nodesOf(left), ...nodesOf(right)]);
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(expression.op, left, right);
    default:
      return compute(expression.op, toNumber(left), toNumber(right));
  }
}

export function nodesOf(value: XPathValue): readonly XmlNode[] {
  if (typeof value !== 'object') throw xpathError('Invalid type');
  return value;
}

function compute(op: '+' | '-' | '*' | 'div' | 'mod', left: number, right: number): number {
  if (op === '+') return left + right;
  if (op === '-') return left - right;
  if (op === '*') return left * right;
  return op === 'div' ? left / right : left % right;
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Of nodes: whether any of them compares so. */
function compare(op: Comparison, left: XPathValue, right: XPathValue): boolean {
  if (typeof left === 'object' && typeof right !== 'boolean') {
    return left.some(node => compare(op, stringValue(node), right));
  }
  if (typeof right === 'object' && typeof left !== 'boolean') {
    return right.some(node => compare(op, left, stringValue(node)));
  }
  if (op === '=' || op === '!=') {
    const [a, b] = [left, right].some(side => typeof side === 'boolean')
      ? [toBoolean(left), toBoolean(right)]
      : [left, right].some(side => typeof side === 'number')
        ? [toNumber(left), toNumber(right)]
        : [toText(left), toText(right)];
    return (a === b) === (op === '=');
  }
  const a = typeof left === 'object' ? Number(toBoolean(left)) : toNumber(left);
  const b = typeof right === 'object' ? Number(toBoolean(right)) : toNumber(right);
  if (op === '<') return a < b;
  if (op === '<=') return a <= b;
  return op === '>' ? a > b : a >= b;
}

function evaluatePath({from, steps}: XPath & {op: 'path'}, context: XPathContext): readonly XmlNode[] {
  let nodes =
    from === null ? [context.node] : from === 'root' ? [rootOf(context.node)] : nodesOf(evaluateXPath(from, context));
  for (const step of steps) {
    nodes = inOrder(nodes.flatMap(node => stepFrom(node, step, context)));
  }
  return nodes;
}

function rootOf(node: XmlNode): XmlNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** In the document's order, each once. */
function inOrder(nodes: readonly XmlNode[]): readonly XmlNode[] {
  if (nodes.length < 2) return nodes;
  return [...new Set(nodes)].sort((a, b) => a.order - b.order);
}

/** The predicates count from near to far. */
function stepFrom(node: XmlNode, {axis, test, predicates}: Step, context: XPathContext): readonly XmlNode[] {
  const found = [...onAxis(node, axis)].filter(tester(test, axis, context));
  return predicates.reduce((kept, predicate) => keep(kept, predicate, context), found as readonly XmlNode[]);
}

/** A number is a place. */
function keep(nodes: readonly XmlNode[], predicate: XPath, {namespaces}: XPathContext): readonly XmlNode[] {
  return nodes.filter((node, i) => {
    const value = evaluateXPath(predicate, {node, position: i + 1, size: nodes.length, namespaces});
    return typeof value === 'number' ? value === i + 1 : toBoolean(value);
  });
}

function* onAxis(node: XmlNode, axis: Axis): Iterable<XmlNode> {
  switch (axis) {
    case 'self':
      yield node;
      return;
    case 'child':
      yield* node.children;
      return;
    case 'attribute':
      yield* node.attributes;
      return;
    case 'namespace':
      if (node.kind === 'element') yield* namespacesOf(node);
      return;
    case 'parent':
      if (node.parent) yield node.parent;
      return;
    case 'descendant-or-self':
      yield node;
      yield* descendants(node);
      return;
    case 'descendant':
      yield* descendants(node);
      return;
    case 'ancestor-or-self':
      yield node;
      yield* ancestors(node);
      return;
    case 'ancestor':
      yield* ancestors(node);
      return;
    case 'following-sibling':
      yield* siblings(node, 1);
      return;
    case 'preceding-sibling':
      yield* siblings(node, -1);
      return;
    case 'following':
      if (node.kind === 'attribute') yield* descendants(node.parent!);
      for (const around of [node, ...ancestors(node)]) {
        for (const sibling of siblings(around, 1)) {
          yield sibling;
          yield* descendants(sibling);
        }
      }
      return;
    case 'preceding':
      for (const around of [node, ...ancestors(node)]) {
        for (const sibling of siblings(around, -1)) {
          yield* [sibling, ...descendants(sibling)].reverse();
        }
      }
  }
}

function* descendants(node: XmlNode): Iterable<XmlNode> {
  for (const child of node.children) {
    yield child;
    yield* descendants(child);
  }
}

function* ancestors(node: XmlNode): Iterable<XmlNode> {
  for (let at = node.parent; at; at = at.parent) yield at;
}

function siblings(node: XmlNode, direction: 1 | -1): readonly XmlNode[] {
  if (!node.parent || node.kind === 'attribute' || node.kind === 'namespace') return [];
  const all = node.parent.children;
  const at = all.indexOf(node);
  return direction === 1 ? all.slice(at + 1) : all.slice(0, at).reverse();
}

function namespacesOf(element: XmlNode): XmlNode[] {
  const prefixes = new Set(['xml', ...element.declared.keys()]);
  for (const around of ancestors(element)) for (const prefix of around.declared.keys()) prefixes.add(prefix);
  return [...prefixes].map(prefix => ({
    ...element,
    kind: 'namespace',
    parent: element,
    name: prefix,
    local: prefix,
    uri: '',
    value: namespaceOf(element, prefix),
    children: [],
    attributes: [],
  }));
}

/** Errors: XX000 an unknown prefix. */
function tester(test: NodeTest, axis: Axis, {namespaces}: XPathContext): (node: XmlNode) => boolean {
  switch (test.kind) {
    case 'node':
      return () => true;
    case 'text':
      return ({kind}) => kind === 'text' || kind === 'cdata';
    case 'comment':
      return ({kind}) => kind === 'comment';
    case 'processing-instruction':
      return ({kind, name}) => kind === 'instruction' && (test.target === null || test.target === name);
    case 'name': {
      const principal = axis === 'attribute' ? 'attribute' : axis === 'namespace' ? 'namespace' : 'element';
      const {prefix, local} = test;
      const uri = prefix === null ? null : prefix === 'xml' ? XML_NAMESPACE : namespaces.get(prefix);
      if (uri === undefined) throw xpathError('Undefined namespace prefix');
      const anyNamespace = prefix === null && local === null;
      return node =>
        node.kind === principal &&
        (anyNamespace || node.uri === (uri ?? '')) &&
        (local === null || node.local === local);
    }
  }
}

/** As it is written; of texts and comments nothing. */
export function qualifiedName({kind, name}: XmlNode): string {
  return kind === 'text' || kind === 'cdata' || kind === 'comment' || kind === 'document' ? '' : name;
}
