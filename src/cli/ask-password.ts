import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';

/** Asks on the terminal, and shows nothing of what is typed. The prompt goes to stderr, as psql's to the terminal. */
export function askPassword(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const silent = new Writable({write: (_chunk, _encoding, done) => done()});
  const input = createInterface({input: process.stdin, output: silent, terminal: true, historySize: 0});
  return new Promise(resolve => {
    let answer = '';
    input.once('line', line => {
      answer = line;
      input.close();
    });
    input.once('close', () => {
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
