import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect} from 'vitest';
import {parseStatements} from '../../src/sql/parse/index.ts';
import {printStatement} from '../../src/sql/print/index.ts';
import type {Statement} from '../../src/sql/ast/index.ts';
import {SqlError} from '../../src/types/sql-error.ts';
import {askOracle, normalize} from './oracle.ts';
import {type Json, type Preparable, statementToPostgres} from './to-postgres.ts';

/** A corpus file's statements, one a line; `⏎` stands for a line break within one. */
export function corpus(name: string): readonly string[] {
  const path = fileURLToPath(new URL(`./corpus/${name}.txt`, import.meta.url));
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.replaceAll('⏎', '\n'));
}

/** The tree as plain data without places, to compare trees of differently spelled statements. */
export function withoutPlaces(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutPlaces);
  if (typeof tree !== 'object' || tree === null) return tree;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (key !== 'span' && key !== 'at') result[key] = withoutPlaces(value);
  }
  return result;
}

export type Outcome =
  | {readonly ok: true; readonly statements: readonly Statement[]}
  | {readonly ok: false; readonly message: string; readonly position: number; readonly code: string};

export function attempt(sql: string): Outcome {
  try {
    return {ok: true, statements: parseStatements(sql)};
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    return {ok: false, message: error.message, position: error.fields.position ?? 0, code: error.code};
  }
}

const COMPARABLE: ReadonlySet<string> = new Set(['query', 'insert', 'update', 'delete', 'merge']);

/** Same verdict as Postgres; the same tree where it is a query or a data change. */
export function expectLikePostgres(sql: string): readonly Statement[] {
  const verdict = askOracle(sql);
  const outcome = attempt(sql);
  if (!verdict.ok) {
    expect(outcome, sql).toMatchObject({ok: false});
    return [];
  }
  if (!outcome.ok) throw new Error(`refused: ${sql}\n  ${outcome.message} (position ${outcome.position})`);
  expect(outcome.statements.length, sql).toBe(verdict.statements.length);
  outcome.statements.forEach((statement, i) => {
    if (!COMPARABLE.has(statement.kind)) return;
    const ours = normalize(statementToPostgres(statement as Preparable));
    expect(ours, sql).toEqual(normalize(verdict.statements[i]));
  });
  return outcome.statements;
}

/** The print parses back to the same tree, and Postgres reads in it what it read in the original. */
export function expectRoundTrip(statement: Statement, original: Json | null, sql: string): void {
  const text = printStatement(statement);
  const again = attempt(text);
  if (!again.ok) throw new Error(`print does not parse: ${text}\n  of ${sql}\n  ${again.message}`);
  expect(withoutPlaces(again.statements), text).toEqual([withoutPlaces(statement)]);
  if (original === null) return;
  const verdict = askOracle(text);
  if (!verdict.ok) throw new Error(`Postgres refuses the print: ${text}\n  of ${sql}\n  ${verdict.message}`);
  expect(normalize(verdict.statements[0]), text).toEqual(normalize(original));
}
