import {checkXml} from '../xml.ts';
import {printDeclaration, readDeclaration} from '../xml-declaration.ts';
import type {TypeIo} from './type-io.ts';

/** XML content, kept as it is written; well-formed. */
export const xmlIo: TypeIo = {
  parse: text => checkXml(text, 'content'),
  format: value => shownXml(value as string),
  read: reader => checkXml(reader.text(), 'content'),
  write: (writer, value) => writer.text(value as string),
};

/** A declaration that says no more than version 1.0 is not shown, nor the end of its line. */
function shownXml(text: string): string {
  const {rest, ...declaration} = readDeclaration(text);
  const shown = printDeclaration(declaration);
  return shown === '' && rest.length < text.length ? rest.replace(/^\n/, '') : shown + rest;
}
