import {checkXml} from '../xml.ts';
import type {TypeIo} from './type-io.ts';

/** XML content, kept as it is written; well-formed. */
export const xmlIo: TypeIo = {
  parse: text => checkXml(text, 'content'),
  format: value => withoutDeclaration(value as string),
  read: reader => checkXml(reader.text(), 'content'),
  write: (writer, value) => writer.utf8(value as string),
};

/** A declaration that says no more than version 1.0 is not shown. */
function withoutDeclaration(text: string): string {
  const declaration =
    /^<\?xml\s+version\s*=\s*["']([^"']*)["'](?:\s+encoding\s*=\s*["'][^"']*["'])?(?:\s+standalone\s*=\s*["'](yes|no)["'])?\s*\?>\n?/.exec(
      text,
    );
  if (!declaration) return text;
  const [all, version, standalone] = declaration;
  const rest = text.slice(all.length);
  if (standalone !== undefined) return `<?xml version="${version}" standalone="${standalone}"?>${rest}`;
  return version === '1.0' ? rest : `<?xml version="${version}"?>${rest}`;
}
