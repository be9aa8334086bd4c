import type {TextCodec} from '../../types/io/text-codec.ts';
import {decoded, encoded} from './encodings.ts';

/** What texts in PostgreSQL's encoding of the name are converted by; null: they are UTF-8, or not to be converted. */
export function codecOf(encoding: string): TextCodec | null {
  if (encoding === 'UTF8' || encoding === 'SQL_ASCII') return null;
  return {decode: bytes => decoded(bytes, encoding), encode: text => encoded(text, encoding)};
}
