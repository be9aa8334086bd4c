import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {oidOf} from '../../types/catalog-oids.ts';
import {SqlError} from '../../types/sql-error.ts';
import {differences} from './fixtures/differences.ts';
import {bindSql, catalogOf} from './testing.ts';

type Answer = {
  readonly sql: string;
  readonly parameters?: readonly number[];
  readonly columns?: readonly (readonly [string, number])[];
  readonly error?: {code: string; message: string; detail?: string; hint?: string; position?: number};
};

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const catalog = catalogOf(fixture('schema.sql'));

/** What the binder answers, in the form of the fixture. */
function answer(sql: string): Omit<Answer, 'sql'> {
  try {
    const bound = bindSql(sql, catalog);
    const parameters = bound.parameterTypes.map(oidOf);
    if (bound.kind !== 'select') return {parameters};
    return {parameters, columns: bound.columns.map(({name, type}) => [name, oidOf(type)])};
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const {detail, hint, position} = error.fields;
    return {error: JSON.parse(JSON.stringify({code: error.code, message: error.message, detail, hint, position}))};
  }
}

describe('as Postgres 15 answers', () => {
  for (const {sql, ...expected} of JSON.parse(fixture('answers.json')) as Answer[]) {
    test(sql, () => {
      const known = differences[sql];
      if (known) expect(answer(sql)).toEqual(known);
      else expect(answer(sql)).toEqual(expected);
    });
  }
});
