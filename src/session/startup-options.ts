import {SqlError} from '../types/sql-error.ts';

/** The settings of a startup packet's `options`: `-c name=value --name=value`, blanks escaped by a backslash (manual 34.1.2). */
export function parseStartupOptions(options: string): [string, string][] {
  const words = [...options.matchAll(/(?:\\.|\S)+/g)].map(match => match[0].replace(/\\(.)/g, '$1'));
  const settings: [string, string][] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const text = word === '-c' ? words[++i] : word.replace(/^(-c|--)/, '');
    const equals = text?.indexOf('=') ?? -1;
    if (equals < 0) throw refused(word, text);
    settings.push([text.slice(0, equals).replaceAll('-', '_'), text.slice(equals + 1)]);
  }
  return settings;
}

function refused(word: string, text: string | undefined): SqlError {
  const message = /^(-c|--)/.test(word)
    ? `${word.startsWith('--') ? word : `-c ${text ?? ''}`} requires a value`
    : `invalid command-line argument for server process: ${word}`;
  return new SqlError('42601', message, {severity: 'FATAL'});
}
