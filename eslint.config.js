import tseslint from 'typescript-eslint';
import {layers} from './scripts/lint/layers.mjs';

export default tseslint.config(
  {ignores: ['dist/**', 'node_modules/**', 'src/kernels/assembly/**', 'test/clients/**/vendor/**']},
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: {millrace: {rules: {layers}}},
    rules: {
      'millrace/layers': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', {selector: 'ExportDefaultDeclaration', message: 'name what you export'}],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['bench/**', 'scripts/**', 'src/cli/**'],
    rules: {'no-console': 'off'},
  },
  {
    files: ['eslint.config.js', 'vitest.*config.ts', '**/*.mjs', '**/*.d.ts'],
    rules: {'no-restricted-syntax': 'off', 'no-console': 'off'},
  },
);
