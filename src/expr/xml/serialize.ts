import {prefixOf, stringValue, type XmlNode} from './dom.ts';
import {escapeXml} from './values.ts';

const IN_ATTRIBUTES: Readonly<Record<string, string>> = {'"': '&quot;', '\t': '&#9;', '\n': '&#10;'};

function attributeText(text: string): string {
  return contentText(text).replace(/["\t\n]/g, character => IN_ATTRIBUTES[character]);
}

function contentText(text: string): string {
  return escapeXml(text).replaceAll('&#x0d;', '&#13;');
}

/** A node as XML of its own: attributes and texts as text, the rest as markup. */
export function serialized(node: XmlNode): string {
  if (node.kind === 'attribute' || node.kind === 'text' || node.kind === 'namespace')
    return escapeXml(stringValue(node));
  if (node.kind === 'document') return node.children.map(child => `${markup(child)}\n`).join('');
  return markup(node);
}

/** An element that stands alone declares the namespaces of what is in it that were declared around it. */
function markup(node: XmlNode): string {
  return node.kind === 'element' ? written(node, outsideDeclarations(node)) : written(node, []);
}

type Declarations = readonly (readonly [prefix: string, uri: string])[];

function outsideDeclarations(root: XmlNode): Declarations {
  const added = new Map<string, string>();
  const need = (element: XmlNode, node: XmlNode): void => {
    if (node.uri === '' || prefixOf(node.name) === 'xml') return;
    const prefix = prefixOf(node.name);
    for (let at: XmlNode | null = element; at; at = at === root ? null : at.parent) if (at.declared.has(prefix)) return;
    if (!added.has(prefix)) added.set(prefix, node.uri);
  };
  const visit = (element: XmlNode): void => {
    need(element, element);
    for (const attribute of element.attributes) need(element, attribute);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return [...added];
}

function written(node: XmlNode, added: Declarations): string {
  switch (node.kind) {
    case 'comment':
      return `<!--${node.value}-->`;
    case 'cdata':
      return `<![CDATA[${node.value}]]>`;
    case 'instruction':
      return `<?${node.name}${node.value === '' ? '' : ` ${node.value}`}?>`;
    case 'element': {
      const declarations = [...node.declared, ...added].map(
        ([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${attributeText(uri)}"`,
      );
      const attributes = node.attributes.map(({name, value}) => ` ${name}="${attributeText(value)}"`);
      const open = `<${node.name}${declarations.join('')}${attributes.join('')}`;
      if (node.children.length === 0) return `${open}/>`;
      return `${open}>${node.children.map(child => written(child, [])).join('')}</${node.name}>`;
    }
    default:
      return contentText(node.value);
  }
}
