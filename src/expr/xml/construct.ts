import {SqlError} from '../../types/sql-error.ts';
import {printDeclaration, readDeclaration, type XmlDeclaration} from '../../types/xml-declaration.ts';

// What SQL/XML's functions make: PostgreSQL manual, 9.15.1.

const IN_ATTRIBUTES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as the value of an attribute; what is not ASCII by its number. */
function attributeText(text: string): string {
  return text.replace(
    /[&<>"\t\n\r]|[^\u0000-\u007f]/gu,
    character => IN_ATTRIBUTES[character] ?? `&#x${character.codePointAt(0)!.toString(16).toUpperCase()};`,
  );
}

/** Attributes that are null are left out, and so is content; without any the element is an empty one. */
export function xmlElement(
  name: string,
  attributes: readonly (readonly [name: string, value: string | null])[],
  content: readonly (string | null)[],
): string {
  const written = attributes.flatMap(([key, value]) => (value === null ? [] : [` ${key}="${attributeText(value)}"`]));
  const inner = content.filter(part => part !== null);
  const open = `<${name}${written.join('')}`;
  return inner.length === 0 ? `${open}/>` : `${open}>${inner.join('')}</${name}>`;
}

/** Errors: 2200T, 42601. */
export function xmlInstruction(name: string, content: string | null): string {
  checkTarget(name);
  if (content?.includes('?>')) {
    throw invalidInstruction('2200T', 'XML processing instruction cannot contain "?>".');
  }
  return content === null ? `<?${name}?>` : `<?${name} ${content.replace(/^ +/, '')}?>`;
}

/** Errors: 42601. */
export function checkTarget(name: string): void {
  if (name.toLowerCase() !== 'xml') return;
  throw invalidInstruction('42601', `XML processing instruction target name cannot be "${name}".`);
}

function invalidInstruction(code: string, detail: string): SqlError {
  return new SqlError(code, 'invalid XML processing instruction', {detail});
}

/** One behind the other; what their declarations agree on is declared of the whole. */
export function xmlConcat(parts: readonly string[]): string {
  const read = parts.map(readDeclaration);
  const versions = new Set(read.map(({version}) => version));
  const standalone = read.map(part => part.standalone);
  const whole: XmlDeclaration = {
    version: versions.size === 1 ? [...versions][0] : null,
    standalone: standalone.includes(null) ? null : standalone.includes('no') ? 'no' : 'yes',
  };
  const said = read.length > 0 && (whole.version !== null || whole.standalone !== null);
  return (said ? printDeclaration(whole) : '') + read.map(({rest}) => rest).join('');
}

/** The same with another declaration; `standalone` undefined: as it was. */
export function xmlRoot(
  text: string,
  version: string | null,
  standalone: XmlDeclaration['standalone'] | undefined,
): string {
  const read = readDeclaration(text);
  return printDeclaration({version, standalone: standalone === undefined ? read.standalone : standalone}) + read.rest;
}
