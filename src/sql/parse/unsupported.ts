import type {SqlError} from '../../types/sql-error.ts';
import type {Cursor} from './cursor.ts';

/** Kinds of objects Postgres has and this server has not, as they follow CREATE, DROP and ALTER. */
const OBJECTS = (
  'ACCESS METHOD|AGGREGATE|CAST|CONSTRAINT TRIGGER|CONVERSION|DATABASE|DEFAULT CONVERSION|' +
  'EVENT TRIGGER|EXTENSION|FOREIGN DATA WRAPPER|FOREIGN TABLE|FUNCTION|LANGUAGE|' +
  'OPERATOR CLASS|OPERATOR FAMILY|OPERATOR|PROCEDURAL LANGUAGE|PROCEDURE|PUBLICATION|ROUTINE|RULE|' +
  'SERVER|STATISTICS|SUBSCRIPTION|SYSTEM|TABLESPACE|TEXT SEARCH CONFIGURATION|TEXT SEARCH DICTIONARY|' +
  'TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE|TRANSFORM|TRIGGER|TRUSTED LANGUAGE|TRUSTED PROCEDURAL LANGUAGE|' +
  'USER MAPPING'
)
  .split('|')
  .map(name => ({name, words: name.toLowerCase().split(' ')}));

/** 0A000 for `verb OBJECT` when such an object is named next; else null. */
export function unsupportedObject(c: Cursor, verb: string, orReplace = false): SqlError | null {
  for (const {name, words} of OBJECTS) {
    if (words.every((word, i) => c.peek(i) === word)) {
      return c.notSupported(`${verb} ${orReplace ? 'OR REPLACE ' : ''}${name}`);
    }
  }
  return null;
}

/** Statements by first word. */
const STATEMENTS: ReadonlyMap<string, string> = new Map([
  ['import', 'IMPORT FOREIGN SCHEMA'],
  ['load', 'LOAD'],
  ['security', 'SECURITY LABEL'],
]);

/** 0A000 for a statement that Postgres has and this server has not; else null. */
export function unsupportedStatement(c: Cursor): SqlError | null {
  const name = STATEMENTS.get(c.word);
  return name === undefined ? null : c.notSupported(name);
}
