/** Text in another encoding than UTF-8, as a client has it. */
export interface TextCodec {
  /** Errors: 22021 for bytes that are none of its characters, 22P05. */
  decode(bytes: Uint8Array): string;
  /** Errors: 22P05 for a character that it has not. */
  encode(text: string): Uint8Array;
}
