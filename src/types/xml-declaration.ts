/** `<?xml version="1.0" standalone="yes"?>`, as far as PostgreSQL keeps it: what the encoding was says nothing any more. */
export type XmlDeclaration = {
  /** Null: there is no declaration. */
  readonly version: string | null;
  /** Null: it does not say. */
  readonly standalone: 'yes' | 'no' | null;
};

const DECLARATION =
  /^<\?xml\s+version\s*=\s*["']([^"']*)["'](?:\s+encoding\s*=\s*["'][^"']*["'])?(?:\s+standalone\s*=\s*["'](yes|no)["'])?\s*\?>/;

/** The declaration, and what stands behind it. The text is well-formed. */
export function readDeclaration(text: string): XmlDeclaration & {readonly rest: string} {
  const found = DECLARATION.exec(text);
  if (!found) return {version: null, standalone: null, rest: text};
  const [whole, version, standalone] = found;
  return {version, standalone: (standalone as 'yes' | 'no' | undefined) ?? null, rest: text.slice(whole.length)};
}

/** Nothing where it would say no more than version 1.0. */
export function printDeclaration({version, standalone}: XmlDeclaration): string {
  if ((version ?? '1.0') === '1.0' && standalone === null) return '';
  return `<?xml version="${version ?? '1.0'}"${standalone === null ? '' : ` standalone="${standalone}"`}?>`;
}
