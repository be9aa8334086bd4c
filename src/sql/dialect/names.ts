import {printName} from '../print/identifier.ts';
import {type Foreign, isForeign, type Translation} from './foreign.ts';

/** The word that a name is in the tree; null: it is no name. */
export function wordOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isForeign(value)) return null;
  if (value.type === 'default' || value.type === 'origin') return wordOf(value.value);
  return isForeign(value.expr) ? wordOf(value.expr) : null;
}

/** A name as Postgres text: unquoted ones in lower case. Errors: 0A000. */
export function nameText(t: Translation, value: unknown): string {
  const word = wordOf(value);
  if (word === null) throw t.unsupported('a name');
  return t.placeholders.textOf(word) ?? printName(word.toLowerCase());
}

/** The last `most` parts of a path: projects, catalogs and databases in front of a schema have no counterpart. */
export function pathText(t: Translation, parts: readonly unknown[], most = 3): string {
  return parts
    .filter(part => part !== null && part !== undefined && part !== '')
    .flatMap(part => (typeof part === 'string' && part.includes('.') ? part.split('.') : [part]))
    .map(part => nameText(t, part))
    .slice(-most)
    .join('.');
}

/** The name of a function call, with its schema if it has one: upper case. */
export function functionNameOf(node: Foreign): string {
  const {name} = node;
  const parts = isForeign(name) && Array.isArray(name.name) ? [name.schema, ...(name.name as unknown[])] : [name];
  const words = parts.map(wordOf).filter(word => word !== null && word !== '');
  return words.join('.').toUpperCase();
}
