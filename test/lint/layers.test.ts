import {Linter} from 'eslint';
import {resolve} from 'node:path';
import tseslint from 'typescript-eslint';
import {readdirSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {layers, ranks, violation} from '../../scripts/lint/layers.mjs';

/** What the rule says about a file of src/ with this import. */
function lint(file: string, code: string): string[] {
  const linter = new Linter();
  const config = {
    files: ['**/*.ts'],
    languageOptions: {parser: tseslint.parser as Linter.Parser},
    plugins: {millrace: {rules: {layers}}},
    rules: {'millrace/layers': 'error'},
  } as unknown as Linter.Config;
  return linter.verify(code, [config], {filename: resolve('src', file)}).map(({message}) => message);
}

describe('the layer rule', () => {
  test('imports point down', () => {
    expect(lint('planner/x.ts', "import {y} from '../plan/rel.ts';")).toEqual([]);
    expect(lint('planner/x.ts', "import type {y} from './y.ts';")).toEqual([]);
    expect(lint('planner/x.ts', "import {readFileSync} from 'node:fs';")).toEqual([]);
  });

  test.each([
    [
      'planner/rules/x.ts',
      "import {y} from '../../sql/parse/index.ts';",
      'src/planner (rank 4) may not import src/sql (rank 4)',
    ],
    [
      'types/x.ts',
      "import type {y} from '../columnar/batch.ts';",
      'src/types (rank 0) may not import src/columnar (rank 1)',
    ],
    ['expr/x.ts', "export {y} from '../storage/store.ts';", 'src/expr (rank 2) may not import src/storage (rank 2)'],
    [
      'wire/x.ts',
      "const y = await import('../server/server.ts');",
      'src/wire (rank 7) may not import src/server (rank 8)',
    ],
    ['expr/x.ts', "export * from '../dataflow/circuit.ts';", 'src/expr (rank 2) may not import src/dataflow (rank 4)'],
    ['nowhere/x.ts', "import {y} from '../types/datum.ts';", 'folder src/nowhere has no rank'],
  ])('%s: %s', (file, code, message) => {
    expect(lint(file, code)).toEqual([expect.stringContaining(message)]);
  });

  test('every folder of src/ has a rank', () => {
    expect(readdirSync('src').sort()).toEqual(Object.keys(ranks).sort());
    expect(violation('sql', 'types')).toBeNull();
  });
});
