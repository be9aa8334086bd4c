import type {Catalog} from './catalog.ts';

// What the types of arrays are called: `_mood` is that of mood's. Where a type of that name stands too, there are more underscores,
// and who came first has fewer of them.

type Element = NonNullable<ReturnType<Catalog['findType']>>;

/** No name has more characters. */
const LONGEST = 63;

/** pg_type.typname of the array of a type that somebody made, or of a relation's rows. */
export function arrayTypeName(catalog: Catalog, element: {readonly schema: string; readonly name: string}): string {
  const {schema, name} = element;
  const usual = `_${name}`;
  const isClear = !name.startsWith('_') && !catalog.findType([schema, usual], []);
  return isClear ? usual : namesIn(catalog, schema, name).get(name)!;
}

/** What the type by this name is an array of; null: there is none. Errors: 0A000. */
export function arrayElementNamed(
  catalog: Catalog,
  parts: readonly string[],
  searchPath: readonly string[],
): Element | null {
  const name = parts[parts.length - 1];
  for (let skipped = 1; name[skipped - 1] === '_'; skipped++) {
    const element = catalog.findType([...parts.slice(0, -1), name.slice(skipped)], searchPath);
    if (element && arrayTypeName(catalog, element) === name) return element;
  }
  return null;
}

/** Of all types whose names differ in underscores before them. */
function namesIn(catalog: Catalog, schema: string, name: string): Map<string, string> {
  const root = name.replace(/^_+/, '');
  const elements: Element[] = [];
  for (let candidate = root; candidate.length <= LONGEST; candidate = `_${candidate}`) {
    const element = candidate === '' ? null : catalog.findType([schema, candidate], []);
    if (element) elements.push(element);
  }
  const taken = new Set(elements.map(element => element.name));
  const names = new Map<string, string>();
  for (const element of elements.sort((a, b) => a.oid - b.oid)) {
    let array = `_${element.name}`;
    while (taken.has(array)) array = `_${array}`;
    taken.add(array);
    names.set(element.name, array);
  }
  return names;
}
