import type pg from 'pg';
import type {Answer} from './answers.ts';

type Message = {readonly chunk?: Buffer; readonly text?: string; readonly code?: string; readonly message?: string};
/** What the driver's client tells of itself. */
type Wire = {
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
};

/** COPY over the driver's connection, which has no call for it: `given` goes in, what comes out is the answer's one row. */
class Copying {
  readonly answer: Promise<Answer>;
  private readonly text: string;
  private readonly given: Buffer;
  private readonly chunks: Buffer[] = [];
  private tag = '';
  private error: Message | null = null;
  private done!: (answer: Answer) => void;

  constructor(text: string, given: Buffer) {
    this.text = text;
    this.given = given;
    this.answer = new Promise(resolve => (this.done = resolve));
  }

  submit(wire: Wire): null {
    wire.query(this.text);
    return null;
  }

  handleCopyInResponse(wire: Wire): void {
    if (this.given.length > 0) wire.sendCopyFromChunk(this.given);
    wire.endCopyFrom();
  }

  handleCopyData({chunk}: Message): void {
    if (chunk) this.chunks.push(chunk);
  }

  handleCommandComplete({text = ''}: Message): void {
    this.tag = text;
  }

  handleError(error: Message): void {
    this.error = error;
    // The client hears of no end after an error.
    this.handleReadyForQuery();
  }

  handleReadyForQuery(): void {
    const {error} = this;
    const row = Buffer.concat(this.chunks).toString('latin1');
    this.done({
      rows: error ? [] : [row],
      cells: error ? [] : [[row]],
      columns: [],
      error: error && (error.code ?? 'lost'),
      message: error?.message ?? '',
      tag: this.tag,
    });
  }
}

/** Bytes are characters of latin1 here. */
export function copy(client: pg.Client, text: string, given = ''): Promise<Answer> {
  const copying = new Copying(text, Buffer.from(given, 'latin1'));
  client.query(copying as unknown as pg.Submittable);
  return copying.answer;
}
